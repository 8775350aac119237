import ClinicalModel
import Consultation
import Terminal

extension Heard {
  /// A number of a list in a dialog.
  static func number(_ line: String, of count: Int, _ act: (Int) -> Act) -> Heard {
    guard line.count == 1, let digit = line.first, let number = digit.wholeNumberValue else {
      return .say(["A number of the list, or < closes it. Nothing was taken."])
    }
    // One that is not on the list is answered as the key would be.
    return (1...max(1, count)).contains(number) ? .act(act(number - 1)) : .unused
  }
}

extension Heard {
  /// A whole text for a field; one that does not fit is not taken in part.
  static func words(_ line: String, into field: TextField, _ act: (String) -> Act) -> Heard {
    // Who answers letter by letter must not write one into a name.
    if line.count == 1, line.allSatisfy({ $0.isASCII && $0.isLetter }) {
      return .say(["A letter alone is no words here; in quotes it is. Nothing was taken."])
    }
    let text = line.unquoted
    guard text.count <= field.lengthMax else {
      return .say([
        "The line has \(text.count) characters and \(field.lengthMax) fit. Nothing was taken."
      ])
    }
    return .act(act(text))
  }
}

extension String {
  /// Without the quotes that keep a letter from being a key.
  var unquoted: String {
    count > 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}

extension Heard {
  /// A date for a field: read back first where it can be read, else refused by
  /// the field in its own words.
  ///
  /// - Parameters:
  ///   - write: Puts words into the field in place of what stands there.
  ///   - take: Takes what stands there.
  static func date(
    _ line: String, into field: TextField, _ entry: DateEntry, write: (String) -> Act, take: Act
  ) -> Heard {
    guard line.count <= 30 else {
      return .say(["A date is shorter than this. Nothing was taken."])
    }
    if !field.isBlank, ["y", "yes", "="].contains(line.lowercased()) { return .act(take) }
    if case .date = entry.read(line, label: "") { return .act(write(line)) }
    return .acts([write(line), take])
  }
}

extension Heard {
  /// A text, number or date on a question's own page or in a table's line.
  static func field(
    _ line: String, of question: Question, into field: TextField, _ session: Session,
    write: @escaping (String) -> Act, take: Act
  ) -> Heard {
    if LinearReader.isBeside(line) || (question.kind != .text && LinearReader.isAction(line)) {
      return .general(otherwise: "")
    }
    guard case .date(let tense, _, _) = question.kind else {
      if line == "=", !field.isBlank { return .act(take) }
      return .words(line, into: field, writing: write, take)
    }
    let entry = DateEntry(today: session.day, tense: tense)
    return .date(line, into: field, entry, write: write, take: take)
  }

  /// A whole text for a field, and then the field.
  static func words(
    _ line: String, into field: TextField, writing write: (String) -> Act, _ take: Act
  ) -> Heard {
    switch words(line, into: field, write) {
    case .act(let act): .acts([act, take])
    case let other: other
    }
  }
}
