import ClinicalModel
import ProtocolLibrary
import Testing

import Summary

@testable import ProtocolChecks
@testable import Screening

/// Every finding that lets a test come first says which one, or who makes it,
/// and a complete negative test ends it.
@Suite struct PatchTestReasonTests {
  private static let plan = """
    "planned-ingredients": [{"ingredient": "vitamin-c", "lot": "L1"}]
    """

  /// A patient of one of a rule's own cases, with a plan and nothing that spoils
  /// a test, as far as the case leaves it open.
  private static func patient(_ example: RuleCase, in pack: CompiledPack) throws -> TestedPatient {
    let base = try TestedPatient(
      #""medicines-any": "no", "allergies-any": "no", \#(plan)"#, with: pack)
    var answers = example.given
    for id in base.answers.asked where answers[id] == .unknown(.notAsked) {
      answers[id] = base.answers[id]
    }
    return TestedPatient(answers: answers, pack: pack, day: example.interviewDate)
  }

  @Test func `every rule of this weight names a test, or the list that ends it, and ends with it`()
    throws
  {
    let whole = try BuiltIn.pack.get()
    let pack = CompiledPack(try readCases(.builtIn, for: whole.pack), from: whole)
    let rules = pack.rules.filter { $0.severity == .proceedAfterPatchTest }
    #expect(rules.count > 10)
    for rule in rules {
      let patients = try rule.cases.filter { example in
        if case .established = example.expectation { true } else { false }
      }
      .map { try Self.patient($0, in: pack) }
      let reasons = patients.compactMap { $0.reason(rule.id) }.filter(\.isEstablished)
      #expect(!reasons.isEmpty, "\(rule.id)")
      for reason in reasons {
        let isNamed = !(reason.tests.isEmpty && reason.elsewhere.isEmpty && reason.answers.isEmpty)
        #expect(isNamed && !reason.ends(in: pack).isEmpty, "\(rule.id)")
      }
      if rule.endingList == nil {
        #expect(patients.contains { $0.tested(for: rule.id).reason(rule.id) == nil }, "\(rule.id)")
      }
    }
  }

  @Test func `every row of an allergy at this weight names its test and ends with it`() throws {
    let pack = try BuiltIn.pack.get()
    var shown = 0
    for allergen in pack.tables.allergens {
      for relation in [AllergenRelation.contains, .crossReacts] {
        guard
          let ingredient = pack.tables.ingredients.first(where: {
            pack.tables.relation(of: allergen.id, to: $0.id) == relation
          })
        else { continue }
        let rule: Rule.ID =
          relation == .contains ? .allergyContains(allergen.id) : .allergyCross(allergen.id)
        for reaction in ReactionType.allCases {
          guard
            case .finding(.proceedAfterPatchTest, _, _) =
              allergen.row(reaction).verdict(for: relation)
          else { continue }
          let patient = try TestedPatient(
            """
            "medicines-any": "no", "allergies-any": "yes", "allergies": [{"allergen":
            "\(allergen.id)", "reaction": "\(reaction.rawValue)", "when": "2019",
            "treated": "nothing", "confirmed": "yes"}], "planned-ingredients": [{"ingredient":
            "\(ingredient.id)", "lot": "L1", "components-known": "yes"}]
            """, with: pack)
          guard let reason = patient.reason(rule) else {
            Issue.record("\(rule) \(reaction) is silent for \(ingredient.id)")
            continue
          }
          #expect(!(reason.tests.isEmpty && reason.elsewhere.isEmpty), "\(rule) \(reaction)")
          if reason.elsewhere.isEmpty {
            #expect(patient.tested(for: rule).reason(rule) == nil, "\(rule) \(reaction)")
          } else {
            #expect(reason.elsewhere.allSatisfy { !$0.instead.isEmpty }, "\(rule) \(reaction)")
          }
          shown += 1
        }
      }
    }
    #expect(shown > 80)
  }

  @Test func `every ingredient whose own weight is this names its tests and ends with them`()
    throws
  {
    let pack = try BuiltIn.pack.get()
    let ingredients = pack.tables.ingredients.filter { $0.severity == .proceedAfterPatchTest }
    #expect(!ingredients.isEmpty)
    for ingredient in ingredients {
      let patient = try TestedPatient(
        """
        "medicines-any": "no", "allergies-any": "no", "planned-ingredients": [{"ingredient":
        "\(ingredient.id)", "lot": "L1", "components-known": "yes"}]
        """, with: pack)
      let rule = Rule.ID.ingredientDefault(ingredient.id)
      let reason = try #require(patient.reason(rule), "\(ingredient.id)")
      #expect(Set(reason.tests.map(\.kind)) == Set(ingredient.skinTests), "\(ingredient.id)")
      #expect(patient.tested(for: rule).reason(rule) == nil, "\(ingredient.id)")
    }
  }

  @Test func `two reactions to one allergen ask for the test of each`() throws {
    let pack = try BuiltIn.pack.get()
    let entry = { (reaction: String) in
      """
      {"allergen": "ester_la", "reaction": "\(reaction)", "when": "2019", "treated": "nothing",
      "confirmed": "yes"}
      """
    }
    let crossing = try #require(
      pack.tables.ingredients.first {
        pack.tables.relation(of: "ester_la", to: $0.id) == .crossReacts
      })
    let patient = try TestedPatient(
      """
      "medicines-any": "no", "allergies-any": "yes",
      "allergies": [\(entry("immediate_mild")), \(entry("contact_delayed"))],
      "planned-ingredients": [{"ingredient": "\(crossing.id)", "lot": "L1"}]
      """, with: pack)
    let reason = try #require(patient.reason("allergy-cross-ester-la"))
    #expect(Set(reason.tests.map(\.kind)) == [.prickIntradermal, .patch])
  }

