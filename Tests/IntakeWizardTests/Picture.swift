import Terminal

/// A whole screen as text that a person can read in a difference: what it says
/// in UTF-8 and in ASCII, where it is emphasised in colour and in mono, and
/// where the cursor stands.
struct Picture {
  let grid: Grid

  init(_ grid: Grid) { self.grid = grid }

  var text: String {
    let cursor = "r\(grid.cursor.row + 1) c\(grid.cursor.column + 1)"
    return [
      grid.text, "== ASCII", grid.inASCII.text, "== colour", runs(.colour), "== mono", runs(.mono),
      "== cursor \(cursor)",
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// `r22 c2-20 bold white on red` for each stretch that is not plain.
  func runs(_ theme: Theme) -> String {
    runs().filter { theme.attributes(for: $0.style) != Attributes() }.map { run in
      "r\(run.row + 1) c\(run.columns.lowerBound + 1)-\(run.columns.upperBound) "
        + theme.attributes(for: run.style).words
    }.joined(separator: "\n")
  }

  /// One stretch of one style.
  struct Run {
    let row: Int
    let columns: Range<Int>
    let style: Style
    let text: String
  }

  /// Every stretch, from the top.
  func runs() -> [Run] {
    var runs: [Run] = []
    for row in 0..<grid.size.rows {
      var start = 0
      while start < grid.size.columns {
        let style = grid[row, start].style
        var end = start
        while end < grid.size.columns, grid[row, end].style == style { end += 1 }
        let text = (start..<end).map { grid[row, $0].text }.joined()
        runs.append(Run(row: row, columns: start..<end, style: style, text: text))
        start = end
      }
    }
    return runs
  }
}

extension Attributes {
  /// `bold white on red`, `reverse`.
  fileprivate var words: String {
    var words = [bold ? "bold" : "", reverse ? "reverse" : "", underline ? "underline" : ""]
    if foreground != .standard || background != .standard {
      words.append("\(foreground) on \(background)")
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
