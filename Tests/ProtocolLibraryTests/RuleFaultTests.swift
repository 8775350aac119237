import ProtocolLibrary
import Testing

private let rules = "rules/health.yaml"

/// What is said when one text of a file is replaced.
private func faults(_ old: String, _ new: String, in path: String = rules) -> [String] {
  SmallPack().replacing(old, with: new, in: path).diagnostics
}

@Test func `a rule that defers says until when, and no other rule does`() {
  #expect(
    faults("  until: \"filler-date + 28\"\n", "") == [
      "\(rules):14:3: error: the rule defers but does not say until when; "
        + "add until: \"<date question> + n\" or until: \"event: ...\""
    ])
  #expect(
    faults("severity: do-not-treat", "severity: caution\n  until: \"event: x\"") == [
      "\(rules):7:3: error: the rule has until but does not defer; "
        + "remove until or set severity: defer"
    ])
  let form = "write \"<date question> + n\", n days up to 3650, or \"event: ...\""
  for wrong in [
    "filler-date", "filler-date+28", "filler-date + -1", "filler-date + 4000", "filler-date + 028",
  ] {
    #expect(
      faults("until: \"filler-date + 28\"", "until: \"\(wrong)\"") == [
        "\(rules):15:10: error: until is neither a date nor an event; \(form)"
      ])
  }
  #expect(
    faults("event: rash gone", "event: ") == [
      "\(rules):25:10: error: the event is empty; say what must happen first"
    ])
}

@Test func `until counts from a date question`() {
  #expect(
    faults("until: \"filler-date", "until: \"depth") == [
      "\(rules):15:11: error: \"depth\" is not a date question; "
        + "name a question of type date, date-or-no or date-or-current"
    ])
  #expect(
    faults("until: \"filler-date", "until: \"filer-date") == [
      "\(rules):15:11: error: there is no question \"filer-date\"; did you mean \"filler-date\"?"
    ])
}

@Test func `rule names are used once and leave unknown- to the program`() {
  #expect(
    faults("- id: rash", "- id: pregnant") == [
      "\(rules):21:7: error: the rule \"pregnant\" exists already (\(rules):3:7); give one of "
        + "the two another name"
    ])
  #expect(
    faults("- id: rash", "- id: unknown-rash") == [
      "\(rules):21:7: error: the name \"unknown-rash\" is kept for findings on answers that are "
        + "not known; let the rule's name begin with another word"
    ])
  #expect(
    faults("subject: health", "subject: skin") == [
      "\(rules):1:10: error: the subject \"skin\" stands in a file named for \"health\"; "
        + "give the file and the subject the same name"
    ])
}

@Test func `a rule has words, sources and a strength from the list`() {
  #expect(
    faults("severity: do-not-treat", "severity: exclude") == [
      "\(rules):6:13: error: severity has no value \"exclude\"; "
        + "use one of proceed, proceed-after-patch-test, caution, defer, do-not-treat"
    ])
  #expect(
    faults("strength: seed-stated", "strength: seed-sated") == [
      "\(rules):10:13: error: strength has no value \"seed-sated\"; did you mean \"seed-stated\"?"
    ])
  #expect(
    faults("cite: [S1]", "cite: []") == [
      "\(rules):9:3: error: the rule cites no source; "
        + "name its sources; general for general knowledge"
    ])
  #expect(
    faults("cite: [S1]", "cite: [S1, S1]") == [
      "\(rules):9:14: error: \"S1\" is cited twice; cite it once"
    ])
  #expect(
    faults("title: Pregnant", "title: \(String(repeating: "x", count: 61))") == [
      "\(rules):4:10: error: title has 61 characters, at most 60 are allowed; shorten it"
    ])
}

@Test func `an emergency has steps that fit its screen, and a condition that is checked`() {
  let file = "emergencies.yaml"
  #expect(
    faults("has breathing", "has breath", in: file) == [
      "\(file):4:24: error: \"breath\" is not an option of \"red-flags\"; "
        + "use one of none, breathing, rash"
    ])
  #expect(
    faults("[\"STOP.\", \"Call the doctor & stay: *now*.\"]", "[]", in: file) == [
      "\(file):5:3: error: there are no steps; say what to do, one step a line"
    ])
  let long = String(repeating: "word ", count: 61)
  #expect(
    faults("STOP.", long, in: file) == [
      "\(file):5:11: error: a step has 305 characters, at most 300 are allowed; shorten it"
    ])
  let many = [String](repeating: "\"STOP.\"", count: 17).joined(separator: ", ")
  #expect(
    faults("[\"STOP.\"", "[\(many)", in: file) == [
      "\(file):5:3: error: the steps take 18 rows of 76 columns, at most 17 fit; shorten them"
    ])
}

@Test func `the manifest names a version, a day of review and a language`() {
  let file = "protocol.yaml"
  #expect(
    faults("2026-11-21", "2026-02-30", in: file) == [
      "\(file):6:11: error: \"2026-02-30\" is not a day of the calendar; write it as 2026-11-21"
    ])
  #expect(
    faults("version:", "vresion:", in: file) == [
      "\(file):1:1: error: protocol.yaml has no version; add the key version",
      "\(file):2:1: error: protocol.yaml has no key \"vresion\"; did you mean \"version\"?",
    ])
  #expect(
    faults("[en]", "[]", in: file) == [
      "\(file):5:1: error: the pack names no language; write [en]"
    ])
  #expect(
    faults("- {id: general", "- {id: S1", in: "sources.yaml").prefix(1) == [
      "\(health):12:14: error: there is no source \"general\"; "
        + "add it to sources.yaml or cite one that is there"
    ])
}

private let health = "questions/02-health.yaml"

@Test func `words of a pack are shown bounded and on one line`() {
  let long = String(repeating: "very-", count: 40)
  #expect(
    faults("strength: seed-stated", "strength: \(long)x") == [
      "\(rules):10:13: error: strength has no value "
        + "\"very-very-very-very-very-very-very-very-very-very-very-very-...\"; "
        + "use one of seed-stated, guideline, label, expert-opinion, review, trial, observational, "
        + "policy-default, general-knowledge"
    ])
}
