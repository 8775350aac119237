import ClinicalModel
import Consultation
import Journal
import ProtocolLibrary
import Screening

/// Writes the made-up patients into a journal, as if they had been here.
struct MadeUpRecords {
  let journal: Journal
  let pack: CompiledPack
  let archive: [UInt8]
  /// The day of training.
  let today: CalendarDate

  /// How far a made-up patient got, and how many days ago.
  private struct Visit {
    let daysAgo: Int
    let decision: Decision?
  }

  private static let visits: [String: Visit] = [
    "maria.yaml": Visit(daysAgo: 35, decision: .treat),
    "li.yaml": Visit(daysAgo: 2, decision: .patchTestFirst),
  ]

  /// Writes those who are not there yet.
  func write() throws(Failure) {
    let present: Set<Consultation.ID>
    do { present = Set(try journal.store.consultationIDs()) } catch { throw Failure(error) }
    for patient in MadeUpPatient.all where !present.contains(Self.id(of: patient)) {
      do { try write(patient) } catch let error as JournalError { throw Failure(error) } catch {
        // An own pack may ask for other things than the one inside; who cannot
        // be written for it is left out.
        continue
      }
    }
  }

  private func write(_ patient: MadeUpPatient) throws {
    let visit = Self.visits[patient.fileName] ?? Visit(daysAgo: 0, decision: nil)
    let day = today.adding(days: -visit.daysAgo)
    let file = try readAnswers(
      patient.bytes, named: patient.fileName, for: pack.pack, today: today)
    guard case .given(let written) = file.interviewDate else { return }
    let answers = file.answers.moved(byDays: day.dayNumber - written.dayNumber)
    let id = Self.id(of: patient)
    let digest = try journal.keepPack(archive)
    var time = Self.morning(of: day)
    var saved = try journal.open(
      id,
      Opening(
        pack: pack.id, packVersion: pack.version, packDigest: digest, interviewDate: day),
      at: time)
    for section in pack.sections {
      let events = section.questions.filter { answers[$0.id] != .unknown(.notAsked) }.map {
        Event.answerRecorded($0.id, answers[$0.id], wording: $0.ask)
      }
      guard !events.isEmpty else { continue }
      time = Instant(milliseconds: time.milliseconds + 40_000)
      saved = try journal.append(events, to: id, after: saved.head, at: time)
    }
    guard let decision = visit.decision else { return }
    let report = screen(answers, with: pack, on: day)
    saved = try journal.append([.decided(decision)], to: id, after: saved.head, at: time)
    let signature = Signature(
      clinician: "Dr Made-up", headHash: saved.head.hash.description, outcome: report.outcome,
      couldBecome: report.couldBecome)
    _ = try journal.append([.signedOff(signature)], to: id, after: saved.head, at: time)
  }

  private static func id(of patient: MadeUpPatient) -> Consultation.ID {
    Consultation.ID(rawValue: "training-" + patient.fileName.prefix { $0 != "." })
  }

  /// Nine o'clock, UTC.
  private static func morning(of day: CalendarDate) -> Instant {
    let epoch = CalendarDate(iso: "1970-01-01")?.dayNumber ?? 0
    return Instant(milliseconds: (Int64(day.dayNumber - epoch) * 86_400 + 32_400) * 1_000)
  }
}
