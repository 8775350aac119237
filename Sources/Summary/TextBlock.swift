import TextLayout

/// How each block looks in plain text.
enum TextBlock {
  static let width = SummaryText.width
  /// The column at which a fact's value begins.
  static let indent = 17

  static func lines(_ block: SummaryBlock) -> [String] {
    switch block {
    case .heading(let title): heading(title)
    case .subheading(let title, let remark): sides(title, remark)
    case .paragraph(let text, _): TextWrap.paperLines(text, width: width) + [""]
    case .notice(let notice): Self.notice(notice)
    case .callout(let callout): Self.callout(callout)
    case .newPage: []
    case .facts(let facts): facts.flatMap { fact($0.label, $0.lines) } + [""]
    case .finding(let card): finding(card)
    case .table(let table): TextTable.lines(table) + [""]
    case .form(let table): TextTable.form(table) + [""]
    case .list(let entries): entries.flatMap { hanging($0, lead: "- ") } + [""]
    case .signatureLines(let labels): labels.flatMap(penLine) + [""]
    }
  }

  private static func heading(_ title: String) -> [String] {
    ["", title.uppercased(), String(repeating: "-", count: width)]
  }

  private static func notice(_ notice: Notice) -> [String] {
    let border = String(repeating: "#", count: width)
    let inner = width - 6
    let lines =
      TextWrap.paperLines(notice.badge.words, width: inner)
      + TextWrap.paperLines(notice.statement, width: inner)
      + notice.lines.flatMap { TextWrap.paperLines($0, width: inner) }
    return [border] + lines.map { "## \(TextWidth.padded($0, to: inner)) ##" } + [border, ""]
  }

  private static func callout(_ callout: Callout) -> [String] {
    let border = String(repeating: callout.urgency == .urgent ? "#" : "=", count: width)
    return [border] + TextWrap.paperLines(callout.title, width: width)
      + callout.lines.flatMap { TextWrap.paperLines($0, width: width) }
      + callout.entries.flatMap { hanging($0, lead: "  - ") } + [border, ""]
  }

  private static func finding(_ card: FindingCard) -> [String] {
    let badges = card.badges.map(\.words).joined(separator: "  ")
    return hanging(badges, lead: "") + hanging(card.title, lead: "    ")
      + card.facts.flatMap { fact($0.label, $0.lines, margin: 4) } + [""]
  }

  /// A name in its column and the value beside it.
  static func fact(_ label: String, _ values: [String], margin: Int = 0) -> [String] {
    let room = width - indent - margin
    let value = values.count == 1 ? values[0] : ""
    if !value.contains(" "), TextWidth.paperColumns(of: value) > room {
      // A hash is compared by eye: it stays in one piece where a line can hold it.
      let lead = String(repeating: " ", count: margin)
      let step = min(2, max(0, width - margin - TextWidth.paperColumns(of: value)))
      return [lead + label] + hanging(value, lead: lead + String(repeating: " ", count: step))
    }
    let lines = values.flatMap { TextWrap.paperLines($0, width: room) }
    let blank = String(repeating: " ", count: indent + margin)
    let lead =
      String(repeating: " ", count: margin) + TextWidth.padded("\(label)  ", to: indent)
    return lines.enumerated().map { ($0 == 0 ? lead : blank) + $1 }
  }

  /// Two texts, one at each margin; below each other when they do not fit.
  static func sides(_ left: String, _ right: String) -> [String] {
    let gap = width - TextWidth.paperColumns(of: left) - TextWidth.paperColumns(of: right)
    guard !right.isEmpty, gap < 2 else {
      return TextWrap.paperLines(left, width: width).dropLast()
        + [
          (TextWrap.paperLines(left, width: width).last ?? "")
            + (right.isEmpty ? "" : String(repeating: " ", count: gap) + right)
        ]
    }
    return TextWrap.paperLines(left, width: width) + hanging(right, lead: "  ")
  }

  /// Lines that keep the indent of the first.
  static func hanging(_ text: String, lead: String) -> [String] {
    let blank = String(repeating: " ", count: lead.count)
    return TextWrap.paperLines(text, width: width - lead.count).enumerated()
      .map { ($0 == 0 ? lead : blank) + $1 }
  }

  private static func penLine(_ label: String) -> [String] {
    ["", TextWidth.padded("\(label)  ", to: indent) + String(repeating: "_", count: 40)]
  }
}
