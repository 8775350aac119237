import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private func begun(_ lines: String...) -> LineBench {
  var bench = LineBench()
  for line in ["n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y"] + lines { bench.type(line) }
  return bench
}

@Test func `by lines an answer is undone and done again in words`() {
  var lines = begun("n", "xz")
  #expect(lines.bench.saved["pregnancy-status"] == .unknown(.notAsked))
  #expect(lines.words.contains("Undone: Pregnancy is not answered again. x then Y does it again."))
  lines.type("xy")
  #expect(lines.bench.saved["pregnancy-status"] == .known(.choice("no")))
  lines.type("xy")
  #expect(lines.words.contains("Redo: not now, nothing was undone."))
}

@Test func `by lines a question is found by its number, and < leads back`() {
  var lines = begun("n", "f 1.2", "1")
  #expect(lines.words.contains("What is your full name?"))
  #expect(lines.words.contains("< returns to where you were."))
  lines.type("<")
  #expect(lines.wizard.asksAbout("filler-date"))
  #expect(lines.bench.saved["filler-date"] == .unknown(.notAsked))
}

@Test func `by lines a note and a contradiction are said with their question and in the review`() {
  var lines = begun("n", "c gave it by phone", "y", "1980", "y")
  #expect(
    lines.words.contains("Last filler, 1980, is before Date of birth, 3 Mar 1985. Check both."))
  lines.type("r")
  #expect(lines.words.contains("Check: Last filler, 1980, is before Date of birth"))
  #expect(lines.words.contains("Note on 2.2: gave it by phone."))
}

@Test func `by lines a doubtful date of birth is asked again`() {
  var lines = LineBench()
  for line in ["n", "0", "TESTPATIENT, Maria", "3 mar 85", "y"] { lines.type(line) }
  #expect(lines.bench.saved["patient-date-of-birth"] == .unknown(.notAsked))
  #expect(lines.words.contains("Two digits of the year: born 3 Mar 1985, 41 years old? Type Y"))
  lines.type("y")
  #expect(lines.bench.saved["patient-date-of-birth"] == .known(.date(.day(date(1985, 3, 3)))))
}

extension Wizard {
  fileprivate func asksAbout(_ question: Question.ID) -> Bool { currentQuestion == question }
}

extension LineBench {
  /// What was said after the last line, without its line ends.
  fileprivate var words: String {
    last.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}
