// Lint looks for faults in what a pack says, in this order:
//
//   PackLint          the whole, as parts that can be worked on side by side
//   Situations        every combination of answers that a condition tells apart
//   Reach             conditions that never or always hold, and why
//   HiddenInputs      questions that are not asked although a rule needs them
//   SilencedRules     rules that not knowing an answer can silence
//   ContradictionLint pairs of answers that can never be told
//   Polarity          yes bears the finding, no does not
//   GroupLint         questions that may be denied together
//   CaseLint          every rule shown by its cases
//   ComparisonLint    numbers and dates compared with what they can reach
//   LayoutLint        texts that fit the screens
//   NamingLint        things that can be told apart
//   SourceLint        what is cited, and how well it carries
//   PlanLint          warnings of medicines that wait for the plan
//   WordingLint       words that may not be said
//   SkinTestLint      findings that a test ends, and which one
//   ListLint          fields of lists that nobody is asked for or nothing reads
//   OptionLint        options that change nothing, and nobody says why
//   DeferralLint      deferrals that nothing ends
//   ConflictLint      one condition, two weights
//   ClassTagLint      tags that a class of medicines implies
//   BrandLint         combination brands that lack what they hold
//
// What the reader of the files finds already is not looked for again.

package import ClinicalModel
package import Screening

/// Every fault in what a pack says; a warning is one that may be meant.
package func lint(_ pack: CompiledPack, _ options: LintOptions = LintOptions()) -> [LintFinding] {
  let work = PackLint(pack, options)
  return (0..<work.partCount).flatMap(work.findings)
}

/// How a pack is looked at.
package struct LintOptions: Sendable {
  /// The day of made-up interviews.
  package let interviewDate: CalendarDate
  /// Whether the pack's rules hold their cases.
  package let cases: Cases
  /// How many columns of a terminal a text takes.
  package let columns: @Sendable (String) -> Int

  /// Whether the cases of a pack are known.
  package enum Cases: Hashable, Sendable {
    /// They are, and are looked at.
    case known
    /// They could not be read; nothing is said of them.
    case notRead
  }

  /// Options; a column for each character unless told otherwise.
  package init(
    interviewDate: CalendarDate = RuleCase.usualDate, cases: Cases = .known,
    columns: @escaping @Sendable (String) -> Int = { $0.count }
  ) {
    self.interviewDate = interviewDate
    self.cases = cases
    self.columns = columns
  }
}

/// The lint of one pack, in parts that do not depend on one another.
package struct PackLint: Sendable {
  private let parts: [@Sendable () -> [LintFinding]]

  /// How many parts there are.
  package var partCount: Int { parts.count }

  /// Prepares the parts; nothing is looked for yet.
  package init(_ pack: CompiledPack, _ options: LintOptions = LintOptions()) {
    let reach = Reach(pack: pack, interviewDate: options.interviewDate)
    let hidden = HiddenInputs(pack: pack, interviewDate: options.interviewDate)
    let polarity = Polarity(pack: pack, interviewDate: options.interviewDate)
    let cases = CaseLint(pack: pack)
    var parts: [@Sendable () -> [LintFinding]] = []
    for rule in pack.rules {
      parts.append {
        // Of a rule that can never hold nothing more needs to be said.
        let found = reach.findings(of: rule)
        return found.isEmpty ? hidden.findings(of: rule) : found
      }
      if options.cases == .known { parts.append { cases.findings(of: rule) } }
    }
    for question in pack.questions {
      parts.append { reach.findings(of: question) + polarity.findings(of: question) }
    }
    let rows = pack.rowConditions
    for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
      let some = rows[start..<min(start + Self.rowsAtOnce, rows.count)]
      parts.append { reach.findings(of: Array(some)) }
    }
    parts.append { reach.findingsElsewhere() + hidden.findingsElsewhere() }
    parts.append { SilencedRules(pack: pack, interviewDate: options.interviewDate).findings() }
    let contradictions = ContradictionLint(pack: pack, interviewDate: options.interviewDate)
    for pair in pack.contradictions.pairs { parts.append { contradictions.findings(of: pair) } }
    parts.append { comparisonFindings(of: pack) }
    parts.append { GroupLint(pack: pack).findings() + riskOrderFindings(of: pack) }
    parts.append { LayoutLint(pack: pack, columns: options.columns).findings() }
    parts.append { namingFindings(of: pack) + sourceFindings(of: pack) + planFindings(of: pack) }
    parts.append { WordingLint(pack: pack).findings() }
    parts.append { skinTestFindings(of: pack) }
    parts.append { ListLint(pack: pack, interviewDate: options.interviewDate).findings() }
    parts.append { OptionLint(pack: pack).findings() + ConflictLint(pack: pack).findings() }
    parts.append { DeferralLint(pack: pack).findings() }
    parts.append { classTagFindings(of: pack) + BrandLint(pack: pack).findings() }
    self.parts = parts
  }

  /// How many rows of tables make one part.
  private static let rowsAtOnce = 16

  /// What one part finds.
  package func findings(ofPart part: Int) -> [LintFinding] { parts[part]() }
}

/// What a pack itself says is not finished or not by the rule; none of it is a
/// fault, and all of it is for the clinician who reviews the pack.
package struct LintCounts: Hashable, Sendable {
  /// Rules that rest on general knowledge alone and await a clinician.
  package let awaitingRules: Int
  /// Rows of tables that were decided without a source, or on general
  /// knowledge, and await a clinician.
  package let awaitingRows: Int
  /// Rules that declared orders of risk leave out.
  package let riskExceptions: Int
  /// Questions in which "no" bears the finding.
  package let turnedQuestions: Int

  /// Counts what a pack says of itself.
  package init(_ pack: ProtocolPack) {
    awaitingRules = pack.rules.count { $0.strength == .generalKnowledge }
    awaitingRows = pack.tables.evidence.count(where: \.awaitsClinician)
    riskExceptions = pack.riskOrders.map(\.exceptions.count).reduce(0, +)
    turnedQuestions = pack.questions.count { $0.findingSide != .yes }
  }
}
