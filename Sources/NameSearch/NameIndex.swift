package import ClinicalModel

/// One name of a table, before it is indexed.
package struct TableName<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The name as the table writes it.
  package let text: String
  /// What kind of name it is.
  package let kind: NameKind
  /// What it stands for; never empty.
  package let items: [Item]

  /// A name from its parts.
  package init(_ text: String, _ kind: NameKind, _ items: [Item]) {
    self.text = text
    self.kind = kind
    self.items = items
  }
}

/// A class of things, such as all vitamin K antagonists.
package struct TableClass<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The class in words, which people see and search for.
  package let title: String
  /// Its members.
  package let items: [Item]

  /// A class from its parts.
  package init(title: String, items: [Item]) {
    self.title = title
    self.items = items
  }
}

/// The names of one table, ready to be searched while somebody types.
///
/// Built once. A search never confirms: what is only alike says so.
package struct NameIndex<Item: Hashable & Sendable>: Sendable {
  let list: NameList
  /// What each name stands for, by its place in the list.
  private let items: [[Item]]

  /// An index from its names.
  ///
  /// - Parameters:
  ///   - names: every name; several with the same text are several meanings.
  ///   - classes: classes that can be searched for.
  ///   - words: what is set aside when names are compared.
  ///   - favours: for a word of a reason, sets of items to show first, the
  ///     first set foremost.
  package init(
    names: [TableName<Item>], classes: [TableClass<Item>] = [], words: NameWords = .none,
    favours: [String: [Set<Item>]] = [:]
  ) {
    items = names.map(\.items)
    var labels: [Item: Int] = [:]
    for (place, name) in names.enumerated() where name.kind == .name {
      if let item = name.items.first, labels[item] == nil { labels[item] = place }
    }
    list = NameList(
      names: names.map { ($0.text, $0.kind) },
      classes: classes.map { ($0.title, $0.items.compactMap { labels[$0] }) }, words: words,
      favours: favours.mapValues { sets in
        names.map { name in
          sets.firstIndex { set in name.items.contains { set.contains($0) } } ?? NameList.favourMax
        }
      })
  }

  /// What a name means, by exact steps only: a combination brand, a generic or
  /// other name, a brand, in any order of its words; or several of these in one
  /// text that mean the same. A name with several meanings contributes all of
  /// them.
  ///
  /// A misspelling, a name with more words after it, and anything else stays
  /// unmatched.
  package func resolve(_ text: String) -> NameResolution<Item> {
    guard text.unicodeScalars.count <= NameKey.scalarsMax else { return .unmatched(.tooLong) }
    let key = NameKey(text)
    let meanings = meanings(exactPlaces(key))
    return meanings.isEmpty ? .unmatched(list.notice(key)) : .matched(meanings)
  }

  /// What a text may mean while it is being typed, the best first.
  ///
  /// Whole names come first; then, when the reason speaks of the heart, a clot,
  /// a stent or a stroke, the medicines for that; then names that begin with
  /// the text, known misspellings, classes, and names that are alike.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - reason: why it is taken, as far as it is known.
  ///   - limit: the most matches.
  package func search(_ text: String, reason: String = "", limit: Int = 50) -> NameFindings<Item> {
    guard text.unicodeScalars.count <= NameKey.scalarsMax else {
      return NameFindings(matches: [], notice: .tooLong)
    }
    let key = NameKey(text)
    guard !key.words.isEmpty else { return NameFindings(matches: [], notice: .nothing) }
    var query = NameQuery(list: list, key: key, exact: exactPlaces(key), reason: reason)
    query.run()
    return NameFindings(matches: best(query, limit: limit), notice: query.notice)
  }

  /// Where the names stand that a typed text is.
  private func exactPlaces(_ key: NameKey) -> [Int] {
    let places = list.exactPlaces(key)
    return places.isEmpty ? restated(key) : places
  }

  /// A name that the other words only say again: "Evion vitamin E". Each word
  /// must belong to a name, and one of them must mean all that the others mean.
  private func restated(_ key: NameKey) -> [Int] {
    guard (2...Self.restatedWordsMax).contains(key.words.count) else { return [] }
    for reading in key.readings(list.words) where reading.words.count > 1 {
      guard let parts = list.parts(reading.words[...]) else { continue }
      let meant = parts.map { Set(meanings($0)) }
      let all = meant.reduce(into: Set<Item>()) { $0.formUnion($1) }
      if let whole = meant.firstIndex(of: all) { return parts[whole] }
    }
    return []
  }

  /// No text that says a name again has more words.
  private static var restatedWordsMax: Int { 8 }

  /// Everything that the names at these places stand for, each once.
  private func meanings(_ places: [Int]) -> [Item] {
    var seen: Set<Item> = []
    return places.flatMap { items[$0] }.filter { seen.insert($0).inserted }
  }

  /// The matches in order, each meaning once: a whole name with all its
  /// meanings, then the hits.
  private func best(_ query: NameQuery, limit: Int) -> [NameMatch<Item>] {
    var matches: [NameMatch<Item>] = []
    var seen: Set<[Item]> = []
    func take(_ place: Int, _ items: [Item], _ manner: MatchManner) {
      let entry = list.entries[place]
      // A combination is shown under each of its brands, a medicine once.
      let isNew =
        entry.kind == .combinationBrand
        ? !matches.contains { $0.name == entry.text && $0.items == items }
        : !seen.contains(items)
      guard isNew else { return }
      seen.insert(items)
      matches.append(
        NameMatch(
          name: entry.text, kind: entry.kind, items: items, manner: manner,
          family: family(of: place, items)))
    }
    if limit > 0, let first = query.exact.first { take(first, meanings(query.exact), .whole) }
    for hit in query.ranked {
      guard matches.count < limit else { break }
      take(hit.place, items[hit.place], hit.manner)
    }
    return matches
  }

  /// Names of other content that begin with all words of a brand.
  private func family(of place: Int, _ own: [Item]) -> [String] {
    var names: [String] = []
    for other in list.longerNames(than: place) where names.count < 8 {
      let text = list.entries[other].text
      if Set(items[other]) != Set(own), !names.contains(text) { names.append(text) }
    }
    return names
  }
}
