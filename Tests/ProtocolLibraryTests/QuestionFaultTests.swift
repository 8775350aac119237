import ProtocolLibrary
import Testing

private let arrival = "questions/01-arrival.yaml"
private let health = "questions/02-health.yaml"

/// What is said when one text of a section is replaced.
private func faults(_ old: String, _ new: String, in path: String = health) -> [String] {
  SmallPack().replacing(old, with: new, in: path).diagnostics
}

@Test func `a question lacks no key that its format requires`() {
  #expect(
    faults("  label: Pregnancy\n", "") == [
      "\(health):6:3: error: a question has no label; add the key label"
    ])
  #expect(
    faults("  on_unknown: proceed\n", "") == [
      "\(health):43:3: error: a question has no on_unknown; add the key on_unknown"
    ])
  #expect(
    faults("  unit: mm\n  range: [\"0\", \"13\"]\n", "") == [
      "\(health):32:3: error: a question of type number needs unit; add the key unit",
      "\(health):32:3: error: a question of type number needs range; add the key range",
    ])
}

@Test func `a key that does not go with the type is refused`() {
  #expect(
    faults("  tense: future\n", "  tense: future\n  unit: days\n") == [
      "\(health):50:3: error: a question of type date has no unit; "
        + "remove unit or change the type"
    ])
  #expect(
    faults("tense: future", "tense: later") == [
      "\(health):49:10: error: tense has no value \"later\"; use one of past, future, either"
    ])
}

@Test func `names are kebab-case and used once`() {
  #expect(
    faults("- id: trip", "- id: Sun_Trip") == [
      "\(health):43:7: error: \"Sun_Trip\" is not a kebab-case name; "
        + "use small letters, digits and single hyphens, as in filler-date"
    ])
  #expect(
    faults("- id: trip", "- id: name") == [
      "\(health):43:7: error: the question \"name\" exists already (\(arrival):21:7); give one "
        + "of the two another name"
    ])
  #expect(
    faults("- id: trip", "- id: age") == [
      "\(health):43:7: error: \"age\" is a word of the condition language; "
        + "give the question another id"
    ])
  #expect(
    faults("section: health", "section: arrival") == [
      "\(health):1:10: error: the section \"arrival\" exists already (\(arrival):1:10); give "
        + "one of the two another name",
      "\(health):1:10: error: the section \"arrival\" stands in a file named for \"health\"; "
        + "give the file and the section the same name",
    ])
}

@Test func `texts keep to the length that the screen has`() {
  #expect(
    faults("short: Health", "short: Healthier") == [
      "\(health):3:8: error: short has 9 characters, at most 8 are allowed; shorten it"
    ])
  #expect(
    faults("label: Pregnancy", "label: \(String(repeating: "x", count: 41))") == [
      "\(health):8:10: error: label has 41 characters, at most 40 are allowed; shorten it"
    ])
  #expect(
    faults("label: Pregnancy", "label: \"\"") == [
      "\(health):8:10: error: label is empty; write a text or remove the key"
    ])
  #expect(
    faults("label: Pregnancy", "label: [a]") == [
      "\(health):8:10: error: label is not a text; write one text"
    ])
}

@Test func `an option that YAML could take for a truth value is refused without quotes`() {
  #expect(
    faults("\"no\": \"No\"", "no: No") == [
      "\(health):14:27: error: the option \"no\" is not in quotes; "
        + "write \"no\" in quotes, so that no reader takes it for a yes-or-no value",
      "\(health):14:31: error: the label of \"no\" is not in quotes; put it in quotes",
    ])
}

@Test func `the three unknowns are no options`() {
  for name in ["unsure", "declined", "not-asked"] {
    #expect(
      faults("\"unknown\": \"Not sure\"", "\"\(name)\": \"Not sure\"") == [
        "\(health):14:39: error: \"\(name)\" is an answer to every question, not an option; "
          + "remove the option"
      ])
  }
  #expect(
    faults("\"unknown\": \"Not sure\"", "\"not sure\": \"Not sure\"") == [
      "\(health):14:39: error: \"not sure\" is not an option name; "
        + "use letters, digits and single hyphens, as in yes-fine"
    ])
}

@Test func `a range has two numbers in order`() {
  #expect(
    faults("[\"0\", \"13\"]", "[\"13\", \"0\"]") == [
      "\(health):39:10: error: the range ends before it begins; write the lower bound first"
    ])
  #expect(
    faults("[\"0\", \"13\"]", "[\"0\"]") == [
      "\(health):39:10: error: a range has two bounds; write [\"0\", \"50\"]"
    ])
  #expect(
    faults("[\"0\", \"13\"]", "[\"0\", \"1e3\"]") == [
      "\(health):39:16: error: \"1e3\" is no number with at most three decimals; "
        + "write it like \"18.5\""
    ])
}

@Test func `questions that wait for one another are refused, each round once`() {
  let pack = SmallPack()
    .replacing("when: \"age >= 12\"", with: "when: \"depth > 1\"", in: health)
    .replacing("staff: \"yes\"", with: "when: \"current(isotretinoin)\"", in: health)
    .replacing(
      "  type: date-or-current\n", with: "  type: date-or-current\n  when: \"pregnancy = no\"\n",
      in: health
    )
    .replacing("tense: future", with: "when: \"days(trip) > 1\"", in: health)
  #expect(
    pack.diagnostics == [
      "\(health):15:9: error: the question waits for itself: "
        + "pregnancy needs depth needs isotretinoin needs pregnancy "
        + "(\(health):42:9, \(health):31:9); "
        + "remove one of these questions from a when",
      "\(health):50:9: error: the question waits for itself: trip needs trip; "
        + "remove one of these questions from a when",
    ])
}

@Test func `a condition is not judged while a section cannot be read`() {
  #expect(
    SmallPack().with(health, "section: [").diagnostics == [
      "\(health):2:1: error: the YAML cannot be read: did not find expected node content; "
        + "check the indentation, brackets and quotes here and in the lines above"
    ])
}
