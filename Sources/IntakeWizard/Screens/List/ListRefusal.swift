import ClinicalModel
import Consultation
import Screening

// What is on file is never denied in passing: a No that would switch off a list
// with entries is refused, and so is an answer that would replace them.

extension Session {
  /// Why an answer is refused; nothing when it may be recorded.
  func refusal(of answer: Answer, to question: Question) -> String? {
    let own = answers[question.id].entries.count
    if own > 0, question.isList {
      guard answer.entries.isEmpty else { return nil }
      return "\(entryCount(own)) on file: remove them first, one by one. They are kept."
    }
    guard let list = listDenied(by: answer, to: question) else { return nil }
    let count = answers[list.id].entries.count
    return "\(list.label): \(entryCount(count)) on file. Remove them first, then answer No."
  }

  /// The list with entries that would not apply any more after an answer to its
  /// gate.
  private func listDenied(by answer: Answer, to question: Question) -> Question? {
    let gated = pack.questions.filter { list in
      list.isList && !answers[list.id].entries.isEmpty
        && list.when.questions.contains(question.id)
    }
    guard !gated.isEmpty else { return nil }
    var after = answers
    after[question.id] = answer
    let context = AnswerContext(
      pack: pack, answers: after, interviewDate: day)
    return gated.first { context.applies($0.id) == .false }
  }

  private func entryCount(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}
