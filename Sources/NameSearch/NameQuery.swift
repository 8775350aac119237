import ClinicalModel

/// A match before it is ranked: a name by its place, and how it was found.
struct NameHit {
  let place: Int
  let manner: MatchManner
  /// What comes first, packed into one number: the favour of the reason, the
  /// step of the search, the kind of name, the alphabet.
  let rank: Int
}

/// One typed text on its way through the names of a table.
struct NameQuery {
  let list: NameList
  let key: NameKey
  /// The names that the text is.
  let exact: [Int]
  /// What is known about the whole text.
  private(set) var notice = NameNotice.nothing
  private let favours: [[Int]]
  private var found: [NameHit] = []

  init(list: NameList, key: NameKey, exact: [Int], reason: String) {
    self.list = list
    self.key = key
    self.exact = exact
    let words = list.favours.isEmpty || reason.isEmpty ? [] : NameKey(reason).words
    favours = list.favours.filter { stem, _ in words.contains { $0.hasPrefix(stem) } }.map(\.value)
  }

  mutating func run() {
    for place in list.misspeltPlaces(key) { addMisspelt(place) }
    addBeginnings()
    addClasses()
    guard exact.isEmpty else { return }
    notice = list.notice(key)
    addAlike(notice)
  }

  /// All hits, the best first.
  var ranked: [NameHit] {
    found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  private enum Step: Int {
    case beginning = 1
    case misspelling
    case laterWord
    case memberOfClass
    case similar
    case soundsAlike
    case within
  }

  private mutating func add(_ place: Int, _ manner: MatchManner, _ step: Step, _ rank: Int = 0) {
    let favour = favours.lazy.map { $0[place] }.min() ?? NameList.favourMax
    let kind = list.entries[place].kind.rawValue
    found.append(
      NameHit(
        place: place, manner: manner,
        rank: (((favour * 10 + step.rawValue) * 10 + rank) * 10 + kind) * 1_000_000
          + list.alphabet[place]))
  }

  private mutating func addMisspelt(_ place: Int) {
    add(place, .misspelling(list.entries[place].text), .misspelling)
  }

  /// Whether the last word announces more ingredients: what has fewer words is
  /// then another product. "Ecosprin P" is not Ecosprin, "Warf A" not warfarin.
  private var announces: Bool {
    key.words.count > 1 && list.words.suffixes.contains(key.words.last ?? "")
  }

  private mutating func addBeginnings() {
    let typed = Array(key.joined.utf8)
    let seeksLaterWords = typed.count >= 3 && key.words.count == 1
    let head = announces ? Array(key.words.dropLast()) : []
    for (place, entry) in list.entries.enumerated()
    where entry.words.count > head.count && entry.words.starts(with: head) {
      if entry.joined.starts(with: typed) {
        if entry.kind != .misspelling {
          add(place, .beginning, .beginning)
        } else if typed.count >= 4 {
          addMisspelt(place)
        }
      } else if seeksLaterWords, entry.words.count > 1, entry.kind != .misspelling,
        entry.words.dropFirst().contains(where: { $0.utf8.starts(with: typed) })
      {
        add(place, .laterWord, .laterWord)
      }
    }
  }

  /// Every typed word begins a word of the class.
  private mutating func addClasses() {
    guard key.joined.utf8.count >= 4 else { return }
    let typed = key.words.map { Array($0.utf8) }
    for group in list.classes
    where typed.allSatisfy({ word in group.words.contains { $0.starts(with: word) } }) {
      for place in group.members { add(place, .memberOfClass(group.title), .memberOfClass) }
    }
  }

  /// What is alike but not the same; each asks.
  private mutating func addAlike(_ notice: NameNotice) {
    addWithin()
    let joined = (key.readings(list.words).last ?? key).joined
    let typed = joined.unicodeScalars.map(\.value)
    if typed.count >= 5 {
      for place in list.heard[NameLikeness.heard(joined), default: []] {
        add(place, .soundsAlike, .soundsAlike)
      }
    }
    let allowed = NameLikeness.allowance(letters: typed.count)
    guard allowed > 0 else { return }
    let letters = NameLikeness.letters(typed)
    let head = head(notice)
    let fewest = announces ? key.words.count : 0
    for (place, entry) in list.entries.enumerated()
    where (entry.letters ^ letters).nonzeroBitCount <= 2 * allowed && entry.kind != .misspelling {
      if entry.joined == head || entry.words.count < fewest { continue }
      let distance = NameLikeness.distance(typed, entry.scalars, most: allowed)
      if (1...allowed).contains(distance) {
        add(place, .similar(letters: distance), .similar, distance)
      }
    }
  }

  /// The known name that a text goes on after, as it is compared.
  private func head(_ notice: NameNotice) -> [UInt8] {
    guard case .goesOn(let name) = notice else { return [] }
    return Array(NameKey(name).joined.utf8)
  }

  /// Generic names among several words: "amlodipine besylate", or two
  /// medicines in one line. A brand among words is never offered: the words
  /// after it may be ingredients.
  private mutating func addWithin() {
    guard key.words.count > 1 else { return }
    for start in key.words.indices {
      for end in start + 1...min(start + 5, key.words.count) where end - start < key.words.count {
        for place in list.places(NameKey(words: Array(key.words[start..<end]))) {
          let entry = list.entries[place]
          guard entry.kind == .name || entry.kind == .alternativeName, entry.joined.count >= 4
          else { continue }
          add(place, .within, .within)
        }
      }
    }
  }
}
