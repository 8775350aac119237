import ClinicalModel
import Foundation
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

/// The proof that an overlay is never milder, tried on overlays that are: made
/// in code, because the reader would refuse to read them.
@Suite struct OverlayProofTests {
  private static let questions = [
    ProofPack.sex, ProofPack.pregnant, ProofPack.filler, ProofPack.planned, ProofPack.device,
  ]
  private static let filler28 = filler(28)
  private static let pregnant = ProofPack.rule(
    .isAny("pregnant", ["yes"]), .doNotTreat, id: "pregnant")
  private static let device = ProofPack.rule(.isAny("device", ["roller"]), id: "device")
  private static let base = ProofPack.pack(questions, [filler28, pregnant, device])

  private static func filler(_ days: Int, _ severity: Severity = .defer, until: Int? = nil) -> Rule
  {
    ProofPack.rule(
      .compare(.days("filler-date"), .less, Quantity(days)), severity,
      until: severity == .defer ? .date("filler-date", days: until ?? days) : .notDeferred,
      id: "filler")
  }

  /// What is milder in a pack of these rules than in the base, one line each.
  private func milder(
    _ rules: [Rule], _ questions: [Question] = Self.questions,
    by screener: @escaping Screener = screen
  ) -> [String] {
    milder(ProofPack.pack(questions, rules), by: screener)
  }

  private func milder(
    _ overlaid: CompiledPack, over base: CompiledPack = Self.base,
    by screener: @escaping Screener = screen
  ) -> [String] {
    let trials = OverlayTrials(base: base, overlaid: overlaid, by: screener)
    return (0..<trials.count).flatMap { number -> [String] in
      let proof = trials.prove(number)
      return proof.violations.map { "\(proof.subject.words): \($0.line)" }
    }
  }

  private func drawn(_ overlaid: CompiledPack) -> [String] {
    OverlayConsultations(base: Self.base, overlaid: overlaid, seed: 7)
      .prove(patients: 0..<400).violations.map(\.line)
  }

