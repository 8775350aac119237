// An answer is stored as an object with one key, so that no stored word can be
// taken for another kind of answer:
//
//   {"choice":"no"}  {"choices":["none"]}  {"text":"..."}  {"number":"1.5"}
//   {"date":"2026-10"}  {"date":"never"}  {"date":"current"}  {"unknown":"unsure"}
//   {"entries":[{"medicine":{"text":"warfarin"},"use":{"choice":"regular"}}]}

extension Answer: Codable {
  private enum Key: String, CodingKey { case choice, choices, text, number, date, entries, unknown }

  /// Any key at all, so that one we do not know is refused, not overlooked.
  private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init?(stringValue: String) {
      self.stringValue = stringValue
      intValue = nil
    }

    init?(intValue: Int) {
      stringValue = String(intValue)
      self.intValue = intValue
    }
  }

  /// Reads the stored form; any other form is an error, never a guess.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let written = try decoder.container(keyedBy: AnyKey.self).allKeys
    guard written.count == 1, let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an answer has exactly one key"))
    }
    func refuse(_ why: String) -> DecodingError {
      .dataCorruptedError(forKey: key, in: container, debugDescription: why)
    }
    if key == .choices {
      let options = try container.decode([String].self, forKey: key)
      guard !options.isEmpty else { throw refuse("no option marked") }
      guard Set(options).count == options.count else { throw refuse("an option marked twice") }
      self = .known(.choices(options.map { Option.ID(rawValue: $0) }))
      return
    }
    if key == .entries {
      let entries = try container.decode([Answers].self, forKey: key)
      guard !entries.isEmpty else { throw refuse("a list without entries is no answer") }
      guard entries.count <= Self.entriesMax else { throw refuse("more entries than a list takes") }
      guard entries.allSatisfy({ !$0.asked.isEmpty }) else { throw refuse("an empty entry") }
      self = .known(.entries(entries))
      return
    }
    let text = try container.decode(String.self, forKey: key)
    switch key {
    case .choice, .choices, .entries: self = .known(.choice(Option.ID(rawValue: text)))
    case .text:
      guard !text.isEmpty else { throw refuse("an empty text is no answer") }
      self = .known(.text(text))
    case .number:
      guard let quantity = Quantity(text) else { throw refuse("not a number") }
      self = .known(.number(quantity))
    case .date:
      switch text {
      case "never": self = .known(.never)
      case "current": self = .known(.current)
      default:
        guard let date = PartialDate(iso: text) else { throw refuse("not a date") }
        self = .known(.date(date))
      }
    case .unknown:
      guard let reason = UnknownReason(rawValue: text) else {
        throw refuse("not a kind of unknown")
      }
      self = .unknown(reason)
    }
  }

  /// Writes the stored form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .known(.choice(let option)): try container.encode(option.rawValue, forKey: .choice)
    case .known(.choices(let options)):
      try container.encode(options.map(\.rawValue), forKey: .choices)
    case .known(.text(let text)): try container.encode(text, forKey: .text)
    case .known(.number(let quantity)): try container.encode(quantity.description, forKey: .number)
    case .known(.date(let date)): try container.encode(date.description, forKey: .date)
    case .known(.never): try container.encode("never", forKey: .date)
    case .known(.current): try container.encode("current", forKey: .date)
    case .known(.entries(let entries)): try container.encode(entries, forKey: .entries)
    case .unknown(let reason): try container.encode(reason.rawValue, forKey: .unknown)
    }
  }

  /// The most entries of one list; no patient takes a hundred medicines.
  public static let entriesMax = 100
}

extension Answers: Codable {
  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads an object from question names to answers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    self.init()
    for key in container.allKeys {
      self[Question.ID(rawValue: key.stringValue)] = try container.decode(Answer.self, forKey: key)
    }
  }

  /// Writes an object from question names to answers, without those that
  /// nobody asked.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    for id in asked { try container.encode(self[id], forKey: Name(stringValue: id.rawValue)) }
  }
}
