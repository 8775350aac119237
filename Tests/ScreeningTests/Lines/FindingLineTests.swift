import ClinicalModel
import Foundation
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

@testable import mesoscreen

@Suite struct FindingLineTests {
  private func line(of rule: Rule.ID, in report: Report) throws -> FindingLine {
    try #require(report.lines.first { $0.findings.contains { $0.rule == rule } })
  }

  private func entry(_ medicine: String) -> String {
    #"{"medicine": "\#(medicine)", "use": "regular", "prescribed": "yes", "reason": "x"}"#
  }

  @Test func `three warnings of one medicine are one line with its reasons`() throws {
    let report = try ListPatient(
      taking: entry("phenytoin"),
      #"""
      "planned-ingredients": [{"ingredient": "zinc"}],
      "anaesthetic-plan": "lidocaine-prilocaine-cream"
      """#
    ).report
    let line = try line(of: "prilocaine-methaemoglobin", in: report)
    #expect(
      line.findings.map(\.rule) == [
        "prilocaine-methaemoglobin", "medicine-plan-phenytoin-prilocaine",
        "medicine-plan-phenytoin-seizure", "ingredient-emla-with-methaemoglobin-inducer",
      ])
    #expect(report.counts.of(.caution) == 1)
    #expect(line.staff.count == 4)
    #expect(line.patient.count == 3)
  }

  @Test func `two medicines are two causes, and each line names its own`() throws {
    let report = try ListPatient(
      taking: "\(entry("propranolol")), \(entry("metformin"))",
      #""planned-ingredients": [{"ingredient": "zinc"}]"#
    ).report
    let block = try line(of: "beta-blocker", in: report)
    let sugar = try line(of: "medicine-default-metformin", in: report)
    #expect(block != sugar)
    guard case .known(.entries(let named)) = block.because[0].spoken else {
      Issue.record("no entry is named")
      return
    }
    #expect(named.map { $0["medicine"] } == [.known(.text("propranolol"))])
    #expect(sugar.because[0].part == .entries([1]))
  }

  @Test func `what opens a question is told by its answer when both weigh the same`() throws {
    let report = try ListPatient(
      taking: entry("warfarin"),
      #""inr-value": "3.2", "inr-date": "2026-11-20", "inr-stable": "no""#
    ).report
    let line = try line(of: "vka-single", in: report)
    #expect(line.head.rule == "vka-inr-over-3")
    #expect(line.severity == .caution)
  }

  @Test func `two diseases never share a line, nor do two weights`() throws {
    let report = try BuiltIn.report([
      "medical-conditions": .known(.choices(["heart", "thyroid"])),
      "heart-detail": .known(.choices(["mild-stable"])),
    ])
    #expect(try line(of: "heart-any", in: report) != line(of: "thyroid-any", in: report))
    for line in report.lines where line.kind == .found {
      #expect(Set(line.findings.map(\.severity)).count == 1)
    }
  }

  @Test func `an emergency is never told under another line`() throws {
    let report = try BuiltIn.report([
      "red-flags-now": .known(.choices(["breathing", "chest-pain"]))
    ])
    let urgent = report.findings.filter { $0.urgency == .emergency }
    #expect(!urgent.isEmpty)
    for finding in urgent { #expect(report.line(of: finding)?.findings == [finding]) }
  }

  @Test func `what an unknown answer makes possible is told with it`() throws {
    let report = try BuiltIn.report(["pregnancy-status": .unknown(.unsure)])
    let line = try line(of: "unknown-pregnancy-status", in: report)
    #expect(line.kind == .notKnown)
    #expect(line.others.map(\.rule).contains("pregnant"))
    #expect(line.worst == .doNotTreat)
    #expect(report.counts.notKnown == 1)
  }

  @Test func `a title says what the patient has, not what the row is about`() throws {
    let patient = try ListPatient(
      #"""
      "medical-conditions": ["heart"], "heart-detail": ["arrhythmia"],
      "planned-ingredients": [{"ingredient": "minoxidil-inj"}, {"ingredient": "lidocaine-inj"}]
      """#)
    let rows: [Rule.ID] = [
      "ingredient-minoxidil-inj-ischaemic-heart-disease-heart-failure-arrhythmia",
      "ingredient-lidocaine-inj-heart-block",
    ]
    for row in rows {
      let finding = try #require(patient.finding(row))
      #expect(finding.title.hasSuffix(": Rhythm problem"))
    }
  }

  @Test func `no title is cut`() throws {
    let tables = try BuiltIn.pack.get()
    #expect(tableRules(of: tables).allSatisfy { !$0.rule.title.hasSuffix("...") })
  }

  @Test func `a healthy patient has no line at all`() throws {
    let report = try BuiltIn.report([:])
    #expect(report.lines == [])
    #expect(report.counts.words == "0 do not treat, 0 defer, 0 caution, 0 not known")
  }

  @Test(arguments: Example.all)
  func `every finding stands in exactly one line`(_ example: Example) throws {
    let report = screen(
      try example.read().answers, with: try BuiltIn.pack.get(), on: BuiltIn.interviewDate)
    let told = report.lines.flatMap(\.findings)
    #expect(told.count == report.findings.count)
    #expect(Set(told) == Set(report.findings))
  }

  private struct Recorded: Decodable {
    struct Finding: Decodable {
      let rule: String
      let line: String
      let severity: String
    }
    struct Line: Decodable {
      let line: String
      let kind: String
      let severity: String
      let rules: [String]
    }
    let findings: [Finding]
    let lines: [Line]
    let counts: [String: Int]
    let unanswered: [String]
  }

  @Test(arguments: Example.all)
  func `the recorded text and file of a patient have the same numbers`(_ example: Example) throws {
    let json = try Data(
      contentsOf: Example.folder.appending(path: "\(example.name).report.json"))
    let text = try String(
      contentsOf: Example.folder.appending(path: "\(example.name).report.txt"), encoding: .utf8)
    let recorded = try JSONDecoder().decode(Recorded.self, from: json)
    func count(_ severity: String) -> Int {
      recorded.lines.count { $0.kind == "found" && $0.severity == severity }
    }
    for severity in ["do-not-treat", "defer", "caution", "proceed-after-patch-test"] {
      #expect(recorded.counts[severity] == count(severity))
    }
    let tests = count("proceed-after-patch-test")
    let words =
      "Findings: \(count("do-not-treat")) do not treat, \(count("defer")) defer, "
      + "\(count("caution")) caution, " + (tests > 0 ? "\(tests) patch test, " : "")
      + "\(recorded.counts["not-known"] ?? -1) not known."
    let oneLine = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(oneLine.contains(words))
    #expect(recorded.counts["not-answered"] == recorded.unanswered.count)
    if !recorded.unanswered.isEmpty {
      #expect(oneLine.contains("Questions: \(recorded.unanswered.count) not answered"))
    }
    for finding in recorded.findings {
      let line = try #require(recorded.lines.first { $0.line == finding.line })
      #expect(line.rules.contains(finding.rule))
    }
  }
}
