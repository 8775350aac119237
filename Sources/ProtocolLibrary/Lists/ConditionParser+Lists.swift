import ClinicalModel

// Tests of lists: `taking(k)`, `taking-any [k, ...]`, `any-medicine(...)`.

extension ConditionParser {
  /// `complete` alone is a test of an entry; with brackets it is one of a list.
  mutating func entryTest(_ name: ConditionToken) throws(ConditionError) -> Condition? {
    switch name.text {
    case "unmatched": return typing.entryTest(.unmatched, name)
    case "form-matters": return typing.entryTest(.formMatters, name)
    case "incomplete": return .not(typing.entryTest(.complete, name))
    case "negative": return typing.entryTest(.negative, name)
    case "is-planned": return typing.entryTest(.isPlanned, name)
    case "confounded": return typing.entryTest(.confounded, name)
    case "matches":
      let key = try arguments(of: name, 1)[0]
      return typing.entryTest(.matches(typing.key(key)), name)
    default: return nil
    }
  }

  mutating func list(_ word: ListWord, _ name: ConditionToken) throws(ConditionError) -> Condition {
    if let subject = word.entries { return try entries(subject, name) }
    switch word {
    case .complete where !token.isSign("("): return typing.entryTest(.complete, name)
    case .taking: return typing.taking(name, try arguments(of: name, 1))
    case .takingAny: return typing.taking(name, try options())
    case .planned: return typing.planned(name, try arguments(of: name, 1))
    case .plannedAny: return typing.planned(name, try options())
    case .listed: return typing.onList(name, try arguments(of: name, 1))
    case .listedAny: return typing.onList(name, try options())
    case .planUnlisted: return typing.planUnlisted(name, try arguments(of: name, 1)[0])
    case .countTaking: return try count(name)
    case .selfChosen:
      let key = try arguments(of: name, 1)[0]
      return typing.list(.selfChosen(typing.key(key)), name)
    case .onlyTaking:
      let keys = try arguments(of: name, 2)
      return typing.list(.onlyTaking(typing.key(keys[1]), of: typing.key(keys[0])), name)
    case .startedWithin, .stoppedWithin: return try within(word, name)
    case .freeOf:
      let names = try arguments(of: name, 2)
      return typing.freeOf(name, names[0], names[1])
    case .allergic: return typing.allergic(name, try arguments(of: name, 1...2))
    case .hasReaction: return typing.hasReaction(name, try arguments(of: name, 1)[0])
    case .complete: return typing.complete(name, try arguments(of: name, 1)[0])
    case .tested:
      let kind = try arguments(of: name, 1)[0]
      return typing.list(.tested(typing.testKind(kind)), name)
    case .testWanted: return typing.testWanted(name, try arguments(of: name, 1)[0])
    case .untested: return try untested(name)
    case .anyMedicine, .anyPlanned, .anyEarlier, .anyAllergy, .anyTest, .anyReading:
      return .always
    }
  }

  /// `any-medicine(condition on an entry)`
  private mutating func entries(_ subject: ListSubject, _ name: ConditionToken)
    throws(ConditionError) -> Condition
  {
    typing.checkPlace(of: subject, name)
    guard depth < Self.depthMax else {
      throw fault("the condition is nested deeper than \(Self.depthMax)", "split the rule")
    }
    depth += 1
    defer { depth -= 1 }
    try expect("(", after: name.text)
    let outer = typing.enter(subject)
    defer { typing.leave(to: outer) }
    let condition = try alternatives()
    try expect(")", after: "the condition on the entry")
    return .list(.any(subject, condition))
  }

  /// `count-taking(k) = n` or `>= n`
  private mutating func count(_ name: ConditionToken) throws(ConditionError) -> Condition {
    let key = try arguments(of: name, 1)[0]
    let sign = take()
    guard sign.isSign("=") || sign.isSign(">=") else {
      throw ConditionError(
        offset: sign.offset, cause: "\(sign.words) stands where a comparison should be",
        remedy: "use = or >= after count-taking(k)")
    }
    let limit = take()
    let count = typing.whole(limit).thousandths / 1000
    let bound: ListTest.Bound = sign.text == "=" ? .exactly(count) : .atLeast(count)
    return typing.list(.countTaking(typing.key(key), bound), name)
  }

  /// `started-within(n, [k, ...])`, `stopped-within(n, k)`
  private mutating func within(_ word: ListWord, _ name: ConditionToken) throws(ConditionError)
    -> Condition
  {
    try expect("(", after: name.text)
    let days = typing.whole(take()).thousandths / 1000
    try expect(",", after: "the days")
    let keys = token.isSign("[") ? try options() : [try option()]
    try expect(")", after: "the key")
    if word == .startedWithin {
      return typing.list(.startedWithin(days, keys.map { typing.key($0) }), name)
    }
    guard keys.count == 1, let key = keys.first else {
      throw ConditionError(
        offset: name.offset, cause: "stopped-within takes one key", remedy: "join two with or")
    }
    return typing.list(.stoppedWithin(days, typing.key(key)), name)
  }

  /// `untested(kind)`, `untested(kind, [ids])`, `untested(kind, category [c])`
  private mutating func untested(_ name: ConditionToken) throws(ConditionError) -> Condition {
    try expect("(", after: name.text)
    let kind = try option()
    var scope = IngredientScope.all
    if token.isSign(",") {
      _ = take()
      let isCategory = token.isWord("category")
      if isCategory { _ = take() }
      let names = try options()
      scope =
        isCategory ? .categories(names.map(\.text)) : .ids(names.map { typing.ingredient($0) })
    }
    try expect(")", after: "the kind")
    return typing.list(.untested(typing.testKind(kind), scope), name)
  }

  private mutating func arguments(of name: ConditionToken, _ count: Int) throws(ConditionError)
    -> [ConditionToken]
  {
    try arguments(of: name, count...count)
  }

  /// `(a)` or `(a, b)`
  private mutating func arguments(of name: ConditionToken, _ counts: ClosedRange<Int>)
    throws(ConditionError) -> [ConditionToken]
  {
    try expect("(", after: name.text)
    var arguments = [try option()]
    while token.isSign(",") {
      _ = take()
      arguments.append(try option())
    }
    try expect(")", after: "the last name")
    guard counts.contains(arguments.count) else {
      let words = counts == 1...1 ? "one name" : counts == 2...2 ? "two names" : "one or two names"
      throw ConditionError(
        offset: name.offset, cause: "\(name.text) takes \(words), not \(arguments.count)",
        remedy: "write \(words) in the brackets")
    }
    return arguments
  }
}
