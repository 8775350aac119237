import Foundation
import IntakeWizard
import Testing

@Test func `the tables of keys in the read-me are those of the program`() throws {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
  let text = try String(contentsOf: path, encoding: .utf8)
  let begin = "<!-- keys: made by `mesoscreen manual --format markdown` -->\n"
  let end = "<!-- end of keys -->"
  let start = try #require(text.range(of: begin))
  let stop = try #require(text.range(of: end))
  let table = "\n" + KeyDocument.markdown + "\n"
  if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
    try text.replacingCharacters(in: start.upperBound..<stop.lowerBound, with: table)
      .write(to: path, atomically: true, encoding: .utf8)
    return
  }
  #expect(text[start.upperBound..<stop.lowerBound] == table, "MESOSCREEN_RECORD=1 writes it anew")
}

@Test func `no line of the manual's keys is taken for a request by mistake`() {
  let known = [".SS ", ".TP ", ".B "]
  for line in KeyDocument.roff.split(separator: "\n") where line.hasPrefix(".") {
    #expect(known.contains { line.hasPrefix($0) }, "\(line)")
  }
  #expect(Roff.line(".B is text") == "\\&.B is text")
  #expect(Roff.line("a\\b-c") == "a\\eb\\-c")
}
