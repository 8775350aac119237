import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening
import Testing

/// Twenty-four people of every age, none chosen for being easy: a healthy person
/// must not look ill.
///
/// Each is a whole file of answers in `OrdinaryPatients`, with what was found in
/// `table.txt` beside them. `MESOSCREEN_RECORD=1 swift test --filter
/// OrdinaryPatientTests` writes the table anew.
@Suite struct OrdinaryPatientTests {
  @Test func `there are 24 ordinary patients from 20 to 70, of both sexes and six plans`() throws {
    let all = try OrdinaryPatient.all()
    let sexes = Set(all.map(\.sex))
    #expect(all.count == 24)
    #expect(Set(all.map(\.plan)).count == 6)
    #expect(sexes == ["female", "male"])
    #expect(all.map(\.age).min() == 20 && all.map(\.age).max() == 70)
  }

  @Test func `an ordinary patient has answered everything that is asked of her`() throws {
    for patient in try OrdinaryPatient.all() {
      #expect(patient.report.unanswered == [], "\(patient.name)")
    }
  }

  @Test func `two thirds of ordinary patients may go on, if only after a patch test`() throws {
    let all = try OrdinaryPatient.all()
    let goOn = all.filter { $0.report.outcome <= .proceedAfterPatchTest }
    #expect(goOn.count * 3 >= all.count * 2)
  }

  @Test func `no ordinary patient is excluded or put off`() throws {
    for patient in try OrdinaryPatient.all() {
      #expect(patient.report.outcome < .defer, "\(patient.name)")
    }
  }

  @Test func `no ordinary patient has more than two findings beside the plan`() throws {
    for patient in try OrdinaryPatient.all() {
      #expect(patient.besidePlan.count <= 2, "\(patient.name): \(patient.besidePlan)")
    }
  }

  @Test func `what is found in ordinary patients is what the table says`() throws {
    let table = try OrdinaryPatient.all().map(\.row).joined()
    let place = OrdinaryPatient.folder.appending(path: "table.txt")
    if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
      try Data(table.utf8).write(to: place)
      return
    }
    #expect(try String(contentsOf: place, encoding: .utf8) == table)
  }
}

/// One ordinary patient and what is found.
private struct OrdinaryPatient {
  let name: String
  let age: Int
  let sex: String
  let plan: String
  let report: Report

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "OrdinaryPatients")

  /// All of them, in order.
  static func all() throws -> [OrdinaryPatient] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map(OrdinaryPatient.init)
  }

  /// The first line of a file says who it is: `# A statin; 66, female; hands.`
  private init(file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    let words = text.prefix { $0 != "\n" }.dropFirst(2).dropLast().split(separator: "; ")
    let person = words[1].split(separator: ", ")
    name = String(words[0])
    age = try #require(Int(person[0]))
    sex = String(person[1])
    plan = String(words[2])
    let pack = try BuiltIn.pack.get()
    let read = try readAnswers(
      Array(text.utf8), named: file, for: pack.pack, today: BuiltIn.interviewDate)
    guard case .given(let day) = read.interviewDate else { throw NoDay() }
    report = screen(read.answers, with: pack, on: day)
  }

  private struct NoDay: Error {}

  /// The answers that say what will be done.
  private static let planned: Set<Question.ID> = [
    "indication", "area", "modality", "target-layer", "planned-depth-mm", "product-class",
    "product-authorisation", "ifu-check", "planned-ingredients", "same-day-combination",
    "anaesthetic-plan",
  ]

  private func isAboutPlan(_ finding: Finding) -> Bool {
    finding.because.contains { Self.planned.contains($0.question) }
  }

  /// Findings that rest on no answer about the plan.
  var besidePlan: [Rule.ID] { report.findings.filter { !isAboutPlan($0) }.map(\.rule) }

  /// The patient's lines of the table.
  var row: String {
    let findings = report.findings.map { finding in
      let certainty = finding.certainty == .established ? "" : ", possible"
      let about = isAboutPlan(finding) ? "plan" : "beside the plan"
      return "    \(finding.severity.rawValue)\(certainty), \(about): \(finding.rule)\n"
    }
    return "\(name); \(age), \(sex); \(plan)\n  \(report.outcome.rawValue)\n"
      + findings.joined()
  }
}
