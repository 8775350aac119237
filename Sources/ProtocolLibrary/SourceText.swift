/// A text file as it was read: valid UTF-8, no control characters, bounded.
struct SourceText {
  let file: String
  let text: String
  let scalars: [Unicode.Scalar]
  /// Where each line begins in `scalars`; line 1 is first.
  private let lineStarts: [Int]

  /// Takes the bytes, or records why not.
  ///
  /// Line feeds and carriage returns break lines. A tab is let through only
  /// where the form of the file gives it no meaning.
  init?(
    _ bytes: [UInt8], file: String, bytesMax: Int, tabs: TabPolicy, _ faults: inout Faults
  ) {
    func place(_ line: Int, _ column: Int) -> Place {
      Place(file: file, line: line, column: column)
    }
    guard bytes.count <= bytesMax else {
      faults.add(
        place(1, 1), "the file is larger than \(bytesMax) bytes",
        "split it or remove what is not needed")
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      faults.add(
        place(1, 1), "the file begins with a byte order mark",
        "save it as UTF-8 without byte order mark")
      return nil
    }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var starts = [0]
    var decoder = Unicode.UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: break decoding
      case .error:
        faults.add(
          place(starts.count, scalars.count - (starts.last ?? 0) + 1),
          "the text is not valid UTF-8", "save the file as UTF-8")
        return nil
      case .scalarValue(let scalar):
        if scalar == "\n", scalars.last == "\r" {
          scalars.append(scalar)
          starts[starts.count - 1] = scalars.count
          continue
        }
        let allowed =
          scalar == "\n" || scalar == "\r" || (scalar == "\t" && tabs == .allowed)
          || !(isControl(scalar) || scalar == "\u{FEFF}")
        guard allowed else {
          faults.add(
            place(starts.count, scalars.count - (starts.last ?? 0) + 1),
            scalar == "\t"
              ? "there is a tab" : "there is a control character (U+\(hexadecimal(scalar)))",
            scalar == "\t" ? "use spaces" : "remove it")
          return nil
        }
        scalars.append(scalar)
        if scalar == "\n" || scalar == "\r" { starts.append(scalars.count) }
      }
    }
    self.file = file
    self.scalars = scalars
    lineStarts = starts
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// What a tab between tokens is worth.
  enum TabPolicy {
    case allowed
    case refused
  }

  /// Whether this text stands letter by letter at a place.
  func stands(_ text: String, at place: Place) -> Bool {
    guard lineStarts.indices.contains(place.line - 1) else { return false }
    var index = lineStarts[place.line - 1] + place.column - 1
    for scalar in text.unicodeScalars {
      guard scalars.indices.contains(index), scalars[index] == scalar else { return false }
      index += 1
    }
    return true
  }
}

/// Four digits at least, as Unicode writes them.
private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
