import ClinicalModel
import Consultation
import ProtocolLibrary
import Screening
import Terminal
import Testing

@testable import IntakeWizard
import TextLayout

// One patient, three ways in: the full screen, typed lines, a file of answers.

private let pack = Result {
  CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:shipped"))
}

private let patients: [(name: String, patient: Patient)] = [
  ("plain", .plain),
  (
    "medicines, an allergy and a plan",
    Patient.plain.but(
      [
        "medicines-any": .yes,
        "medicines": .entries([
          SaidEntry(
            name: "warfarin",
            fields: [
              "use": .line(1), "prescribed": .line(1), "reason": .text("heart rhythm"),
              "started": .unsure, "last-taken": .date("19/11/2026", iso: "2026-11-19"),
            ]),
          SaidEntry(
            name: "grandmothers drops", isFreeText: true,
            fields: ["use": .line(2), "prescribed": .unsure]),
        ]),
        "inr-value": .text("2.5"), "inr-date": .date("18 nov 2026", iso: "2026-11-18"),
        "antithrombotic-reason": .lines([9]), "prescriber-contacted": .line(2),
        "blood-thinner-use": .yes, "anaphylaxis-history": .yes,
        "allergies-any": .yes,
        "allergies": .entries([
          SaidEntry(
            name: "Local anaesthetic, amide (lidocaine, prilocaine, bupivacaine, articaine)",
            fields: ["reaction": .line(1)])
        ]),
        "planned-ingredients": .entries([
          SaidEntry(name: "Hyaluronic acid", fields: ["lot": .text("A1")]),
          SaidEntry(name: "Lidocaine"),
        ]),
      ], deciding: ["1", "made up for a test"], byKeys: "1made up for a test<enter>",
      note: "no numbing but what the product holds")
  ),
  (
    "answers that are not known, a date in the table and a deferral",
    Patient.plain.but(
      [
        "patient-contact": .declined, "medicines-any": .unsure, "pregnancy-status": .unsure,
        "filler-date": .date("1/11/2026", iso: "2026-11-01"), "medical-conditions": .unsure,
        "planned-depth-mm": .unsure, "eaten-today": .declined, "stent-kind": .line(5),
      ], deciding: ["2", "5 dec 2026", "y", "made up for a test"],
      byKeys: "2<ctrl-u>5 dec 2026<enter>made up for a test<enter>")
  ),
  (
    "answers that contradict each other, and a note that says why both stand",
    Patient.plain.but(
      ["planned-session-number": .text("4")], deciding: ["1", "made up for a test"],
      byKeys: "1made up for a test<enter>", note: "the course began elsewhere")
  ),
  (
    "dates that nobody knows",
    Patient.plain.but(
      [
        "planned-treatment-date": .unsure, "filler-date": .unsure, "laser-date": .declined,
        "last-strong-sun-date": .unsure, "antibiotic-last-dose-date": .unsure,
        "previous-mesotherapy": .line(2), "last-session-date": .unsure,
        "information-given-date": .unsure, "pregnancy-ended-date": .declined,
        "event-date": .unsure,
      ], deciding: ["1", "made up for a test"], byKeys: "1made up for a test<enter>")
  ),
  (
    "a consultation that is opened again half way",
    Patient.plain.but(
      ["filler-date": .date("1/11/2026", iso: "2026-11-01"), "sex-registered-at-birth": .declined],
      deciding: ["1", "made up for a test"], byKeys: "1made up for a test<enter>",
      restartsAfter: 30)
  ),
  (
    "a red flag",
    Patient.plain.but(
      ["red-flags-now": .lines([1, 8])], deciding: ["1", "made up for a test"],
      byKeys: "1made up for a test<enter>")
  ),
]

@Test(arguments: patients.indices)
func `the screen, typed lines and a file of answers give one record and one report`(
  index: Int
) throws {
  let pack = try pack.get()
  let patient = patients[index].patient
  let screenHand = try ScreenHand(patient, pack)
  let lineHand = try LineHand(patient, pack)
  #expect(screenHand.wasHeld == !patient.note.isEmpty)
  #expect(lineHand.wasHeld == !patient.note.isEmpty)
  let first = screenHand.bench.entries.map(\.event)
  let second = lineHand.lines.bench.entries.map(\.event)
  #expect(first.count > 60, "\(patients[index].name)")
  for (number, pair) in zip(first, second).enumerated() where pair.0 != pair.1 {
    // The first difference explains the rest.
    var words = ""
    dump(pair.0, to: &words)
    dump(pair.1, to: &words)
    Issue.record("entry \(number), by keys and by lines: \(words)")
    break
  }
  #expect(first.count == second.count)
  guard let onScreen = screenHand.bench.wizard.openConsultation,
    let byLines = lineHand.lines.wizard.openConsultation
  else {
    Issue.record("nothing is open")
    return
  }
  #expect(onScreen.isSigned)
  #expect(byLines.isSigned, "\(lineHand.lines.transcript.suffix(400).joined(separator: "\n"))")
  for question in pack.questions {
    #expect(onScreen.answers[question.id] == byLines.answers[question.id], "\(question.id)")
  }
  let isSame = onScreen.report == byLines.report
  #expect(isSame)

  let questions = pack.questions.filter { onScreen.answers[$0.id] != .unknown(.notAsked) }
  let file = try readAnswers(
    Array(patient.file(questions).utf8), named: "answers", for: pack.pack, today: .bench)
  for question in questions {
    #expect(onScreen.answers[question.id] == file.answers[question.id], "\(question.id)")
  }
  let isSameByFile = screen(file.answers, with: pack, on: .bench) == onScreen.report
  #expect(isSameByFile)
}

@Test(arguments: patients.indices)
func `no spoken line is wider than 78 columns, drawn, or led by a mark`(index: Int) throws {
  let lineHand = try LineHand(patients[index].patient, try pack.get())
  let marks = ["XXX", "///", "!!!", "???", "( )", "[x]", "[ ]", "###"]
  #expect(lineHand.lines.spoken.count > 500)
  for line in lineHand.lines.spoken {
    #expect(TextWidth.columns(of: line) <= 78, "\(line)")
    #expect(!line.contains("\u{1B}"))
    #expect(!line.contains("  "), "\(line)")
    for mark in marks { #expect(!line.contains(mark), "\(line)") }
    for scalar in line.unicodeScalars where !scalar.isASCII {
      #expect(scalar.properties.isAlphabetic || "²³°µ".unicodeScalars.contains(scalar), "\(line)")
    }
  }
}