  @Test func `sensitive skin tests all that is planned and ends with the last negative reading`()
    throws
  {
    let pack = try BuiltIn.pack.get()
    let patient = try TestedPatient(
      """
      "medicines-any": "no", "allergies-any": "no", "sensitive-skin": "yes",
      "planned-ingredients": [{"ingredient": "hyaluronic-acid", "lot": "L1"},
      {"ingredient": "lidocaine", "lot": "L2"}]
      """, with: pack)
    let reason = try #require(patient.reason("sensitive-skin"))
    #expect(reason.tests.map(\.planned.name) == ["hyaluronic-acid", "lidocaine"])
    #expect(reason.tests.allSatisfy { $0.kind == .spot })
    #expect(patient.plan.earliestTreatment == (try date("2026-12-01")))
    for count in 1...2 {
      let some = patient.tested(Array(reason.tests.prefix(count)))
      #expect((some.reason("sensitive-skin") == nil) == (count == 2))
    }
    let other = patient.tested(reason.tests) { $0[.lot] = .known(.text("L9")) }
    let old = patient.tested(reason.tests) {
      $0[.placed] = .known(.date(.day(patient.day.adding(days: -366))))
    }
    let open = patient.tested(reason.tests) { $0[.readings] = .unknown(.notAsked) }
    let confounded = patient.tested(reason.tests) {
      $0[.readings] = .known(.entries([[.readingDay: .known(.number(Quantity(2)))]]))
    }
    for spoilt in [other, old, open, confounded] {
      #expect(spoilt.reason("sensitive-skin") != nil)
    }
  }

