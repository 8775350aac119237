import ClinicalModel
import Consultation
import Screening
import Summary
import Testing

/// A made-up consultation, built event by event.
struct SampleConsultation {
  /// India's clock: half an hour off, so that a wrong time zone shows.
  static let clock = LocalTime(secondsFromUTC: 19_800)
  /// 21 Nov 2026, 14:30:00 on that clock.
  static let start = Instant(milliseconds: 1_795_251_600_000)
  static let headHash = String(repeating: "0f9c3e71", count: 8)

  private(set) var entries: [Entry] = []

  init(pack: CompiledPack = SamplePack.pack) throws {
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    record(
      .opened(
        Opening(
          pack: pack.id, packVersion: pack.version, packDigest: pack.digest, interviewDate: day)))
  }

  /// Everything happens 20 seconds after the thing before it.
  mutating func record(_ event: Event) {
    entries.append(
      Entry(
        sequence: entries.count,
        recordedAt: Instant(
          milliseconds: Self.start.milliseconds + Int64(entries.count) * 20_000),
        event: event))
  }

  mutating func answer(_ question: Question.ID, _ answer: Answer, wording: String? = nil) {
    let asked = SamplePack.pack.question(question)?.ask ?? ""
    record(.answerRecorded(question, answer, wording: wording ?? asked))
  }

  /// Answers that raise nothing.
  mutating func answerAllNo(name: String = "TESTPATIENT, Maria") throws {
    answer("red-flags-now", .known(.choices(["none"])))
    answer("patient-full-name", .known(.text(name)))
    answer("patient-date-of-birth", .known(.date(try date("1985-03-03"))))
    answer("sex-registered-at-birth", .known(.choice("female")))
    answer("planned-treatment-date", .known(.date(try date("2026-12-01"))))
    answer("modality", .known(.choice("syringe-needle")))
    answer("planned-depth-mm", .known(.number(Quantity(thousandths: 1500))))
    for question in [
      "pregnancy-status", "blood-thinner-use", "keloid-history", "skin-allergy",
    ] as [Question.ID] { answer(question, .known(.choice("no"))) }
    answer("last-strong-sun-date", .known(.never))
    answer("sunbed-use", .known(.choice("no")))
  }

  func date(_ iso: String) throws -> PartialDate { try #require(PartialDate(iso: iso)) }

  func consultation() throws -> Consultation {
    try Consultation(id: "7f3a91c2-55d0-4c1e-9b1a-2f60aa01c9de", entries: entries)
  }

  func report() throws -> Report {
    let consultation = try consultation()
    return screen(
      consultation.answers, with: SamplePack.pack, on: consultation.opened.interviewDate)
  }

  func document(
    pack: CompiledPack = SamplePack.pack, audience: SummaryAudience = .clinicRecord,
    clinic: String = "Sample Skin Clinic, +00 000 0000"
  ) throws -> SummaryDocument {
    SummaryDocument(
      consultation: try consultation(), pack: pack, report: try report(),
      headHash: Self.headHash,
      printedAt: Instant(milliseconds: Self.start.milliseconds + 1_800_000),
      localTime: Self.clock, clinic: clinic, audience: audience)
  }
}

extension SampleConsultation {
  static func allNo(name: String = "TESTPATIENT, Maria") throws -> SampleConsultation {
    var sample = try SampleConsultation()
    try sample.answerAllNo(name: name)
    return sample
  }

  /// Every weight of finding at once but the heaviest.
  static func withFindings() throws -> SampleConsultation {
    var sample = try allNo()
    sample.answer("blood-thinner-use", .known(.choice("yes")))
    sample.answer("skin-allergy", .known(.choice("yes")))
    sample.answer("last-strong-sun-date", .known(.date(try sample.date("2026-11-21"))))
    return sample
  }

  /// The same, noted on, overridden in part, decided, signed and added to.
  static func signed() throws -> SampleConsultation {
    var sample = try withFindings()
    sample.record(
      .noteAdded(
        Note(subject: .question("blood-thinner-use"), text: "Aspirin 75 mg, from the GP.")))
    sample.record(
      .noteAdded(Note(subject: .consultation, text: "Wishes to be phoned after 17:00.")))
    sample.record(.findingAcknowledged("blood-thinner-bruising"))
    sample.record(
      .overridden(
        Override(
          rule: "blood-thinner-bruising", reason: "Low dose; bruising explained",
          clinician: "Dr TEST")))
    let day = try #require(CalendarDate(iso: "2026-12-05"))
    sample.record(.decided(.deferred(until: .date(day), reason: "Sun on the day of the visit")))
    sample.record(
      .signedOff(
        Signature(
          clinician: "Dr TEST", headHash: headHash, outcome: .defer, couldBecome: .defer)))
    sample.record(
      .addendumAdded(Note(subject: .consultation, text: "Patient phoned: comes on 8 Dec 2026.")))
    return sample
  }

  /// A finding excludes, and the clinician treats all the same.
  static func againstAdvice() throws -> SampleConsultation {
    var sample = try allNo()
    sample.answer("pregnancy-status", .known(.choice("yes")))
    let against = try #require(
      AgainstAdvice(
        rules: ["pregnant"], because: .specialistAgreed, reason: "Letter of 12 Nov on file",
        clinician: "Dr TEST", second: "Nurse SAMPLE"))
    sample.record(.treatedAgainstAdvice(against))
    sample.record(.decided(.treat))
    sample.record(
      .signedOff(
        Signature(
          clinician: "Dr TEST", headHash: headHash, outcome: .doNotTreat, couldBecome: .doNotTreat,
          day: .on(try #require(CalendarDate(iso: "2026-11-21"))))))
    return sample
  }

  /// Many ways of not knowing, and a draft that is no answer yet.
  static func unknownHeavy() throws -> SampleConsultation {
    var sample = try allNo()
    sample.answer("sex-registered-at-birth", .unknown(.declined))
    sample.answer("pregnancy-status", .unknown(.notAsked))
    sample.answer("modality", .known(.choice("dermaroller")))
    sample.answer("keloid-history", .unknown(.unsure))
    sample.answer("blood-thinner-use", .unknown(.declined))
    sample.answer("sunbed-use", .unknown(.notAsked))
    sample.answer("patient-date-of-birth", .known(.date(try sample.date("1985"))))
    sample.record(.draftKept("planned-depth-mm", "abo"))
    return sample
  }
}
