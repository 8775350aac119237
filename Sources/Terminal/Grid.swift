import TextLayout

/// Rows and columns.
public struct GridSize: Hashable, Sendable {
  /// How many rows.
  public var rows: Int
  /// How many columns.
  public var columns: Int

  /// A size; negative numbers count as none.
  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The classic terminal: every screen is complete in it.
  public static let classic = GridSize(rows: 24, columns: 80)
}

/// A place on the screen; both count from zero.
public struct GridPoint: Hashable, Sendable {
  /// The row, from the top.
  public var row: Int
  /// The column, from the left.
  public var column: Int

  /// A place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// One place of a grid: a grapheme and what it means.
public struct Cell: Hashable, Sendable {
  /// What stands here; empty in the further columns of a wide grapheme.
  public var text: String
  /// What it means.
  public var style: Style

  /// A cell from its parts.
  public init(text: String = " ", style: Style = .normal) {
    self.text = text
    self.style = style
  }
}

/// A whole screen as a value.
///
/// Writing outside is clipped, never an error: a window can shrink at any time.
public struct Grid: Hashable, Sendable {
  /// How large the screen is.
  public let size: GridSize
  /// Where the hardware cursor stands: where the next key goes.
  public var cursor: GridPoint
  private var cells: [Cell]

  /// An empty screen with the cursor at its top left.
  public init(size: GridSize) {
    self.size = size
    cursor = GridPoint(row: 0, column: 0)
    cells = Array(repeating: Cell(), count: size.rows * size.columns)
  }

  /// One cell; reading outside gives a blank, writing outside does nothing.
  public subscript(row: Int, column: Int) -> Cell {
    get { holds(row, column) ? cells[row * size.columns + column] : Cell() }
    set { if holds(row, column) { cells[row * size.columns + column] = newValue } }
  }

  private func holds(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Writes text from a place to the right, clipped at `width` columns and at
  /// the edge, and gives the column after it.
  ///
  /// A wide grapheme that does not fit whole is left out. Control characters
  /// are never written.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .normal, width: Int = .max
  ) -> Int {
    var place = column
    let end = min(size.columns, width > size.columns ? size.columns : column + width)
    for character in text {
      let wide = TextWidth.columns(of: character)
      guard wide > 0 else { continue }
      guard place + wide <= end else { break }
      self[row, place] = Cell(text: String(character), style: style)
      for behind in place + 1..<place + wide {
        self[row, behind] = Cell(text: "", style: style)
      }
      place += wide
    }
    return place
  }

  /// Fills a whole row with one style, keeping what is written in it.
  public mutating func paint(row: Int, style: Style) {
    for column in 0..<size.columns { self[row, column].style = style }
  }

  /// Whether a row is the same, letters and styles, in another grid of this size.
  public func hasSameRow(_ row: Int, as other: Grid) -> Bool {
    guard size == other.size, row >= 0, row < size.rows else { return false }
    let places = row * size.columns..<(row + 1) * size.columns
    return cells[places] == other.cells[places]
  }

  /// The screen as text, one line a row, without trailing blanks.
  ///
  /// ```
  ///  TESTPATIENT, Maria                    saved #12 14:34:07
  /// ```
  public var text: String {
    (0..<size.rows).map { line($0) }.joined(separator: "\n")
  }

  /// One row as text, without trailing blanks.
  public func line(_ row: Int) -> String {
    var line = (0..<size.columns).map { self[row, $0].text }.joined()
    while line.last == " " { line.removeLast() }
    return line
  }
}
