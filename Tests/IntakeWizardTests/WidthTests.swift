import Summary
import Terminal
import Testing

// The screen and the plain-text print have a table each, because neither module
// may know the other.

@Test func `a letter takes as many columns on paper as on the screen`() {
  for value in UInt32(0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let screen = TextWidth.columns(of: Character(scalar))
    let paper = DisplayWidth.columns(of: scalar)
    if screen != paper { Issue.record("U+\(String(value, radix: 16)): \(screen) and \(paper)") }
  }
}

@Test(arguments: ["Maria", "परीक्षण", "می\u{200C}نا", "测试", "👩\u{200D}👩\u{200D}👧", "🇮🇳", "e\u{301}"])
func `a name takes no less room on paper than on the screen`(text: String) {
  #expect(DisplayWidth.columns(of: text) >= TextWidth.columns(of: text))
}
