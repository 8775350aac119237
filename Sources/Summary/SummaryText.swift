import TextLayout

/// A summary as plain text: 72 columns, UTF-8, no pages.
///
/// It needs no library and no font, so it is the way out wherever the PDF
/// cannot be made.
public enum SummaryText {
  /// The width of a line in columns.
  public static let width = 72

  /// The whole text, each line ended by a line feed.
  ///
  /// The banner stands at the top; the head hash and, when it is not signed,
  /// the word UNSIGNED stand at the top and at the end, so that neither end of
  /// a torn print passes for a signed record.
  public static func render(_ document: SummaryDocument) -> String {
    let lines =
      head(document) + document.blocks.flatMap(TextBlock.lines) + foot(document)
    return lines.map { trimmed(clean($0)) + "\n" }.joined()
  }

  private static func head(_ document: SummaryDocument) -> [String] {
    let record = document.record
    var lines = [rule]
    lines += standing(document)
    lines += TextBlock.sides(SummaryDocument.title, document.audience.words)
    if !record.clinic.isEmpty { lines += TextWrap.paperLines(record.clinic, width: width) }
    lines.append("")
    lines += TextBlock.fact("Patient", [document.banner.name])
    lines += TextBlock.fact("Date of birth", [document.banner.born])
    lines += TextBlock.fact(
      "Consultation", ["\(document.banner.consultation), \(document.banner.interviewed)"])
    lines += TextBlock.fact("Printed", [record.printed])
    lines += TextBlock.fact("Head hash", [record.headHash])
    return lines + [rule, ""]
  }

  private static func foot(_ document: SummaryDocument) -> [String] {
    ["", rule] + standing(document)
      + TextBlock.fact("Patient", [document.banner.name])
      + TextBlock.fact("Consultation", [document.banner.consultation])
      + TextBlock.fact("Head hash", [document.record.headHash])
      + ["End of the summary. Not a diagnosis and not a decision.", rule]
  }

  private static func standing(_ document: SummaryDocument) -> [String] {
    TextWrap.paperLines(document.standing.sentence, width: width)
  }

  private static let rule = String(repeating: "=", count: width)

  /// A document made by hand has not passed through `Printable` yet; leading
  /// spaces are layout and stay.
  private static func clean(_ line: String) -> String { cleaned(line).text }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
