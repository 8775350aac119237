/// A small set of combinations in which every two answers to two questions
/// stand together at least once.
struct PairwiseRows {
  /// Each combination, one digit for each domain.
  private(set) var rows: [[Int]] = []

  init(_ domains: [AnswerDomain]) {
    let sizes = domains.map(\.values.count)
    var uncovered = Uncovered(sizes)
    while let (first, second) = uncovered.next {
      var row: [Int?] = Array(repeating: nil, count: sizes.count)
      row[first.domain] = first.digit
      row[second.domain] = second.digit
      // Each further digit is the one that covers the most pairs with those
      // already chosen.
      for domain in sizes.indices where row[domain] == nil {
        row[domain] = (0..<sizes[domain]).max { one, other in
          uncovered.gain(domain, one, row) < uncovered.gain(domain, other, row)
        }
      }
      let whole = row.compactMap { $0 }
      uncovered.cover(whole)
      rows.append(whole)
    }
  }
}

/// The pairs that no row has shown yet.
private struct Uncovered {
  private struct Pair: Hashable {
    let first: Int
    let second: Int
    let firstDigit: Int
    let secondDigit: Int
  }

  private var pairs: Set<Pair> = []
  /// The same pairs in a fixed order, so that the rows are always the same.
  private var queue: [Pair] = []
  private var position = 0

  init(_ sizes: [Int]) {
    for first in sizes.indices {
      for second in sizes.indices.dropFirst(first + 1) {
        for one in 0..<sizes[first] {
          for other in 0..<sizes[second] {
            queue.append(Pair(first: first, second: second, firstDigit: one, secondDigit: other))
          }
        }
      }
    }
    pairs = Set(queue)
  }

  /// The first pair left.
  var next: ((domain: Int, digit: Int), (domain: Int, digit: Int))? {
    mutating get {
      while position < queue.count {
        let pair = queue[position]
        if pairs.contains(pair) {
          return ((pair.first, pair.firstDigit), (pair.second, pair.secondDigit))
        }
        position += 1
      }
      return nil
    }
  }

  /// How many pairs a digit would cover with the digits already chosen.
  func gain(_ domain: Int, _ digit: Int, _ row: [Int?]) -> Int {
    row.indices.count { other in
      guard let chosen = row[other] else { return false }
      return pairs.contains(Self.pair(domain, digit, other, chosen))
    }
  }

  mutating func cover(_ row: [Int]) {
    for first in row.indices {
      for second in row.indices.dropFirst(first + 1) {
        pairs.remove(Self.pair(first, row[first], second, row[second]))
      }
    }
  }

  private static func pair(_ one: Int, _ oneDigit: Int, _ other: Int, _ otherDigit: Int) -> Pair {
    one < other
      ? Pair(first: one, second: other, firstDigit: oneDigit, secondDigit: otherDigit)
      : Pair(first: other, second: one, firstDigit: otherDigit, secondDigit: oneDigit)
  }
}
