public import Terminal

/// Keys written as text, for scripts and tests.
///
/// A name in angle brackets is a key by its name, everything else is typed as
/// it stands: `n0<enter>TESTPATIENT, Maria<enter><ctrl-x>u`. A bracket that
/// begins no name is itself a key.
public struct KeyScript: Hashable, Sendable {
  /// The keys, in the order they are pressed.
  public let keys: [Key]

  /// Why a text is no key script.
  public enum Fault: Error, Hashable, Sendable {
    /// No key has this name.
    case unknownName(String)
  }

  /// Reads a text.
  public init(_ text: String) throws(Fault) {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      let name = Self.name(at: rest)
      guard !name.isEmpty else {
        keys.append(.character(first))
        rest = rest.dropFirst()
        continue
      }
      guard let key = Self.named[name] else { throw .unknownName(name) }
      keys.append(key)
      rest = rest.dropFirst(name.count + 2)
    }
    self.keys = keys
  }

  /// The name between the brackets that begin here; empty where none does.
  private static func name(at text: Substring) -> String {
    guard text.first == "<", let end = text.firstIndex(of: ">") else { return "" }
    let name = text[text.index(after: text.startIndex)..<end]
    let isName = name.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")
    }
    return isName && name.first?.isLowercase == true ? String(name) : ""
  }

  private static let named: [String: Key] = {
    var named: [String: Key] = [
      "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "bs": .backspace,
      "del": .delete, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
      "end": .end, "pgup": .pageUp, "pgdn": .pageDown, "space": .character(" "),
      "unknown": .unrecognised,
    ]
    for letter in "abcdefghijklmnopqrstuvwxyz" { named["ctrl-\(letter)"] = .control(letter) }
    for number in 1...12 { named["f\(number)"] = .function(number) }
    return named
  }()
}
