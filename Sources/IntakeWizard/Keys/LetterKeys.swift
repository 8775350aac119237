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
    guard case .character(let digit) = key, !keyTable.isText, let letter = digits[digit] else {
      return key
    }
    return .character(letter)
  }

  /// Whether a key is a letter that does nothing now. In the actions menu it
  /// comes after Ctrl-X, and by lines before Enter: that is never by accident.
  func isIdleLetter(_ key: Key) -> Bool {
    guard display.letterKeys == .off, !isSpoken, !keyTable.isText, !(dialogs.last is ActionsDialog),
      case .character(let letter) = key
    else { return false }
    return letter.isLetter
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
