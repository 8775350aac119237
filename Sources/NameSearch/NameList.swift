import ClinicalModel

/// The names of a table by their places, whatever they stand for.
struct NameList: Sendable {
  /// A name with what searching needs of it.
  struct Entry: Sendable {
    let text: String
    let kind: NameKind
    let words: [String]
    let joined: [UInt8]
    let scalars: [UInt32]
    let letters: UInt64
  }

  /// A class with the places of its members' names.
  struct Class: Sendable {
    let title: String
    let words: [[UInt8]]
    let members: [Int]
  }

  let words: NameWords
  let entries: [Entry]
  let classes: [Class]
  /// The place of each name in the alphabet.
  let alphabet: [Int]
  /// How early each name comes for each word of a reason.
  let favours: [String: [Int]]
  /// Where each name stands by how it is heard.
  let heard: [String: [Int]]
  private let whole: [String: [Int]]
  /// Where names of several words stand, their words in the alphabet's order.
  private let turned: [[String]: [Int]]
  private let byFirstWord: [String: [Int]]

  /// What a name has that no reason favours.
  static let favourMax = 9

  init(
    names: [(text: String, kind: NameKind)], classes: [(title: String, members: [Int])],
    words: NameWords, favours: [String: [Int]]
  ) {
    var entries: [Entry] = []
    var whole: [String: [Int]] = [:]
    var heard: [String: [Int]] = [:]
    var byFirstWord: [String: [Int]] = [:]
    var turned: [[String]: [Int]] = [:]
    entries.reserveCapacity(names.count)
    for (place, name) in names.enumerated() {
      let key = NameKey(name.text)
      let joined = key.joined
      let scalars = joined.unicodeScalars.map(\.value)
      entries.append(
        Entry(
          text: name.text, kind: name.kind, words: key.words, joined: Array(joined.utf8),
          scalars: scalars, letters: NameLikeness.letters(scalars)))
      // A name without letters or digits is found by nothing.
      guard let first = key.words.first else { continue }
      byFirstWord[first, default: []].append(place)
      whole[joined, default: []].append(place)
      let plain = key.withoutForms(words).joined
      if plain != joined { whole[plain, default: []].append(place) }
      if key.words.count > 1, name.kind != .misspelling {
        turned[key.words.sorted(), default: []].append(place)
      }
      if name.kind == .name || name.kind == .alternativeName {
        heard[NameLikeness.heard(joined), default: []].append(place)
      }
    }
    var alphabet = Array(repeating: 0, count: entries.count)
    let order = entries.indices.sorted { (entries[$0].text, $0) < (entries[$1].text, $1) }
    for (rank, place) in order.enumerated() { alphabet[place] = rank }
    self.words = words
    self.entries = entries
    self.classes = classes.map { title, members in
      Class(title: title, words: NameKey(title).words.map { Array($0.utf8) }, members: members)
    }
    self.alphabet = alphabet
    self.favours = favours
    self.heard = heard
    self.whole = whole
    self.turned = turned
    self.byFirstWord = byFirstWord
  }

  /// Where the names stand that are exactly this key, misspellings too.
  func places(_ key: NameKey) -> [Int] { whole[key.joined, default: []] }

  /// The names that a typed text is, in its closest reading that is one; a
  /// spelling known to be wrong is none, so that it hides no right one.
  func exactPlaces(_ key: NameKey) -> [Int] {
    let readings = key.readings(words)
    return first(of: readings) { places($0) }
      ?? first(of: readings) { turned[$0.words.sorted(), default: []] } ?? []
  }

  /// The wrong spellings that a typed text is, in its closest reading that is
  /// one.
  func misspeltPlaces(_ key: NameKey) -> [Int] {
    key.readings(words).lazy.map { reading in
      places(reading).filter { entries[$0].kind == .misspelling }
    }.first { !$0.isEmpty } ?? []
  }

  private func first(of readings: [NameKey], _ places: (NameKey) -> [Int]) -> [Int]? {
    for reading in readings {
      let found = places(reading).filter { entries[$0].kind != .misspelling }
      if !found.isEmpty {
        return found.sorted { (entries[$0].kind.rawValue, $0) < (entries[$1].kind.rawValue, $1) }
      }
    }
    return nil
  }

  /// Where brands stand that begin with all words of the brand at a place;
  /// none when it is no brand.
  func longerNames(than place: Int) -> [Int] {
    let brand = entries[place]
    switch brand.kind {
    case .combinationBrand, .brand, .unconfirmedBrand: break
    case .name, .alternativeName, .misspelling: return []
    }
    return byFirstWord[brand.words.first ?? "", default: []].filter { other in
      let entry = entries[other]
      return entry.kind != .misspelling && entry.words.count > brand.words.count
        && entry.words.starts(with: brand.words)
    }
  }
}

extension NameList {
  /// The names that follow each other in these words, as far as each word
  /// belongs to one; the longest first.
  func parts(_ words: ArraySlice<String>) -> [[Int]]? {
    guard !words.isEmpty else { return [] }
    for count in stride(from: words.count, to: 0, by: -1) {
      let head = places(NameKey(words: Array(words.prefix(count)))).filter {
        entries[$0].kind != .misspelling
      }
      if !head.isEmpty, let rest = parts(words.dropFirst(count)) { return [head] + rest }
    }
    return nil
  }

  /// Whether words follow a known name.
  func notice(_ key: NameKey) -> NameNotice {
    for reading in key.readings(words) {
      for count in stride(from: reading.words.count - 1, to: 0, by: -1) {
        let head = places(NameKey(words: Array(reading.words.prefix(count))))
        if let place = head.first(where: { entries[$0].kind != .misspelling }) {
          return .goesOn(after: entries[place].text)
        }
      }
      if let place = joinedSuffix(reading.joined) { return .goesOn(after: entries[place].text) }
    }
    return .nothing
  }

  /// The name that stands before a suffix written on to it: "EcosprinA".
  private func joinedSuffix(_ joined: String) -> Int? {
    for suffix in words.suffixes.sorted() where joined.hasSuffix(suffix) {
      let head = String(joined.dropLast(suffix.count))
      if let place = whole[head]?.first(where: { entries[$0].kind != .misspelling }) {
        return place
      }
    }
    return nil
  }
}
