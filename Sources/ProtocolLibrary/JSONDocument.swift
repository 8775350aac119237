/// Reads one strict JSON value (RFC 8259), or records why not.
///
/// No message repeats the file: it holds a patient's answers.
func jsonDocument(_ source: SourceText, _ faults: inout Faults) -> DocumentNode? {
  var reading = JSONReading(source: source)
  do {
    return try reading.document()
  } catch {
    faults.add(error.place, error.cause, error.remedy)
    return nil
  }
}

private struct JSONFault: Error {
  let place: Place
  let cause: String
  let remedy: String
}

private struct JSONReading {
  let source: SourceText
  private var index = 0
  private var line = 1
  private var column = 1

  init(source: SourceText) { self.source = source }

  private var place: Place { Place(file: source.file, line: line, column: column) }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < source.scalars.count ? source.scalars[index + offset] : nil
  }

  private mutating func advance() {
    if peek() == "\n" || (peek() == "\r" && peek(1) != "\n") {
      line += 1
      column = 1
    } else if peek() != "\r" {
      column += 1
    }
    index += 1
  }

  private mutating func skipBlanks() {
    while peek() == " " || peek() == "\t" || peek() == "\n" || peek() == "\r" { advance() }
  }

  private func fault(_ cause: String, _ remedy: String, at place: Place? = nil) -> JSONFault {
    JSONFault(place: place ?? self.place, cause: cause, remedy: remedy)
  }

  mutating func document() throws(JSONFault) -> DocumentNode {
    let node = try value(depth: 1)
    skipBlanks()
    guard peek() == nil else {
      throw fault("there is something after the end", "keep one { } in the file")
    }
    return node
  }

  private mutating func value(depth: Int) throws(JSONFault) -> DocumentNode {
    skipBlanks()
    let start = place
    guard depth <= DocumentNode.depthMax else {
      throw fault(
        "the nesting is deeper than \(DocumentNode.depthMax)", "write it less deeply nested")
    }
    switch peek() {
    case "{": return DocumentNode(place: start, form: .map(try members(depth: depth)))
    case "[": return DocumentNode(place: start, form: .list(try items(depth: depth)))
    case "\"":
      let text = try string()
      return DocumentNode(
        place: start,
        form: .scalar(.init(text: text, style: .quoted, spelling: .rewritten)))
    case "-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9":
      return DocumentNode(
        place: start,
        form: .scalar(.init(text: try number(), style: .number, spelling: .rewritten)))
    case nil:
      throw fault("the file ends too early", "close what was opened with { or [")
    default:
      return DocumentNode(
        place: start,
        form: .scalar(.init(text: try literal(), style: .literal, spelling: .rewritten)))
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry] = []
    var lines: [String: Int] = [:]
    advance()
    skipBlanks()
    if peek() == "}" {
      advance()
      return entries
    }
    while true {
      skipBlanks()
      let keyPlace = place
      guard peek() == "\"" else {
        throw peek() == "}"
          ? fault("there is a comma before }", "remove the comma")
          : fault("a key in quotes is missing", "write \"key\": value")
      }
      let key = try string()
      if let first = lines.updateValue(keyPlace.line, forKey: key) {
        throw fault(
          "the same key is written twice, first in line \(first)", "keep one of the two",
          at: keyPlace)
      }
      skipBlanks()
      guard peek() == ":" else {
        throw fault("there is no : after a key", "write \"key\": value")
      }
      advance()
      let value = try value(depth: depth + 1)
      entries.append(
        DocumentNode.Entry(key: key, keyStyle: .quoted, keyPlace: keyPlace, value: value))
      if try closes(with: "}") { return entries }
    }
  }

  private mutating func items(depth: Int) throws(JSONFault) -> [DocumentNode] {
    var items: [DocumentNode] = []
    advance()
    skipBlanks()
    if peek() == "]" {
      advance()
      return items
    }
    while true {
      skipBlanks()
      guard peek() != "]" else {
        throw fault("there is a comma before ]", "remove the comma")
      }
      items.append(try value(depth: depth + 1))
      if try closes(with: "]") { return items }
    }
  }

  /// Takes a comma or the closing bracket.
  private mutating func closes(with bracket: Unicode.Scalar) throws(JSONFault) -> Bool {
    skipBlanks()
    guard peek() == "," || peek() == bracket else {
      throw peek() == nil
        ? fault("the file ends too early", "close what was opened with { or [")
        : fault("there is neither a comma nor \(bracket)", "separate the parts with commas")
    }
    defer { advance() }
    return peek() == bracket
  }

  /// A number with its digits as they stand, never as a binary fraction.
  private mutating func number() throws(JSONFault) -> String {
    let start = place
    var text = ""
    while let scalar = peek(), "+-.0123456789eE".unicodeScalars.contains(scalar) {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard isJSONNumber(text) else {
      throw fault(
        "a number is not written as JSON has it",
        "write it like 18.5, without + or leading zeros", at: start)
    }
    return text
  }

  private mutating func literal() throws(JSONFault) -> String {
    let start = place
    for word in ["true", "false", "null"] where matches(word) {
      for _ in word.unicodeScalars { advance() }
      return word
    }
    throw fault(
      "there is no JSON value here",
      "put text in quotes; comments and NaN are not JSON", at: start)
  }

  private func matches(_ word: String) -> Bool {
    for (offset, scalar) in word.unicodeScalars.enumerated() where peek(offset) != scalar {
      return false
    }
    return true
  }

  private mutating func string() throws(JSONFault) -> String {
    let start = place
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = peek() {
      switch scalar {
      case "\"":
        advance()
        return String(text)
      case "\\": text.append(try escape())
      case "\n", "\r", "\t":
        throw fault(
          "a line break or tab stands within quotes", "close the quotes on the same line")
      default:
        text.append(scalar)
        advance()
      }
    }
    throw fault("the quotes are not closed", "close them", at: start)
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = place
    advance()
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r",
      "t": "\t",
    ]
    guard let letter = peek() else { throw fault("the quotes are not closed", "close them") }
    advance()
    if let scalar = plain[letter] { return scalar }
    guard letter == "u" else {
      throw fault("there is no such escape", "write \\\\ for a backslash", at: start)
    }
    let first = try hexadecimal(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Half of a pair: only a high half followed by a low one is a letter.
    if first < 0xDC00, peek() == "\\", peek(1) == "u" {
      advance()
      advance()
      let second = try hexadecimal(start)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fault(
      "an escape is half of a surrogate pair", "write the letter itself or both halves", at: start)
  }

  private mutating func hexadecimal(_ start: Place) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = peek(), scalar.isASCII,
        let digit = Character(scalar).hexDigitValue
      else {
        throw fault("an escape \\u has four hexadecimal digits", "write it like \\u00e9", at: start)
      }
      value = (value << 4) + UInt32(digit)
      advance()
    }
    return value
  }
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
private func isJSONNumber(_ text: String) -> Bool {
  var rest = Substring(text)
  func digits() -> Int {
    let count = rest.utf8.prefix { (48...57).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }
  if rest.first == "-" { rest = rest.dropFirst() }
  let leadsWithZero = rest.first == "0"
  let whole = digits()
  guard whole == 1 || whole > 1 && !leadsWithZero else { return false }
  if rest.first == "." {
    rest = rest.dropFirst()
    guard digits() > 0 else { return false }
  }
  if rest.first == "e" || rest.first == "E" {
    rest = rest.dropFirst()
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    guard digits() > 0 else { return false }
  }
  return rest.isEmpty
}
