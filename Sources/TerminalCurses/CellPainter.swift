import CNcurses
import Terminal

/// Finds what changed in a row and cuts each grapheme into what one place of
/// a terminal can hold: a letter and its marks, five scalars at most.
struct CellPainter {
  /// Calls `put` with a column, scalars and a style for each changed place.
  func paint(
    row: Int, of grid: Grid, over before: Grid?,
    put: (_ column: Int, _ scalars: [UInt32], _ style: Style) -> Void
  ) {
    if let before, grid.hasSameRow(row, as: before) { return }
    let blank = Cell()
    var column = 0
    while column < grid.size.columns {
      let cell = grid[row, column]
      var span = 1
      while column + span < grid.size.columns, grid[row, column + span].text.isEmpty { span += 1 }
      let changed = (column..<column + span).contains { place in
        grid[row, place] != (before?[row, place] ?? blank)
      }
      if changed {
        for (offset, scalars) in pieces(of: cell.text, columns: span).enumerated() {
          if let scalars { put(column + offset, scalars, cell.style) }
        }
      }
      column += span
    }
  }

  /// One entry a column; nothing where the letter before covers it.
  func pieces(of text: String, columns: Int) -> [[UInt32]?] {
    var pieces: [[UInt32]?] = []
    let isPicture = columns == 2 && text.unicodeScalars.contains(where: Self.isJoinerOfPictures)
    for scalar in text.unicodeScalars {
      let width = Int(console_width(scalar.value))
      if width == 0 {
        let hidden = isPicture && Self.isJoinerOfPictures(scalar)
        if !hidden, let last = pieces.lastIndex(where: { $0 != nil }),
          (pieces[last]?.count ?? 0) < 5
        {
          pieces[last]?.append(scalar.value)
        }
      } else if width < 0 {
        pieces.append([0xFFFD])
      } else {
        pieces.append([scalar.value])
        if width == 2 { pieces.append(nil) }
      }
    }
    return fitted(pieces, columns: columns, isPicture: isPicture)
  }

  private func fitted(_ pieces: [[UInt32]?], columns: Int, isPicture: Bool) -> [[UInt32]?] {
    if pieces.count == columns { return pieces }
    if pieces.count < columns { return pieces + blanks(columns - pieces.count) }
    // A family or a skin tone: its first picture stands for all.
    let firstIsWide = pieces.count > 1 && pieces[1] == nil
    if isPicture || (columns == 2 && firstIsWide) {
      let first = pieces[0].map { $0.filter { scalar in scalar != 0x200D } }
      return firstIsWide ? [first, nil] : [first] + blanks(1)
    }
    return [[0xFFFD]] + blanks(columns - 1)
  }

  private func blanks(_ count: Int) -> [[UInt32]?] {
    Array(repeating: [0x20], count: max(0, count))
  }

  private static func isJoinerOfPictures(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.properties.isEmojiModifier
  }
}
