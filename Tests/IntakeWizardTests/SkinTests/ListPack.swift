import ClinicalModel
import Consultation
import Foundation
import ProtocolLibrary
import Screening
import Testing

@testable import IntakeWizard

/// The shipped pack, and patients with lists under it.
enum ListPack {
  static let pack = Result { CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:lists")) }

  static let plan = [
    #"{"ingredient": "hyaluronidase", "lot": "L1"}"#, #"{"ingredient": "emla", "lot": "E1"}"#,
  ]

  /// Answers in which nothing is found but what the lists bring.
  static func answers(
    plan: [String] = plan, medicines: String = #""medicines-any": "no""#,
    allergies: String = sting, treatment: String = "2026-12-02", others: String = ""
  ) throws -> Answers {
    let example = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ScreeningTests/Examples/01-nothing-found.json")
    let pack = try pack.get()
    let base = try readAnswers(
      Array(try Data(contentsOf: example)), named: "example", for: pack.pack, today: .bench)
    let lists = """
      {"answers": {\(medicines), \(allergies), "planned-treatment-date": "\(treatment)",
      "planned-ingredients": [\(plan.joined(separator: ", "))]\(others)}}
      """
    let given = try readAnswers(
      Array(lists.utf8), named: "lists", for: pack.pack, today: .bench)
    var answers = base.answers
    for id in given.answers.asked { answers[id] = given.answers[id] }
    return answers
  }

  static let sting = """
    "allergies-any": "yes", "allergies": [{"allergen": "hymenoptera", "reaction": "immediate_mild",
    "when": "2019", "treated": "nothing", "confirmed": "not-tested"}]
    """

  /// The answers as events, in the checklist's order.
  static func events(_ answers: Answers) throws -> [Event] {
    let pack = try pack.get()
    let named: Answers = ["patient-full-name": .known(.text("TESTPATIENT, Maria"))]
    return pack.questions.compactMap { question in
      let answer = answers[question.id].isUnknown ? named[question.id] : answers[question.id]
      guard answer != .unknown(.notAsked) else { return nil }
      return .answerRecorded(question.id, answer, wording: question.ask)
    }
  }

  static let signature: [Event] = [
    .decided(.patchTestFirst),
    .signedOff(
      Signature(
        clinician: "Dr TEST", headHash: "00", outcome: .proceedAfterPatchTest,
        couldBecome: .proceedAfterPatchTest)),
  ]
}

/// A bench with the patient's skin tests on screen.
func skinTestBench(
  _ answers: Answers, signed: Bool = false, today: CalendarDate = .bench
) throws -> Bench {
  var bench = Bench(pack: try ListPack.pack.get())
  try bench.open(try ListPack.events(answers) + (signed ? ListPack.signature : []), today: today)
  bench.press("<ctrl-x>h")
  return bench
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }
