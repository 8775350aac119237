/// Splits the bytes of a table into cells, once through.
struct TableScan {
  static let mark = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")

  let bytes: [UInt8]
  let file: String
  private(set) var cells: [TableSheet.Cell] = []
  /// How many cells the header has.
  private(set) var width = 0

  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads to the end or to the first fault.
  mutating func run(_ faults: inout Faults) {
    guard isText(&faults) else { return }
    cells.reserveCapacity(bytes.count / 12)
    while index < bytes.count {
      let before = cells.count
      guard readLine(&faults) else { return }
      let found = cells.count - before
      if line == 2 { width = found }
      if found > TableSheet.columnsMax {
        fault("the row has more than \(TableSheet.columnsMax) cells", "use fewer", &faults)
        return
      }
      guard found == width else {
        faults.add(
          Place(file: file, line: line - 1, column: 1),
          "the row has \(found) cells, the header has \(width)",
          "write one cell for each column; quote a cell that holds a comma")
        return
      }
      guard line <= TableSheet.rowsMax + 2 else {
        fault("the table has more than \(TableSheet.rowsMax) rows", "split it", &faults)
        return
      }
    }
    if width == 0 { fault("the table is empty", "write the header and its rows", &faults) }
  }

  private func fault(_ cause: String, _ remedy: String, _ faults: inout Faults) {
    faults.add(place(of: min(index, bytes.count)), cause, remedy)
  }

  /// The line and column of a byte.
  private func place(of byte: Int) -> Place {
    let before = bytes[..<byte]
    let start = before.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == Self.lineFeed ? $0 + 1 : $0 }
    return Place(file: file, line: line, column: Self.scalars(in: bytes[start..<byte]) + 1)
  }

  /// How many scalars these bytes of valid UTF-8 hold.
  static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// Bounded UTF-8 without byte order mark or control characters, whose last
  /// line ends.
  private mutating func isText(_ faults: inout Faults) -> Bool {
    guard bytes.count <= PackFiles.fileBytesMax else {
      faults.add(
        Place(file: file, line: 1, column: 1), "the table is larger than 2 MiB", "split it")
      return false
    }
    for (place, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
      if byte == Self.lineFeed { continue }
      index = place
      fault(
        byte == 0x0D ? "the line ends with a carriage return" : "there is a control character",
        byte == 0x0D ? "end lines with a line feed only" : "remove it", &faults)
      return false
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults.add(
        Place(file: file, line: 1, column: 1), "the table is not valid UTF-8",
        "save it as UTF-8 without byte order mark")
      return false
    }
    if let strange = text.utf8.count == text.unicodeScalars.count
      ? nil
      : text.unicodeScalars.firstIndex(where: {
        ($0 != "\n" && isControl($0)) || $0 == "\u{FEFF}"
      })
    {
      index = text.utf8.distance(from: text.startIndex, to: strange)
      fault("there is a control character or byte order mark", "remove it", &faults)
      return false
    }
    guard bytes.last == Self.lineFeed || bytes.isEmpty else {
      index = bytes.count
      fault("the last line does not end", "end it with a line feed", &faults)
      return false
    }
    return true
  }

  /// The cells of one line, its line feed taken.
  private mutating func readLine(_ faults: inout Faults) -> Bool {
    lineStart = index
    if bytes[index] == Self.lineFeed {
      fault("there is a blank line", "remove it", &faults)
      return false
    }
    while true {
      let isQuoted = bytes[index] == Self.mark
      guard isQuoted ? readQuoted(&faults) : readPlain(&faults) else { return false }
      let end = bytes[index]
      index += 1
      if end == Self.lineFeed {
        line += 1
        return true
      }
    }
  }

  private mutating func readPlain(_ faults: inout Faults) -> Bool {
    let start = index
    while bytes[index] != Self.comma, bytes[index] != Self.lineFeed {
      if bytes[index] == Self.mark {
        fault(
          "there is a quotation mark inside a cell that is not quoted",
          "quote the whole cell and double the mark", &faults)
        return false
      }
      index += 1
    }
    return add(start, index, hasMarks: false, &faults)
  }

  private mutating func readQuoted(_ faults: inout Faults) -> Bool {
    let opening = index
    index += 1
    let start = index
    var hasMarks = false
    while true {
      guard bytes[index] != Self.lineFeed else {
        index = opening
        fault("the quotation mark is not closed on its line", "close it", &faults)
        return false
      }
      if bytes[index] == Self.mark {
        guard bytes[index + 1] == Self.mark else { break }
        hasMarks = true
        index += 1
      }
      index += 1
    }
    let end = index
    index += 1
    guard bytes[index] == Self.comma || bytes[index] == Self.lineFeed else {
      fault("something follows the closing quotation mark", "end the cell there", &faults)
      return false
    }
    return add(start, end, hasMarks: hasMarks, &faults)
  }

  private mutating func add(_ start: Int, _ end: Int, hasMarks: Bool, _ faults: inout Faults)
    -> Bool
  {
    let space = UInt8(ascii: " ")
    if start < end, bytes[start] == space || bytes[end - 1] == space {
      index = start
      fault("the cell begins or ends with a space", "remove it", &faults)
      return false
    }
    cells.append(
      TableSheet.Cell(line: line, lineStart: lineStart, start: start, end: end, hasMarks: hasMarks))
    return true
  }
}
