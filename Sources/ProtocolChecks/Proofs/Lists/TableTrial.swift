package import ClinicalModel
package import Screening

/// Tries the rows of a pack's tables.
///
/// A row with a condition of its own is exhausted like a rule. What the others
/// ask for is one entry of a list, or one of each of two, so that the patient
/// who meets them is at hand.
package struct TableTrial: Sendable {
  /// Every row that makes a rule.
  package let rows: [TableRule]
  private let pack: CompiledPack
  /// The questions that the lists and their gates need, with all tables.
  private let lists: CompiledPack
  /// Answers that open each list.
  private let gates: Answers
  private let interviewDate: CalendarDate
  private let screener: Screener

  /// Prepares the rows; nothing is tried yet.
  package init(
    in pack: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate,
    by screener: @escaping Screener = screen
  ) {
    self.pack = pack
    self.interviewDate = interviewDate
    self.screener = screener
    rows = tableRules(of: pack)
    let questions = [ListSubject.medicines, .plannedIngredients, .allergies].map(\.question)
    lists = RuleInputs(of: [], in: pack, asking: questions).pack.with(tableFindingsOf: pack)
    gates = questions.compactMap(pack.question).reduce(into: Answers()) { gates, list in
      let situations = Situations(of: list.when, in: pack, on: interviewDate)
      let opening = situations.smallest { situations.truth(of: list.when, for: $0) == .true }
      gates = gates.overlaid(with: opening ?? Answers())
    }
  }

  /// Tries one row, by its place.
  package func prove(_ place: Int) -> TableProof {
    let row = rows[place]
    guard row.table.hasPrefix("ingredient-") else { return simple(row) }
    // The gates and lists are those of the rules, which are tried with every
    // way of not knowing.
    let proof = ProtocolChecks.prove(
      row.rule,
      by: RuleTrial(
        rules: [row.rule], in: pack, on: interviewDate, exhaustingUpTo: combinationsMax,
        screener: screener, notKnowing: [.notAsked]))
    let situations = Situations(of: [row.rule], in: pack, on: interviewDate)
    let answers = situations.smallest { situations.truth(of: row.rule.when, for: $0) == .true }
    guard let answers else { return TableProof(row: row, rule: proof, meeting: .unmet) }
    let part = RuleInputs(of: [row.rule], in: pack).pack.with(tableFindingsOf: pack)
    return screened(planning(row, answers), with: part, meeting: row, proof)
  }

  /// The patient with the row's own ingredient planned: what only holds it as an
  /// allergen has rows of its own.
  private func planning(_ row: TableRule, _ answers: Answers) -> Answers {
    let list = ListSubject.plannedIngredients.question
    guard case .and(let parts) = row.rule.when, case .list(.planned(let names))? = parts.first,
      let name = names.first, case .known(.entries(var entries)) = answers[list], !entries.isEmpty
    else { return answers }
    var own = answers
    entries[0][.ingredient] = .known(.text(name))
    own[list] = .known(.entries(entries))
    return own
  }

  private func simple(_ row: TableRule) -> TableProof {
    var answers = Answers()
    for test in row.rule.when.listTests {
      guard let (list, entry) = test.smallestEntry, answers[list] == .unknown(.notAsked) else {
        continue
      }
      answers[list] = .known(.entries([entry]))
    }
    let opened = gates.overlaid(with: answers)
    let proof = RuleProof(
      rule: row.rule.id, inputs: answers.asked, extent: .exhausted, patientCount: 0,
      violations: [])
    let part = RuleInputs(of: [row.rule], in: pack).pack
    let context = AnswerContext(pack: part, answers: opened, interviewDate: interviewDate)
    guard context.assess(row.rule.when).truth == .true else {
      return TableProof(row: row, rule: proof, meeting: .unmet)
    }
    return screened(opened, with: lists, meeting: row, proof)
  }

  /// The report must hold the row's finding with the row's weight.
  private func screened(
    _ answers: Answers, with part: CompiledPack, meeting row: TableRule, _ proof: RuleProof
  ) -> TableProof {
    let patient = ProofPatient(answers, of: part.questions, on: interviewDate)
    let report = screener(answers, part, interviewDate)
    let finding = report.findings.first { $0.rule == row.rule.id && $0.origin == .rule }
    var violations = proof.violations
    if finding?.severity != row.rule.severity || finding?.certainty != .established {
      violations.append(
        ProofViolation(
          proof: .tableRows, rules: [row.rule.id], patient: patient,
          words: "the row weighs \(row.rule.severity.rawValue), yet the report says "
            + (finding?.severity.rawValue ?? "nothing")))
    }
    return TableProof(
      row: row,
      rule: RuleProof(
        rule: proof.rule, inputs: proof.inputs, extent: proof.extent,
        patientCount: proof.patientCount + 1, violations: violations),
      meeting: .met(patient))
  }
}

extension ListTest {
  /// The least that must be listed for it to hold, as far as one entry does.
  fileprivate var smallestEntry: (list: Question.ID, entry: Answers)? {
    switch self {
    case .taking(let keys):
      keys.first.map {
        (
          ListSubject.medicines.question,
          [.medicine: .known(.text($0.rawValue)), .use: .known(.choice("regular"))]
        )
      }
    case .planned(let names):
      names.first.map {
        (ListSubject.plannedIngredients.question, [.ingredient: .known(.text($0))])
      }
    case .allergic(let allergen, .only(let reaction)):
      (
        ListSubject.allergies.question,
        [.allergen: .known(.text(allergen)), .reaction: .known(.choice(reaction))]
      )
    default: nil
    }
  }
}

extension CompiledPack {
  /// The questions of the pack with the tables of a whole one and no rule.
  fileprivate func with(tableFindingsOf whole: CompiledPack) -> CompiledPack {
    let part = ProtocolPack(
      id: pack.id, version: pack.version, digest: pack.digest, title: "", jurisdiction: "",
      approval: "",
      intendedUse: "", sections: pack.sections, rules: [],
      tables: whole.tables.with(findings: whole.tables.findings.map(\.withoutWording)))
    return CompiledPack(part, from: whole)
  }
}
