extension NeverSay {
  /// The words of a text that fall under the entry, in the order of the text;
  /// none when the text is harmless.
  ///
  /// A phrase is a row of words: `stop/pause ... medicine` is "stop" or
  /// "pause", then at most four words, then "medicine". Upper and lower case
  /// are alike, words are whole, and no phrase reaches over the end of a
  /// sentence. What an `unless` phrase shares a word with is harmless: "never
  /// stop" takes the fault out of "never stop your medicine" only.
  public func found(in text: String) -> [String] {
    let words = SpokenWords(text)
    let harmless = spokenUnless.flatMap { $0.ranges(in: words) }
    var found: [Range<Int>] = []
    for range in spoken.flatMap({ $0.ranges(in: words) })
    where !harmless.contains(where: range.overlaps) && !found.contains(where: range.overlaps) {
      found.append(range)
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }.map { words.text($0) }
  }
}

/// A phrase for which texts are searched.
public struct SpokenPhrase: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    /// One of these words.
    case word(Set<String>)
    /// A few words, or none.
    case gap
  }

  /// The most words that `...` stands for.
  public static let gapMax = 4

  private let pieces: [Piece]

  /// Whether the phrase can be found at all: it begins and ends with a word,
  /// and every alternative is one word.
  public let isProper: Bool

  /// Takes a phrase as a pack writes it.
  public init(_ text: String) {
    var pieces: [Piece] = []
    var isProper = true
    for part in text.split(separator: " ") {
      if part == "..." {
        isProper = isProper && pieces.last != .gap
        pieces.append(.gap)
        continue
      }
      let alternatives = part.split(separator: "/", omittingEmptySubsequences: false)
        .map { SpokenWords(String($0)).words }
      isProper = isProper && alternatives.allSatisfy { $0.count == 1 && $0[0] != .end }
      pieces.append(.word(Set(alternatives.joined().compactMap(\.text))))
    }
    self.pieces = pieces
    self.isProper = isProper && !pieces.isEmpty && pieces.first != .gap && pieces.last != .gap
  }

  /// Every place where the phrase begins, each to its nearest end.
  func ranges(in words: SpokenWords) -> [Range<Int>] {
    guard isProper else { return [] }
    return words.words.indices.compactMap { start in
      end(of: pieces[...], in: words, from: start).map { start..<$0 }
    }
  }

  private func end(of rest: ArraySlice<Piece>, in words: SpokenWords, from place: Int) -> Int? {
    guard let piece = rest.first else { return place }
    switch piece {
    case .word(let wanted):
      guard let text = words.word(place), wanted.contains(text) else { return nil }
      return end(of: rest.dropFirst(), in: words, from: place + 1)
    case .gap:
      for skipped in 0...Self.gapMax {
        if skipped > 0, words.word(place + skipped - 1) == nil { return nil }
        if let end = end(of: rest.dropFirst(), in: words, from: place + skipped) { return end }
      }
      return nil
    }
  }
}

/// A text as words in small letters, with the ends of its sentences.
struct SpokenWords {
  enum Word: Hashable {
    case word(String)
    case end

    var text: String? {
      if case .word(let text) = self { text } else { nil }
    }
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var open = ""
    func isInside(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }
    func close() {
      if !open.isEmpty { words.append(.word(open)) }
      open = ""
    }
    let letters = Array(text)
    for (place, letter) in letters.enumerated() {
      let next = letters.indices.contains(place + 1) ? letters[place + 1] : " "
      switch letter {
      case _ where isInside(letter): open += letter.lowercased()
      // Inside a word an apostrophe belongs to it: don't, doctor's.
      case "'", "\u{2019}":
        if !open.isEmpty, isInside(next) { open += "'" } else { close() }
      // A point between figures ends no sentence.
      case "." where !open.isEmpty && next.isNumber: open += "."
      case ".", "?", "!", ";":
        close()
        words.append(.end)
      default: close()
      }
    }
    close()
  }

  /// The word at a place; nothing at the end of a sentence or of the text.
  func word(_ place: Int) -> String? { words.indices.contains(place) ? words[place].text : nil }

  func text(_ range: Range<Int>) -> String {
    words[range].compactMap(\.text).joined(separator: " ")
  }
}
