import ClinicalModel
import ProtocolChecks
import Screening

/// Everything a check found, as text.
struct CheckResult {
  let pack: CompiledPack
  let interviewDate: CalendarDate
  let rules: [RuleProof]
  /// Empty when the tables make no rules.
  let tables: [TableProof]
  let orders: [MonotonicityProof]
  /// Empty when no list is declared.
  let sets: [RiskSetProof]
  /// Empty when no mutants were asked for.
  let mutations: [MutationRun]
  /// Empty when no mutants were asked for.
  let tableMutants: [TableMutant]
  /// Empty when no random patients were asked for.
  let consultations: [ConsultationProof]
  let seed: UInt64

  /// What does not hold, rules first.
  var violations: [ProofViolation] {
    rules.flatMap(\.violations) + tables.flatMap(\.rule.violations)
      + orders.flatMap(\.violations) + sets.flatMap(\.violations)
      + consultations.flatMap(\.violations)
  }

  /// The whole text, each line ended by a line feed.
  var text: String {
    "\(pack.id) \(pack.version), \(pack.digest)\n\n" + ruleLines + tableLines + orderLines
      + setLines
      + patientLines + mutantLines + tableMutantLines
  }

  private var ruleLines: String {
    let exhausted = rules.count { $0.extent == .exhausted }
    let patients = rules.map(\.patientCount).reduce(0, +)
    return "Rules: \(rules.count), \(exhausted) with every combination of their inputs, "
      + "\(rules.count - exhausted) with every pair; \(patients) patients screened\n"
      + Proof.allCases.filter { ![.monotonicity, .overlay, .tableRows].contains($0) }
      .map { line($0, rules.map(\.violations)) }
      .joined()
  }

  /// The rows that no patient meets.
  var unmetRows: [TableRule] { tables.filter { $0.meeting == .unmet }.map(\.row) }

  private var tableLines: String {
    guard !tables.isEmpty else { return "" }
    let exhausted = tables.count { $0.rule.extent == .exhausted }
    let patients = tables.map(\.rule.patientCount).reduce(0, +)
    return
      "\nTables: \(tables.count - unmetRows.count) of \(tables.count) rows met by some patient, "
      + "\(exhausted) with every combination of their inputs; \(patients) patients screened\n"
      + Proof.allCases.filter { ![.monotonicity, .overlay].contains($0) }
      .map { line($0, tables.map(\.rule.violations)) }.joined()
      + unmetRows.map { "  UNMET \($0.table): \($0.row.joined(separator: " "))\n" }.joined()
  }

  private var orderLines: String {
    guard !orders.isEmpty else {
      return pack.riskOrders.isEmpty ? "\nRisk orders: none declared\n" : ""
    }
    let patients = orders.map(\.patientCount).reduce(0, +)
    let pairwise = orders.count { $0.extent == .pairwise }
    return "\nRisk orders: \(orders.count), \(pairwise) of them tried in pairs; "
      + "\(patients) patients screened\n" + line(.monotonicity, orders.map(\.violations))
      + exceptionLines
  }

  /// Exceptions that nothing needs, with the order they belong to.
  var unneededExceptions: [(order: Question.ID, exception: RiskException)] {
    orders.flatMap { proof in proof.unneeded.map { (proof.order.question, $0) } }
  }

  /// What the pack itself leaves out of the proof, for the clinician who
  /// reviews it.
  private var exceptionLines: String {
    let count = orders.map(\.order.exceptions.count).reduce(0, +)
    let lines = orders.flatMap { proof in
      proof.order.exceptions.flatMap { exception in
        PageText.hanging(
          "    ",
          "\(proof.order.question) without \(exception.rule)"
            + (proof.unneeded.contains(exception) ? ", NOT NEEDED" : "") + ": \(exception.reason)")
      }
    }
    return "  exceptions          \(count) written in the pack\n" + lines.map { $0 + "\n" }.joined()
  }

  private var setLines: String {
    guard !sets.isEmpty else { return "" }
    return "\nLists of risks: \(sets.count); \(sets.map(\.patientCount).reduce(0, +)) patients "
      + "screened\n"
      + sets.map { proof in
        "  \(proof.set.list.rawValue): \(proof.entryCount) entries added to, in turn, \(proof.baseCount) "
          + "patients, \(proof.set.exceptions.count) exceptions written in the pack\n"
      }.joined() + line(.monotonicity, sets.map(\.violations))
  }

