import ClinicalModel
import Consultation
import Screening
import Terminal

// Letters as keys can be switched off, for those whose input types words when
// they speak (WCAG 2.1.4). Then digits, arrows, Enter and Ctrl keys do all. The
// digits work in any case: no keyboard layout moves them.

/// Whether a letter is a key where no text is typed.
public enum LetterKeys: String, CaseIterable, Hashable, Sendable {
  /// A letter acts at once.
  case on
  /// A letter does nothing but say so.
  case off
}

extension Wizard {
  /// Turns letter keys on or off and says which.
  mutating func turnLetterKeys() -> [Effect] {
    display.letterKeys = display.letterKeys == .on ? .off : .on
    notice = .information(
      display.letterKeys == .on
        ? "Letter keys are on." : "Letter keys are off: numbers, arrows, Enter and Ctrl keys.")
    preferences.letterKeys = display.letterKeys
    return [keepPreferences()]
  }

  /// The key that a digit stands for here; any other key as it is.
  func translated(_ key: Key) -> Key {
    guard case .character(let digit) = key, !place.isText, let letter = digitLetters[digit] else {
      return key
    }
    return .character(letter)
  }

  /// Whether a key is a letter that does nothing now. In the actions menu it
  /// comes after Ctrl-X, and by lines before Enter: that is never by accident.
  func isIdleLetter(_ key: Key) -> Bool {
    guard display.letterKeys == .off, !isSpoken, !place.isText, place != .actions,
      case .character(let letter) = key
    else { return false }
    return letter.isLetter
  }

  /// How a page names a key: by its digit where letter keys are off, by nothing
  /// where it has none.
  func shownKey(_ key: Character) -> String {
    guard display.letterKeys == .off, !isSpoken, key.isLetter else { return key.uppercased() }
    let small = Character(key.lowercased())
    return digitLetters.first { $0.value == small }.map { String($0.key) } ?? " "
  }

  /// The letters that digits stand for where the keys are pressed.
  var digitLetters: [Character: Character] {
    switch overlays.last {
    case .leave:
      if case .open(let session) = desk, case .failed = session.saving {
        return Self.numbered(["r", "x"])
      }
      return Self.numbered(["s", "r"])
    // No digit closes an emergency screen: one that was typed ahead would close
    // it unseen. Esc does.
    case .some: return [:]
    case nil: break
    }
    guard case .open(let session) = desk else { return page.isHome ? ["0": "n"] : [:] }
    switch page {
    case .question(let page):
      guard case .choice = page.input else { return [:] }
      return choiceLetters(page.choices, of: page.question)
    case .list(let page): return page.digitLetters
    case .group: return Self.numbered(["n", "y"])
    case .table(let page):
      guard let question = page.question.flatMap(session.pack.question) else {
        return Self.numbered(["n", "y"])
      }
      let letters = choiceLetters(session.rowChoices(question), of: question)
      return question.isTyped
        ? Self.numbered(["y"] + session.rowChoices(question).map(\.key)) : letters
    case .partDone:
      let count = session.left(after: part).count
      return count < 9 ? [Character(String(count + 1)): "a"] : [:]
    case .result: return ["6": "s"]
    case .export:
      return Self.numbered(session.sheets.indices.map { Self.digit($0) } + ["f", "h", "n"])
    case .skinTests(let page):
      guard case .form(let form) = page.step else { return [:] }
      return switch form.row.entry {
      case .asked: Self.numbered(["y", "n", "u"])
      case .options(let choices, _): Self.numbered(choices.map(\.key))
      case .typed, .button: [:]
      }
    case .home: return ["0": "n"]
    case .returning, .reconfirm, .review, .worklist: return [:]
    }
  }

  /// A date that can be typed begins with its digit, unless letters are off.
  private func choiceLetters(
    _ choices: [QuestionPage.Choice], of question: Question
  ) -> [Character: Character] {
    if case .date = question.kind, display.letterKeys == .on || isSpoken { return [:] }
    return Self.numbered(choices.map(\.key))
  }

  /// Digits for keys in their order, as far as they are letters and the digit
  /// is no key itself.
  static func numbered(_ keys: [Character]) -> [Character: Character] {
    var letters: [Character: Character] = [:]
    for (index, key) in keys.prefix(9).enumerated() where key.isLetter {
      let digit = digit(index)
      if !keys.contains(digit) { letters[digit] = key }
    }
    return letters
  }

  private static func digit(_ index: Int) -> Character { Array("123456789")[min(max(0, index), 8)] }
}

extension ListPage {
  /// The letters that digits stand for on the list's page.
  fileprivate var digitLetters: [Character: Character] {
    switch level.input {
    case .adding: [:]
    case .browsing: ["0": "a"]
    case .removing: Wizard.numbered(["y"])
    case .rereading: Wizard.numbered(["y", "e", "n", "s"])
    case .form(let form):
      switch form.input {
      case .choice: Wizard.numbered(form.choices.map(\.key))
      case .list: ["0": "a"]
      case .text, .name, .names: [:]
      }
    }
  }
}

extension Page {
  fileprivate var isHome: Bool { if case .home = self { true } else { false } }
}
