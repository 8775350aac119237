/// Words of a file, made fit for a message: bounded, one line, no control
/// characters.
func shown(_ text: some StringProtocol) -> String {
  var kept = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == 60 { return "\"\(kept)...\"" }
    kept.unicodeScalars.append(isControl(scalar) || scalar == "\u{FEFF}" ? "\u{FFFD}" : scalar)
  }
  return "\"\(kept)\""
}

/// Names in a row, bounded: `a, b, c`.
func listed(_ names: some Sequence<String>) -> String {
  let names = Array(names)
  let most = 40
  let rest = names.count - most
  return names.prefix(most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
}

/// Whether a scalar moves the cursor, breaks the line or hides what follows.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
  default: false
  }
}

/// `did you mean "filler-date"?`, or other advice when no name is near.
func didYouMean(
  _ text: String, _ names: some Sequence<String>, otherwise: @autoclosure () -> String
) -> String {
  if let near = nearestName(to: text, in: names) { return "did you mean \(shown(near))?" }
  return otherwise()
}

/// The name that a misspelt one most likely meant; nothing when none is near.
public func nearestName(to text: String, in names: some Sequence<String>) -> String? {
  let written = Array(text.lowercased().unicodeScalars.prefix(65))
  guard (2...64).contains(written.count) else { return nil }
  let allowed = max(1, written.count / 3)
  var best: (name: String, distance: Int)?
  for name in names {
    let other = Array(name.unicodeScalars.prefix(65))
    guard abs(other.count - written.count) <= allowed else { continue }
    let distance = editDistance(written, other)
    guard distance <= allowed else { continue }
    if let found = best, (found.distance, found.name) <= (distance, name) { continue }
    best = (name, distance)
  }
  return best?.name
}

/// How many letters must be changed, added, removed or swapped with their
/// neighbour.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
  var before: [Int] = []
  var above = Array(0...second.count)
  for row in 1...first.count {
    var line = [row]
    for column in 1...second.count {
      let same = first[row - 1] == second[column - 1]
      var least = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, first[row - 1] == second[column - 2],
        first[row - 2] == second[column - 1]
      {
        least = min(least, before[column - 2] + 1)
      }
      line.append(least)
    }
    (before, above) = (above, line)
  }
  return above[second.count]
}
