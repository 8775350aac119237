import ClinicalModel

/// Checks names and kinds while a condition is read.
///
/// After a fault a stand-in is given back, which is never used: a condition
/// with faults is thrown away.
struct ConditionTyping {
  private(set) var vocabulary: QuestionVocabulary
  /// The list whose entry the condition is about.
  private(set) var entry: EntryOf = .none
  private(set) var errors: [ConditionError] = []

  init(_ vocabulary: QuestionVocabulary) { self.vocabulary = vocabulary }

  /// What a condition is about.
  enum EntryOf: Hashable {
    /// The whole consultation.
    case none
    /// One entry of a list.
    case list(ListSubject)
  }

  /// Reads what follows as a condition on an entry of the list; gives back what
  /// has to be put in place again afterwards.
  mutating func enter(_ subject: ListSubject) -> (QuestionVocabulary, EntryOf) {
    let outer = (vocabulary, entry)
    vocabulary = QuestionVocabulary(
      vocabulary.lists.fields[subject] ?? [:], lists: vocabulary.lists)
    entry = .list(subject)
    return outer
  }

  /// Goes on where `enter` began.
  mutating func leave(to outer: (QuestionVocabulary, EntryOf)) { (vocabulary, entry) = outer }

  /// More than anybody mends at once in one condition.
  private static let errorsMax = 20

  mutating func refuse(
    _ token: ConditionToken, _ cause: @autoclosure () -> String,
    _ remedy: @autoclosure () -> String
  ) {
    guard errors.count < Self.errorsMax else { return }
    errors.append(ConditionError(offset: token.offset, cause: cause(), remedy: remedy()))
  }

  private mutating func term(_ name: ConditionToken) -> QuestionVocabulary.Term {
    if let term = vocabulary[Question.ID(rawValue: name.text)] { return term }
    let vocabulary = vocabulary
    let (noun, remedy) =
      entry == .none
      ? ("question", "name a question of the pack") : ("field", "name a field of the entry")
    refuse(
      name, "there is no \(noun) \(shown(name.text))",
      didYouMean(name.text, vocabulary.names, otherwise: remedy))
    return .unread
  }

  /// The options that tokens name, each checked and named once.
  private mutating func options(
    _ tokens: [ConditionToken], of name: ConditionToken, among options: [Option.ID]
  ) -> [Option.ID] {
    var chosen: [Option.ID] = []
    for token in tokens {
      let id = Option.ID(rawValue: token.text)
      if UnknownReason(rawValue: token.text) != nil {
        refuse(
          token, "no condition can ask for \(shown(token.text)): an unknown answer is no option",
          "let on_unknown of \(shown(name.text)) say what not knowing does")
      } else if !options.contains(id) {
        refuse(
          token, "\(shown(token.text)) is not an option of \(shown(name.text))",
          didYouMean(
            token.text, options.map(\.rawValue),
            otherwise: "use one of \(listed(options.map(\.rawValue)))"))
      } else if chosen.contains(id) {
        refuse(token, "\(shown(token.text)) is named twice", "name it once")
      }
      chosen.append(id)
    }
    return chosen
  }

  mutating func equality(
    _ name: ConditionToken, _ sign: ConditionToken, _ value: ConditionToken
  ) -> Condition {
    let id = Question.ID(rawValue: name.text)
    switch term(name) {
    case .single(let options):
      let chosen = self.options([value], of: name, among: options)
      return sign.text == "=" ? .isAny(id, chosen) : .isNot(id, Option.ID(rawValue: value.text))
    case .multiple:
      let instead = "\(name.text) has \(value.text)"
      refuse(
        sign, "\(shown(name.text)) is a multiple choice, which \(sign.text) does not compare",
        "write \(sign.text == "=" ? instead : "not \(instead)")")
    case .number, .date, .text, .list: refuseKind(name, of: sign, "single choice")
    case .unread: break
    }
    return .always
  }

  mutating func membership(_ name: ConditionToken, _ values: [ConditionToken]) -> Condition {
    switch term(name) {
    case .single(let options):
      return .isAny(
        Question.ID(rawValue: name.text), self.options(values, of: name, among: options))
    case .multiple:
      refuse(
        name, "\(shown(name.text)) is a multiple choice, which in does not compare",
        "write \(name.text) has-any [...]")
    case .number, .date, .text, .list: refuseKind(name, of: name, "single choice")
    case .unread: break
    }
    return .always
  }

