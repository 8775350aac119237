package import ClinicalModel

/// One fault in what a pack says, with where it lies and what to do about it.
package struct LintFinding: Hashable, Sendable {
  /// Whether the pack may be used all the same.
  package enum Severity: String, Sendable {
    /// It may not.
    case error
    /// It may, but somebody should look.
    case warning
  }

  /// What shows the fault.
  package enum Witness: Hashable, Sendable {
    /// The cause says it all.
    case none
    /// The smallest patient, part or piece of text, in words.
    case words(String)
  }

  /// Another place that the fault is about.
  package struct RelatedSpot: Hashable, Sendable {
    /// The place.
    package let spot: PackSpot
    /// What is there, or what it says.
    package let words: String

    init(_ spot: PackSpot, _ words: String) {
      self.spot = spot
      self.words = words
    }
  }

  /// What was looked for.
  package let check: LintCheck
  /// Whether the pack may be used all the same.
  package let severity: Severity
  /// Where it lies.
  package let spot: PackSpot
  /// What is wrong.
  package let cause: String
  /// What shows it.
  package let witness: Witness
  /// The other places that the fault is about; empty for most.
  package let related: [RelatedSpot]
  /// What to do.
  package let remedy: String

  init(
    _ check: LintCheck, _ severity: Severity = .error, at spot: PackSpot, _ cause: String,
    witness: Witness = .none, related: [RelatedSpot] = [], _ remedy: String
  ) {
    self.check = check
    self.severity = severity
    self.spot = spot
    self.cause = cause
    self.witness = witness
    self.related = related
    self.remedy = remedy
  }
}

/// What a lint looks for, beyond what reading a pack finds already.
package enum LintCheck: String, CaseIterable, Sendable {
  /// A condition that no answers make true.
  case neverHolds = "never-holds"
  /// A condition that all answers make true.
  case alwaysHolds = "always-holds"
  /// A question that is asked only when an emergency has ended the interview,
  /// or only of patients who are excluded already.
  case askedInVain = "asked-in-vain"
  /// A question or field whose answer nothing reads.
  case unread
  /// An option that changes nothing, and nobody says why it is asked.
  case unreadOption = "unread-option"
  /// A question that is not asked although a rule needs its answer.
  case hiddenInput = "hidden-input"
  /// An emergency finding without an emergency screen.
  case noEmergencyScreen = "no-emergency-screen"
  /// Days counted from something that may still be going on.
  case stillGoingOn = "still-going-on"
  /// Days counted in the wrong direction.
  case wrongTense = "wrong-tense"
  /// A number compared with one that it cannot pass.
  case outOfRange = "out-of-range"
  /// An answer that is not known, and a rule that forbids or defers falls silent.
  case silentUnknown = "silent-unknown"
  /// Two answers that are said to contradict each other and never can.
  case contradiction
  /// A yes-or-no question whose other side bears the heavier finding.
  case polarity
  /// A group that may not be denied with one key.
  case group
  /// An order of risk with a needless exception.
  case riskOrder = "risk-order"
  /// A rule that its cases do not show.
  case uncovered
  /// A case that does not hold.
  case failingCase = "failing-case"
  /// A window without the cases at its end.
  case boundary
  /// A deferral that no answer, document, test or date ends.
  case deadEnd = "dead-end"
  /// Two rules or rows that weigh the same patients differently.
  case conflict
  /// A medicine without a tag that its class implies.
  case classTag = "class-tag"
  /// A combination brand without a medicine that it holds.
  case brandPart = "brand-part"
  /// A text that does not fit its place on screen.
  case tooLong = "too-long"
  /// Two things that cannot be told apart.
  case duplicate
  /// An option that cannot be chosen or asked for.
  case optionClash = "option-clash"
  /// A medicine's warning that waits for something other than the plan.
  case notAboutPlan = "not-about-plan"
  /// A finding that lets a test come first and names none that ends it.
  case noTest = "no-test"
  /// A source that nothing cites, or that does not carry what cites it.
  case source
  /// Words that may not be said.
  case forbiddenWords = "forbidden-words"
}
