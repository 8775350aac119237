import Terminal
import Testing
import TextLayout

/// Many keys in many orders, the same ones in every run.
@Suite struct AnyKeysTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let letters: [Character] = [
    "a", "Z", " ", "é", "名", "\u{301}", "\u{200D}", "\u{200C}", "👩", "👧", "\u{FE0F}", "🇩", "🇪",
    "क", "\u{94D}", "ष", "م", "\u{1100}", "\u{1161}", "\u{202E}", "\u{1B}", "\u{2028}",
  ]
  static let moves: [Key] = [
    .left, .right, .home, .end, .backspace, .delete, .control("u"), .enter, .unrecognised,
  ]

  @Test(arguments: 1...40)
  func `whatever is pressed, the cursor stays in the text and the text in its bounds`(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    var field = TextField(lengthMax: 12)
    for _ in 0..<400 {
      let before = field
      switch Int.random(in: 0..<10, using: &dice) {
      case 0...6: field.handle(.character(Self.letters.randomElement(using: &dice) ?? "a"))
      case 7...8: field.handle(Self.moves.randomElement(using: &dice) ?? .left)
      default:
        let length = Int.random(in: 0...20, using: &dice)
        field.insert(
          pasted: String((0..<length).map { _ in Self.letters.randomElement(using: &dice) ?? "a" }))
      }
      #expect((0...field.text.count).contains(field.cursor))
      #expect(field.text.count <= 12)
      #expect(cleaned(field.text).removed == 0)
      let window = field.window(width: 5)
      #expect(TextWidth.columns(of: window.text) <= 5 && (0..<5).contains(window.cursorColumn))
      // Left and right lead back to where one was.
      var walker = field
      if walker.handle(.left) == .moved {
        walker.handle(.right)
        #expect(walker == field)
      }
      if before.text == field.text, field.handle(.backspace) == .changed {
        #expect(field.text.unicodeScalars.count < before.text.unicodeScalars.count)
      }
    }
  }
}
