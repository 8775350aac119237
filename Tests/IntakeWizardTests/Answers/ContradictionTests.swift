import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let clear = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>nn2<enter>1"

@Test func `a date before the birth is said at once, first in the review, and blocks signing`() {
  var bench = Bench()
  bench.press(clear + "<ctrl-f>filler<enter>y1980<enter>")
  let words = "Last filler, 1980, is before Date of birth, 3 Mar 1985"
  #expect(bench.screen.contains(words + ". Check both."))
  bench.press("<ctrl-r>")
  #expect(bench.screen.contains("There is 1 thing to do"))
  #expect(bench.screen.contains("2.2  \(words)"))
  bench.press("<end>r1why<enter>s")
  #expect(bench.screen.contains("Not signed: \(words)."))
  #expect(!bench.screen.contains("Sign: the clinician's name"))
}

@Test func `a note on one of them lets both answers stand`() {
  var bench = Bench()
  bench.press(clear + "<ctrl-f>filler<enter>y1980<enter>")
  bench.press(
    "<ctrl-f>filler<enter><ctrl-x>cthe date is of the mother<enter><ctrl-r><end>r1why<enter>s")
  #expect(bench.screen.contains("name"))
  #expect(!bench.screen.contains("Not signed"))
}

@Test func `going to a contradiction shows the question with what is wrong`() {
  var bench = Bench()
  bench.press(clear + "<ctrl-f>filler<enter>y1980<enter><ctrl-r><home><enter>")
  #expect(bench.screen.contains("When was your last filler?"))
  #expect(bench.screen.contains("Check        Last filler, 1980, is before Date of birth"))
}

@Test(arguments: [
  ("3/3/85", "Two digits of the year: born 3 Mar 1985, 41 years old?"),
  ("3/3/1885", "Enter"), ("3/3/1912", "Is that right: born 3 Mar 1912, 114 years old?"),
  ("3/3/2015", "Is that right: born 3 Mar 2015, 11 years old?"),
])
func `a doubtful date of birth is asked again before it is recorded`(typed: String, words: String) {
  var bench = Bench()
  bench.press("n0<enter>TESTPATIENT, Maria<enter>\(typed)<enter>")
  #expect(bench.saved["patient-date-of-birth"] == .unknown(.notAsked))
  #expect(bench.screen.contains(words))
}

@Test func `Enter once more records a doubtful date of birth, and another text asks anew`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPATIENT, Maria<enter>3/3/85<enter><bs>6<enter>")
  #expect(bench.saved["patient-date-of-birth"] == .unknown(.notAsked))
  #expect(bench.screen.contains("born 3 Mar 1986, 40 years old?"))
  bench.press("<enter>")
  #expect(bench.saved["patient-date-of-birth"] == .known(.date(.day(date(1986, 3, 3)))))
}
