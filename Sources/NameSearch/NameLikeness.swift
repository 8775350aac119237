/// How alike two names are; for questions only, never for an answer.
enum NameLikeness {
  /// How many letters may differ, by the letters typed: none below six, one for
  /// six or seven, two from eight.
  static func allowance(letters: Int) -> Int {
    switch letters {
    case ..<6: 0
    case 6...7: 1
    default: 2
    }
  }

  /// How many letters must be changed, added, left out or swapped with their
  /// neighbour (Damerau-Levenshtein, each letter touched once); a number above
  /// `most` when more than `most`.
  static func distance(_ first: [UInt32], _ second: [UInt32], most: Int) -> Int {
    guard abs(first.count - second.count) <= most else { return most + 1 }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    let width = second.count + 1
    var before = [Int](repeating: 0, count: width)
    var above = Array(0..<width)
    var line = before
    for row in 1...first.count {
      line[0] = row
      var least = row
      for column in 1..<width {
        let same = first[row - 1] == second[column - 1]
        var cost = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, before[column - 2] + 1)
        }
        line[column] = cost
        least = min(least, cost)
      }
      if least > most { return most + 1 }
      (before, above, line) = (above, line, before)
    }
    return above[second.count]
  }

  /// The name as generic names are often heard: ph as f, oe and ae as e, y as
  /// i, double letters once, -ine as -in, -em as -am.
  static func heard(_ joined: String) -> String {
    var heard: [Character] = []
    for letter in joined {
      let next = letter == "y" ? "i" : letter
      switch (heard.last, next) {
      case ("p", "h"): heard[heard.count - 1] = "f"
      case ("o", "e"), ("a", "e"): heard[heard.count - 1] = "e"
      default: heard.append(next)
      }
      if heard.count > 1, heard[heard.count - 1] == heard[heard.count - 2] { heard.removeLast() }
    }
    if heard.suffix(3) == ["i", "n", "e"] { heard.removeLast() }
    if heard.suffix(2) == ["e", "m"] { heard[heard.count - 2] = "a" }
    return String(heard)
  }

  /// A bit for each letter that occurs.
  static func letters(_ scalars: [UInt32]) -> UInt64 {
    scalars.reduce(0) { $0 | (1 << UInt64($1 & 63)) }
  }
}
