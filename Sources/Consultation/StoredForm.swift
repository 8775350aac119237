/// A key of a stored event, such as `pack-digest`.
struct StoredKey: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  let intValue: Int? = nil

  init(stringValue: String) { self.stringValue = stringValue }
  init(stringLiteral value: String) { stringValue = value }
  init?(intValue: Int) { return nil }
}

/// Reads one stored object and refuses keys that nobody asked for.
///
/// A key this program does not know may change the meaning of the others, so
/// leaving it out would be a guess.
struct StoredForm {
  private let container: KeyedDecodingContainer<StoredKey>
  private var left: Set<String>

  init(_ decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: StoredKey.self)
    left = Set(container.allKeys.map(\.stringValue))
  }

  /// The value under a key; a missing key is an error.
  mutating func take<Value: Decodable>(
    _ key: StoredKey, as type: Value.Type = Value.self
  ) throws -> Value {
    let value = try container.decode(type, forKey: key)
    left.remove(key.stringValue)
    return value
  }

  /// Whether there is anything under a key.
  func has(_ key: StoredKey) -> Bool { left.contains(key.stringValue) }

  /// Says that everything has been taken; a key that is left is an error.
  func end() throws {
    guard left.isEmpty else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: "a key that is not known"))
    }
  }

  /// The error for a value outside its closed set; it does not repeat the value.
  func notKnown(_ key: StoredKey) -> DecodingError {
    .dataCorruptedError(forKey: key, in: container, debugDescription: "a word that is not known")
  }
}
