import Terminal
import Testing

/// Before, keys, after; `|` is the cursor.
@Suite struct TextFieldTests {
  struct Script: CustomTestStringConvertible, Sendable {
    var before: String
    var keys: [Key]
    var after: String
    var testDescription: String { "\(before) → \(after)" }

    init(_ before: String, _ keys: Key..., after: String) {
      (self.before, self.keys, self.after) = (before, keys, after)
    }
  }

  static let editing = [
    Script("|", .character("a"), .character("b"), after: "ab|"),
    Script("ab|", .left, .character("x"), after: "ax|b"),
    Script("ab|", .home, .delete, after: "|b"),
    Script("|ab", .end, .backspace, after: "a|"),
    Script("|ab", .backspace, after: "|ab"),
    Script("ab|", .delete, .right, after: "ab|"),
    Script("a|b", .left, .left, after: "|ab"),
    Script("TESTPATIENT|", .control("u"), after: "|"),
    Script("TESTPATIENT|", .control("u"), .control("u"), after: "TESTPATIENT|"),
    Script("old|", .control("u"), .character("n"), .backspace, .control("u"), after: "|"),
    Script("a|", .enter, .tab, .up, .escape, .function(1), after: "a|"),
  ]

  @Test(arguments: editing)
  func `keys edit the text where the cursor stands`(script: Script) {
    #expect(Self.result(of: script) == script.after)
  }

  static let scripts = [
    // Marks typed one by one join the letter before them.
    Script("e|", .character("\u{301}"), after: "e\u{301}|"),
    Script("e\u{301}|", .backspace, after: "|"),
    Script("x|y", .character("\u{308}"), .left, after: "|x\u{308}y"),
    Script("क|", .character("\u{94D}"), .character("ष"), .character("ी"), after: "क्षी|"),
    Script("क्षी|", .backspace, after: "|"),
    Script("می|", .character("\u{200C}"), .character("خ"), after: "می\u{200C}خ|"),
    Script("👩|", .character("\u{200D}"), .character("👧"), after: "👩\u{200D}👧|"),
    Script("👩|👧", .character("\u{200D}"), after: "👩\u{200D}👧|"),
    Script("한|", .backspace, after: "|"),
    Script("🇩|", .character("🇪"), .backspace, after: "|"),
    Script("a|🇪🇸", .character("🇩"), after: "a🇩🇪|🇸"),
  ]

  @Test(arguments: scripts)
  func `one letter of any script is one step and one backspace`(script: Script) {
    #expect(Self.result(of: script) == script.after)
  }

  @Test func `each key says what it did`() {
    var field = TextField(text: "ab", lengthMax: 3)
    #expect(field.handle(.character("c")) == .changed)
    #expect(field.handle(.character("d")) == .full)
    #expect(field.handle(.character("\u{301}")) == .changed)
    #expect(field.handle(.left) == .moved)
    #expect(field.handle(.home) == .moved)
    #expect(field.handle(.left) == .nothing)
    #expect(field.handle(.backspace) == .nothing)
    #expect(field.handle(.character("\u{202E}")) == .refused)
    #expect(field.handle(.enter) == .notMine)
    #expect(field.handle(.control("x")) == .notMine)
    #expect(field.text == "abc\u{301}")
  }

  @Test func `a letter cannot pile up marks without end`() {
    var field = TextField(text: "e")
    for _ in 0..<31 { #expect(field.handle(.character("\u{301}")) == .changed) }
    #expect(field.handle(.character("\u{301}")) == .refused)
    #expect(field.text.count == 1)
  }

  @Test func `a paste is cleaned and says how much was removed`() {
    var field = TextField(text: "5 mg")
    field.handle(.home)
    let taken = field.insert(pasted: "\u{1B}[31mwarf\u{202E}arin\u{7}\n")
    #expect(field.text == "warfarin 5 mg")
    #expect(field.cursor == 9)
    #expect(taken.removed == 8)
    #expect(taken.left == 0)
  }

  @Test func `a paste that is too long fills the room and says what was left`() {
    var field = TextField(text: "ab", lengthMax: 5)
    field.handle(.left)
    let taken = field.insert(pasted: "12345")
    #expect(field.text == "a123b")
    #expect(taken.left == 2)
    #expect(field.insert(pasted: "9").left == 1)
    #expect(field.text == "a123b")
  }

  @Test func `a name is recorded without blanks at its ends`() {
    var field = TextField(text: "  TESTPATIENT, Maria \u{3000}")
    #expect(field.committed == "TESTPATIENT, Maria")
    field.clear()
    for key in [Key.character(" "), .character(" ")] { field.handle(key) }
    #expect(field.isBlank)
  }

  @Test func `text given to a field is cut to its length`() {
    let field = TextField(text: "abcdef\u{1B}", lengthMax: 4)
    #expect(field.text == "abcd" && field.cursor == 4)
  }

  private static func result(of script: Script) -> String {
    let parts = script.before.split(
      separator: "|" as Character, maxSplits: 1, omittingEmptySubsequences: false)
    var field = TextField(text: parts.joined())
    field.handle(.home)
    for _ in 0..<parts[0].count { field.handle(.right) }
    for key in script.keys { field.handle(key) }
    return String(field.text.prefix(field.cursor)) + "|" + field.text.dropFirst(field.cursor)
  }
}
