import ClinicalModel
import Screening
import Testing

@Suite struct SeverityWordsTests {
  @Test func `weights are ordered from advice to exclusion`() {
    #expect(
      Severity.allCases.sorted().map(\.rawValue) == [
        "proceed", "proceed-after-patch-test", "caution", "defer", "do-not-treat",
      ])
    #expect(
      Severity.allCases.sorted().map(\.word) == [
        "Note", "PATCH TEST FIRST", "CAUTION", "DEFER", "DO NOT TREAT",
      ])
    #expect(Severity.allCases.sorted().map(\.mark) == ["...", "+++", "!!!", "///", "XXX"])
  }

  @Test func `no words ever promise that a patient is safe or cleared`() {
    for severity in Severity.allCases {
      let words = (severity.word + " " + severity.outcomeSentence).lowercased()
      for forbidden in ["safe", "clear", "approved"] { #expect(!words.contains(forbidden)) }
    }
  }
}
