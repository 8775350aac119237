package import ClinicalModel
package import Screening

// What another pack says otherwise, found in this order:
//
//   Definition        what of a rule, question or emergency screen is weighed
//   DiffTrial         every combination of the answers that bear on it in
//                     either pack, and the smallest with which it differs
//   TableRowChange    rows of tables that weigh something else
//   WordingChange     what is worded otherwise and weighed the same

/// What two packs say otherwise.
package struct PackDiff: Hashable, Sendable {
  /// What was changed and may be weighed otherwise: rules in the order of the
  /// new pack, those that are gone after them, then questions, then emergency
  /// screens.
  package let subjects: [SubjectDiff]
  /// Rows of tables that weigh something else.
  package let tables: [TableRowChange]
  /// What is worded otherwise, or kept otherwise without being weighed.
  package let wording: [WordingChange]

  /// Whether nothing was changed at all.
  package var isEmpty: Bool { subjects.isEmpty && tables.isEmpty && wording.isEmpty }
}

/// One rule, question or emergency screen that was changed, with the smallest
/// answers that show it.
package struct SubjectDiff: Hashable, Sendable {
  /// What was changed.
  package enum Subject: Hashable, Sendable {
    /// A rule.
    case rule(Rule.ID)
    /// A question: whether it is asked, and what not knowing it weighs.
    case question(Question.ID)
    /// An emergency screen.
    case emergency(Emergency.ID)
  }

  /// How it was changed.
  package enum Kind: String, Sendable {
    /// Only the new pack has it.
    case added
    /// Only the old pack has it.
    case removed
    /// Both have it; it or a question that bears on it differs.
    case changed
  }

  /// What was changed.
  package let subject: Subject
  /// How it was changed.
  package let kind: Kind
  /// Its own parts that differ; empty when only a question that bears on it
  /// does.
  package let definition: [DefinitionChange]
  /// The smallest answers with which it says something else, fewest first.
  package let combinations: [ChangedCombination]
  /// How many further smallest ones there are; of one kind of difference at
  /// most 2000 are told apart.
  package let moreCount: Int
  /// How thoroughly the answers were tried; in pairs, there may be others.
  package let extent: Extent
  /// How many patients were tried.
  package let patientCount: Int
}

/// One part of a definition that differs.
package struct DefinitionChange: Hashable, Sendable {
  /// What part, as a pack writes it: `when`, `severity`, `until`.
  package let part: String
  /// What stands in the old pack; empty when there is nothing.
  package let before: String
  /// What stands in the new pack; empty when there is nothing.
  package let after: String

  /// A part from its texts.
  package init(part: String, before: String, after: String) {
    self.part = part
    self.before = before
    self.after = after
  }
}

/// Answers with which something is said otherwise; with any of them taken back,
/// that difference is gone.
package struct ChangedCombination: Hashable, Sendable {
  /// The patient; every other question has not been asked.
  package let patient: ProofPatient
  /// What the old pack says.
  package let before: DiffSaying
  /// What the new pack says.
  package let after: DiffSaying
  /// What comes of all rules that the same answers decide.
  package let together: Together

  /// The worst that all rules together establish, in either pack.
  package struct Together: Hashable, Sendable {
    /// In the old pack.
    package let before: Severity
    /// In the new pack.
    package let after: Severity
  }
}

/// What a pack says of one subject and one patient.
package enum DiffSaying: Hashable, Sendable {
  /// Nothing: a rule is silent, a question is not asked, a screen stays closed.
  case nothing
  /// A rule is possible.
  case possible(Severity)
  /// A rule is established.
  case established(Severity, Release)
  /// A question may apply and is offered.
  case offered(UnknownPolicy)
  /// A question is asked.
  case asked(UnknownPolicy)
  /// An emergency screen is called for.
  case called
}

/// Something that is worded otherwise.
package struct WordingChange: Hashable, Sendable {
  /// Whose words: `rule pregnant`.
  package let subject: String
  /// Which of its texts: `staff, patient`.
  package let parts: [String]

  /// A change from its parts.
  package init(subject: String, parts: [String]) {
    self.subject = subject
    self.parts = parts
  }
}

/// Compares two packs by what they say.
///
/// - Parameters:
///   - old: the pack as it was.
///   - new: the pack as it is.
///   - interviewDate: the day of the interview of the patients that are tried.
///   - most: up to how many combinations all are tried; beyond, every pair of
///     answers.
package func packDiff(
  from old: CompiledPack, to new: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate,
  exhaustingUpTo most: Int = combinationsMax
) -> PackDiff {
  let changed = ChangedSubjects(from: old, to: new)
  let diffs = changed.subjects.indices.map { place in
    changed.diff(at: place, on: interviewDate, exhaustingUpTo: most)
  }
  return PackDiff(from: old, to: new, diffs)
}

extension PackDiff {
  /// Joins what was found of each changed subject.
  package init(from old: CompiledPack, to new: CompiledPack, _ subjects: [SubjectDiff]) {
    self.init(
      subjects: subjects.filter(\.isTold), tables: tableChanges(from: old.tables, to: new.tables),
      wording: wordingChanges(from: old, to: new))
  }
}

extension SubjectDiff {
  /// A question that gained an option bears on many rules that say the same as
  /// before; only what was itself changed, or says something else, is told.
  fileprivate var isTold: Bool { !definition.isEmpty || !combinations.isEmpty }
}
