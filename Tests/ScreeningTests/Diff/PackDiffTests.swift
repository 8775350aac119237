import ClinicalModel
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

@Suite struct PackDiffTests {
  private func diff(_ old: CompiledPack, _ new: CompiledPack) -> PackDiff {
    packDiff(from: old, to: new)
  }

  private func pack(_ rules: [Rule], _ questions: [Question] = Self.questions) -> CompiledPack {
    ProofPack.pack(questions, rules)
  }

  private static let questions = [
    ProofPack.device, ProofPack.filler, ProofPack.product, ProofPack.sex, ProofPack.pregnant,
    ProofPack.planned,
  ]

  private func filler(below days: Int, until: Int) -> Rule {
    ProofPack.rule(
      .compare(.days("filler-date"), .less, Quantity(days)), .defer,
      until: .date("filler-date", days: until))
  }

  @Test func `a pack says the same as itself`() throws {
    let pack = try BuiltIn.pack.get()
    #expect(packDiff(from: pack, to: pack).isEmpty)
  }

  @Test func `a longer window is shown by the days that it adds`() throws {
    let diff = diff(pack([filler(below: 28, until: 28)]), pack([filler(below: 30, until: 28)]))
    let subject = try #require(diff.subjects.first)
    #expect(diff.subjects.count == 1)
    #expect(subject.subject == .rule("rule"))
    #expect(subject.kind == .changed)
    #expect(
      subject.definition == [
        DefinitionChange(
          part: "when", before: "days(filler-date) < 28", after: "days(filler-date) < 30")
      ])
    #expect(subject.extent == .exhausted)
    // 28 and 29 days before, and no month or year: these count from their end.
    #expect(
      subject.lines == [
        "filler-date = 2026-11-03 | nothing -> defer until 2026-12-01",
        "filler-date = 2026-11-02 | nothing -> defer until 2026-11-30",
      ])
    #expect(subject.moreCount == 0)
  }

  @Test func `a later end of the same wait is a difference of its own`() throws {
    let diff = diff(pack([filler(below: 28, until: 28)]), pack([filler(below: 28, until: 35)]))
    let subject = try #require(diff.subjects.first)
    #expect(subject.definition.map(\.part) == ["until"])
    #expect(
      subject.lines.contains(
        "filler-date = 2026-11-04 | defer until 2026-12-02 -> defer until 2026-12-09"))
  }

  @Test func `only the answers that are needed are named`() throws {
    let both = ProofPack.rule(
      .and([.isAny("device", ["roller"]), .hasAny("product", ["filler"])]), .caution)
    let diff = diff(pack([both]), pack([both.raised]))
    let lines = try #require(diff.subjects.first).lines
    #expect(
      lines == [
        "nothing answered | possibly caution -> possibly defer",
        "device = roller, product = [filler] | caution -> defer",
      ])
  }

  @Test func `a rule that came and one that went are named as such`() throws {
    let one = ProofPack.rule(.isAny("sex", ["male"]), .caution, id: "one")
    let other = ProofPack.rule(.isAny("sex", ["male"]), .caution, id: "other")
    let subjects = diff(pack([one]), pack([other])).subjects
    #expect(subjects.map(\.subject) == [.rule("other"), .rule("one")])
    #expect(subjects.map(\.kind) == [.added, .removed])
    #expect(
      subjects.map(\.lines) == [
        [
          "nothing answered | nothing -> possibly caution", "sex = male | nothing -> caution",
        ],
        [
          "nothing answered | possibly caution -> nothing", "sex = male | caution -> nothing",
        ],
      ])
    // One stands in for the other: all rules together say the same.
    #expect(
      subjects.flatMap(\.combinations).allSatisfy { $0.together.before == $0.together.after })
  }

  @Test func `a gate that changed shows on the question and on the rules behind it`() throws {
    let rule = ProofPack.rule(.isAny("pregnant", ["yes"]), .doNotTreat)
    let open = Question(
      id: "pregnant", ask: "Pregnant?", label: "pregnant", kind: .single,
      options: ProofPack.options(["no", "yes"]), onUnknown: .finding(.defer))
    let new = Self.questions.map { $0.id == "pregnant" ? open : $0 }
    let subjects = diff(pack([rule]), pack([rule], new)).subjects
    #expect(subjects.map(\.subject) == [.rule("rule"), .question("pregnant")])
    #expect(subjects[0].definition == [])
    #expect(
      subjects[0].lines == [
        "sex = male | nothing -> possibly do-not-treat",
        "sex = male, pregnant = yes | nothing -> do-not-treat",
      ])
    #expect(subjects[1].definition.map(\.part) == ["when"])
    #expect(
      subjects[1].lines == [
        "nothing answered | offered defer -> asked defer",
        "sex = male | nothing -> asked defer",
      ])
  }

  @Test func `what not knowing weighs is shown on the question`() throws {
    let strict = Question(
      id: "pregnant", ask: "Pregnant?", label: "pregnant", kind: .single,
      options: ProofPack.options(["no", "yes"]), when: .isNot("sex", "male"),
      onUnknown: .finding(.doNotTreat))
    let new = Self.questions.map { $0.id == "pregnant" ? strict : $0 }
    let subjects = diff(pack([]), pack([], new)).subjects
    #expect(subjects.map(\.subject) == [.question("pregnant")])
    #expect(
      subjects[0].lines == [
        "nothing answered | offered defer -> offered do-not-treat",
        "sex = female | asked defer -> asked do-not-treat",
      ])
  }

  @Test func `an option that no rule reads changes nothing that is weighed`() throws {
    let more = Question(
      id: "device", ask: "Device?", label: "device", kind: .single,
      options: ProofPack.options(["needle", "roller", "massage", "laser"]))
    let new = Self.questions.map { $0.id == "device" ? more : $0 }
    let rule = ProofPack.rule(.isAny("device", ["roller"]), .caution)
    let quiet = diff(pack([rule]), pack([rule], new))
    #expect(quiet.subjects == [])
    #expect(
      quiet.wording == [
        WordingChange(subject: "question device", parts: ["options", "option labels"])
      ])
    // Where a rule speaks of all others, it is.
    let others = ProofPack.rule(.isNot("device", "needle"), .caution)
    #expect(
      diff(pack([others]), pack([others], new)).subjects.map(\.lines) == [
        ["device = laser | nothing -> caution"]
      ])
  }

  @Test func `words alone are listed in one line each`() throws {
    let rule = ProofPack.rule(.isAny("sex", ["male"]), .caution)
    let reworded = Rule(
      id: "rule", title: "", when: rule.when, severity: .caution, staff: "Look.",
      patient: "We look.", cite: [], strength: .label)
    let diff = diff(pack([rule]), pack([reworded]))
    #expect(diff.subjects == [])
    #expect(diff.wording == [WordingChange(subject: "rule rule", parts: ["staff", "patient"])])
  }

  @Test func `a spelling that means the same is tried and found to say the same`() throws {
    let one = ProofPack.rule(.isAny("sex", ["male"]), .caution)
    let same = ProofPack.rule(.not(.not(.isAny("sex", ["male"]))), .caution)
    let subject = try #require(diff(pack([one]), pack([same])).subjects.first)
    #expect(subject.definition.map(\.part) == ["when"])
    #expect(subject.combinations == [])
    #expect(subject.patientCount == 5)
  }

  @Test func `too many smallest combinations are counted, not shown`() throws {
    let options = (1...20).map { Option.ID(rawValue: "o\($0)") }
    let many = Question(
      id: "many", ask: "", label: "", kind: .single, options: ProofPack.options(options))
    let rule = ProofPack.rule(.isAny("many", options), .caution)
    let diff = diff(pack([rule], [many]), pack([rule.raised], [many]))
    let subject = try #require(diff.subjects.first)
    // One of nothing answered, six of the twenty options.
    #expect(subject.combinations.count == 7)
    #expect(subject.moreCount == 14)
  }

  @Test func `an edited copy of the shipped pack differs where it was edited`() throws {
    let pack = try BuiltIn.pack.get()
    let edited = CompiledPack(
      pack.pack.with(
        rules: pack.rules.map { rule in
          guard rule.id == "toxin-14-days" else { return rule }
          return Rule(
            id: rule.id, title: rule.title,
            when: .compare(.days("toxin-date"), .less, Quantity(15)), severity: rule.severity,
            until: rule.until, staff: rule.staff, patient: rule.patient, cite: rule.cite,
            strength: rule.strength, note: rule.note, urgency: rule.urgency)
        }), from: pack)
    let diff = packDiff(from: pack, to: edited)
    #expect(diff.subjects.map(\.subject) == [.rule("toxin-14-days")])
    #expect(
      diff.subjects.map(\.lines) == [
        ["toxin-date = 2026-11-17 | nothing -> defer until 2026-12-01"]
      ])
    #expect(diff.wording == [])
  }
}

