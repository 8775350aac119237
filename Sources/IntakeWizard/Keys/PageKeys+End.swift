import Terminal

// The keys of review, result and skin tests, and of what lies over a page.

extension KeyMap {
  static func endKeys(_ place: Place) -> [PageKey] {
    let row = PageKey.key(Key.upDown, "Up/Down", "Row", "go to another row")
    let leave = PageKey.key([.escape], "Esc", "Leave unsaved", "nothing of the form is kept")
    switch place {
    case .review:
      return [
        .key(Key.upDown, "Up/Down", "Move", "move to an answer"),
        .key([.enter], "Enter", "Change", "change the answer, or give it"),
        .letter("e", "Next to do", "the next question that is not answered"),
        .key(
          Key.paging + [.character(" ")], "PgUp/PgDn", "Page",
          "a page further; End goes to the last line"),
        .letter("r", "Result", "the result, once the review was shown to its end"),
      ]
    case .result:
      return [
        .key(Key.digits(5), "1-5", "Decide", "take that decision"),
        .letter("s", "Sign", "sign the decision; 6 does the same"),
        .letter("p", "Skin tests", "the skin tests, or the print where the pack asks for none"),
        .letter("x", "Export", "write the summary to a file"),
        .key(Key.upDown + [.pageUp, .pageDown, .character(" ")], "Up/Down", "Scroll", "read on"),
      ]
    case .decision:
      return [
        .key([.enter], "Enter", "Continue", "take what is typed"),
        .key([.escape], "Esc", "Decide otherwise", "back to the findings"), .clear,
      ]
    case .skinTests:
      return [
        .key([.enter], "Enter", "Place or read", "go on with the marked test"),
        .letter("t", "Take over", "take over the tests on this clinic's record"),
        .letter("p", "Plan", "plan the marked test"),
        .letter("a", "Plan all", "plan every test that is wanted"),
        .letter("r", "Read", "read the marked test"),
        .letter("d", "Declined", "the patient declines it"),
        .quiet(Key.letter("n"), "N", "Place anew", "place a test whose reading was missed"),
        .quiet([.character("-")], "-", "Take back", "take back a plan or a refusal"),
        .quiet(Key.digits(9), "1-9", "Mark", "mark that test"),
        .quiet(Key.upDown + [.home, .end], "Up/Down", "Mark", "mark a test"),
      ]
    case .skinTestChoice:
      return [.key([.enter, .tab, .backTab], "Enter", "Next", "the next row"), row, leave]
    case .skinTestField:
      return [.key([.enter, .tab, .backTab], "Enter", "Next", "the next row"), row, leave, .clear]
    case .skinTestButton:
      return [
        .key(
          [.enter, .character("s"), .character("S")], "Enter", "Save", "save what the form says"),
        row, leave,
      ]
    default: return []
    }
  }
}
