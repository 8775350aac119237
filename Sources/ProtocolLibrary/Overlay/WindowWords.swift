/// Finds the words of a text that speak of a window in days: `28`, `4 weeks`,
/// `a month`.
///
/// When a window is lengthened, a text that names the old one would be wrong on
/// screen and in print.
///
/// - Returns: the words as they stand; empty when there are none.
func windowWords(of days: Int, in text: String) -> String {
  let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  for (place, word) in words.enumerated() {
    if word == "\(days)" { return word }
    let next = place + 1 < words.count ? words[place + 1] : ""
    let count = ["a": 1, "an": 1, "one": 1][word.lowercased()] ?? Int(word) ?? 0
    for unit in units where unit.names.contains(next.lowercased()) && count > 0 {
      // A month is 28 to 32 days in the language of packs, a year 12 of them.
      if abs(days - count * unit.days) <= count * unit.tolerance { return "\(word) \(next)" }
    }
  }
  return ""
}

private let units: [(names: Set<String>, days: Int, tolerance: Int)] = [
  (["week", "weeks"], 7, 0), (["month", "months"], 30, 2), (["year", "years"], 365, 5),
]
