public import Terminal

/// How the screen looks, as the person at the keyboard wants it.
public struct Display: Hashable, Sendable {
  /// The theme; `auto` leaves it to what the terminal can do.
  public var theme: ThemeChoice

  /// Whether letters are keys where no text is typed.
  public var letterKeys: LetterKeys

  /// A display; without anything said it is left to the terminal.
  public init(theme: ThemeChoice = .auto, letterKeys: LetterKeys = .on) {
    self.theme = theme
    self.letterKeys = letterKeys
  }
}

extension Wizard {
  /// Goes on to the next theme and says which it is.
  mutating func nextTheme() -> [Effect] {
    let all = ThemeChoice.allCases
    let place = all.firstIndex(of: display.theme) ?? 0
    display.theme = all[(place + 1) % all.count]
    notice = .information("Theme \(display.theme.rawValue): \(display.theme.words).")
    preferences.theme = display.theme
    return [keepPreferences()]
  }
}

extension Setting {
  /// The theme for a person: what was asked for at the start wins.
  func theme(liked preferences: Preferences) -> ThemeChoice {
    askedTheme == .auto ? preferences.theme : askedTheme
  }
}

extension ThemeChoice {
  var words: String {
    switch self {
    case .auto: "what the terminal can do"
    case .colour: "colours for severity"
    case .mono: "bold, reverse and underline only"
    case .contrast: "the strongest contrast only, reverse and bold"
    case .text: "no attributes; words and marks only"
    }
  }
}
