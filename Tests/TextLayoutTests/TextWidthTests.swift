import TerminalTesting
import Testing
import TextLayout

@Suite struct TextWidthTests {
  static let widths: [(text: String, columns: Int)] = [
    ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("\u{7}", 0), ("\u{200B}", 0),
    ("名前", 4), ("한국", 4), ("ｱ", 1), ("Ａ", 2), ("क", 1), ("क्ष", 2), ("می\u{200C}خ", 3),
    ("─│┌✓•", 5), ("👍", 2), ("👍🏽", 2), ("👩\u{200D}👩\u{200D}👧", 2), ("❤\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2), ("🇩🇪", 2), ("TESTPATIENT, 名前", 17), ("\r\n", 0),
  ]

  @Test(arguments: widths)
  func `text takes the columns a terminal gives it`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func `layout and the C library count every known letter alike`() {
    var different: [String] = []
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let known = VirtualTerminal.systemColumns(of: scalar)
      // Curses draws what it does not know, and a lone mark, as U+FFFD.
      guard known > 0, value != 0xAD else { continue }
      let ours = TextWidth.columns(of: Character(scalar))
      if ours != known { different.append(String(value, radix: 16)) }
    }
    #expect(different == [])
  }
}

@Test(arguments: ["Maria", "परीक्षण", "می\u{200C}نا", "测试", "👩\u{200D}👩\u{200D}👧", "🇮🇳", "e\u{301}"])
func `a name takes no less room on paper than on the screen`(text: String) {
  #expect(TextWidth.paperColumns(of: text) >= TextWidth.columns(of: text))
}