  @Test func `while nobody knows what is planned the plan asks for it`() throws {
    let pack = try BuiltIn.pack.get()
    let patient = try TestedPatient(
      #""medicines-any": "no", "allergies-any": "no", "sensitive-skin": "yes""#, with: pack)
    #expect(patient.plan.standing == .planNotKnown)
    let reason = try #require(patient.reason("sensitive-skin"))
    #expect(reason.answers == ["planned-ingredients"])
  }

  @Test func `what is never tested here says who decides instead`() throws {
    let pack = try BuiltIn.pack.get()
    let patient = try TestedPatient(
      """
      "medicines-any": "no", "allergies-any": "no", "sensitive-skin": "yes",
      "planned-ingredients": [{"ingredient": "deoxycholate", "lot": "L1"}]
      """, with: pack)
    let reason = try #require(patient.reason("sensitive-skin"))
    #expect(reason.tests.isEmpty)
    #expect(reason.elsewhere.contains { $0.instead.contains { $0.contains("dermatologist") } })
    #expect(patient.report.outcome > .proceedAfterPatchTest)
    #expect(patient.plan.earliestTreatment == nil)
  }

  @Test func `what forbids a test of the skin forbids that of sensitive skin`() throws {
    let pack = try BuiltIn.pack.get()
    let patient = try TestedPatient(
      """
      "medicines-any": "no", "allergies-any": "yes", "allergies": [{"allergen": "multiple",
      "reaction": "immediate_mild", "when": "2019", "treated": "nothing", "confirmed": "yes"}],
      "sensitive-skin": "yes", "planned-ingredients": [{"ingredient": "vitamin-c", "lot": "L1"}]
      """, with: pack)
    #expect(try #require(patient.reason("sensitive-skin")).tests.isEmpty)
    #expect(patient.report.outcome >= .defer)
  }

  @Test func `waiting for a test and testing make nothing worse`() throws {
    let pack = try BuiltIn.pack.get()
    let patient = try TestedPatient(
      #""medicines-any": "no", "allergies-any": "no", "sensitive-skin": "yes", \#(Self.plan)"#,
      with: pack)
    let tests = try #require(patient.reason("sensitive-skin")).tests
    #expect(patient.tested(tests).report.outcome <= patient.report.outcome)
    let positive = patient.tested(tests) { entry in
      guard case .known(.entries(let readings)) = entry[.readings] else { return }
      entry[.readings] = .known(
        .entries(
          readings.map { reading in
            var reading = reading
            reading[.grade] = .known(.choice("+"))
            return reading
          }))
    }
    #expect(positive.report.outcome == .doNotTreat)
  }
}

/// A patient with the plan of tests, and the same one tested.
struct TestedPatient {
  let answers: Answers
  let pack: CompiledPack
  let day: CalendarDate
  let plan: SkinTestPlan

  init(answers: Answers, pack: CompiledPack, day: CalendarDate) {
    self.answers = answers
    self.pack = pack
    self.day = day
    plan = skinTestPlan(answers, with: pack, on: day, today: day)
  }

  /// With nothing planned beside the list where there is one.
  init(_ answers: String, with pack: CompiledPack) throws {
    let bytes = Array("{\"answers\": {\(answers)}}".utf8)
    var given = try readAnswers(
      bytes, named: "patient", for: pack.pack, today: BuiltIn.interviewDate
    )
    .answers
    if case .known = given[ListSubject.plannedIngredients.question] {
      let nothingElse: Answers = [
        "product-class": .known(.choices(["none-carrier"])),
        "same-day-combination": .known(.choices([Option.none])),
        "anaesthetic-plan": .known(.choice(Option.none)),
      ]
      for id in nothingElse.asked where given[id] == .unknown(.notAsked) {
        given[id] = nothingElse[id]
      }
    }
    self.init(answers: given, pack: pack, day: BuiltIn.interviewDate)
  }

  var report: Report { screen(answers, with: pack, on: day) }

  func reason(_ rule: Rule.ID) -> SkinTestReason? { plan.reasons.first { $0.rule == rule } }

  /// With every test recorded complete and negative that ends the finding.
  func tested(for rule: Rule.ID) -> TestedPatient { tested(reason(rule)?.tests ?? []) }

  /// With these tests recorded complete and negative, each in the place of the
  /// one it repeats.
  func tested(_ items: [SkinTestItem], changing change: (inout Answers) -> Void = { _ in })
    -> TestedPatient
  {
    let list = ListSubject.skinTests.question
    guard let question = pack.question(list) else { return self }
    var entries: [Answers] = []
    if case .known(.entries(let made)) = answers[list] { entries = made }
    for item in items {
      var entry = Answers.negativeTest(item.kind, of: item.planned.name, in: question, on: day)
      if !item.planned.lot.isEmpty { entry[.lot] = .known(.text(item.planned.lot)) }
      if case .by(let method) = item.method { entry[.method] = .known(.choice(method)) }
      change(&entry)
      if let former = item.current, entries.indices.contains(former.place) {
        entries[former.place] = entry
      } else {
        entries.append(entry)
      }
    }
    var answers = answers
    answers[list] = entries.isEmpty ? .unknown(.notAsked) : .known(.entries(entries))
    return TestedPatient(answers: answers, pack: pack, day: day)
  }
}
