import ClinicalModel
import Consultation
import ProtocolLibrary
import Screening
import Terminal
import Testing

@testable import IntakeWizard

private let arrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"

private func bench(_ keys: String) -> Bench {
  var bench = Bench()
  bench.press(keys)
  return bench
}

@Test func `Esc leads back from a question that was looked up`() {
  var bench = bench(arrival + "n<ctrl-f>name<enter>")
  #expect(bench.screen.contains("What is your full name?"))
  #expect(bench.screen.contains("Esc returns to where you were."))
  bench.press("<esc>")
  #expect(bench.screen.contains("When was your last filler?"))
  bench.press("<esc>")
  #expect(bench.screen.contains("Nothing to close here."))
}

@Test func `an answer to a question that was looked up leads back too`() {
  let bench = bench(arrival + "n<ctrl-f>2.1<enter>y")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("yes")))
  #expect(bench.screen.contains("When was your last filler?"))
}

@Test func `a section and an action are found like a question`() {
  var bench = bench(arrival + "<ctrl-f>before any<enter>")
  #expect(bench.screen.contains("Right now, do you have any of these?"))
  bench.press("<esc><ctrl-f>redraw<enter>")
  #expect(bench.effects.last == .repaint)
}

@Test func `an action that cannot be taken says why`() {
  let bench = bench(arrival + "<ctrl-f>redo<enter>")
  #expect(bench.screen.contains("Not now: nothing was undone."))
}

@Test func `what is not found goes nowhere`() {
  let bench = bench(arrival + "<ctrl-f>zebra<enter>")
  #expect(bench.screen.contains("Nothing has these words. Ctrl-U clears them."))
}

@Test func `every answered question is at most six keys away, the way back included`() throws {
  let patient = Patient.plain
  let hand = try ScreenHand(patient, CompiledPack(try readPack(.builtIn, digest: "sha256:0")))
  guard let session = hand.bench.wizard.openConsultation else {
    Issue.record("nothing is open")
    return
  }
  let items = session.checklist.items
  #expect(items.count > 80)
  let list = FindList(session, actions: [])
  // What a person would try: the number, and pieces of the label and question.
  var first: [FindTarget: String] = [:]
  func consider(_ typed: String) {
    guard let line = list.lines(typed).first, first[line.target] == nil else { return }
    first[line.target] = typed
  }
  let numbers = ReviewList.numbers(session)
  for item in items {
    let number = numbers[item.question.id, default: ""]
    let digits = number.filter { $0 != "." }
    for typed in [number, digits] where typed.count <= 3 { consider(typed) }
    let text = Array(item.question.label.lowercased())
    for length in 1...3 where text.count >= length {
      for start in 0...(text.count - length) { consider(String(text[start..<start + length])) }
    }
  }
  let far = items.filter { first[.question($0.question.id)] == nil }.map(\.question.label)
  // Ctrl-F, at most three letters, Enter, and Esc for the way back.
  #expect(far.isEmpty, "\(far)")
}
