import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let arrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"
private let toTable = "nEXAMPLE, Maria<enter>3 mar 1985<enter>1n"

@Test func `a note stands beside its question and in the review`() {
  var bench = Bench()
  bench.press(arrival + "casked in private<enter>")
  #expect(bench.screen.contains("Note         asked in private"))
  bench.press("nn2<enter>1")
  #expect(bench.screen.contains("Note  asked in private"))
}

@Test func `a note can be written on a question with a text field, and on the marked review line`()
{
  var bench = Bench()
  bench.press("n0<enter>Maria<ctrl-x>cpassport seen<enter>")
  #expect(
    bench.entries.last?.event
      == .noteAdded(Note(subject: .question("patient-full-name"), text: "passport seen")))
  bench.press("<ctrl-r><down>clook again<enter>")
  guard case .noteAdded(let note) = bench.entries.last?.event, case .question = note.subject else {
    Issue.record("the note is on no question")
    return
  }
  #expect(bench.screen.contains("Note  look again"))
}

@Test func `a note on a table's line is on that line's question, one on a group names the group`() {
  var bench = Bench(pack: .grouped)
  bench.press(toTable + "ycby phone<enter>")
  guard case .noteAdded(let note) = bench.entries.last?.event, case .question = note.subject else {
    Issue.record("the note is on no question")
    return
  }
  bench.press("<esc><bs>")
  bench = Bench(pack: .grouped)
  bench.press(toTable + "nnn1cread twice<enter>")
  guard case .noteAdded(let group) = bench.entries.last?.event else {
    Issue.record("no note")
    return
  }
  #expect(group.subject == .consultation)
  #expect(group.text.hasSuffix(": read twice"))
  #expect(group.text != ": read twice")
}

@Test func `a note on an entry of a list names the entry`() {
  var bench = Bench(pack: .listed)
  bench.press("nywarf<down><enter><ctrl-x>ctablet seen<enter>")
  #expect(
    bench.entries.last?.event
      == .noteAdded(Note(subject: .question("medicines"), text: "warfarin: tablet seen")))
}