  mutating func marks(
    _ name: ConditionToken, _ sign: ConditionToken, _ values: [ConditionToken]
  ) -> Condition {
    switch term(name) {
    case .multiple(let options):
      return .hasAny(
        Question.ID(rawValue: name.text), self.options(values, of: name, among: options))
    case .single:
      refuse(
        sign, "\(shown(name.text)) is a single choice, of which \(sign.text) is not asked",
        sign.text == "has"
          ? "write \(name.text) = \(values.first?.text ?? "v")" : "write \(name.text) in [...]")
    case .number, .date, .text, .list: refuseKind(name, of: sign, "multiple choice")
    case .unread: break
    }
    return .always
  }

  mutating func number(
    _ name: ConditionToken, _ comparison: Comparison, _ limit: ConditionToken
  ) -> Condition {
    let quantity = quantity(limit)
    switch term(name) {
    case .number: return .compare(.number(Question.ID(rawValue: name.text)), comparison, quantity)
    case .date:
      refuse(
        name, "\(shown(name.text)) is a date question, not a number",
        "write days(\(name.text)) \(comparison.rawValue) n")
    case .single, .multiple, .text, .list: refuseKind(name, of: name, "number question")
    case .unread: break
    }
    return .always
  }

  mutating func age(
    _ name: ConditionToken, _ comparison: Comparison, _ limit: ConditionToken
  ) -> Condition {
    let years = whole(limit)
    switch vocabulary[.dateOfBirth] {
    case .date, .unread: break
    case .single, .multiple, .number, .text, .list, nil:
      refuse(
        name,
        "age is counted from \(shown(Question.ID.dateOfBirth.rawValue)), which the pack lacks",
        "add it as a date question")
    }
    return .compare(.age, comparison, years)
  }

  mutating func days(
    _ name: ConditionToken, _ question: ConditionToken, _ comparison: Comparison,
    _ limit: ConditionToken
  ) -> Condition {
    let count = whole(limit)
    let id = Question.ID(rawValue: question.text)
    switch term(question) {
    case .date, .unread:
      return .compare(name.text == "days" ? .days(id) : .daysUntil(id), comparison, count)
    case .single, .multiple, .number, .text, .list:
      refuse(
        question, "\(shown(question.text)) is not a date question, from which \(name.text) counts",
        "name a question of type date, date-or-no or date-or-current")
    }
    return .always
  }

  mutating func current(_ question: ConditionToken) -> Condition {
    switch term(question) {
    case .date(orCurrent: true), .unread: return .current(Question.ID(rawValue: question.text))
    case .date, .single, .multiple, .number, .text, .list:
      refuse(
        question, "\(shown(question.text)) cannot be answered \"still going on\"",
        "name a question of type date-or-current")
    }
    return .always
  }

  private mutating func refuseKind(
    _ name: ConditionToken, of place: ConditionToken, _ wanted: String
  ) {
    guard let term = vocabulary[Question.ID(rawValue: name.text)] else { return }
    let instead =
      switch term {
      case .single: "compare it with =, != or in"
      case .multiple: "compare it with has or has-any"
      case .number: "compare it with <, <=, > or >="
      case .date: "count its days with days(\(name.text)) or days-until(\(name.text))"
      case .list: "use a test of lists, such as taking(k) or any-medicine(...)"
      case .text, .unread: "ask for it with a question that has options"
      }
    refuse(place, "\(shown(name.text)) is \(term.words), not a \(wanted)", instead)
  }

  private mutating func quantity(_ token: ConditionToken) -> Quantity {
    if let quantity = Quantity(token.text) { return quantity }
    refuse(
      token, "\(shown(token.text)) is no number with at most three decimals",
      "write it like 18.5")
    return Quantity(0)
  }

  /// Years and days are counted whole.
  mutating func whole(_ token: ConditionToken) -> Quantity {
    let number = quantity(token)
    if number.thousandths % 1000 != 0 || token.text.contains(".") {
      refuse(token, "\(shown(token.text)) is no whole number", "count whole days or years")
    }
    return number
  }
}
