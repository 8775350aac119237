/// Text made fit for paper and for a terminal.
package enum Printable {
  /// The most characters of one answer or note that are printed, 4,000.
  package static let limit = 4_000

  /// The text in one line, cleaned, its runs of space made one. A text over
  /// `limit` is cut, and says so.
  package static func line(_ text: String) -> String {
    let (clean, _) = cleaned(text, maximumScalars: limit * 2)
    var line = String.UnicodeScalarView()
    var count = 0
    var isCut = false
    for scalar in clean.unicodeScalars {
      guard count < limit else {
        isCut = true
        break
      }
      if scalar == " ", line.last == " " || line.isEmpty { continue }
      line.append(scalar)
      count += 1
    }
    while line.last == " " { line.removeLast() }
    return String(line) + (isCut ? " [cut here; the record holds it all]" : "")
  }
}
