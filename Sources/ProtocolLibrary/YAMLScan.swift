// What the YAML library would silently follow, or take long over, is refused
// here, before it sees the text: anchors, aliases, merge keys, tags,
// directives, further documents, block scalars, keys that are no plain text,
// and deep nesting. A key that holds a list of aliases, for example, makes the
// library hash the alias bomb it stands for.
//
// The scan knows where a token begins by the library's own rules, so that `&`
// and `*` within quotes are ordinary letters.

/// A pass over YAML that refuses what the strict subset does not have.
struct YAMLScan {
  /// A key as it was written, for pointing at its second occurrence.
  struct Key {
    /// Where its text lies in the source, without quotes.
    let range: Range<Int>
    let place: Place
    let flowDepth: Int
  }

  private let source: SourceText
  private var index = 0
  private var line = 1
  private var column = 1
  /// The columns of the enclosing block collections, outermost first.
  private var indents: [Int] = []
  private var flowDepth = 0
  /// Where the token began that a `:` would make a key, in block context.
  private var keyCandidate: Place?
  private var keyAllowed = true
  private var lastScalar: Key?
  private var sawContent = false

  private(set) var keys: [Key] = []
  private(set) var faults = Faults()

  init(_ source: SourceText) {
    self.source = source
    while index < source.scalars.count, !faults.isFull, scanToken() {}
  }

  /// Whether there is anything but blanks and comments.
  var isEmpty: Bool { !sawContent }

