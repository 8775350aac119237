import Terminal
import Testing
import TextLayout

@Suite struct TextFieldWindowTests {
  @Test func `a short text shows whole with the cursor behind it`() {
    let window = TextField(text: "warfarin").window(width: 20)
    #expect(window.text == "warfarin" && window.cursorColumn == 8)
    #expect(!window.hidesLeft && !window.hidesRight)
  }

  @Test func `a long text shows its end while it is typed`() {
    let window = TextField(text: "acetylsalicylic acid").window(width: 8)
    #expect(window.text == "ic acid" && window.cursorColumn == 7)
    #expect(window.hidesLeft && !window.hidesRight)
  }

  @Test func `going home shows the start again`() {
    var field = TextField(text: "acetylsalicylic acid")
    field.handle(.home)
    let window = field.window(width: 8)
    #expect(window.text == "acetylsa" && window.cursorColumn == 0)
    #expect(!window.hidesLeft && window.hidesRight)
  }

  @Test(arguments: ["acetylsalicylic acid", "名前名前名前名前", "क्षक्षक्ष abc क्ष", "a名b前c"], 1...12)
  func `the cursor and its letter are always inside the window`(text: String, width: Int) throws {
    var field = TextField(text: text)
    field.handle(.home)
    for place in 0...field.text.count {
      let window = field.window(width: width)
      let shown = TextWidth.columns(of: window.text)
      #expect(shown <= width)
      #expect((0..<width).contains(window.cursorColumn))
      if place < field.text.count {
        let letter = field.text[field.text.index(field.text.startIndex, offsetBy: place)]
        if TextWidth.columns(of: letter) <= width {
          #expect(Self.letter(at: window.cursorColumn, of: window.text) == letter)
        }
      }
      field.handle(.right)
    }
  }

  @Test func `a window without width shows nothing`() {
    #expect(TextField(text: "abc").window(width: 0).text.isEmpty)
  }

  private static func letter(at column: Int, of text: String) -> Character? {
    var place = 0
    for letter in text {
      if place == column { return letter }
      place += TextWidth.columns(of: letter)
    }
    return nil
  }
}
