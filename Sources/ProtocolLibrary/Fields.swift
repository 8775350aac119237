/// The keys of one map, checked against those its format has.
///
/// After a fault a stand-in is given back; a pack with faults never leaves the
/// reader.
struct Fields {
  let place: Place
  private let entries: [String: DocumentNode.Entry]

  /// Records unknown and missing keys; nothing when the node is no map.
  init?(
    _ node: DocumentNode, of what: String, required: [String], optional: [String] = [],
    _ faults: inout Faults
  ) {
    guard let entries = node.entries else {
      faults.add(node.place, "\(what) is not a list of keys", "write key: value lines")
      return nil
    }
    let known = required + optional
    for entry in entries where !known.contains(entry.key) {
      faults.add(
        entry.keyPlace, "\(what) has no key \(shown(entry.key))",
        didYouMean(entry.key, known, otherwise: "use one of \(listed(known))"))
    }
    let present = Set(entries.map(\.key))
    for key in required where !present.contains(key) {
      faults.add(node.place, "\(what) has no \(key)", "add the key \(key)")
    }
    place = node.place
    self.entries = Dictionary(
      entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  /// Where a key stands; where the map begins when the key is missing.
  func place(of key: String) -> Place { entries[key]?.keyPlace ?? place }

  /// The value's node; nothing when the key is missing, which is recorded
  /// already if it is required.
  func node(_ key: String) -> DocumentNode? { entries[key]?.value }

  /// One line of text; empty when the key is missing.
  func text(_ key: String, most: Int = Fields.textMax, _ faults: inout Faults) -> String {
    guard let node = node(key) else { return "" }
    return oneLine(node, of: key, most: most, &faults)
  }

  /// One of the words given; `absent` when the key is missing.
  func word<Word: RawRepresentable>(
    _ key: String, of all: [Word], default absent: Word, _ faults: inout Faults
  ) -> Word where Word.RawValue == String {
    guard has(key) else { return absent }
    let text = text(key, &faults)
    if let word = Word(rawValue: text) { return word }
    let words = all.map(\.rawValue)
    if !text.isEmpty {
      faults.add(
        node(key)?.place ?? place, "\(key) has no value \(shown(text))",
        didYouMean(text, words, otherwise: "use one of \(listed(words))"))
    }
    return absent
  }

  /// The items of a list; none when the key is missing.
  func items(_ key: String, _ faults: inout Faults) -> [DocumentNode] {
    guard let node = node(key) else { return [] }
    guard let items = node.items else {
      faults.add(node.place, "\(key) is not a list", "write [a, b] or lines that begin with -")
      return []
    }
    return items
  }

  /// The longest text that a format does not bound more closely.
  static let textMax = 2_000
}

/// One line of text, not blank, without control characters.
func oneLine(
  _ node: DocumentNode, of what: String, most: Int = Fields.textMax, _ faults: inout Faults
) -> String {
  guard let scalar = node.scalar else {
    faults.add(node.place, "\(what) is not a text", "write one text")
    return ""
  }
  let text = scalar.text
  guard text.unicodeScalars.contains(where: { $0 != " " }) else {
    faults.add(node.place, "\(what) is empty", "write a text or remove the key")
    return ""
  }
  if let wanted = Skeleton.wanted(in: text) {
    faults.add(node.place, "\(what) is not filled in", "write \(wanted)")
    return ""
  }
  if text.unicodeScalars.contains(where: { isControl($0) || $0 == "\u{FEFF}" }) {
    faults.add(
      node.place, "\(what) holds a line break or control character",
      "write it as one line of text")
    return ""
  }
  let count = text.unicodeScalars.count
  if count > most {
    faults.add(
      node.place, "\(what) has \(count) characters, at most \(most) are allowed", "shorten it")
  }
  return text
}

/// Whether a text is a permanent name: small letters and digits, in words
/// joined by single hyphens, at most 64 characters.
func isKebabCase(_ text: String) -> Bool {
  text.utf8.count <= 64
    && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty
        && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
}

extension Fields {
  /// A permanent name; empty after a fault.
  func name(_ key: String, _ faults: inout Faults) -> String {
    let text = text(key, most: 64, &faults)
    guard !text.isEmpty, !isKebabCase(text) else { return text }
    faults.add(
      node(key)?.place ?? place, "\(shown(text)) is not a kebab-case name",
      "use small letters, digits and single hyphens, as in filler-date")
    return ""
  }

  /// `"yes"` or `"no"`; no when the key is missing.
  func yes(_ key: String, _ faults: inout Faults) -> Bool {
    word(key, of: YesOrNo.allCases, default: .no, &faults) == .yes
  }
}

/// Yes or no, as packs write them.
enum YesOrNo: String, CaseIterable {
  case yes
  case no
}