  private var place: Place { Place(file: source.file, line: line, column: column) }
  private var indent: Int { indents.last ?? 0 }
  private var depth: Int { indents.count + flowDepth }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < source.scalars.count ? source.scalars[index + offset] : nil
  }

  private func isBreak(_ offset: Int = 0) -> Bool { peek(offset) == "\n" || peek(offset) == "\r" }

  /// Blank, line end or end of file.
  private func isBlankOrEnd(_ offset: Int = 0) -> Bool {
    peek(offset) == nil || peek(offset) == " " || isBreak(offset)
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

  /// Scans one token; false when nothing after it can be told.
  private mutating func scanToken() -> Bool {
    skipBlanks()
    guard let scalar = peek() else { return false }
    if flowDepth == 0 {
      while let last = indents.last, last > column { indents.removeLast() }
    }
    if column == 1, isDocumentMark { return scanDocumentMark() }
    defer { sawContent = true }
    let start = place
    switch scalar {
    case "%" where column == 1:
      faults.add(start, "there is a YAML directive", "remove the line")
      return false
    case "[", "{":
      noteKeyCandidate()
      flowDepth += 1
      return advance(past: 1) && isShallow(start)
    case "]", "}":
      flowDepth = max(0, flowDepth - 1)
      keyAllowed = false
      lastScalar = nil
      return advance(past: 1)
    case ",":
      lastScalar = nil
      return advance(past: 1)
    case "-" where isBlankOrEnd(1):
      return scanBlockEntry()
    case "?" where flowDepth > 0 || isBlankOrEnd(1):
      faults.add(start, "there is a key marked with ?", "write key: value")
      return false
    case ":" where flowDepth > 0 || isBlankOrEnd(1):
      return scanValueMark()
    case "&", "*", "!":
      let names: [Unicode.Scalar: String] = ["&": "an anchor", "*": "an alias", "!": "a tag"]
      faults.add(
        start, "there is \(names[scalar] ?? "")",
        scalar == "!"
          ? "remove it; if it is text, put the text in quotes"
          : "write the text itself; if it is text, put it in quotes")
      return false
    case "|" where flowDepth == 0, ">" where flowDepth == 0:
      faults.add(
        start, "there is a text block (\(scalar))",
        "put the text in quotes; a quoted text may go on over the next line")
      return false
    case "'", "\"": return scanQuoted(scalar)
    default: return scanPlain()
    }
  }

  private mutating func advance(past count: Int) -> Bool {
    for _ in 0..<count { advance() }
    return true
  }

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == " " {
        advance()
      } else if scalar == "#" {
        while peek() != nil, !isBreak() { advance() }
      } else if isBreak() {
        advance()
        if flowDepth == 0 { keyAllowed = true }
      } else {
        return
      }
    }
  }

  private mutating func isShallow(_ start: Place) -> Bool {
    guard depth > DocumentNode.depthMax else { return true }
    faults.add(
      start, "the nesting is deeper than \(DocumentNode.depthMax)", "write it less deeply nested")
    return false
  }

  private var isDocumentMark: Bool {
    for mark: Unicode.Scalar in ["-", "."]
    where peek() == mark && peek(1) == mark && peek(2) == mark && isBlankOrEnd(3) {
      return true
    }
    return false
  }

  /// One `---` before everything else is harmless.
  private mutating func scanDocumentMark() -> Bool {
    guard peek() == "-", !sawContent else {
      faults.add(place, "there is a second document", "keep one document in a file")
      return false
    }
    sawContent = true
    keyAllowed = true
    return advance(past: 3)
  }

  private mutating func scanBlockEntry() -> Bool {
    let start = place
    lastScalar = nil
    if flowDepth == 0 {
      if indent < column { indents.append(column) }
      keyAllowed = true
      keyCandidate = nil
    }
    return advance(past: 1) && isShallow(start)
  }

  private mutating func scanValueMark() -> Bool {
    let start = place
    if let key = lastScalar, key.place.line == line { keys.append(key) }
    lastScalar = nil
    if flowDepth == 0 {
      if let candidate = keyCandidate, candidate.line == line {
        if indent < candidate.column { indents.append(candidate.column) }
        keyAllowed = false
      } else {
        faults.add(start, "there is a value without a key", "write key: value on one line")
        return false
      }
      keyCandidate = nil
    }
    return advance(past: 1) && isShallow(start)
  }

  private mutating func noteKeyCandidate() {
    guard flowDepth == 0, keyAllowed else { return }
    keyCandidate = place
    keyAllowed = false
  }

  private mutating func scanQuoted(_ quote: Unicode.Scalar) -> Bool {
    noteKeyCandidate()
    let start = place
    advance()
    let first = index
    while let scalar = peek() {
      if scalar == quote {
        if quote == "'", peek(1) == "'" {
          _ = advance(past: 2)
          continue
        }
        lastScalar = key(from: first, to: index, at: start)
        advance()
        return true
      }
      if scalar == "\\", quote == "\"" { advance() }
      if peek() != nil { advance() }
    }
    return false
  }

  private mutating func scanPlain() -> Bool {
    noteKeyCandidate()
    let start = place
    let first = index
    var end = index
    while peek() != nil, !isBreak() {
      if peek() == "#", index > first, peek(-1) == " " { break }
      if endsPlain { break }
      if peek() != " " { end = index + 1 }
      advance()
    }
    lastScalar = key(from: first, to: max(end, first), at: start)
    if index == first { advance() }
    return refuseContinuation(of: start)
  }

  /// Whether a plain text ends before the scalar at hand.
  private var endsPlain: Bool {
    guard let scalar = peek() else { return true }
    if scalar == ":" { return isBlankOrEnd(1) || flowDepth > 0 && isFlowMark(peek(1)) }
    return flowDepth > 0 && isFlowMark(scalar)
  }

  private func isFlowMark(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar == "," || scalar == "[" || scalar == "]" || scalar == "{" || scalar == "}"
  }

  /// A text without quotes that goes on over the next line is refused: whether
  /// it does depends on indentation that is easily misread.
  private mutating func refuseContinuation(of start: Place) -> Bool {
    guard isBreak() else { return true }
    var ahead = self
    ahead.skipBreaksAndSpaces()
    guard ahead.peek() != nil, ahead.peek() != "#", !(ahead.column == 1 && ahead.isDocumentMark)
    else { return true }
    if flowDepth == 0 {
      // The library takes a line for a continuation when it lies deeper than
      // the enclosing collection.
      guard ahead.column > indent else { return true }
    } else if ahead.endsPlain {
      return true
    }
    faults.add(
      start, "a text without quotes goes on over the next line", "put the text in quotes")
    return false
  }

  private mutating func skipBreaksAndSpaces() {
    while peek() == " " || isBreak() { advance() }
  }

  private func key(from first: Int, to end: Int, at place: Place) -> Key {
    Key(range: first..<end, place: place, flowDepth: flowDepth)
  }
}
