import ClinicalModel
import Consultation
import ProtocolLibrary
import Summary
import Testing

@testable import IntakeWizard

/// Hands that fill the reference form, every key counted by its step.
private struct ReferenceHand {
  var bench: Bench
  private(set) var steps: [(name: String, keys: Int)] = []

  /// The clinician JK has unlocked the screen, and no key is counted for it.
  init() throws {
    bench = Bench(pack: try .referenceForm(), staff: .two)
    bench.press("11234<enter>")
  }

  mutating func press(_ script: String, _ step: String) {
    let count = Bench.keys(script).count
    if steps.last?.name == step {
      steps[steps.count - 1].keys += count
    } else {
      steps.append((step, count))
    }
    bench.press(script)
  }

  var total: Int { steps.map(\.keys).reduce(0, +) }
  var table: String { steps.map { "\($0.name) \($0.keys)" }.joined(separator: "\n") }

  /// Answers every plain question that is on screen with one key each, no
  /// where nothing else is named, until something else comes.
  mutating func answer(_ others: [Question.ID: String] = [:]) {
    while let page = bench.wizard.page as? QuestionScreen, page.question.isYesNo {
      press(others[page.question.id] ?? "n", "Plain questions")
    }
  }

  mutating func finish() {
    press("<end>r", "Review")
    press("4s<enter>", "Decide and sign")
    press("<enter>", "Print")
  }
}

private func newPatient() throws -> ReferenceHand {
  var hand = try ReferenceHand()
  hand.press("n", "Start")
  hand.press("EXAMPLE, Maria<enter>3/3/1985<enter>", "Patient")
  hand.press("1111n", "Treatment")
  hand.answer()
  hand.press("0<enter>", "Allergies, none")
  hand.answer()
  hand.finish()
  return hand
}

@Test func `on the reference form a new patient with nothing to find takes at most 80 keys`() throws
{
  let hand = try newPatient()
  #expect(
    hand.table == """
      Start 1
      Patient 24
      Treatment 5
      Plain questions 2
      Allergies, none 2
      Plain questions 24
      Review 2
      Decide and sign 3
      Print 1
      """)
  #expect(hand.total <= 80)
  #expect(hand.bench.effects.last == .export(.patientPDF, "c1", folder: "exports"))
}

@Test func `on the reference form a returning patient with nothing to find takes at most 60 keys`()
  throws
{
  let earlier = try newPatient().bench.consultation?.answers ?? Answers()
  var hand = try ReferenceHand()
  hand.bench.earlier = [
    EarlierVisit(id: "c0", patient: "EXAMPLE, Maria  b. 3 Mar 1985", day: .bench, answers: earlier)
  ]
  hand.press("rexa<enter>", "Start and patient")
  hand.press("y", "Patient")
  hand.press("y5w<enter>", "Treatment")
  hand.answer()
  hand.press("0<enter>", "Allergies, none")
  hand.answer()
  hand.finish()
  #expect(
    hand.table == """
      Start and patient 5
      Patient 1
      Treatment 4
      Plain questions 2
      Allergies, none 2
      Plain questions 24
      Review 2
      Decide and sign 3
      Print 1
      """)
  #expect(hand.total <= 60)
  #expect(hand.bench.effects.last == .export(.patientPDF, "c1", folder: "exports"))
}

@Test func `on the reference form a complex patient takes at most 180 keys`() throws {
  var hand = try ReferenceHand()
  hand.press("n", "Start")
  hand.press("EXAMPLE, Maria<enter>3/3/1985<enter>", "Patient")
  hand.press("1113", "Treatment")
  for name in ["hyal", "lido", "zinc"] {
    hand.press("\(name)<down><enter><tab>", "Mixture of three")
  }
  hand.press("<tab>n", "Mixture of three")
  hand.answer()
  hand.press("1<enter>lidocaine<enter>12019<enter>", "Allergy with details")
  let positive: [Question.ID: String] = [
    "autoimmune": "y", "autoimmune-active": "y", "medicines-any": "y", "keloid": "u",
    "sun-recent": "y",
  ]
  hand.answer(positive)
  for name in ["aspi", "levo", "ibup"] {
    hand.press("\(name)<down><enter>11", "Three medicines")
    hand.press("<tab>", "Three medicines")
  }
  hand.press("<tab>", "Three medicines")
  hand.answer(positive)
  hand.press("2d<enter>", "Date of the sun")
  hand.answer(positive)
  hand.press("g<down><down><down><esc>", "Four findings read")
  hand.press("<ctrl-x>ha<esc>", "Plan of the skin tests")
  hand.press("<end>r", "Review")
  hand.press("4bruises seen, dose agreed<enter>OVERRIDE<enter><enter>", "Override")
  hand.press("s<enter>", "Sign")
  hand.press("<enter>", "Print")
  #expect(
    hand.table == """
      Start 1
      Patient 24
      Treatment 4
      Mixture of three 23
      Plain questions 2
      Allergy with details 18
      Plain questions 12
      Three medicines 28
      Plain questions 11
      Date of the sun 3
      Plain questions 2
      Four findings read 5
      Plan of the skin tests 4
      Review 2
      Override 37
      Sign 2
      Print 1
      """)
  #expect(hand.total <= 180)
}

@Test func `every plain question takes exactly one key`() throws {
  let hand = try newPatient()
  #expect(hand.steps.filter { $0.name == "Plain questions" }.map(\.keys).reduce(0, +) == 26)
}