extension Rule {
  /// The same rule, one weight heavier: a caution becomes a wait.
  fileprivate var raised: Rule {
    Rule(
      id: id, title: title, when: when, severity: .defer, until: until, staff: staff,
      patient: patient, cite: cite, strength: strength)
  }
}

extension SubjectDiff {
  /// Each combination in one line.
  fileprivate var lines: [String] {
    combinations.map { combination in
      let said = combination.patient.answers.map { "\($0.question) = \($0.answer.asWritten)" }
      return (said.isEmpty ? "nothing answered" : said.joined(separator: ", "))
        + " | \(combination.before.words) -> \(combination.after.words)"
    }
  }
}

extension DiffSaying {
  fileprivate var words: String {
    switch self {
    case .nothing: "nothing"
    case .possible(let severity): "possibly \(severity.rawValue)"
    case .established(let severity, .date(let day)): "\(severity.rawValue) until \(day)"
    case .established(let severity, _): severity.rawValue
    case .offered(let policy): "offered \(policy.words)"
    case .asked(let policy): "asked \(policy.words)"
    case .called: "called"
    }
  }
}

extension UnknownPolicy {
  fileprivate var words: String {
    switch self {
    case .noFinding: "none"
    case .finding(let severity): severity.rawValue
    }
  }
}