  @Test func `a pack with nothing raised is as the pack`() {
    #expect(milder(Self.base) == [])
    #expect(drawn(Self.base) == [])
    let trials = OverlayTrials(base: Self.base, overlaid: Self.base)
    #expect(
      (0..<trials.count).map { trials.prove($0).means } == [.unchanged, .unchanged, .unchanged])
  }

  @Test func `raised severities, longer windows and added rules are never milder`() {
    let added = ProofPack.rule(.isAny("device", ["needle"]), .defer, until: .event("e"), id: "new")
    let question = Question(
      id: "reachable", ask: "", label: "", kind: .single,
      options: ProofPack.options(["yes", "no"]),
      onUnknown: .finding(.caution))
    let overlaid = ProofPack.pack(
      Self.questions + [question],
      [Self.filler(42), Self.pregnant, ProofPack.rule(Self.device.when, .doNotTreat, id: "device")]
        + [added])
    #expect(milder(overlaid) == [])
    #expect(drawn(overlaid) == [])
  }

  @Test func `a rule that is raised until another date stays with those it is weighed with`() {
    let twin = ProofPack.rule(Self.device.when, .defer, until: .event("e"), id: "twin")
    let raised = ProofPack.rule(
      Self.device.when, .defer, until: .date("filler-date", days: 3), id: "device")
    let base = ProofPack.pack(Self.questions, [Self.device, twin])
    #expect(milder(ProofPack.pack(Self.questions, [raised, twin]), over: base) == [])
  }

  @Test func `a milder severity shows in one answer`() {
    let line =
      "filler: overlay | interview 2026-12-01: filler-date = 2026-11-04 | "
      + "the outcome is caution, in the pack defer"
    #expect(milder([Self.filler(28, .caution), Self.pregnant, Self.device]) == [line])
  }

  @Test func `a shorter window shows on the days between the two`() {
    #expect(
      milder([Self.filler(27), Self.pregnant, Self.device]) == [
        "filler: overlay | interview 2026-12-01: filler-date = 2026-11-04 | "
          + "the outcome is proceed, in the pack defer"
      ])
  }

  @Test func `a deferral that ends earlier shows although it still defers`() {
    #expect(
      milder([Self.filler(28, until: 20), Self.pregnant, Self.device]) == [
        "filler: overlay | interview 2026-12-01: filler-date = 2026-11-04 | "
          + "the earliest date is 2026-11-24, in the pack 2026-12-02"
      ])
  }

  @Test func `a rule left out shows even where another is as heavy`() {
    let twin = ProofPack.rule(.isAny("pregnant", ["yes"]), .doNotTreat, id: "twin")
    let base = ProofPack.pack(Self.questions, [Self.pregnant, twin])
    #expect(
      milder(ProofPack.pack(Self.questions, [Self.pregnant]), over: base) == [
        "pregnant: overlay | interview 2026-12-01: nothing answered | twin is not found",
        "twin: overlay | interview 2026-12-01: nothing answered | twin is not found",
      ])
  }

  @Test func `a rule that weighs less or ends earlier shows behind one as heavy`() {
    let known = Question(
      id: "flag", ask: "", label: "", kind: .single, options: ProofPack.options(["yes"]))
    func pack(_ twin: Rule) -> CompiledPack {
      ProofPack.pack(
        [known, ProofPack.filler, ProofPack.planned],
        [
          ProofPack.rule(.isAny("flag", ["yes"]), .doNotTreat, id: "heavy"), twin,
          ProofPack.rule(
            .compare(.days("filler-date"), .less, Quantity(90)), .defer,
            until: .date("filler-date", days: 90), id: "long"),
        ])
    }
    func twin(_ severity: Severity) -> Rule {
      ProofPack.rule(.isAny("flag", ["yes"]), severity, id: "twin")
    }
    let lighter = "twin is caution, in the pack do-not-treat"
    #expect(
      milder(pack(twin(.caution)), over: pack(twin(.doNotTreat))) == [
        "heavy: overlay | interview 2026-12-01: nothing answered | \(lighter)",
        "twin: overlay | interview 2026-12-01: nothing answered | \(lighter)",
      ])
    let earlier = "filler ends with 20 days after: filler, in the pack with 28 days after: filler"
    #expect(
      milder(pack(Self.filler(28, until: 20)), over: pack(Self.filler28)) == [
        "filler: overlay | interview 2026-12-01: nothing answered | \(earlier)",
        "long: overlay | interview 2026-12-01: nothing answered | \(earlier)",
      ])
    #expect(milder(pack(Self.filler(28, until: 40)), over: pack(Self.filler28)) == [])
  }

  @Test func `a finding that is only possible shows behind one that is established`() {
    func pack(_ when: Condition) -> CompiledPack {
      ProofPack.pack(
        [ProofPack.sex, ProofPack.device],
        [
          ProofPack.rule(.isAny("sex", ["female"]), .doNotTreat, id: "heavy"),
          ProofPack.rule(when, .doNotTreat, id: "twin"),
        ])
    }
    let roller = Condition.isAny("device", ["roller"])
    let words = "twin is only possible, in the pack it is established"
    #expect(
      milder(
        pack(.and([.isAny("sex", ["female"]), .or([roller, .not(roller)])])),
        over: pack(.isAny("sex", ["female"]))) == [
          "heavy: overlay | interview 2026-12-01: sex = female | \(words)",
          "twin: overlay | interview 2026-12-01: sex = female | \(words)",
        ])
  }

  @Test func `a milder unknown shows in a patient who was not asked`() {
    let milderQuestion = Question(
      id: "pregnant", ask: "", label: "pregnant", kind: .single,
      options: ProofPack.options(["no", "yes"]), when: .isNot("sex", "male"),
      onUnknown: .finding(.caution))
    let lines = milder(
      Self.base.rules,
      [ProofPack.sex, milderQuestion, ProofPack.filler, ProofPack.planned, ProofPack.device])
    #expect(
      lines == [
        "pregnant: overlay | interview 2026-12-01: pregnant = unsure | "
          + "the outcome is caution, in the pack defer"
      ])
  }

  @Test func `a new gate shows in whom it hides`() {
    let gated = Question(
      id: "device", ask: "", label: "device", kind: .single,
      options: ProofPack.options(["needle", "roller", "massage"]), when: .isAny("sex", ["female"]))
    #expect(
      milder(
        Self.base.rules,
        [ProofPack.sex, ProofPack.pregnant, ProofPack.filler, ProofPack.planned, gated]) == [
          "device: overlay | interview 2026-12-01: sex = male, device = roller | "
            + "the outcome is proceed, in the pack caution"
        ])
  }

  @Test func `a question no rule reads is tried by itself`() {
    func pack(_ policy: UnknownPolicy) -> CompiledPack {
      let name = Question(id: "name", ask: "", label: "", kind: .text, onUnknown: policy)
      return ProofPack.pack(Self.questions + [name], Self.base.rules)
    }
    #expect(
      milder(pack(.noFinding), over: pack(.finding(.caution))) == [
        "question name: overlay | interview 2026-12-01: nothing answered | "
          + "the outcome is proceed, in the pack caution"
      ])
    #expect(milder(pack(.finding(.caution)), over: pack(.noFinding)) == [])
  }

  @Test func `an emergency screen that no longer opens is shown`() {
    func pack(_ options: [Option.ID]) -> CompiledPack {
      CompiledPack(
        ProtocolPack(
          id: "e", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
          intendedUse: "",
          sections: [
            Section(id: "all", title: "", short: "", askedBy: "", questions: [ProofPack.product])
          ], rules: [],
          emergencies: [
            Emergency(
              id: "now", title: "", when: .hasAny("product", options), steps: ["STOP."], cite: [])
          ]))
    }
    #expect(
      milder(pack(["filler"]), over: pack(["filler", "vitamins"])) == [
        "emergency now: overlay | interview 2026-12-01: product = [vitamins] | "
          + "the emergency screen now does not open"
      ])
    #expect(milder(pack(["filler", "vitamins"]), over: pack(["filler"])) == [])
  }

  @Test func `an emergency that becomes an ordinary finding is shown`() {
    func pack(_ urgency: Urgency) -> CompiledPack {
      ProofPack.pack(
        [ProofPack.sex],
        [
          Rule(
            id: "flag", title: "", when: .isAny("sex", ["female"]), severity: .doNotTreat,
            staff: "", patient: "", cite: [], strength: .label, urgency: urgency)
        ])
    }
    #expect(
      milder(pack(.ordinary), over: pack(.emergency)) == [
        "flag: overlay | interview 2026-12-01: nothing answered | "
          + "flag is no emergency, in the pack it is one"
      ])
  }

  @Test func `an event that becomes another event is shown`() {
    func pack(_ event: String) -> CompiledPack {
      ProofPack.pack(
        [ProofPack.device],
        [ProofPack.rule(.isAny("device", ["roller"]), .defer, until: .event(event))])
    }
    #expect(
      milder(pack("any day"), over: pack("a letter")) == [
        "rule: overlay | interview 2026-12-01: nothing answered | "
          + "rule ends with any day, in the pack with a letter"
      ])
  }

  @Test func `with too many answers every pair is tried and a milder rule still shows`() {
    let trials = OverlayTrials(
      base: Self.base, overlaid: ProofPack.pack(Self.questions, [Self.pregnant, Self.device]),
      exhaustingUpTo: 5)
    let proofs = (0..<trials.count).map(trials.prove)
    #expect(proofs.map(\.means) == [.screened(.pairwise), .unchanged, .unchanged])
    #expect(proofs.map(\.violations.count) == [1, 0, 0])
  }

  @Test func `random patients find a milder pack and are made as small as they can be`() {
    #expect(
      drawn(ProofPack.pack(Self.questions, [Self.filler28, Self.device])) == [
        "overlay | interview 2026-12-01: nothing answered | "
          + "the report could become defer at worst, in the pack do-not-treat"
      ])
  }

  /// What the reader lets through must hold; the command tries every
  /// combination, here the larger rules are tried in pairs.
  @Test func `the example overlay that ships is never milder than the shipped pack`() throws {
    let base = try BuiltIn.pack.get()
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Resources/Overlays/example-clinic")
    let files = try PackFiles(folder: folder.path)
    let overlaid = CompiledPack(try readPack(files, digest: ""))
    let trials = OverlayTrials(base: base, overlaid: overlaid, exhaustingUpTo: 3_000)
    let proofs = (0..<trials.count).map(trials.prove)
    #expect(proofs.flatMap(\.violations).map(\.line) == [])
    let tried = proofs.filter { $0.means != .unchanged }
    #expect(tried.allSatisfy { $0.patientCount > 5 })
    for rule: Rule.ID in ["filler-28-days", "steroid-recent-28-days", "interpreter-family"] {
      #expect(tried.contains { $0.subject == .rule(rule) })
    }
    let patients = OverlayConsultations(base: base, overlaid: overlaid, seed: 2026)
    #expect(patients.prove(patients: 0..<20).violations == [])
    let whole = CompiledPack(try readCases(files, for: overlaid.pack), from: overlaid)
    guard case .applied(let applied) = overlaid.overlay else {
      Issue.record("no overlay")
      return
    }
    let changed = Set(
      applied.addedRules + ["filler-28-days", "steroid-recent-28-days", "interpreter-family"])
    let run = runCases(
      of: CompiledPack(
        whole.pack.with(rules: whole.rules.filter { changed.contains($0.id) }), from: whole))
    #expect(run.failures.map { "\($0.rule): \($0.example.name)" } == [])
    #expect(run.coverage.percent == 100)
  }
}

extension OverlayProof.Subject {
  fileprivate var words: String {
    switch self {
    case .rule(let id): id.rawValue
    case .emergency(let id): "emergency \(id)"
    case .question(let id): "question \(id)"
    }
  }
}