  private var patientLines: String {
    guard !consultations.isEmpty else { return "" }
    let patients = consultations.map(\.patientCount).reduce(0, +)
    return "\nRandom patients: \(patients) over the whole pack, seed \(seed)\n"
      + [Proof.intervalSoundness, .skipSafety, .determinism]
      .map { line($0, consultations.map(\.violations)) }.joined()
  }

  private func line(_ proof: Proof, _ violations: [[ProofViolation]]) -> String {
    let found = violations.joined().filter { $0.proof == proof }
    let head =
      "  " + Columns.left(proof.rawValue, 20)
      + (found.isEmpty ? "holds" : "VIOLATED \(found.count)") + "\n"
    return head
      + found.map { violation in
        let few = violation.rules.count <= 3 && !violation.rules.isEmpty
        let place = few ? violation.rules.map(\.rawValue).joined(separator: ", ") : "the whole"
        return "    \(place): \(violation.words)\n      \(violation.patient.words)\n"
      }.joined()
  }

  /// How many of a thousand mutants must be noticed; of what excludes, all.
  private static let scoreMin = (all: 980, heaviest: 1000)

  /// The scores that are too low, a sentence each.
  var lowScores: [String] {
    let scores = [
      ("mutants of rules", MutationScore(mutations).perThousand, Self.scoreMin.all),
      ("mutants of do-not-treat rules", heaviestRules.perThousand, Self.scoreMin.heaviest),
      ("mutants of tables", TableMutationScore(tableMutants).perThousand, Self.scoreMin.all),
      ("mutants of do-not-treat rows", heaviestRows.perThousand, Self.scoreMin.heaviest),
    ]
    return scores.filter { $0.1 < $0.2 }.map { what, score, least in
      "\(percent(score)) of the \(what) are noticed, \(percent(least)) must be"
    }
  }

  private var heaviestRules: MutationScore {
    MutationScore(mutations.filter { $0.severity == .doNotTreat })
  }

  private var heaviestRows: TableMutationScore {
    TableMutationScore(tableMutants.filter { $0.severity == .doNotTreat })
  }

  private var mutantLines: String {
    guard !mutations.isEmpty else { return "" }
    let all = MutationScore(mutations)
    let heaviest = heaviestRules
    return "\nMutants: " + words(all) + "\n  of do-not-treat rules: " + words(heaviest) + "\n"
      + mutations.flatMap { run in
        run.survivors.map { "  SURVIVED \(run.rule): \(words($0))\n" }
          + run.equivalents.map { "  equivalent \(run.rule): \(words($0))\n" }
      }.joined()
  }

  private var tableMutantLines: String {
    guard !tableMutants.isEmpty else { return "" }
    let kinds = TableMutant.Change.allCases.compactMap { change -> String? in
      let own = tableMutants.filter { $0.change == change }
      return own.isEmpty
        ? nil : "  \(Columns.left(change.rawValue, 20))\(words(TableMutationScore(own)))\n"
    }
    return "\nMutants of tables: \(words(TableMutationScore(tableMutants)))\n"
      + "  of do-not-treat rows: \(words(heaviestRows))\n" + kinds.joined()
      + tableMutants.filter { $0.notice == .nobody }.map {
        "  SURVIVED \($0.table) \($0.row.joined(separator: " ")): \($0.change.rawValue), "
          + "\($0.words)\n"
      }.joined()
  }

  private func words(_ score: TableMutationScore) -> String {
    "\(score.noticedCount) of \(score.count) noticed by a case or the lint, "
      + percent(score.perThousand)
  }

  private func percent(_ perThousand: Int) -> String { "\(perThousand / 10).\(perThousand % 10) %" }

  private func words(_ score: MutationScore) -> String {
    "\(score.killedCount) of \(score.killedCount + score.survivorCount) killed, "
      + "\(percent(score.perThousand)); \(score.equivalentCount) equivalent"
  }

  private func words(_ mutant: Mutant) -> String {
    "\(mutant.change.rawValue): \(mutant.original) -> \(mutant.replacement)"
  }
}
