import ClinicalModel
import ProtocolChecks
import Screening

/// What two packs say otherwise, for people: 80 columns.
///
/// ```
/// Rule filler-28-days: changed
/// ----------------------------
/// when: days(filler-date) < 28
///    -> days(filler-date) < 30
/// with filler-date = 28 days before
///     nothing -> defer until 2026-12-01
/// ```
struct DiffText {
  private let diff: PackDiff
  private let old: CompiledPack
  private let new: CompiledPack
  private let words: DiffWords

  init(
    _ diff: PackDiff, from old: CompiledPack, to new: CompiledPack, on interviewDate: CalendarDate
  ) {
    self.diff = diff
    self.old = old
    self.new = new
    words = DiffWords(interviewDate: interviewDate)
  }

  /// The whole text, each line ended by a line feed.
  var text: String {
    PageText.joined([head, count] + diff.subjects.map(lines) + [tables, wording])
  }

  private var head: [String] {
    PageText.hanging("A  ", "\(old.id) \(old.version), \(old.digest)")
      + PageText.hanging("B  ", "\(new.id) \(new.version), \(new.digest)")
  }

  private var count: [String] {
    if diff.isEmpty { return ["The packs say the same."] }
    let differing = diff.subjects.filter { !$0.combinations.isEmpty }
    let shown = differing.map(\.combinations.count).reduce(0, +)
    let more = differing.map(\.moreCount).reduce(0, +)
    let subjects =
      differing.isEmpty
      ? "Nothing is weighed otherwise."
      : "\(counted(differing.count, "thing is", "things are")) weighed otherwise, shown by "
        + "\(counted(shown, "smallest combination", "smallest combinations")) of answers"
        + (more > 0 ? "; \(more) more are not shown." : ".")
    return PageText.hanging("", subjects)
      + (diff.tables.isEmpty
        ? []
        : PageText.hanging(
          "",
          "\(counted(diff.tables.count, "row of a table weighs", "rows of tables weigh")) "
            + "something else."))
      + (diff.wording.isEmpty
        ? [] : PageText.hanging("", "\(diff.wording.count) worded or kept otherwise."))
  }

  private func lines(_ subject: SubjectDiff) -> [String] {
    let name = words.words(subject.subject)
    let definition = subject.definition.flatMap { change in
      PageText.hanging("\(change.part): ", change.before.isEmpty ? "(nothing)" : change.before)
        + PageText.hanging(
          String(repeating: " ", count: max(0, change.part.count - 1)) + "-> ",
          change.after.isEmpty ? "(nothing)" : change.after)
    }
    let title = "\(name.prefix(1).uppercased())\(name.dropFirst()): \(subject.kind.rawValue)"
    return PageText.heading(title)
      + (subject.definition.isEmpty
        ? PageText.hanging("", "It is the same; a question that bears on it is not.") : definition)
      + subject.combinations.flatMap { lines($0, of: subject.subject) } + foot(subject)
  }

  private func lines(_ combination: ChangedCombination, of subject: SubjectDiff.Subject)
    -> [String]
  {
    let together = combination.together
    // Another rule may keep the whole where it was.
    let isKept =
      if case .rule = subject, together.after > .proceed {
        together.before == together.after
      } else {
        false
      }
    let whole = isKept ? "; all rules together still \(together.after.rawValue)" : ""
    return PageText.hanging("with ", words.words(combination.patient))
      + PageText.hanging(
        "    ", "\(words.words(combination.before)) -> \(words.words(combination.after))\(whole)")
  }

  private func foot(_ subject: SubjectDiff) -> [String] {
    let isSame = subject.combinations.isEmpty
    let tried = counted(subject.patientCount, "patient", "patients")
    switch subject.extent {
    case .exhausted where isSame:
      return PageText.hanging("", "It says the same for all \(tried) that were tried.")
    case .exhausted: return subject.moreCount > 0 ? ["and \(subject.moreCount) more"] : []
    case .pairwise:
      return PageText.hanging(
        "",
        (isSame ? "No difference was found" : "and \(subject.moreCount) more")
          + "; the answers were tried in pairs, \(tried), so there may be others.")
    }
  }

  /// One row after another, each part with what it was.
  private var tables: [String] {
    guard !diff.tables.isEmpty else { return [] }
    return PageText.heading("Rows of tables")
      + diff.tables.flatMap { row -> [String] in
        let parts = row.parts.map { part in
          "\(part.part) "
            + [part.before, part.after].map { $0.isEmpty ? "(nothing)" : $0 }
            .joined(separator: " -> ")
        }
        return PageText.hanging(
          "", "\(row.table) \(row.row.joined(separator: " ")): \(row.kind.rawValue)")
          + parts.flatMap { PageText.hanging("    ", $0) }
      }
  }

  private var wording: [String] {
    guard !diff.wording.isEmpty else { return [] }
    return PageText.heading("Worded or kept otherwise")
      + diff.wording.flatMap {
        PageText.hanging("", "\($0.subject): \($0.parts.joined(separator: ", "))")
      }
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
