import ClinicalModel
import Screening
import Testing

/// A small pack in which every meaning of the engine can be seen.
///
/// It is written here and not read from the shipped one, so that a change of
/// content cannot hide a change of the engine.
enum SmallPack {
  static let questions: [Question] = [
    question("red-flags", .multiple, ["none", "breathing"], unknown: .finding(.defer)),
    question("sex", .single, ["female", "male"]),
    question(
      "pregnant", .single, ["yes", "possible", "no"], when: .isNot("sex", "male"),
      unknown: .finding(.defer), privacy: .restricted),
    question(
      "trying", .single, ["yes", "no"], when: .isAny("pregnant", ["no"]),
      unknown: .finding(.doNotTreat)),
    question("allergy", .single, ["yes", "no"], unknown: .finding(.caution)),
    question("filler-date", .date(tense: .past, orNever: true, orCurrent: false), []),
    question("steroid-end", .date(tense: .past, orNever: true, orCurrent: true), []),
    question(
      "device", .single, ["needle", "roller", "massage"], unknown: .finding(.defer),
      changeability: .plan),
    question(
      "product", .multiple, ["vitamins", "filler", "fat-dissolving"], changeability: .plan),
    question(.plannedTreatmentDate, .date(tense: .future, orNever: false, orCurrent: false), []),
  ]

  static let rules: [Rule] = [
    rule("smoke-advice", .isAny("sex", ["female", "male"]), .proceed),
    rule("red-flag", .hasAny("red-flags", ["breathing"]), .doNotTreat, urgency: .emergency),
    rule("pregnant", .isAny("pregnant", ["yes"]), .doNotTreat),
    rule(
      "possibly-pregnant", .isAny("pregnant", ["possible"]), .defer,
      until: .event("negative test")),
    rule("allergic", .isAny("allergy", ["yes"]), .proceedAfterPatchTest),
    rule(
      "filler-28", .compare(.days("filler-date"), .less, Quantity(28)), .defer,
      until: .date("filler-date", days: 28)),
    rule(
      "filler-180-roller",
      .and([
        .isAny("device", ["roller"]), .compare(.days("filler-date"), .less, Quantity(180)),
      ]), .defer, until: .date("filler-date", days: 180)),
    rule(
      "steroid-28",
      .or([
        .current("steroid-end"), .compare(.days("steroid-end"), .less, Quantity(28)),
      ]), .defer, until: .date("steroid-end", days: 28)),
    rule(
      "roller-filler",
      .and([.isAny("device", ["roller"]), .hasAny("product", ["filler"])]), .doNotTreat),
    rule("fat-dissolving", .hasAny("product", ["fat-dissolving"]), .caution),
  ]

  static let pack = CompiledPack(
    ProtocolPack(
      id: "small", version: "1", digest: "sha256:0", title: "Small", jurisdiction: "none",
      approval: "none", intendedUse: "For tests only.",
      sections: [
        Section(id: "all", title: "All", short: "All", askedBy: "staff", questions: questions)
      ],
      rules: rules,
      emergencies: [
        Emergency(
          id: "anaphylaxis", title: "Anaphylaxis", when: .hasAny("red-flags", ["breathing"]),
          steps: ["STOP."], cite: [])
      ]))

  /// Everything asked, nothing found.
  static let nothingFound: Answers = [
    "red-flags": .known(.choices(["none"])), "sex": .known(.choice("female")),
    "pregnant": .known(.choice("no")), "trying": .known(.choice("no")),
    "allergy": .known(.choice("no")), "filler-date": .known(.never), "steroid-end": .known(.never),
    "device": .known(.choice("needle")), "product": .known(.choices(["vitamins"])),
  ]

  private static func question(
    _ id: Question.ID, _ kind: AnswerKind, _ options: [Option.ID], when: Condition = .always,
    unknown: UnknownPolicy = .noFinding, privacy: Privacy = .ordinary,
    changeability: Changeability = .fact
  ) -> Question {
    Question(
      id: id, ask: "What about \(id)?", label: "\(id)", cite: ["S1"], kind: kind,
      options: options.map { Option(id: $0, label: "\($0)") }, when: when, onUnknown: unknown,
      privacy: privacy, changeability: changeability)
  }

  private static func rule(
    _ id: Rule.ID, _ when: Condition, _ severity: Severity, until: Until = .notDeferred,
    urgency: Urgency = .ordinary
  ) -> Rule {
    Rule(
      id: id, title: "\(id)", when: when, severity: severity, until: until, staff: "Staff.",
      patient: "Patient.", cite: ["S1"], strength: .guideline, urgency: urgency)
  }
}

/// The small pack's report on its unremarkable patient with these answers
/// instead.
func report(_ changes: [Question.ID: Answer], on day: String = "2026-11-21") throws -> Report {
  screen(answers(changes), with: SmallPack.pack, on: try date(day))
}

/// The unremarkable patient's answers with these instead.
func answers(_ changes: [Question.ID: Answer]) -> Answers {
  var answers = SmallPack.nothingFound
  for (question, answer) in changes { answers[question] = answer }
  return answers
}

/// A day that a test writes down; a slip of the pen fails the test.
func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// A date answer, as well as it is known.
func dated(_ iso: String) throws -> Answer { .known(.date(try #require(PartialDate(iso: iso)))) }

extension Report {
  /// The finding of this rule; nothing when the rule is silent.
  func finding(_ rule: Rule.ID) -> Finding? { findings.first { $0.rule == rule } }

  /// The rules of all established findings, in the report's order.
  var established: [Rule.ID] {
    findings.filter { $0.certainty == .established }.map(\.rule)
  }
}
