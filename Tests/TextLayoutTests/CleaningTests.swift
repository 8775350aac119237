import Testing
import TextLayout

@Suite struct CleaningTests {
  static let corpus: [(dirty: String, clean: String, removed: Int)] = [
    ("TESTPATIENT, Maria", "TESTPATIENT, Maria", 0),
    ("a\u{0}b\u{7}c\u{7F}\u{9F}", "abc", 4),
    ("war\u{202E}farin\u{202C}", "warfarin", 2),
    ("x\u{2066}y\u{2069}", "xy", 2),
    ("می\u{200C}خواهم", "می\u{200C}خواهم", 0),
    ("क्\u{200D}ष", "क्\u{200D}ष", 0),
    ("one\ntwo", "one two", 1),
    ("one\r\ntwo\tthree\u{2028}four", "one two three four", 4),
    ("\u{1B}[1;31mred\u{1B}[0m", "red", 11),
    ("\u{1B}]0;title\u{7}text", "text", 10),
    ("\u{1B}P1$r\u{1B}\\text", "text", 7),
    ("\u{1B}]never ended", "]never ended", 1),
    ("\u{9B}31mred", "red", 4),
    ("in\u{AD}visible\u{200B}\u{FEFF}\u{E0041}", "invisible", 4),
    ("\u{FFFE}", "", 1),
  ]

  @Test(arguments: corpus)
  func `what could disturb a screen is removed and counted`(
    dirty: String, clean: String, removed: Int
  ) {
    let result = cleaned(dirty)
    #expect(Array(result.text.unicodeScalars) == Array(clean.unicodeScalars))
    #expect(result.removed == removed)
  }

  @Test(arguments: corpus)
  func `clean text stays as it is`(dirty: String, clean: String, removed: Int) {
    let again = cleaned(cleaned(dirty).text)
    #expect(again.text == clean && again.removed == 0)
  }

  @Test func `text beyond the bound is removed and counted`() {
    let result = cleaned(String(repeating: "a", count: 1_000), maximumScalars: 10)
    #expect(result.text == "aaaaaaaaaa" && result.removed == 990)
  }

  @Test func `a tower of marks is cut to what a letter can carry`() {
    let result = cleaned("e" + String(repeating: "\u{301}", count: 5_000))
    #expect(result.text.unicodeScalars.count == 32 && result.removed == 4_969)
  }
}
