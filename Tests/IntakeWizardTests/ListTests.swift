import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// A bench at the empty medicine list of the listed pack.
private func bench(_ keys: String = "") -> Bench {
  var bench = Bench(pack: .listed)
  bench.press("ny" + keys)
  return bench
}

private func name(_ text: String) -> Answer { .known(.text(text)) }

extension Bench {
  /// The entries of the medicine list that are durable.
  var medicines: [Answers] { saved["medicines"].entries }

  /// How often the medicine list was recorded.
  var recordings: Int {
    entries.count { $0.event.answersRecorded.contains { $0.question == "medicines" } }
  }
}

@Test func `a medicine is added with its name, a line and one key for each choice`() {
  let bench = bench("warf<down><enter>11<tab>")
  #expect(
    bench.medicines == [
      [
        "medicine": name("warfarin"), "use": .known(.choice("regular")),
        "prescribed": .known(.choice("yes")),
      ]
    ])
  #expect(bench.screen.contains("Medicines: 1"))
  #expect(bench.screen.contains("Takes a blood thinner"))
}

@Test func `a medicine needs nine keys, and fourteen with its reason and last dose`() {
  var bench = bench()
  let before = bench.keyCount
  bench.press("warf<down><enter>11<tab>")
  #expect(bench.keyCount - before == 9)
  #expect(bench.medicines.count == 1)
  let second = bench.keyCount
  bench.press("clop<down><enter>11mi<enter>2d<tab>")
  #expect(bench.keyCount - second == 14)
  #expect(bench.medicines.last?["reason"] == name("mi"))
  #expect(
    bench.medicines.last?["last-taken"] == .known(.date(.day(CalendarDate.bench.adding(days: -2)))))
}

@Test func `nothing is marked at first and Enter takes nothing`() {
  var bench = bench("warfarin<enter>")
  #expect(bench.medicines.isEmpty)
  #expect(bench.screen.contains("Nothing is marked yet, so Enter does nothing."))
  bench.press("<ctrl-u><enter>")
  #expect(bench.medicines.isEmpty)
  bench.press("<tab>")
  #expect(bench.wizard.currentQuestion == "medicines")
}

@Test func `Enter on an empty text or date leaves it not recorded`() {
  let bench = bench("warf<down><enter>11<enter><enter>")
  #expect(bench.medicines.first?["reason"] == .unknown(.notAsked))
  #expect(bench.medicines.first?["last-taken"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Add a medicine:"))
}

@Test func `Enter answers no choice`() {
  var bench = bench("warf<down><enter><enter><enter>")
  #expect(bench.screen.contains("How it is taken"))
  #expect(bench.medicines.first?["use"] == .unknown(.notAsked))
  bench.press("u")
  #expect(bench.screen.contains("Who chose it"))
  bench.press("<tab>")
  #expect(bench.medicines.first?["use"] == .known(.choice("unknown")))
}

@Test func `a field that depends on another is asked only where that one says so`() {
  let stopped = bench("warf<down><enter>31<enter><enter>")
  #expect(stopped.screen.contains("Why it was stopped"))
  var bench = bench("warf<down><enter>31<enter><enter>1")
  #expect(bench.medicines.first?["stopped-because"] == .known(.choice("doctor")))
  // Taken again after all: why it was stopped does not stand any more.
  bench.press("<up><enter><enter>1<tab>")
  #expect(bench.medicines.first?["use"] == .known(.choice("regular")))
  #expect(bench.medicines.first?["stopped-because"] == .unknown(.notAsked))
}

@Test func `a date is read as a month or a year where the day is not known`() {
  let bench = bench("warf<down><enter>11<enter>3/2026<enter>")
  #expect(bench.medicines.first?["last-taken"] == .known(.date(.month(year: 2026, month: 3))))
}

@Test func `a date that cannot be is refused in words and what was typed stays`() {
  var bench = bench("warf<down><enter>11<enter>3/2027<enter>")
  #expect(bench.screen.contains("Error: Last dose must be today or in the past"))
  #expect(bench.screen.contains("[ 3/2027 "))
  bench.press("<tab>")
  #expect(bench.screen.contains("[ 3/2027 "))
  bench.press("<esc>")
  #expect(bench.medicines.count == 1)
}

@Test func `an entry is changed field by field, and Enter keeps what was recorded`() {
  var bench = bench("warf<down><enter>11af<enter>2d<enter>")
  bench.press("<up><enter>")
  #expect(bench.screen.contains("Medicine: warfarin"))
  bench.press("<enter><enter>2<enter><tab>")
  #expect(
    bench.medicines == [
      [
        "medicine": name("warfarin"), "use": .known(.choice("regular")),
        "prescribed": .known(.choice("no")), "reason": name("af"),
        "last-taken": .known(.date(.day(CalendarDate.bench.adding(days: -2)))),
      ]
    ])
}

