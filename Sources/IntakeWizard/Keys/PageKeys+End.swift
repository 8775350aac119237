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

  static func overlayKeys(_ place: Place) -> [PageKey] {
    let close = PageKey.key([.escape], "Esc", "Close", "close this")
    let scroll = PageKey.key(
      Key.upDown + [.pageUp, .pageDown, .character(" ")], "Up/Down", "Scroll", "read on")
    switch place {
    case .help, .about:
      return [scroll, close, .quiet([.character("?"), .enter], "?", "Close", "close this")]
    case .findings:
      return [
        .key(Key.upDown, "Up/Down", "Move", "move to a finding"),
        .key([.enter], "Enter", "Go to the answer", "go to the answer that raised it"), close,
        .quiet(Key.letter("g"), "G", "Close", "close this"),
      ]
    case .find:
      return [
        .key(Key.upDown, "Up/Down", "Mark", "mark a question"),
        .key([.enter], "Enter", "Go there", "go to the marked one, or to the only match"), close,
        .quiet([.control("u")], "^U", "Clear", "clear the field"),
      ]
    case .note:
      return [
        .key([.enter], "Enter", "Keep the note", "keep it with the record"), .clear,
        .key([.escape], "Esc", "Close without keeping", "throw the note away"),
      ]
    case .paste:
      return [
        .key([.character("1")], "1", "Keep as list", "keep the lines as a list"),
        .key([.character("2")], "2", "Join with spaces", "join the lines with spaces"),
        .key([.character("3"), .escape], "3", "Cancel", "nothing is pasted"),
      ]
    case .passphrase:
      return [
        .key([.enter], "Enter", "Go on", "go on with what is typed"), .clear,
        .key([.escape], "Esc", "Close, nothing changes", "nothing changes"),
      ]
    case .people:
      return [
        .key(Key.digits(9), "1-9", "Choose", "that person goes on, with a PIN"),
        .letter("n", "New user", "a person who has no PIN yet"), close,
      ]
    case .actions:
      return [
        .quiet(Key.digits(9), "1-9", "Emergency screen", "open that emergency screen"),
        .quiet(Key.upDown, "Up/Down", "Mark", "mark an action"),
        .quiet([.enter], "Enter", "Take", "take the marked action"), close,
      ]
    case .parts: return [.key(Key.digits(4), "1-4", "Choose", "whose questions are asked"), close]
    case .leave:
      return [
        .letter("s", "Save and leave", "leave; all is saved; 1 does the same"),
        .letter("r", "Return", "stay"),
        .quiet(Key.letter("x"), "X", "Leave without", "leave without what could not be saved"),
        .quiet([.escape], "Esc", "Return", "stay"),
      ]
    case .emergencies: return [.key(Key.digits(9), "1-9", "Open", "open that screen"), close]
    case .emergency:
      return [
        .letter("r", "Return to the record", "nothing is lost"),
        .quiet(Key.upDown + [.pageUp, .pageDown], "Up/Down", "Scroll", "read on"),
        .key([.escape], "Esc", "Return", "back to where you were"),
      ]
    default: return []
    }
  }
}
