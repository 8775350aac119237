import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening
import Testing

@testable import mesoscreen

/// Each example's whole report, as text and as JSON, is kept beside it.
///
/// `MESOSCREEN_RECORD=1 swift test --filter GoldenReportTests` writes them
/// anew; the change is then read like any other change of a clinical rule.
@Suite struct GoldenReportTests {
  @Test func `there are ten examples`() {
    #expect(Example.all.count == 10)
  }

  @Test(arguments: Example.all)
  func `the report on an example is the recorded one`(example: Example) throws {
    let file = try example.read()
    let pack = try BuiltIn.pack.get()
    guard case .given(let day) = file.interviewDate else {
      Issue.record("an example names the day of its interview")
      return
    }
    let report = screen(file.answers, with: pack, on: day)
    let context = AnswerContext(pack: pack, answers: file.answers, interviewDate: day)
    try expect(ReportText(report, on: context).text, recordedIn: "\(example.name).report.txt")
    try expect(
      Output.json(ReportDocument(report, on: context)), recordedIn: "\(example.name).report.json")
  }

  @Test(arguments: Example.all)
  func `no line of a report is wider than 72 columns`(example: Example) throws {
    let pack = try BuiltIn.pack.get()
    let answers = try example.read().answers
    let report = screen(answers, with: pack, on: BuiltIn.interviewDate)
    let context = AnswerContext(
      pack: pack, answers: answers, interviewDate: BuiltIn.interviewDate)
    let lines = ReportText(report, on: context).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 72 })
    #expect(lines.allSatisfy { $0.last != " " })
  }

  private func expect(
    _ text: String, recordedIn name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let place = Example.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
      try Data(text.utf8).write(to: place)
      return
    }
    let recorded = try String(contentsOf: place, encoding: .utf8)
    guard text != recorded else { return }
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(found, kept).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(found.count, kept.count)
    func at(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(no line)" }
    Issue.record(
      "\(name):\(line + 1) is now «\(at(found))», recorded was «\(at(kept))»",
      sourceLocation: location)
  }
}
