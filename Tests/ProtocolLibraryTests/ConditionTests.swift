import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

private func condition(_ text: String) throws -> Condition {
  try parseCondition(text, naming: QuestionVocabulary(try SmallPack().pack().questions))
}

private func refused(_ text: String) throws -> [String] {
  refusal(of: text, in: try SmallPack().pack())
}

private let isPregnant = Condition.isAny("pregnancy", ["yes"])
private let hasRash = Condition.hasAny("red-flags", ["rash"])
private let isDeep = Condition.compare(.number("depth"), .greater, Quantity(4))

@Test func `each comparison becomes the condition it says`() throws {
  #expect(try condition("pregnancy = yes") == isPregnant)
  #expect(try condition("pregnancy != no") == .isNot("pregnancy", "no"))
  #expect(try condition("pregnancy in [yes, unknown]") == .isAny("pregnancy", ["yes", "unknown"]))
  #expect(try condition("red-flags has rash") == hasRash)
  #expect(
    try condition("red-flags has-any [rash, breathing]")
      == .hasAny("red-flags", ["rash", "breathing"]))
  #expect(
    try condition("depth<=1.5") == .compare(.number("depth"), .atMost, Quantity(thousandths: 1500)))
  #expect(try condition("age < 18") == .compare(.age, .less, Quantity(18)))
  #expect(
    try condition("days(filler-date) >= 180")
      == .compare(.days("filler-date"), .atLeast, Quantity(180)))
  #expect(
    try condition("days-until(trip) > -3") == .compare(.daysUntil("trip"), .greater, Quantity(-3)))
  #expect(try condition("current(isotretinoin)") == .current("isotretinoin"))
}

@Test func `not binds before and, and before or`() throws {
  #expect(
    try condition("not pregnancy = yes and red-flags has rash or depth > 4")
      == .or([.and([.not(isPregnant), hasRash]), isDeep]))
  #expect(
    try condition("pregnancy = yes or red-flags has rash and depth > 4")
      == .or([isPregnant, .and([hasRash, isDeep])]))
  #expect(
    try condition("not (pregnancy = yes or red-flags has rash) and depth > 4")
      == .and([.not(.or([isPregnant, hasRash])), isDeep]))
  #expect(
    try condition("not not pregnancy = yes") == .not(.not(isPregnant)))
  #expect(
    try condition("pregnancy = yes and red-flags has rash and depth > 4")
      == .and([isPregnant, hasRash, isDeep]))
}

@Test func `an unknown answer stays unknown under not, and precedence decides what it touches`()
  throws
{
  let pack = try SmallPack().pack()
  let day = try #require(CalendarDate(iso: "2026-11-21"))
  let compiled = CompiledPack(pack)
  func truth(_ text: String, _ answers: Answers) throws -> Truth {
    AnswerContext(pack: compiled, answers: answers, interviewDate: day).assess(try condition(text))
      .truth
  }
  let adult: Answers = [
    "patient-date-of-birth": .known(.date(.year(1990))), "pregnancy": .unknown(.declined),
    "depth": .known(.number(Quantity(5))),
  ]
  #expect(try truth("not pregnancy = yes", adult) == .unknown)
  #expect(try truth("not pregnancy = yes and depth < 4", adult) == .false)
  #expect(try truth("not (pregnancy = yes and depth < 4)", adult) == .true)
  #expect(try truth("pregnancy = yes or depth > 4", adult) == .true)
}

@Test func `names that do not exist are refused with the nearest one`() throws {
  #expect(
    try refused("pregnency = yse") == [
      "0: there is no question \"pregnency\"; did you mean \"pregnancy\"?"
    ])
  #expect(
    try refused("pregnancy in [yse, maybe, yes, yes]") == [
      "14: \"yse\" is not an option of \"pregnancy\"; did you mean \"yes\"?",
      "19: \"maybe\" is not an option of \"pregnancy\"; use one of yes, no, unknown",
      "31: \"yes\" is named twice; name it once",
    ])
  #expect(
    try refused("pregnancy = unsure") == [
      "12: no condition can ask for \"unsure\": an unknown answer is no option; "
        + "let on_unknown of \"pregnancy\" say what not knowing does"
    ])
  #expect(
    try refused("zzz > 1 and day(trip) < 3") == [
      "0: there is no question \"zzz\"; name a question of the pack",
      "12: there is no function \"day\"; did you mean \"days\"?",
    ])
}

