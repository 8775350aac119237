import ClinicalModel
import ProtocolLibrary
import Testing

private let cases = "rules/health.cases.yaml"

/// What is said when one text of the cases file is replaced.
private func faults(_ old: String, _ new: String) -> [String] {
  SmallPack().replacing(old, with: new, in: cases).diagnostics
}

@Test func `cases of a rule that is not there are refused with the nearest name`() {
  #expect(
    faults("- rule: pregnant", "- rule: pregant") == [
      "\(cases):3:9: error: there is no rule \"pregant\"; did you mean \"pregnant\"?"
    ])
  #expect(
    faults("- rule: pregnant", "- rule: weight") == [
      "\(cases):3:9: error: there is no rule \"weight\"; name a rule of the pack"
    ])
}

@Test func `the cases of a rule stand in one place and their names are used once`() {
  #expect(
    faults("- rule: filler-recent", "- rule: pregnant") == [
      "\(cases):12:9: error: the cases of \"pregnant\" exist already (\(cases):3:9); put them "
        + "together"
    ])
  #expect(
    faults("a patient who is not sure may be pregnant", "a pregnant patient is not treated") == [
      "\(cases):9:11: error: the case \"a pregnant patient is not treated\" exists already "
        + "(\(cases):5:11); give one of the two another name"
    ])
  #expect(faults("nothing was asked", "a pregnant patient is not treated") == [])
}

@Test func `keys of a cases file are those it has`() {
  #expect(
    faults("    expect: possible\n- rule: f", "    expct: possible\n- rule: f") == [
      "\(cases):9:5: error: a case has no expect; add the key expect",
      "\(cases):11:5: error: a case has no key \"expct\"; did you mean \"expect\"?",
    ])
  #expect(
    faults("- rule: pregnant", "- when: x\n  rule: pregnant") == [
      "\(cases):3:3: error: a rule's cases has no key \"when\"; use one of rule, cases"
    ])
  #expect(
    faults("subject: health\n", "subject: health\nrules: []\n") == [
      "\(cases):2:1: error: a cases file has no key \"rules\"; use one of subject, cases"
    ])
}

@Test func `the subject of a cases file is that of its name and of a rules file`() {
  #expect(
    faults("subject: health", "subject: skin") == [
      "\(cases):1:10: error: the subject \"skin\" stands in a file of cases named for \"health\"; "
        + "give the file and the subject the same name"
    ])
  let other = "rules/helth.cases.yaml"
  #expect(
    SmallPack().with(other, "subject: helth\ncases: []\n").diagnostics == [
      "\(other):1:1: error: there is no rules/helth.yaml beside the cases; "
        + "did you mean \"health\"?"
    ])
}

@Test func `answers of a case are refused as those of a patient are`() {
  #expect(
    faults("\"pregnancy\": \"yes\"", "\"pregnency\": \"yes\"") == [
      "\(cases):6:52: error: the pack has no question of this name; did you mean \"pregnancy\"?"
    ])
  #expect(
    faults("\"pregnancy\": \"yes\"", "\"pregnancy\": \"maybe\"") == [
      "\(cases):6:65: error: the answer to \"pregnancy\" is not one of its options; "
        + "use yes, no, unknown, or one of not-asked, unsure, declined"
    ])
  #expect(
    faults("2026-12-08", "2027-01-05") == [
      "\(cases):16:28: error: the answer to \"filler-date\" lies after the interview on "
        + "2027-01-04; give the day it happened, or correct the interview date"
    ])
  #expect(
    faults("given: {}", "given: []") == [
      "\(cases):20:12: error: \"given\" does not hold named answers; "
        + "write {\"question\": \"answer\"}"
    ])
}

@Test func `severity and until stand only where a finding is expected to be established`() {
  #expect(
    faults("expect: established\n    severity", "expect: possible\n    severity") == [
      "\(cases):8:5: error: the case states severity but expects possible; "
        + "remove severity or set expect: established"
    ])
  #expect(
    faults("expect: established\n    until", "expect: nothing\n    until") == [
      "\(cases):18:5: error: the case states until but expects nothing; "
        + "remove until or set expect: established"
    ])
}

@Test func `a misspelt word or day is refused once`() {
  #expect(
    faults("expect: established\n    severity", "expect: establishd\n    severity") == [
      "\(cases):7:13: error: expect has no value \"establishd\"; did you mean \"established\"?"
    ])
  #expect(
    faults("severity: do-not-treat", "severity: do-not-teat") == [
      "\(cases):8:15: error: severity has no value \"do-not-teat\"; did you mean \"do-not-treat\"?"
    ])
  #expect(
    faults("on: \"2027-01-04\"", "on: \"2027-02-30\"") == [
      "\(cases):15:9: error: \"2027-02-30\" is not a day of the calendar; write it as 2026-11-21"
    ])
  #expect(
    faults("until: \"2027-01-05\"", "until: \"5 January\"") == [
      "\(cases):18:12: error: \"5 January\" is not a day of the calendar; write it as 2026-11-21"
    ])
}

@Test func `a case has a sentence of at most 200 characters`() {
  #expect(
    faults("\"nothing was asked\"", "\"\(String(repeating: "x", count: 201))\"") == [
      "\(cases):19:11: error: name has 201 characters, at most 200 are allowed; shorten it"
    ])
  #expect(
    faults("\"nothing was asked\"", "\" \"") == [
      "\(cases):19:11: error: name is empty; write a text or remove the key"
    ])
}

@Test func `a rule that is named has a case`() {
  let old = """
      cases:
      - name: "no red flag raises nothing"
        given: {"red-flags": ["none"]}
        expect: nothing
    """
  #expect(
    faults(old, "  cases: []") == [
      "\(cases):23:3: error: there are no cases; add one or remove the rule here"
    ])
}

@Test func `cases with a fault are never given back`() throws {
  let good = SmallPack()
  let pack = try good.pack()
  let bad = good.replacing("- rule: pregnant", with: "- rule: pregant", in: cases)
  let refused = #expect(throws: PackDiagnostics.self) {
    _ = try readCases(bad.files, for: pack)
  }
  #expect(
    refused?.diagnostics.map(\.description) == [
      "\(cases):3:9: error: there is no rule \"pregant\"; did you mean \"pregnant\"?"
    ])
}
