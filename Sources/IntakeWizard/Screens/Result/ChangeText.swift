import ClinicalModel
import Consultation
import Screening
import Summary

extension AnySurroundings {
  /// What would end a finding, in words.
  func changeWords(_ finding: Finding, _ session: Session) -> [String] {
    let list = changes(
      for: finding, answers: session.given, with: session.pack,
      on: session.day)
    var words: [String] = []
    var plans: [Question.ID: [String]] = [:]
    var order: [Question.ID] = []
    for change in list {
      switch change {
      case .waitUntil(let date): words.append("Ends on \(date.spelled)")
      case .event(let event): words.append("Ends with: \(event)")
      case .answer(let id):
        words.append("Needs an answer to: \(session.pack.question(id)?.label ?? id.rawValue)")
      case .change(let id, let value):
        guard let question = session.pack.question(id) else { continue }
        if plans[id] == nil { order.append(id) }
        plans[id, default: []].append(Answer.known(value).words(for: question))
      }
    }
    for id in order {
      let label = session.pack.question(id)?.label ?? id.rawValue
      let values = plans[id] ?? []
      let some = values.prefix(3).joined(separator: ", or ")
      words.append("Would not hold with \(label): \(some)\(values.count > 3 ? ", ..." : "")")
    }
    let sets = changeSets(
      for: finding, answers: session.given, with: session.pack,
      on: session.day)
    words += ChangeWords(session.pack).together(sets).map { "Would not hold with \($0)" }
    words += plannedEntries(
      ending: finding, in: session.given, with: session.pack,
      on: session.day
    ).map { "Would not hold without \($0)" }
    let plan = ListSubject.plannedIngredients.question
    if words.isEmpty, finding.because.contains(where: { $0.question == plan }) {
      words = ["What is planned bears on it; the clinician decides"]
    }
    if words.isEmpty, finding.severity > .proceed {
      words = [
        finding.severity == .doNotTreat
          ? "No change of the plan ends it" : "No change of the plan ends it; the clinician decides"
      ]
    }
    return words
  }

  /// What lowers the outcome where several findings hold it up; what ends a
  /// single one stands beside it.
  func lowerWords(_ session: Session) -> [String] {
    let report = session.report
    let heaviest = report.findings.filter {
      $0.certainty == .established && $0.severity == report.outcome
    }
    guard heaviest.count > 1 else { return [] }
    let changes = outcomeChanges(
      session.given, with: session.pack, on: session.day)
    return ChangeWords(session.pack).lines(changes)
  }
}
