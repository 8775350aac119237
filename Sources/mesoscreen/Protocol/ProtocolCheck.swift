import ArgumentParser
import ClinicalModel
import Foundation
import ProtocolChecks
import Screening

/// `mesoscreen protocol check [PACK]`: tries the proofs on every rule.
struct ProtocolCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove a pack by exhausting each rule's own inputs.",
    discussion: """
      Each rule is screened with every combination of the answers that its \
      condition can tell apart, missing ones among them. A clinic's overlay is \
      also compared with the pack below it: nothing may be milder or earlier. \
      Ends with 1 when a proof does not hold; then the smallest patient is shown. \
      With --mutants it also ends with 1 when cases notice fewer than 98 of 100 \
      mutants, or miss one of a do-not-treat rule or row.
      """)

  @Flag(help: "Spoil each rule on purpose and ask its cases whether they notice.")
  var mutants = false

  @ArgumentParser.Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "Look at this rule only; may be given several times.", valueName: "ID"))
  var only: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp("Screen so many random patients over the whole pack.", valueName: "N"))
  var random = 0

  @ArgumentParser.Option(
    help: ArgumentHelp("The number that random patients follow from.", valueName: "S"))
  var seed: UInt64 = 1

  @OptionGroup var choice: PackChoice

  mutating func validate() throws {
    guard (0...Self.randomMax).contains(random) else {
      throw ValidationError("--random takes a number from 0 to \(Self.randomMax)")
    }
  }

  /// More patients than anybody waits for.
  private static let randomMax = 100_000_000

  mutating func run() throws {
    let pack = try mutants ? choice.packWithCases() : choice.pack()
    let day = try choice.interviewDate()
    if !only.isEmpty { return try checkOnly(try chosenRules(of: pack), in: pack, on: day) }
    let rules = onAllCores(pack.rules.count, "Rules") { prove(pack.rules[$0], in: pack, on: day) }
    let trial = TableTrial(in: pack, on: day)
    let tables = onAllCores(trial.rows.count, "Tables") { trial.prove($0) }
    let orders = onAllCores(pack.riskOrders.count, "Risk orders") {
      proveMonotonicity(of: pack.riskOrders[$0], in: pack, on: day)
    }
    let sets = pack.riskSets.compactMap { set in
      let trial = RiskSetTrial(of: set, in: pack, on: day)
      return RiskSetProof(
        joining: onAllCores(trial.count, "Lists of risks") { trial.prove($0) })
    }
    let mutations =
      mutants
      ? onAllCores(pack.rules.count, "Mutants") {
        runMutants(of: pack.rules[$0], in: pack, on: day)
      } : []
    let tableMutants =
      mutants ? try mutated(pack, on: day) : []
    let consultations = random == 0 ? [] : [randomPatients(in: pack, on: day)]
    let result = CheckResult(
      pack: pack, interviewDate: day, rules: rules, tables: tables, orders: orders, sets: sets,
      mutations: mutations, tableMutants: tableMutants,
      consultations: consultations, seed: seed)
    let overlay = try OverlayCheck(
      choice.files(), read: pack, on: day, random: random, seed: seed)
    try Output.write(result.text + overlay.text)
    try judge(result, overlay.violations.count)
    // A few rules by themselves are too few for a score.
    if let score = result.lowScores.first {
      throw Failure(
        .foundFault, score, safe: "nothing was changed",
        next: "write a case that notices each mutant marked SURVIVED")
    }
  }

  /// The rules that were asked for.
  private func chosenRules(of pack: CompiledPack) throws -> [Rule] {
    try only.map { name in
      guard let rule = pack.rule(Rule.ID(rawValue: name)) else {
        throw Failure(
          .badInput, "the pack has no rule \(name)", safe: "nothing was checked",
          next: "see mesoscreen protocol show for the rules")
      }
      return rule
    }
  }

  /// A few rules by themselves: what an author wants to know while writing one.
  private func checkOnly(
    _ chosen: [Rule], in pack: CompiledPack, on day: CalendarDate
  ) throws {
    let result = CheckResult(
      pack: pack, interviewDate: day,
      rules: onAllCores(chosen.count, "Rules") { prove(chosen[$0], in: pack, on: day) },
      tables: [], orders: [], sets: [],
      mutations: mutants
        ? onAllCores(chosen.count, "Mutants") { runMutants(of: chosen[$0], in: pack, on: day) }
        : [],
      tableMutants: [], consultations: [], seed: seed)
    try Output.write(result.text)
    try judge(result, 0)
  }

  /// Ends with a fault where something does not hold.
  private func judge(_ result: CheckResult, _ ofOverlay: Int) throws {
    let violated = result.violations.count + ofOverlay
    guard violated == 0 else {
      throw Failure(
        .foundFault, "\(violated) proofs do not hold", safe: "nothing was changed",
        next: "correct the pack, or write the exception and its reason into it")
    }
    let unmet = result.unmetRows.count
    guard unmet == 0 else {
      throw Failure(
        .foundFault, "\(unmet) rows of tables are met by no patient", safe: "nothing was changed",
        next: "correct their conditions or remove them")
    }
    let unneeded = result.unneededExceptions.count
    guard unneeded == 0 else {
      throw Failure(
        .foundFault, "\(unneeded) exceptions of risk orders are not needed",
        safe: "nothing was changed", next: "take them out of risk-orders.yaml")
    }
  }

  /// Every row of the tables spoilt in turn.
  private func mutated(_ pack: CompiledPack, on day: CalendarDate) throws -> [TableMutant] {
    let work = TableMutation(
      of: pack, cases: try choice.tableCases(for: pack),
      reactions: try choice.allergyCases(for: pack), on: day)
    return onAllCores(work.partCount, "Mutants of tables") { work.mutants(ofPart: $0) }
      .flatMap { $0 }
  }

  private static let patientsAtOnce = 200

  private func randomPatients(in pack: CompiledPack, on day: CalendarDate) -> ConsultationProof {
    let consultations = RandomConsultations(in: pack, seed: seed, on: day)
    let random = random
    let began = ContinuousClock.now
    let runs = onAllCores(
      (random + Self.patientsAtOnce - 1) / Self.patientsAtOnce, "Random patients"
    ) { part in
      let first = part * Self.patientsAtOnce
      return consultations.prove(patients: first..<min(first + Self.patientsAtOnce, random))
    }
    let seconds = began.duration(to: .now) / .seconds(1)
    ProgressLine("", count: 1).end("\(Int(Double(random) / max(seconds, 0.001))) patients a second")
    return ConsultationProof(joining: runs)
  }
}
