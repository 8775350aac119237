/// A word or a sign of the expression language.
struct ConditionToken {
  enum Kind: Hashable {
    /// A name, a number or a word of the language.
    case word
    /// `( ) [ ] , = != < <= > >=`
    case sign
    /// The end of the text.
    case end
  }

  let kind: Kind
  let text: String
  let offset: Int

  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
  func isWord(_ word: String) -> Bool { kind == .word && text == word }

  /// The token in a message.
  var words: String { kind == .end ? "the end" : shown(text) }

  /// The longest condition, in Unicode scalars.
  static let scalarsMax = 4_000

  /// Splits a condition into tokens; the last one is the end.
  static func tokens(of text: String) throws(ConditionError) -> [ConditionToken] {
    let scalars = Array(text.unicodeScalars.prefix(scalarsMax + 1))
    guard scalars.count <= scalarsMax else {
      throw ConditionError(
        offset: 0, cause: "the condition is longer than \(scalarsMax) characters",
        remedy: "split the rule")
    }
    var tokens: [ConditionToken] = []
    var index = 0
    while index < scalars.count {
      let start = index
      let scalar = scalars[index]
      if scalar == " " {
        index += 1
        continue
      }
      var kind = Kind.sign
      if scalar == "\"" {
        tokens.append(try quoted(scalars, &index))
        continue
      }
      if isWordScalar(scalar) {
        kind = .word
        while index < scalars.count, isWordScalar(scalars[index]) { index += 1 }
      } else if "()[],=".unicodeScalars.contains(scalar) {
        index += 1
      } else if "<>!".unicodeScalars.contains(scalar) {
        index += 1
        if index < scalars.count, scalars[index] == "=" { index += 1 }
      } else {
        throw strangeScalar(scalar, at: start)
      }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[start..<index])
      if String(word) == "!" { throw strangeScalar("!", at: start) }
      tokens.append(ConditionToken(kind: kind, text: String(word), offset: start))
    }
    return tokens + [ConditionToken(kind: .end, text: "", offset: scalars.count)]
  }

  /// A name in quotes, for options that are signs: `"?+"`.
  private static func quoted(_ scalars: [Unicode.Scalar], _ index: inout Int)
    throws(ConditionError) -> ConditionToken
  {
    let start = index
    guard let end = scalars[(start + 1)...].firstIndex(of: "\""), end > start + 1 else {
      throw ConditionError(
        offset: start, cause: "a quote is not closed, or nothing stands in it",
        remedy: "write the option between two quotes, as in \"?+\"")
    }
    index = end + 1
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[(start + 1)..<end])
    return ConditionToken(kind: .word, text: String(word), offset: start)
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": true
    default: false
    }
  }

  private static func strangeScalar(_ scalar: Unicode.Scalar, at offset: Int) -> ConditionError {
    ConditionError(
      offset: offset, cause: "\(shown(String(scalar))) has no meaning in a condition",
      remedy: "use =, !=, in, has, has-any, <, <=, >, >=, and, or, not and brackets")
  }
}
