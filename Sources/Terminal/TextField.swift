import TextLayout

/// One line of text being typed, as a value.
///
/// The cursor stands between graphemes, never inside one: a mark typed after a
/// letter joins it, and Backspace takes both away.
///
/// ```
/// var field = TextField(text: "José")
/// field.handle(.backspace)          // .changed, text "Jos"
/// ```
public struct TextField: Hashable, Sendable {
  /// What a key did.
  public enum Handled: Hashable, Sendable {
    /// The text is another one now.
    case changed
    /// Only the cursor moved.
    case moved
    /// The key is one of the field's, but there was nothing to do.
    case nothing
    /// The text has its greatest length; the key was not taken.
    case full
    /// A character that no text may hold; it was not taken.
    case refused
    /// Not a key of the field's: somebody else may act on it.
    case notMine
  }

  /// The text as typed; its ends may still be blank.
  public private(set) var text: String
  /// How many graphemes stand before the cursor.
  public private(set) var cursor: Int
  /// The greatest length, in graphemes.
  public let lengthMax: Int
  /// What the last clearing took away, until something else is typed.
  public private(set) var cleared: String

  /// More scalars than this make no letter of any script.
  private static let scalarsMax = 32

  /// A field with its cursor at the end; the text is cleaned and cut to length.
  public init(text: String = "", lengthMax: Int = 200) {
    self.lengthMax = max(1, lengthMax)
    self.text = String(cleaned(text).text.prefix(self.lengthMax))
    cursor = self.text.count
    cleared = ""
  }

  /// The text without blanks at its ends: what is to be recorded.
  public var committed: String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Whether there is nothing to record.
  public var isBlank: Bool { committed.isEmpty }

  /// Acts on one key.
  @discardableResult
  public mutating func handle(_ key: Key) -> Handled {
    switch key {
    case .character(let character): type(character)
    case .backspace: remove(at: cursor - 1)
    case .delete: remove(at: cursor)
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .home: move(to: 0)
    case .end: move(to: text.count)
    case .control("u"): text.isEmpty ? undoClear() : clear()
    default: .notMine
    }
  }

  /// Takes pasted text in at the cursor: cleaned, and cut to the room left.
  ///
  /// Gives how many scalars were removed as harmful, and how many graphemes
  /// found no room. Text of several lines becomes one line with blanks; who
  /// wants to ask first looks at the paste before.
  @discardableResult
  public mutating func insert(pasted: String) -> (removed: Int, left: Int) {
    let (clean, removed) = cleaned(pasted)
    var left = 0
    var fitting = Substring(clean)
    // The joined text is measured, as a paste can begin with a mark that joins
    // the letter before it.
    while !fitting.isEmpty, joined(with: String(fitting)).text.count > lengthMax {
      let surplus = joined(with: String(fitting)).text.count - lengthMax
      left += min(surplus, fitting.count)
      fitting = fitting.dropLast(surplus)
    }
    if !fitting.isEmpty { take(joined(with: String(fitting))) }
    return (removed, left)
  }

  /// Empties the field; `undoClear` brings the text back.
  @discardableResult
  public mutating func clear() -> Handled {
    guard !text.isEmpty else { return .nothing }
    cleared = text
    text = ""
    cursor = 0
    return .changed
  }

  /// Brings back what `clear` took, unless something was typed since.
  @discardableResult
  public mutating func undoClear() -> Handled {
    guard text.isEmpty, !cleared.isEmpty else { return .nothing }
    text = cleared
    cursor = text.count
    cleared = ""
    return .changed
  }

  private mutating func type(_ character: Character) -> Handled {
    guard character.unicodeScalars.allSatisfy(mayBeTyped) else { return .refused }
    let next = joined(with: String(character))
    guard next.text.count <= lengthMax else { return .full }
    let letter = next.text.dropFirst(next.cursor - 1).first
    guard (letter?.unicodeScalars.count ?? 0) <= Self.scalarsMax else { return .refused }
    take(next)
    return .changed
  }

  private mutating func remove(at index: Int) -> Handled {
    guard index >= 0, index < text.count else { return .nothing }
    let before = text.prefix(index).unicodeScalars
    let after = text.dropFirst(index + 1).unicodeScalars
    take(Self.join(before, after))
    return .changed
  }

  private mutating func move(to index: Int) -> Handled {
    let place = min(max(0, index), text.count)
    guard place != cursor else { return .nothing }
    cursor = place
    return .moved
  }

  private mutating func take(_ next: (text: String, cursor: Int)) {
    text = next.text
    cursor = next.cursor
    cleared = ""
  }

  private func joined(with inserted: String) -> (text: String, cursor: Int) {
    let before = text.prefix(cursor).unicodeScalars
    let after = text.dropFirst(cursor).unicodeScalars
    return Self.join(Array(before) + Array(inserted.unicodeScalars), after)
  }

  /// The cursor after a join stands behind the grapheme that holds the seam,
  /// as two pieces can become one grapheme there.
  private static func join(
    _ before: some Collection<Unicode.Scalar>, _ after: some Collection<Unicode.Scalar>
  ) -> (text: String, cursor: Int) {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: before)
    scalars.append(contentsOf: after)
    let text = String(scalars)
    var passed = 0
    var cursor = 0
    for character in text {
      guard passed < before.count else { break }
      passed += character.unicodeScalars.count
      cursor += 1
    }
    return (text, cursor)
  }
}

extension TextField: CustomStringConvertible, CustomReflectable {
  /// `<redacted TextField>`: what a person types is not for logs.
  public var description: String { "<redacted TextField>" }

  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: [Mirror.Child]()) }
}
