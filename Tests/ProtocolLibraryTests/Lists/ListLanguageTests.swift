import ClinicalModel
import ProtocolLibrary
import Testing

@Suite struct ListLanguageTests {
  let pack: ProtocolPack

  init() throws { pack = try SmallPack.withLists.pack() }

  private var vocabulary: QuestionVocabulary {
    QuestionVocabulary(pack.questions, tables: pack.tables)
  }

  private func refused(_ text: String) -> [String] {
    do {
      _ = try parseCondition(text, naming: vocabulary)
      return []
    } catch {
      return error.errors.map { "\($0.offset): \($0.cause); \($0.remedy)" }
    }
  }

  @Test func `each test of a list becomes the condition it says`() throws {
    func condition(_ text: String) throws -> Condition {
      try parseCondition(text, naming: vocabulary)
    }
    #expect(try condition("taking(warfarin)") == .list(.taking(["warfarin"])))
    #expect(try condition("taking-any [nsaid, vka]") == .list(.taking(["nsaid", "vka"])))
    #expect(
      try condition("count-taking(antithrombotic) >= 2")
        == .list(.countTaking("antithrombotic", .atLeast(2))))
    #expect(
      try condition("only-taking(antithrombotic, aspirin)")
        == .list(.onlyTaking("aspirin", of: "antithrombotic")))
    #expect(
      try condition("started-within(28, [nsaid])") == .list(.startedWithin(28, ["nsaid"])))
    #expect(
      try condition("any-medicine(matches(nsaid) and use = stopped)")
        == .list(
          .any(.medicines, .and([.entry(.matches("nsaid")), .isAny("use", ["stopped"])]))))
    #expect(
      try condition("any-allergy(incomplete)")
        == .list(.any(.allergies, .not(.entry(.complete)))))
    #expect(
      try condition("any-test(any-reading(grade in [\"+\"]))")
        == .list(.any(.skinTests, .list(.any(.readings, .isAny("grade", ["+"]))))))
  }

  @Test(arguments: [
    "taking(warfarin)", "taking-any [anticoagulant, nsaid]", "count-taking(antithrombotic) = 1",
    "count-taking(antithrombotic) >= 2", "self-chosen(nsaid)",
    "only-taking(antithrombotic, aspirin)", "started-within(28, [nsaid, vka])",
    "stopped-within(180, steroid.systemic)", "planned(vitamin-e)",
    "planned-any [vitamin-e, hyaluronidase]", "free-of(vitamin-e, soy)", "allergic(soy)",
    "allergic(soy, anaphylaxis)", "has-reaction(anaphylaxis)", "any-medicine(unmatched)",
    "any-medicine(matches(nsaid) and use = stopped)", "any-planned(category has combination)",
    "any-allergy(not complete)", "any-allergy(complete and reaction != intolerance)",
    "any-allergy(days(when) < 28)", "any-test(negative and is-planned and not confounded)",
    "any-test(any-reading(wheal-over-saline-mm >= 3))", "any-test(lot-match in [differs, missing])",
    "any-test(ingredient-allergy-reaction has-any [anaphylaxis, none])",
    "any-test(any-reading(grade = \"+\"))", "any-test(any-reading(grade in [\"-\", \"+\"]))",
    "any-test(days(readings-due) <= 0)",
    "complete(medicines)", "complete(allergies)", "tested(patch)", "untested(patch)",
    "untested(patch, [vitamin-e])", "untested(spot, category [enzyme, vitamin])",
    "taking(nsaid) and not (planned(cocktail) or allergic(soy))",
  ])
  func `a test of a list is printed as it was written and read again as the same`(text: String)
    throws
  {
    let condition = try parseCondition(text, naming: vocabulary)
    #expect(try parseCondition(condition.description, naming: vocabulary) == condition)
    let printed = condition.description
    #expect(printed == text)
  }

  @Test(arguments: [
    (
      "taking(warfarine)",
      "7: no medicine has the id, tag or class \"warfarine\"; did you mean \"warfarin\"?"
    ),
    (
      "taking-any [nsaid, zzzzzzzz]",
      "19: no medicine has the id, tag or class \"zzzzzzzz\"; use a key of the medicines table"
    ),
    (
      "planned(vitamin-x)",
      "8: there is no ingredient or allergen tag \"vitamin-x\"; did you mean \"vitamin-e\"?"
    ),
    (
      "untested(patch, [vitamin-f])",
      "17: there is no ingredient \"vitamin-f\"; did you mean \"vitamin-e\"?"
    ),
    ("allergic(sojy)", "9: there is no allergen \"sojy\"; did you mean \"soy\"?"),
    (
      "allergic(soy, anaphylaxi)",
      "14: \"anaphylaxi\" is not an option of \"reaction\"; did you mean \"anaphylaxis\"?"
    ),
    (
      "has-reaction(rash)",
      "13: \"rash\" is not an option of \"reaction\"; use one of anaphylaxis, intolerance, unknown"
    ),
    ("free-of(vitamin-e, sun)", "19: there is no allergen \"sun\"; use an id of the table"),
    (
      "untested(scratch)",
      "9: \"scratch\" is not an option of \"kind\"; use one of prick-intradermal, patch, spot"
    ),
    (
      "tested(scratch)",
      "7: \"scratch\" is not an option of \"kind\"; use one of prick-intradermal, patch, spot"
    ),
    ("complete(sports)", "9: there is no list \"sports\"; name medicines or allergies"),
    (
      "unmatched",
      "0: unmatched does not stand in a test of an entry that has it; write it inside any-medicine(...), any-planned(...), any-earlier(...), any-allergy(...), any-test(...)"
    ),
    (
      "matches(nsaid)",
      "0: matches does not stand in a test of an entry that has it; write it inside any-medicine(...)"
    ),
    (
      "any-medicine(negative)",
      "13: negative does not stand in a test of an entry that has it; write it inside any-test(...)"
    ),
    (
      "any-reading(grade = \"+\")",
      "0: any-reading stands outside any-test; write any-test(any-reading(...))"
    ),
    (
      "any-medicine(any-reading(grade = \"+\"))",
      "13: any-reading stands outside any-test; write any-test(any-reading(...))"
    ),
    (
      "any-medicine(taking(nsaid))",
      "13: taking stands inside a test of one entry; move it beside the test, joined with and"
    ),
    (
      "any-allergy(any-medicine(unmatched))",
      "12: any-medicine stands inside a test of one entry; move it beside the test, joined with and"
    ),
    ("any-medicine(usage = stopped)", "13: there is no field \"usage\"; name a field of the entry"),
    (
      "any-medicine(use = paused)",
      "19: \"paused\" is not an option of \"use\"; use one of regular, stopped, unknown"
    ),
    (
      "any-medicine(pregnancy = yes)",
      "13: there is no field \"pregnancy\"; name a field of the entry"
    ),
    (
      "any-planned(category has fish)",
      "25: \"fish\" is not an option of \"category\"; use one of combination, enzyme, vitamin"
    ),
    ("taking(nsaid, vka)", "0: taking takes one name, not 2; write one name in the brackets"),
    (
      "only-taking(nsaid)", "0: only-taking takes two names, not 1; write two names in the brackets"
    ),
    ("free-of(vitamin-e)", "0: free-of takes two names, not 1; write two names in the brackets"),
    (
      "allergic(soy, anaphylaxis, unknown)",
      "0: allergic takes one or two names, not 3; write one or two names in the brackets"
    ),
    ("stopped-within(28, [nsaid, vka])", "0: stopped-within takes one key; join two with or"),
    (
      "started-within(many, [nsaid])",
      "15: \"many\" is no number with at most three decimals; write it like 18.5"
    ),
    (
      "count-taking(nsaid)",
      "19: the end stands where a comparison should be; use = or >= after count-taking(k)"
    ),
    (
      "count-taking(nsaid) < 2",
      "20: \"<\" stands where a comparison should be; use = or >= after count-taking(k)"
    ),
    (
      "count-taking(nsaid) >= two",
      "23: \"two\" is no number with at most three decimals; write it like 18.5"
    ),
    (
      "any-test(any-reading(grade = \"+))",
      "29: a quote is not closed, or nothing stands in it; write the option between two quotes, as in \"?+\""
    ),
    ("taking warfarin", "7: \"warfarin\" stands where ( should be; write ( after taking"),
    (
      "any-medicine unmatched",
      "13: \"unmatched\" stands where ( should be; write ( after any-medicine"
    ),
    (
      "any-medicine(unmatched",
      "22: the end stands where ) should be; write ) after the condition on the entry"
    ),
  ])
  func `a fault in a test of a list is told with what to write instead`(
    text: String, message: String
  ) {
    #expect(refused(text).joined(separator: " | ") == message)
  }
}
