/// One table file as it was read: a header and rows of cells.
///
/// The form is narrow on purpose: UTF-8, lines that end with a line feed,
/// commas between cells, a cell with a comma or quotation mark in quotation
/// marks, one row to a line, no blank line.
struct TableSheet {
  /// The largest number of rows and columns.
  static let rowsMax = 20_000
  static let columnsMax = 400

  let file: String
  /// The names of the columns, in order.
  let columns: [String]
  /// How many rows there are, the header not counted.
  let count: Int
  private let bytes: [UInt8]
  private let cells: [Cell]
  private let columnPlaces: [String: Int]

  /// Where a cell's text lies in the bytes, quotation marks not counted.
  struct Cell {
    let line: Int
    let lineStart: Int
    let start: Int
    let end: Int
    let hasMarks: Bool
  }

  /// Reads the bytes, or records why not.
  init?(_ file: PackFile, _ faults: inout Faults) {
    let before = faults.count
    var scan = TableScan(bytes: file.bytes, file: file.path)
    scan.run(&faults)
    guard faults.count == before else { return nil }
    self.file = file.path
    bytes = file.bytes
    let width = scan.width
    columns = scan.cells.prefix(width).map { Self.text(of: $0, in: file.bytes) }
    cells = Array(scan.cells.dropFirst(width))
    count = width == 0 ? 0 : cells.count / width
    columnPlaces = Dictionary(
      columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    if columnPlaces.count < columns.count {
      faults.add(
        Place(file: file.path, line: 1, column: 1), "two columns have the same name",
        "give each column its own name")
      return nil
    }
  }

  /// The rows in order.
  var rows: [TableRow] { (0..<count).map { TableRow(sheet: self, index: $0) } }

  /// Where a column stands; nothing when there is none such.
  func column(_ name: String) -> Int? { columnPlaces[name] }

  /// Whether the header is exactly this; a fault when it is not.
  func hasColumns(_ names: [String], _ faults: inout Faults) -> Bool {
    guard columns != names else { return true }
    let known = Set(names)
    let strange = columns.first { !known.contains($0) }
    let missing = names.first { columnPlaces[$0] == nil }
    let place = Place(file: file, line: 1, column: 1)
    if let strange {
      faults.add(
        place, "the table has no column \(shown(strange))",
        didYouMean(strange, names, otherwise: "use the columns \(listed(names))"))
    } else if let missing {
      faults.add(place, "the column \(shown(missing)) is missing", "add it")
    } else {
      faults.add(
        place, "the columns stand in another order", "write \(names.joined(separator: ","))")
    }
    return false
  }

  /// A cell's text.
  func text(row: Int, column: Int) -> String {
    Self.text(of: cells[row * columns.count + column], in: bytes)
  }

  /// Where a cell begins, columns counted in Unicode scalars.
  func place(row: Int, column: Int) -> Place {
    let cell = cells[row * columns.count + column]
    return Place(
      file: file, line: cell.line,
      column: TableScan.scalars(in: bytes[cell.lineStart..<cell.start]) + 1)
  }

  private static func text(of cell: Cell, in bytes: [UInt8]) -> String {
    guard cell.hasMarks else {
      return String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(cell.end - cell.start)
    var isSecond = false
    for byte in bytes[cell.start..<cell.end] {
      if byte == TableScan.mark, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      kept.append(byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
