import Foundation
import TerminalTesting
import Testing

/// A made-up name with the scripts that editors break most often.
private let name = [
  "Zoë Ångström-Núñez", "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31B}o\u{31B}ng", "सुनीता क्षत्रिय",
  "สมหญิง ใจดี", "مریم نیم\u{200C}فاصله", "מרים בת־שבע", "王小明", "\u{1112}\u{1161}\u{11AB}글",
  "Ana 👩\u{200D}👩\u{200D}👧 e\u{301}",
].joined(separator: ", ")

/// Whether a text holds the name byte by byte: Swift's own comparison takes
/// two spellings of a letter for the same.
private func holdsName(_ text: String) -> Bool {
  Data(text.utf8).range(of: Data(name.utf8)) != nil
}

@Test func `a name in many scripts is the same bytes in the records, the summary and by lines`()
  throws
{
  let clinic = try Clinic()
  let typed = try clinic.run(onRecords: ["--linear"], input: "n\n0\n1\n\(name)\nxs\n")
  #expect(typed.code == 0)
  let listed = try clinic.run(onRecords: ["records", "list", "--format", "json"])
  let id = String(try #require(listed.output.firstMatch(of: /"id" ?: ?"([0-9a-z]{16})"/)).output.1)
  let shown = try clinic.run(onRecords: ["records", "show", id])
  #expect(holdsName(shown.output), "\(shown.output)")
  let json = try clinic.run(onRecords: ["records", "show", id, "--format", "json"])
  let texts = strings(try JSONSerialization.jsonObject(with: Data(json.output.utf8)))
  #expect(texts.contains(where: holdsName))
  // The printed lines are wrapped, so that words are compared.
  let summary = try clinic.run(onRecords: ["summary", id])
  let words = summary.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(holdsName(words), "\(summary.output)")
  let opened = try clinic.run(onRecords: ["--linear"], input: "1\n")
  let spoken = opened.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(holdsName(spoken), "\(opened.output)")
}

/// Every text in a JSON value.
private func strings(_ value: Any) -> [String] {
  switch value {
  case let text as String: [text]
  case let list as [Any]: list.flatMap(strings)
  case let object as [String: Any]: object.values.flatMap(strings)
  default: []
  }
}
