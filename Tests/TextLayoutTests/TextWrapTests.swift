import Testing
import TextLayout

@Suite struct TextWrapTests {
  static let cases: [(text: String, width: Int, lines: [String])] = [
    ("Ask the patient again", 10, ["Ask the", "patient", "again"]),
    ("Ask the patient", 80, ["Ask the patient"]),
    ("", 10, [""]),
    ("one\n\ntwo", 10, ["one", "", "two"]),
    ("one\r\ntwo", 10, ["one", "two"]),
    ("acetylsalicylic acid", 8, ["acetylsa", "licylic", "acid"]),
    ("x acetylsalicylic", 8, ["x", "acetylsa", "licylic"]),
    ("名前名前名前", 5, ["名前", "名前", "名前"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("  two blanks", 20, ["  two blanks"]),
    ("ends with blank ", 20, ["ends with blank"]),
    ("名", 1, [""]),
    ("nothing fits", 0, []),
  ]

  @Test(arguments: cases)
  func `text breaks between words and never inside a letter`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(TextWrap.lines(text, width: width) == lines)
  }

  @Test(arguments: 2...40)
  func `no line is wider than asked and no letter is lost`(width: Int) {
    let text = "Takes an antiplatelet medicine 名前名前, bruising is more likely; tell the patient"
    let lines = TextWrap.lines(text, width: width)
    #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func `a text without end makes a bounded number of lines`() {
    let lines = TextWrap.lines(
      String(repeating: "a ", count: 10_000), width: 1, linesMax: 100)
    #expect(lines.count == 100)
  }
}
