import TextLayout

/// A table in plain text: columns side by side, details below their row.
enum TextTable {
  static func lines(_ table: SummaryTable) -> [String] {
    let titles = side(table.columns.map(\.title), table.columns)
    let rule = table.columns.map { String(repeating: "-", count: $0.share - 2) }
    return titles + [rule.joined(separator: "  ")]
      + table.rows.flatMap { row($0, table.columns) }
  }

  /// A line for a pen below each row.
  static func form(_ table: SummaryTable) -> [String] {
    let rule = table.columns.map { String(repeating: "-", count: $0.share - 2) }
    let pen = table.columns.map { String(repeating: "_", count: $0.share - 2) }
    return side(table.columns.map(\.title), table.columns) + [rule.joined(separator: "  ")]
      + table.rows.flatMap { row($0, table.columns) + ["", pen.joined(separator: "  ")] }
  }

  private static func row(_ row: SummaryRow, _ columns: [SummaryColumn]) -> [String] {
    side(row.cells, columns) + row.details.flatMap { TextBlock.hanging($0, lead: "    ") }
  }

  /// The cells beside each other, each wrapped in its own column.
  private static func side(_ cells: [String], _ columns: [SummaryColumn]) -> [String] {
    let wrapped = zip(cells, columns).map { TextWrap.paperLines($0, width: $1.share - 2) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      zip(wrapped, columns).map { lines, column in
        TextWidth.padded(line < lines.count ? lines[line] : "", to: column.share)
      }.joined()
    }
  }
}
