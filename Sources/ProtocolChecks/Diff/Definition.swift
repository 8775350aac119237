import ClinicalModel
import Screening

/// The parts of a rule, a question or an emergency screen that are weighed, as
/// a pack writes them.
enum Definition {
  /// The parts that differ, in the order in which a pack writes them.
  static func changes(
    of subject: SubjectDiff.Subject, from old: CompiledPack, to new: CompiledPack
  ) -> [DefinitionChange] {
    let (before, after) =
      switch subject {
      case .rule(let id): (old.rule(id).map(parts) ?? [], new.rule(id).map(parts) ?? [])
      case .question(let id): (old.question(id).map(parts) ?? [], new.question(id).map(parts) ?? [])
      case .emergency(let id):
        (old.emergency(id).map(parts) ?? [], new.emergency(id).map(parts) ?? [])
      }
    let names = unique(after.map(\.name) + before.map(\.name))
    return names.compactMap { name in
      let one = before.first { $0.name == name }?.text ?? ""
      let other = after.first { $0.name == name }?.text ?? ""
      return one == other ? nil : DefinitionChange(part: name, before: one, after: other)
    }
  }

  private typealias Part = (name: String, text: String)

  private static func parts(_ rule: Rule) -> [Part] {
    let until =
      switch rule.until {
      case .notDeferred: ""
      case .date(let question, let days): "\(question) + \(days)"
      case .event(let event): "event: \(event)"
      case .latest(let days, let otherwise): "\(days), else event: \(otherwise)"
      }
    return [
      ("scope", rule.scope == .plan ? "" : rule.scope.rawValue),
      ("settles-default", rule.settling == .settlesDefaults ? "yes" : ""),
      ("when", "\(rule.when)"), ("severity", rule.severity.rawValue), ("until", until),
      ("emergency", rule.urgency == .emergency ? "yes" : ""),
    ]
  }

  private static func parts(_ question: Question) -> [Part] {
    let onUnknown =
      switch question.onUnknown {
      case .noFinding: "none"
      case .finding(let severity): severity.rawValue
      }
    let when = question.when == .always ? "" : "\(question.when)"
    return [("when", when), ("on_unknown", onUnknown)]
  }

  private static func parts(_ emergency: Emergency) -> [Part] {
    [("when", "\(emergency.when)")]
  }
}