@Test func `removing asks once, and only Y removes`() {
  var bench = bench("warf<down><enter><tab>clop<down><enter><tab><up><up>-")
  #expect(bench.screen.contains("Remove 1  warfarin?"))
  bench.press("<enter>")
  #expect(bench.medicines.count == 2)
  bench.press("<up><up>-y")
  #expect(bench.medicines.map { $0["medicine"] } == [name("clopidogrel")])
  bench.press("<up>-y")
  #expect(bench.saved["medicines"] == .unknown(.notAsked))
}

@Test func `the way back leads field by field to the list and keeps everything`() {
  var bench = bench("warf<down><enter>11heart<backtab>")
  #expect(bench.screen.contains("Who chose it"))
  bench.press("<<")
  bench.press("<backtab>")
  #expect(bench.screen.contains("Add a medicine:"))
  #expect(bench.medicines.first?["reason"] == name("heart"))
  #expect(bench.medicines.first?["use"] == .known(.choice("regular")))
  bench.press("<backtab>")
  #expect(bench.wizard.currentQuestion == "medicines-any")
  #expect(bench.medicines.count == 1)
}

@Test func `a half-done entry is kept when the page is left`() {
  var bench = bench("warf<down><enter>1<ctrl-r>")
  #expect(
    bench.medicines == [["medicine": name("warfarin"), "use": .known(.choice("regular"))]])
  bench.press("<")
  #expect(bench.screen.contains("Who chose it"))
}

@Test func `Tab on an empty list says what is to be done instead`() {
  let bench = bench("<tab>")
  #expect(bench.wizard.currentQuestion == "medicines")
  #expect(bench.screen.contains("No to Any medicine."))
}

@Test func `Tab with entries goes on, and not while a name is typed`() {
  var bench = bench("warf<down><enter><tab>clo<tab>")
  #expect(bench.screen.contains("What is typed is not in the list yet"))
  bench.press("<ctrl-u><tab>")
  #expect(bench.screen.contains("Have you allergies, or bled lately?"))
}

@Test func `not sure and declined are said of the whole list while it is empty`() {
  #expect(bench("<ctrl-x>u").saved["medicines"] == .unknown(.unsure))
  #expect(bench("<ctrl-x>d").saved["medicines"] == .unknown(.declined))
  let kept = bench("warf<down><enter><tab><ctrl-x>d")
  #expect(kept.medicines.count == 1)
  #expect(kept.screen.contains("Entries are on file."))
}

@Test func `letters are text and never commands`() {
  let bench = bench("gcud")
  #expect(bench.screen.contains("Add a medicine: gcud"))
  #expect(bench.saved["medicines"] == .unknown(.notAsked))
}

@Test func `a held Tab does not say that the list is complete`() {
  var bench = bench("warf<down><enter>11")
  for _ in 0..<10 { bench.type(.tab) }
  #expect(bench.wizard.currentQuestion == "medicines")
}

@Test func `a key that is held down answers one choice only`() {
  var bench = bench("warf<down><enter>")
  for _ in 0..<10 { bench.type(.character("1")) }
  bench.press("<tab>")
  #expect(bench.medicines.first?["prescribed"] == .unknown(.notAsked))
}

@Test func `a paste is text, without what could harm a screen`() {
  var bench = bench()
  bench.paste("warf\u{202E}arin\u{1B}[31m\n5 mg")
  #expect(bench.screen.contains("2 lines pasted. Nothing of them is taken yet."))
  bench.press("2")
  #expect(bench.screen.contains("Add a medicine: warfarin 5 mg"))
  #expect(
    bench.screen.contains(
      "1 direction mark and 5 control or invisible characters were left out."))
  #expect(bench.medicines.isEmpty)
  bench.press("<down><enter>")
  bench.paste("1")
  #expect(bench.screen.contains("Nothing was pasted"))
  bench.press("<tab>")
  #expect(bench.medicines == [["medicine": name("warfarin 5 mg")]])
}

@Test func `a list takes a hundred entries and then says so`() {
  var bench = bench()
  for _ in 0..<100 { bench.press("war<down><enter><tab>") }
  bench.press("war<down><enter>")
  #expect(bench.medicines.count == 100)
  #expect(bench.screen.contains("The list is full"))
}

@Test func `a medicine that is on the list already is pointed out`() {
  let bench = bench("warf<down><enter><tab>coum<down><enter>")
  #expect(bench.screen.contains("This is also number 1 of the list."))
  #expect(bench.medicines.count == 2)
}

@Test func `the help of a field names the field, the keys and why it is asked`() {
  let bench = bench("warf<down><enter>11<ctrl-g>")
  #expect(bench.screen.contains("Asked now         What it is for"))
  #expect(bench.screen.contains("Esc"))
}
