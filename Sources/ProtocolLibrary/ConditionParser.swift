public import ClinicalModel

/// Reads a condition of the expression language.
///
///     modality in [dermaroller] and not days(filler-date) >= 180
///
/// `not` binds before `and`, `and` before `or`. Every name is checked against
/// the vocabulary, so a condition that comes out names existing questions and
/// options only, each compared as its kind allows.
///
/// - Throws: every fault found, each with its offset in the text.
public func parseCondition(_ text: String, naming vocabulary: QuestionVocabulary)
  throws(ConditionErrors) -> Condition
{
  try parseCondition(text, naming: vocabulary, onEntryOf: nil)
}

/// With a list named, the condition is one on an entry of that list.
func parseCondition(
  _ text: String, naming vocabulary: QuestionVocabulary, onEntryOf subject: ListSubject?
) throws(ConditionErrors) -> Condition {
  var parser: ConditionParser
  do {
    parser = ConditionParser(tokens: try ConditionToken.tokens(of: text), typing: .init(vocabulary))
  } catch {
    throw ConditionErrors(errors: [error])
  }
  if let subject { _ = parser.typing.enter(subject) }
  let condition: Condition
  do {
    condition = try parser.whole()
  } catch {
    throw ConditionErrors(errors: parser.typing.errors + [error])
  }
  guard parser.typing.errors.isEmpty else {
    throw ConditionErrors(errors: parser.typing.errors)
  }
  return condition
}

/// Follows the grammar. A break of the grammar ends the reading; a wrong name
/// or type is noted, and the reading goes on.
struct ConditionParser {
  /// The deepest nesting of brackets and `not`.
  static let depthMax = 64

  private let tokens: [ConditionToken]
  private var position = 0
  var depth = 0
  var typing: ConditionTyping

  init(tokens: [ConditionToken], typing: ConditionTyping) {
    self.tokens = tokens
    self.typing = typing
  }

  var token: ConditionToken { tokens[position] }

  mutating func take() -> ConditionToken {
    defer { position = min(position + 1, tokens.count - 1) }
    return token
  }

  func fault(_ cause: String, _ remedy: String) -> ConditionError {
    ConditionError(offset: token.offset, cause: cause, remedy: remedy)
  }

  mutating func expect(_ sign: String, after place: String) throws(ConditionError) {
    guard token.isSign(sign) else {
      throw fault("\(token.words) stands where \(sign) should be", "write \(sign) after \(place)")
    }
    _ = take()
  }

  mutating func whole() throws(ConditionError) -> Condition {
    guard token.kind != .end else {
      throw fault("the condition is empty", "write a condition or remove the key")
    }
    let condition = try alternatives()
    guard token.kind == .end else {
      throw fault("\(token.words) stands after the end", "join comparisons with and or or")
    }
    return condition
  }

  /// `a or b or c`
  mutating func alternatives() throws(ConditionError) -> Condition {
    var parts = [try conjunction()]
    while token.isWord("or") {
      _ = take()
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  /// `a and b and c`
  private mutating func conjunction() throws(ConditionError) -> Condition {
    var parts = [try negation()]
    while token.isWord("and") {
      _ = take()
      parts.append(try negation())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// `not a`, `(a)` or a comparison.
  private mutating func negation() throws(ConditionError) -> Condition {
    guard token.isWord("not") || token.isSign("(") else { return try comparison() }
    guard depth < Self.depthMax else {
      throw fault("the condition is nested deeper than \(Self.depthMax)", "split the rule")
    }
    depth += 1
    defer { depth -= 1 }
    if take().text == "not" { return .not(try negation()) }
    let inner = try alternatives()
    try expect(")", after: "the inner condition")
    return inner
  }

  private mutating func comparison() throws(ConditionError) -> Condition {
    guard token.kind == .word, !["and", "or", "in", "has", "has-any"].contains(token.text) else {
      throw fault(
        "\(token.words) stands where a question should be", "write a comparison such as q = v")
    }
    let name = take()
    if let test = ListWord(rawValue: name.text) { return try list(test, name) }
    if let test = try entryTest(name) { return test }
    if token.isSign("(") { return try function(name) }
    if name.text == "age" {
      let (comparison, limit) = try bound(after: name)
      return typing.age(name, comparison, limit)
    }
    let sign = token
    switch (sign.kind, sign.text) {
    case (.sign, "="), (.sign, "!="):
      _ = take()
      return typing.equality(name, sign, try option())
    case (.word, "in"), (.word, "has-any"):
      _ = take()
      let options = try options()
      return sign.text == "in"
        ? typing.membership(name, options) : typing.marks(name, sign, options)
    case (.word, "has"):
      _ = take()
      return typing.marks(name, sign, [try option()])
    default:
      let (comparison, limit) = try bound(after: name)
      return typing.number(name, comparison, limit)
    }
  }

  /// `days(q) < n`, `days-until(q) < n` or `current(q)`.
  private mutating func function(_ name: ConditionToken) throws(ConditionError) -> Condition {
    guard ["days", "days-until", "current"].contains(name.text) else {
      throw ConditionError(
        offset: name.offset, cause: "there is no function \(shown(name.text))",
        remedy: didYouMean(
          name.text, ["days", "days-until", "current"] + ListWord.allCases.map(\.rawValue),
          otherwise: "use days(q), days-until(q), current(q) or a test of a list"))
    }
    try expect("(", after: name.text)
    guard token.kind == .word else {
      throw fault("\(token.words) stands where a question should be", "name a date question")
    }
    let question = take()
    try expect(")", after: "the question")
    if name.text == "current" { return typing.current(question) }
    let (comparison, limit) = try bound(after: name)
    return typing.days(name, question, comparison, limit)
  }

  /// `< n`, `<= n`, `> n` or `>= n`.
  private mutating func bound(after name: ConditionToken) throws(ConditionError)
    -> (Comparison, ConditionToken)
  {
    guard token.kind == .sign, let comparison = Comparison(rawValue: token.text) else {
      let after = ["age", "days", "days-until"].contains(name.text)
      throw fault(
        "\(token.words) stands where a comparison should be",
        after
          ? "use <, <=, > or >= after \(name.text)"
          : "use =, !=, in, has, has-any, <, <=, > or >= after the question")
    }
    _ = take()
    guard token.kind == .word else {
      throw fault("\(token.words) stands where a number should be", "write a number")
    }
    return (comparison, take())
  }

  mutating func option() throws(ConditionError) -> ConditionToken {
    guard token.kind == .word else {
      throw fault("\(token.words) stands where an option should be", "name one option")
    }
    return take()
  }

  /// `[a, b]`, never empty.
  mutating func options() throws(ConditionError) -> [ConditionToken] {
    try expect("[", after: "in or has-any")
    var options = [try option()]
    while token.isSign(",") {
      _ = take()
      options.append(try option())
    }
    try expect("]", after: "the last option")
    return options
  }
}
