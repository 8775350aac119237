import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private func begun(_ keys: String = "") -> Bench {
  var bench = Bench()
  bench.press("n" + keys)
  return bench
}

/// Keys up to the pregnancy question.
private let toPregnancy = "0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"

@Test func `one key answers a yes or no question and the next question is shown`() {
  var bench = begun(toPregnancy)
  bench.press("n")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
  #expect(bench.screen.contains("When was your last filler?"))
}

@Test func `Enter alone never answers`() {
  for keys in ["", toPregnancy, toPregnancy + "n", toPregnancy + "nn", toPregnancy + "nn2<enter>"] {
    var bench = begun(keys)
    let before = bench.entries.count
    bench.press("<enter><enter>")
    #expect(bench.entries.count == before, "after \(keys)")
    #expect(bench.screen.contains("Enter does nothing"))
  }
}

@Test func `not sure and prefers not to say are one key away and are kept apart from no`() {
  var bench = begun(toPregnancy)
  bench.press("u")
  #expect(bench.saved["pregnancy-status"] == .unknown(.unsure))
  bench.press("d")
  #expect(bench.saved["filler-date"] == .unknown(.declined))
  #expect(bench.saved["depth"] == .unknown(.notAsked))
}

@Test func `not sure and declined can be given on every question`() {
  for (keys, question) in [
    ("", "red-flags-now"), ("0<enter>", "patient-full-name"),
    ("0<enter>A<enter>", "patient-date-of-birth"), (toPregnancy, "pregnancy-status"),
    (toPregnancy + "n", "filler-date"), (toPregnancy + "nn", "depth"),
    (toPregnancy + "nn2<enter>", "device"),
  ] as [(String, Question.ID)] {
    for (letter, reason) in [("u", UnknownReason.unsure), ("d", .declined)] {
      var bench = begun(keys)
      bench.press("<ctrl-x>" + letter)
      #expect(bench.saved[question] == .unknown(reason), "\(question)")
    }
  }
}

@Test func `none of these excludes the other options`() {
  var bench = begun("12")
  bench.press("0")
  #expect(bench.screen.contains("[x] 0  None of these"))
  #expect(!bench.screen.contains("[x] 1"))
  bench.press("1")
  #expect(!bench.screen.contains("[x] 0"))
  bench.press("0<enter>")
  #expect(bench.saved["red-flags-now"] == .known(.choices(["none"])))
}

@Test func `a marked line is answered by Enter and the arrow keys`() {
  var bench = begun(toPregnancy)
  bench.press("<down><down><enter>")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
}

@Test func `a name keeps its marks and joiners`() {
  var bench = begun("0<enter>")
  bench.press("José सुनीता نیم\u{200C}فاصله x<bs><bs><enter>")
  #expect(bench.saved["patient-full-name"] == .known(.text("José सुनीता نیم\u{200C}فاصله")))
}

@Test func `a pasted name loses its control characters and staff are told`() {
  var bench = begun("0<enter>")
  bench.paste("TEST\u{1B}[31mPATIENT\u{202E}")
  #expect(bench.screen.contains("were left out"))
  bench.press("<enter>")
  #expect(bench.saved["patient-full-name"] == .known(.text("TESTPATIENT")))
}

@Test func `a paste onto a page without a text field answers nothing`() {
  var bench = begun(toPregnancy)
  bench.paste("yes\ny\nn")
  #expect(bench.saved["pregnancy-status"] == .unknown(.notAsked))
}

@Test func `a date is read back in words before it is recorded`() {
  var bench = begun(toPregnancy + "n")
  bench.press("y3/4/2026")
  #expect(bench.screen.contains("read as Friday 3 Apr 2026, 232 days ago"))
  #expect(bench.saved["filler-date"] == .unknown(.notAsked))
  bench.press("<enter>")
  #expect(bench.saved["filler-date"] == .known(.date(.day(date(2026, 4, 3)))))
}

@Test(arguments: [
  ("3d", "2026-11-18"), ("2w", "2026-11-07"), ("yesterday", "2026-11-20"), ("11/2025", "2025-11"),
  ("nov 2025", "2025-11"), ("2019", "2019"), ("18 nov 25", "2025-11-18"),
  ("2026-02-28", "2026-02-28"),
  ("5.1.26", "2026-01-05"), ("t", "2026-11-21"),
])
func `a date can be typed as people write it`(typed: String, stored: String) {
  var bench = begun(toPregnancy + "ny")
  bench.press(typed + "<enter>")
  #expect(bench.saved["filler-date"] == PartialDate(iso: stored).map { .known(.date($0)) })
}

@Test(arguments: ["30 feb 2026", "22/11/2026", "2027", "soon", "13/13/2025", "31.4.2026", "5"])
func `a date that cannot be is refused and what was typed is kept`(typed: String) {
  var bench = begun(toPregnancy + "ny")
  bench.press(typed + "<enter>")
  #expect(bench.saved["filler-date"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Error: "))
  #expect(bench.screen.contains("[ \(typed) "))
}

@Test func `never is an answer of its own to a date question`() {
  var bench = begun(toPregnancy + "n")
  bench.press("n")
  #expect(bench.saved["filler-date"] == .known(.never))
}

@Test func `typing a digit on a date question opens its field`() {
  var bench = begun(toPregnancy + "n")
  bench.press("3d<enter>")
  #expect(bench.saved["filler-date"] == .known(.date(.day(date(2026, 11, 18)))))
}

