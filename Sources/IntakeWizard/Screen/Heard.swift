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