@Test func `a comparison that does not fit its question is refused`() throws {
  #expect(
    try refused("red-flags = rash") == [
      "10: \"red-flags\" is a multiple choice, which = does not compare; write red-flags has rash"
    ])
  #expect(
    try refused("red-flags != rash") == [
      "10: \"red-flags\" is a multiple choice, which != does not compare; "
        + "write not red-flags has rash"
    ])
  #expect(
    try refused("red-flags in [rash]") == [
      "0: \"red-flags\" is a multiple choice, which in does not compare; "
        + "write red-flags has-any [...]"
    ])
  #expect(
    try refused("pregnancy has yes") == [
      "10: \"pregnancy\" is a single choice, of which has is not asked; write pregnancy = yes"
    ])
  #expect(
    try refused("pregnancy has-any [yes]") == [
      "10: \"pregnancy\" is a single choice, of which has-any is not asked; "
        + "write pregnancy in [...]"
    ])
  #expect(
    try refused("pregnancy < 3") == [
      "0: \"pregnancy\" is a single choice, not a number question; compare it with =, != or in"
    ])
  #expect(
    try refused("filler-date < 3") == [
      "0: \"filler-date\" is a date question, not a number; write days(filler-date) < n"
    ])
  #expect(
    try refused("depth = 3") == [
      "6: \"depth\" is a number question, not a single choice; compare it with <, <=, > or >="
    ])
  #expect(
    try refused("name has x") == [
      "5: \"name\" is a text question, not a multiple choice; "
        + "ask for it with a question that has options"
    ])
  #expect(
    try refused("days(depth) < 3 and days-until(pregnancy) > 1") == [
      "5: \"depth\" is not a date question, from which days counts; "
        + "name a question of type date, date-or-no or date-or-current",
      "31: \"pregnancy\" is not a date question, from which days-until counts; "
        + "name a question of type date, date-or-no or date-or-current",
    ])
  #expect(
    try refused("current(filler-date)") == [
      "8: \"filler-date\" cannot be answered \"still going on\"; "
        + "name a question of type date-or-current"
    ])
  #expect(
    try refused("depth > 1.0001 and days(trip) > 2.5 and age < x") == [
      "8: \"1.0001\" is no number with at most three decimals; write it like 18.5",
      "32: \"2.5\" is no whole number; count whole days or years",
      "46: \"x\" is no number with at most three decimals; write it like 18.5",
    ])
}

@Test func `age needs the date of birth`() {
  #expect(
    refusal(of: "age < 18", in: ProtocolPack.empty) == [
      "0: age is counted from \"patient-date-of-birth\", which the pack lacks; "
        + "add it as a date question"
    ])
}

@Test func `a condition that breaks off says what should stand there`() throws {
  let cases: [(String, String)] = [
    ("", "0: the condition is empty; write a condition or remove the key"),
    (
      "pregnancy",
      "9: the end stands where a comparison should be; "
        + "use =, !=, in, has, has-any, <, <=, > or >= after the question"
    ),
    ("pregnancy =", "11: the end stands where an option should be; name one option"),
    (
      "pregnancy = yes and",
      "19: the end stands where a question should be; write a comparison such as q = v"
    ),
    (
      "pregnancy = yes red-flags has rash",
      "16: \"red-flags\" stands after the end; join comparisons with and or or"
    ),
    (
      "(pregnancy = yes",
      "16: the end stands where ) should be; write ) after the inner condition"
    ),
    ("pregnancy in []", "14: \"]\" stands where an option should be; name one option"),
    ("pregnancy in [yes,]", "18: \"]\" stands where an option should be; name one option"),
    ("pregnancy in yes", "13: \"yes\" stands where [ should be; write [ after in or has-any"),
    ("depth < ", "8: the end stands where a number should be; write a number"),
    ("age = 18", "4: \"=\" stands where a comparison should be; use <, <=, > or >= after age"),
    (
      "days(trip)",
      "10: the end stands where a comparison should be; "
        + "use <, <=, > or >= after days"
    ),
    (
      "days trip < 3",
      "5: \"trip\" stands where a comparison should be; "
        + "use <, <=, > or >= after days"
    ),
    ("and", "0: \"and\" stands where a question should be; write a comparison such as q = v"),
    ("pregnancy == yes", "11: \"=\" stands where an option should be; name one option"),
    (
      "pregnancy = yes && depth > 1",
      "16: \"&\" has no meaning in a condition; "
        + "use =, !=, in, has, has-any, <, <=, >, >=, and, or, not and brackets"
    ),
    (
      "pregnancy ! yes",
      "10: \"!\" has no meaning in a condition; "
        + "use =, !=, in, has, has-any, <, <=, >, >=, and, or, not and brackets"
    ),
  ]
  for (text, expected) in cases {
    #expect(try refused(text) == [expected], "\(text)")
  }
}

@Test func `depth and length of a condition are bounded`() throws {
  func nested(_ depth: Int) -> String {
    String(repeating: "(", count: depth) + "depth > 1" + String(repeating: ")", count: depth)
  }
  #expect(try refused(nested(64)) == [])
  #expect(
    try refused(nested(65)) == [
      "64: the condition is nested deeper than 64; split the rule"
    ])
  #expect(
    try refused(String(repeating: "not ", count: 500) + "depth > 1") == [
      "256: the condition is nested deeper than 64; split the rule"
    ])
  #expect(
    try refused("depth > 1" + String(repeating: " or depth > 1", count: 400)) == [
      "0: the condition is longer than 4000 characters; split the rule"
    ])
  #expect(try refused("depth > 1" + String(repeating: " or depth > 1", count: 300)) == [])
}

@Test func `a fault in a condition is shown at its own column of the file`() {
  #expect(
    SmallPack().replacing(
      "when: \"pregnancy = yes\"", with: "when: \"pregnancy = yse\"", in: "rules/health.yaml"
    ).diagnostics == [
      "rules/health.yaml:5:22: error: \"yse\" is not an option of \"pregnancy\"; "
        + "did you mean \"yes\"?"
    ])
}

extension ProtocolPack {
  fileprivate static var empty: ProtocolPack {
    ProtocolPack(
      id: "empty", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "", sections: [], rules: [])
  }
}