@Test(arguments: [("4", "4"), ("0,5", "0.5"), ("0.50", "0.5"), ("13", "13")])
func `a number is taken with comma or point`(typed: String, stored: String) {
  var bench = begun(toPregnancy + "nn")
  bench.press(typed + "<enter>")
  #expect(bench.saved["depth"] == Quantity(stored).map { .known(.number($0)) })
}

@Test(arguments: ["14", "-1", "1.2345", "1e3", "four"])
func `a number outside its range or form is refused`(typed: String) {
  var bench = begun(toPregnancy + "nn")
  // Letters that name an answer are typed after a digit here.
  bench.press(typed.replacing("u", with: "").replacing("d", with: "") + "<enter>")
  #expect(bench.saved["depth"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Error: "))
}

@Test func `height and weight give the body mass index`() {
  let entry = NumberEntry(unit: "kg/m²", range: Quantity(8)...Quantity(100))
  #expect(entry.read("170 65", label: "BMI") == .number(Quantity(thousandths: 22491)))
  #expect(entry.read("22,5", label: "BMI") == .number(Quantity(thousandths: 22500)))
  guard case .refused = entry.read("17 650", label: "BMI") else {
    Issue.record("a height of 17 cm was taken")
    return
  }
}

@Test func `going back is never blocked and loses no answer`() {
  var bench = begun(toPregnancy + "n")
  bench.press("y12")
  bench.press("<backtab>")
  #expect(bench.screen.contains("Are you pregnant?"))
  #expect(bench.screen.contains("(*) N  No"))
  bench.press(">")
  #expect(bench.screen.contains("[ 12 "))
}

@Test func `an answer can be changed and the earlier one stays in the history`() {
  var bench = begun(toPregnancy + "n")
  bench.press("<y")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("yes")))
  let recorded = bench.entries.filter {
    if case .answerRecorded("pregnancy-status", _, _) = $0.event { true } else { false }
  }
  #expect(recorded.count == 2)
}

@Test func `clearing an answer makes it not answered, which is not no`() {
  var bench = begun(toPregnancy + "n")
  bench.press("<-")
  #expect(bench.saved["pregnancy-status"] == .unknown(.notAsked))
  #expect(bench.screen.contains("The answer is cleared"))
}

@Test func `a held key answers one question only`() {
  var bench = begun(toPregnancy)
  bench.press("n")
  bench.type(.character("n"))
  bench.type(.character("n"))
  #expect(bench.saved["filler-date"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Key held: answer one question at a time."))
}

@Test func `keys that come in one burst answer no question that nobody has read`() {
  var bench = begun(toPregnancy)
  bench.press("n")
  for key in Bench.keys("yes, 20 a day") { bench.type(key) }
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
  #expect(bench.saved["filler-date"] == .unknown(.notAsked))
}

@Test func `none of these is not taken before the whole list was on screen`() {
  var bench = begun()
  bench.resize(rows: 16, columns: 60, pack: .longList)
  bench.press("n0")
  #expect(bench.screen.contains("Show the whole list first"))
  #expect(!bench.screen.contains("[x] 0"))
  bench.press("<end>0<enter>")
  #expect(bench.saved["conditions"] == .known(.choices(["none"])))
}

@Test func `no key answers while the window is too small to show the question`() {
  var bench = begun(toPregnancy)
  bench.setWindow(rows: 10, columns: 50)
  bench.press("n")
  #expect(bench.saved["pregnancy-status"] == .unknown(.notAsked))
  bench.setWindow(rows: 24, columns: 80)
  bench.press("n")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
}

@Test func `marks that were not confirmed come back and are said to be open`() {
  var bench = begun("2")
  bench.press("><backtab>")
  #expect(bench.screen.contains("[x] 2"))
  #expect(bench.screen.contains("Not recorded yet: Enter records the marks."))
  #expect(bench.saved["red-flags-now"] == .unknown(.notAsked))
}

@Test func `a short text typed fast after another is not taken for a held key`() {
  var bench = begun("0<enter>")
  bench.press("A<enter>")
  for key in Bench.keys("3 mar 85<enter><enter>") { bench.type(key) }
  #expect(bench.saved["patient-date-of-birth"] == .known(.date(.day(date(1985, 3, 3)))))
}

@Test func `a detail question is asked only where it applies`() {
  var bench = begun(toPregnancy + "nn2<enter>")
  bench.press("1")
  #expect(bench.screen.contains("Check the answers before the result"))
  bench.press("<ctrl-f>device<enter>2")
  #expect(bench.screen.contains("Has the pen been cleaned?"))
}

@Test func `a question whose gate is not known is asked and can be skipped`() {
  var bench = begun(toPregnancy + "nn2<enter>u")
  #expect(bench.screen.contains("Asked because an earlier answer is not known"))
  bench.press(">")
  #expect(bench.screen.contains("Check the answers before the result"))
}

@Test func `a note is kept with its question`() throws {
  var bench = begun(toPregnancy)
  bench.press("cgave the date herself<enter>")
  let note = Note(subject: .question("pregnancy-status"), text: "gave the date herself")
  #expect(bench.entries.last?.event == .noteAdded(note))
}

func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate(year: year, month: month, day: day) ?? .last
}
