import ClinicalModel
import Consultation
import ProtocolLibrary
import Screening
import Summary
import SummaryPDF
import Testing

// The patient's sheet of the pack carried inside.

private struct Shipped {
  let pack: CompiledPack

  init() throws {
    let digest = "sha256:" + String(repeating: "5a", count: 32)
    pack = CompiledPack(try readCases(.builtIn, for: try readPack(.builtIn, digest: digest)))
  }

  func sheet(
    _ answers: [(Question.ID, Answer)], on day: CalendarDate, decision: Decision? = nil
  ) throws -> SummaryDocument {
    var events: [Event] = [
      .opened(
        Opening(
          pack: pack.id, packVersion: pack.version, packDigest: pack.digest, interviewDate: day))
    ]
    events += answers.map { .answerRecorded($0, $1, wording: pack.question($0)?.ask ?? "") }
    if let decision { events.append(.decided(decision)) }
    let consultation = try Consultation(
      id: "7f3a91c2-55d0-4c1e-9b1a-2f60aa01c9de",
      entries: events.enumerated().map {
        Entry(sequence: $0, recordedAt: SampleConsultation.start, event: $1)
      })
    return SummaryDocument(
      consultation: consultation, pack: pack,
      report: screen(consultation.answers, with: pack, on: day),
      headHash: SampleConsultation.headHash, printedAt: SampleConsultation.start,
      localTime: SampleConsultation.clock, clinic: "", audience: .patientSheet)
  }

  /// A plan and an answer to every question: no, none or never wherever the
  /// question takes it.
  func ordinaryAnswers() throws -> [(Question.ID, Answer)] {
    let born = try #require(PartialDate(iso: "1985-03-03"))
    let planned = try #require(PartialDate(iso: "2026-12-01"))
    let chosen: [Question.ID: AnswerValue] = [
      "patient-full-name": .text("TESTPATIENT, Maria"), "patient-date-of-birth": .date(born),
      "planned-treatment-date": .date(planned), "area": .choices(["face", "neck"]),
      "modality": .choice("syringe-needle"), "indication": .choices(["hydration", "wrinkles"]),
      "product-class": .choices(["hyaluronic-acid"]), "performed-by": .choice("doctor"),
    ]
    return pack.questions.map { question in
      (question.id, .known(chosen[question.id] ?? ordinary(question)))
    }
  }

  private func ordinary(_ question: Question) -> AnswerValue {
    let mild = question.option("no") ?? question.option(Option.none) ?? question.options.first
    switch question.kind {
    case .single: return .choice(mild?.id ?? Option.none)
    case .multiple: return .choices([mild?.id ?? Option.none])
    case .text, .name: return .text("TEST")
    case .names: return .choices([Option.none])
    case .list: return .entries([])
    case .number(_, let range): return .number(range.lowerBound)
    case .date: return .never
    }
  }
}

private func words(_ document: SummaryDocument) -> String {
  SummaryText.render(document).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// What must not lie open on a kitchen table.
private let secrets = [
  "pregnan", "breastfe", "your period", "negative test", "fertility", "conceive", "hiv or",
  "hepatitis", "infection clinic", "mental", "steadier", "self-harm", "harming", "your looks",
  "how you feel", "eating disorder", "your own decision", "sober", "dysmorphi", "voluntary",
]

@Test func `no sheet of any rule of the pack tells something private`() throws {
  let shipped = try Shipped()
  let restricted = Set(shipped.pack.questions.filter { $0.privacy == .restricted }.map(\.id))
  var count = 0
  for rule in shipped.pack.rules where !restricted.isDisjoint(with: rule.when.questions) {
    let established = rule.cases.filter {
      if case .established = $0.expectation { true } else { false }
    }
    for example in established.prefix(2) {
      let answers = shipped.pack.questions.map { ($0.id, example.given[$0.id]) }
        .filter { $0.1 != .unknown(.notAsked) }
      let text = words(try shipped.sheet(answers, on: example.interviewDate)).lowercased()
      for secret in secrets {
        #expect(!text.contains(secret), "\(rule.id), \(example.name): \(secret)")
      }
      count += 1
    }
  }
  #expect(count > 40)
}

@Test func `illnesses that are not private are told, so that the right letter is brought`() throws {
  let shipped = try Shipped()
  let day = try #require(CalendarDate(iso: "2026-11-21"))
  let text = words(
    try shipped.sheet(
      [
        ("medical-conditions", .known(.choices(["diabetes", "bloodborne"]))),
        ("diabetes-control", .known(.choice("high"))),
        ("doctor-letters", .known(.choices([Option.none]))),
      ], on: day))
  #expect(text.contains("Your sugar should be under control first, so the skin can heal."))
  #expect(text.contains("HbA1c in range within 3 months"))
  #expect(text.contains("Some private answers are part of this."))
}

@Suite(.enabled(if: canRenderPDF() && PopplerTool.areInstalled))
struct `The sheet of the pack carried inside, as a PDF` {
  @Test func `a patient takes at most four pages home, the warning signs on one by themselves`()
    throws
  {
    let shipped = try Shipped()
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    for decision in [Decision.treat, .doNotTreat(reason: "TEST")] {
      let document = try shipped.sheet(
        try shipped.ordinaryAnswers(), on: day, decision: decision)
      for paper in PaperSize.allCases {
        let pages = try PopplerTool.pages(try renderPDF(document, paper: paper).bytes)
        #expect(pages.count <= 4)
        let signs = pages.filter { page in
          page.contains("Warning signs after a treatment")
            && page.contains("Face droop, arm weakness or trouble speaking")
            && page.contains("Rash or hives beyond the treated area")
            && page.contains("A cold sore") && page.contains("Tenderness")
        }
        #expect(signs.count == 1, "\(paper)")
        #expect(signs == pages.suffix(1))
      }
    }
  }
}
