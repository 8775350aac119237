import ProtocolLibrary
import Testing

@testable import mesoscreen

/// The line of a file below a diagnostic.
@Suite struct SourceExcerptTests {
  @Test func `the caret is below the letter that the column counts`() {
    let excerpt = SourceExcerpt("- id: pregnant", line: 23, column: 7)
    #expect(excerpt.rows == ["   23 | - id: pregnant", "      |       ^"])
  }

  @Test func `a wide letter before the place takes its two columns`() {
    let excerpt = SourceExcerpt("名: x", line: 1, column: 4)
    #expect(excerpt.rows == ["    1 | 名: x", "      |     ^"])
  }

  @Test func `a long line is cut on both sides, and the place stays in sight`() {
    let line = (0..<100).map { "\($0)," }.joined()
    for column in [1, 40, 120, 200, line.count, line.count + 1] {
      let excerpt = SourceExcerpt(line, line: 7, column: column)
      #expect(excerpt.text.count <= SourceExcerpt.lettersMax)
      guard column <= line.count else {
        #expect(excerpt.caret == excerpt.text.count)
        continue
      }
      let letter = line[line.index(line.startIndex, offsetBy: column - 1)]
      #expect(
        excerpt.text[excerpt.text.index(excerpt.text.startIndex, offsetBy: excerpt.caret)] == letter
      )
    }
    #expect(SourceExcerpt(line, line: 7, column: 150).text.hasPrefix("..."))
    #expect(SourceExcerpt(line, line: 7, column: 150).text.hasSuffix("..."))
  }

  @Test func `what could disturb a terminal is left out of the line`() {
    let excerpt = SourceExcerpt("\u{1B}[2Ja\u{202E}b\tc", line: 1, column: 7)
    #expect(!excerpt.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(excerpt.text.hasPrefix("a"))
  }

  @Test(arguments: ["a\nbb\nccc", "a\r\nbb\r\nccc\r\n", "a\rbb\rccc"])
  func `a line is the one that the reader of the file counts`(text: String) {
    let files = PackFiles([PackFile(path: "x.yaml", bytes: Array(text.utf8))])
    #expect((1...3).map { files.line($0, of: "x.yaml") } == ["a", "bb", "ccc"])
    #expect(files.line(0, of: "x.yaml") == nil)
    #expect(files.line(5, of: "x.yaml") == nil)
    #expect(files.line(1, of: "y.yaml") == nil)
  }

  @Test func `a diagnostic shows its line and each other place with its line`() throws {
    let files = try PlantedFault(name: "rule-twice").files()
    let documents = linted(files).documents
    #expect(
      documents.first?.lines == [
        "rules/plan.yaml:23:7: error: the rule \"pregnant\" exists already; give one of the two "
          + "another name", "   23 | - id: pregnant", "      |       ^",
        "rules/health.yaml:4:7: note: the first \"pregnant\"", "    4 | - id: pregnant",
        "      |       ^",
      ])
  }

  @Test func `in a message of one line the other places are in brackets`() throws {
    let diagnostics = linted(try PlantedFault(name: "rule-twice").files()).diagnostics
    #expect(
      diagnostics.first?.description
        == "rules/plan.yaml:23:7: error: the rule \"pregnant\" exists already "
        + "(rules/health.yaml:4:7); give one of the two another name")
  }
}
