import ClinicalModel
import Consultation
import Foundation
import ProtocolLibrary
import Screening
import Summary
import Testing

@testable import IntakeWizard

/// Screen, lines, print and sheet of one consultation have the same numbers.
@Suite struct CountsTests {
  private static let pack = Result {
    CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:counts"))
  }
  private static let patients = [
    "01-nothing-found", "03-nothing-asked", "06-unsure-and-declined", "07-perhaps-a-minor",
    "08-long-standing-illness-with-letters", "10-a-patient-in-distress",
  ]

  private func events(_ patient: String) throws -> [Event] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ScreeningTests/Examples/\(patient).json")
    let file = try readAnswers(
      Array(Data(contentsOf: place)), named: patient, for: Self.pack.get().pack, today: .bench)
    return file.answers.asked.map { .answerRecorded($0, file.answers[$0], wording: "") }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: patients)
  func `the numbers on screen are those of the print and of the sheet`(_ patient: String) throws {
    let pack = try Self.pack.get()
    var bench = Bench(pack: pack)
    try bench.open(try events(patient))
    let consultation = try #require(bench.consultation)
    let report = screen(consultation.answers, with: pack, on: .bench)
    let words = report.counts.words
    guard let session = bench.wizard.openConsultation else {
      Issue.record("no consultation is open")
      return
    }
    #expect(session.report.counts == report.counts)
    #expect(session.openCount == report.counts.notAnswered)
    #expect(session.lines.count { $0.kind == .notKnown } == report.counts.notKnown)

    let said = bench.wizard.surroundings.spokenFindings(0)
    if session.lines.isEmpty {
      #expect(words.hasPrefix("0 do not treat, 0 defer, 0 caution,"))
    } else {
      #expect(said[0].contains(words))
      #expect(said[0].contains("\(report.counts.notAnswered) not answered"))
    }
    let spoken =
      ResultScreen(session).spoken(in: bench.wizard.surroundings)?.lines ?? []
    let verdict = oneLine(spoken.joined(separator: " "))
    #expect(
      verdict.contains(
        report.counts.notAnswered > 0 ? "\(report.counts.notAnswered) not answered" : words))

    func print(_ audience: SummaryAudience) -> String {
      oneLine(
        SummaryText.render(
          SummaryDocument(
            consultation: consultation, pack: pack, report: report, headHash: "0f9c",
            printedAt: consultation.openedAt, localTime: LocalTime(secondsFromUTC: 0),
            clinic: "Demo Clinic", audience: audience)))
    }
    #expect(print(.clinicRecord).contains(words))
    if report.counts.notAnswered > 0 {
      let open = "\(report.counts.notAnswered) not answered"
      #expect(print(.clinicRecord).contains(open))
      #expect(print(.patientSheet).contains(open))
    }
  }
}
