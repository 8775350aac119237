import ClinicalModel
import Screening

/// One random patient twice: as far as asked, and later, when what was open has
/// been answered, if only by "unsure".
struct Visit: Hashable {
  var asked = Answers()
  var completed = Answers()

  /// Draws a patient who is asked between none and all of the questions.
  init(of domains: [AnswerDomain], _ numbers: inout SplitMix64) {
    let percent = Int.random(in: 0...100, using: &numbers)
    for domain in domains {
      let first =
        Int.random(in: 0..<100, using: &numbers) < percent
        ? domain.values.randomElement(using: &numbers) ?? .unknown(.notAsked)
        : .unknown(.notAsked)
      let later = domain.values.randomElement(using: &numbers) ?? first
      asked[domain.question] = first
      completed[domain.question] = first
      // The planned day is not completed: leaving it open is its default. And
      // nobody goes back from "unsure" to not having been asked.
      if case .unknown = first, domain.unknownCount > 0, later != .unknown(.notAsked) {
        completed[domain.question] = later
      }
    }
  }

  /// The visit with one answer less: in both, or only at first.
  func without(_ question: Question.ID) -> [Visit] {
    var neither = self
    neither.asked[question] = .unknown(.notAsked)
    neither.completed[question] = .unknown(.notAsked)
    var onlyLater = self
    onlyLater.asked[question] = .unknown(.notAsked)
    return unique([neither, onlyLater]).filter { $0 != self }
  }
}
