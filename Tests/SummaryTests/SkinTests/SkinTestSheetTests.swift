import ClinicalModel
import Consultation
import Foundation
import ProtocolLibrary
import Screening
import Summary
import SummaryPDF
import Testing

/// A made-up patient under the shipped pack, with skin tests on record.
private struct Sheets {
  let pack: CompiledPack
  let consultation: Consultation

  init(_ tests: String, since: String = "") throws {
    pack = CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:lists"))
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    let answers = try Self.answers(tests, pack, day)
    var events = pack.questions.compactMap { question -> Event? in
      let answer = answers[question.id]
      return answer == .unknown(.notAsked)
        ? nil : .answerRecorded(question.id, answer, wording: question.ask)
    }
    events.insert(
      .opened(
        Opening(
          pack: pack.id, packVersion: pack.version, packDigest: pack.digest, interviewDate: day)),
      at: 0)
    if !since.isEmpty {
      events += [
        .decided(.patchTestFirst),
        .signedOff(
          Signature(
            clinician: "Dr TEST", headHash: "00", outcome: .proceedAfterPatchTest,
            couldBecome: .proceedAfterPatchTest)),
        .skinTestsRecorded(try Self.answers(since, pack, day)["skin-tests"]),
      ]
    }
    consultation = try Consultation(
      id: "7f3a91c2",
      entries: events.enumerated().map {
        Entry(
          sequence: $0.offset, recordedAt: Instant(milliseconds: 1_795_251_600_000),
          event: $0.element)
      })
  }

  private static func answers(
    _ tests: String, _ pack: CompiledPack, _ day: CalendarDate
  ) throws -> Answers {
    let text = """
      {"answers": {"patient-full-name": "TESTPATIENT, Maria", "medicines-any": "no",
      "allergies-any": "yes", "allergies": [{"allergen": "nickel", "reaction": "contact_delayed",
      "when": "2019", "treated": "nothing", "confirmed": "yes"}],
      "planned-treatment-date": "2026-12-02",
      "planned-ingredients": [{"ingredient": "vitamin-e", "lot": "L1"}, "deoxycholate"]
      \(tests.isEmpty ? "" : ", \"skin-tests\": [\(tests)]")}}
      """
    return try readAnswers(Array(text.utf8), named: "answers", for: pack.pack, today: day).answers
  }

  func document(_ audience: SummaryAudience, on day: String) throws -> SummaryDocument {
    let report = screen(
      consultation.answers, with: pack, on: consultation.opened.interviewDate)
    return SummaryDocument(
      consultation: consultation, pack: pack, report: report, headHash: "00",
      printedAt: Instant(milliseconds: 1_795_251_600_000), localTime: LocalTime(secondsFromUTC: 0),
      clinic: "Demo Clinic", audience: audience,
      today: .day(try #require(CalendarDate(iso: day))))
  }

  func text(_ audience: SummaryAudience = .skinTests, on day: String = "2026-11-21") throws
    -> String
  {
    SummaryText.render(try document(audience, on: day))
  }
}

private let placed = """
  {"kind": "patch", "ingredient": "vitamin-e", "lot": "L1", "state": "planned",
  "placed": "2026-11-23", "site": "Upper back", "side": "left", "placed-by": "Nurse TEST"}
  """
private let read =
  placed.replacing("\"planned\"", with: "\"placed\"").replacing(
    "2026-11-23", with: "2026-11-16"
  ).dropLast()
  + #", "readings": [{"day": 2, "date": "2026-11-18", "grade": "++"}]}"#

@Suite struct `The sheets for skin tests` {
  @Test func `the plan says what, where, when, by whom and what the patient is told`() throws {
    let text = try Sheets("").text()
    for words in [
      "SKIN-TEST PLAN", "vitamin-e, lot L1", "Mon 23 Nov 2026", "Upper back",
      "treatment on Tue 1 Dec 2026 at the", "Not tested here", "deoxycholate, patch test",
      "Keep the tape dry", "Dermatology reads",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `the reading form has a cell for each day and the grades with their definitions`()
    throws
  {
    let text = try Sheets("").text()
    for words in [
      "READING FORM", "Wed 25 Nov", "Fri 27 Nov", "Mon 30 Nov", "____", "Weak positive",
      "Redness, infiltration, possibly papules", "Read by",
    ] { #expect(text.contains(words), "\(words)") }
    let widest = text.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 72)
  }

  @Test func `what is recorded stands in its cell`() throws {
    let text = try Sheets(String(read)).text().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains("Wed 18 Nov: ++"))
    #expect(text.contains("Upper back, left"))
    #expect(text.contains("Nurse TEST"))
  }

  @Test func `tests of after the signature are told apart from what was signed`() throws {
    let record = try Sheets("", since: String(read)).text(.clinicRecord, on: "2026-11-21")
    let words = record.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("vitamin-e, patch test: POSITIVE"))
    #expect(words.contains("Since signing, last on"))
    #expect(words.contains("lead to: DO NOT TREAT"))
    #expect(words.contains("What was signed stays as it was signed"))
    #expect(!(try Sheets(String(read)).text(.clinicRecord)).contains("Since signing"))
  }

  @Test(.enabled(if: canRenderPDF() && PopplerTool.areInstalled))
  func `the pages say what the text says and name the patient`() throws {
    let result = try renderPDF(try Sheets("").document(.skinTests, on: "2026-11-21"))
    let pages = try PopplerTool.pages(result.bytes)
    #expect(pages.count == result.pageCount)
    #expect(pages.allSatisfy { $0.contains("TESTPATIENT, Maria") })
    let all = pages.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    for words in [
      "Skin-test plan", "Reading form", "Wed 25 Nov", "Extreme positive", "vitamin-e, lot L1",
    ] { #expect(all.contains(words), "\(words)") }
    let form = try #require(pages.firstIndex { $0.contains("Reading form") })
    #expect(form > 0, "the form begins a page of its own")
  }

  @Test func `the file's name tells the sheets apart and names nobody`() throws {
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    let name = SummaryFileName(
      consultation: "7f3a91c2", interviewDate: day, format: .pdf, audience: .skinTests)
    #expect(name.description == "consult-7f3a91c2-20261121-skin-tests.pdf")
  }
}
