import ClinicalModel
import Consultation
import IntakeWizard
import Journal
import Screening
import Summary

extension EffectPerformer {
  /// The worklist: tests of open and signed consultations that were placed and
  /// wait for a reading, the earliest first.
  func readings() -> Action {
    guard let listings = try? journal.listing() else { return .readingsListed([]) }
    // Tests that a later consultation took over are read there.
    var latest: [String: ReadingRow] = [:]
    let rows = listings.flatMap { listing -> [ReadingRow] in
      guard case .readable(let consultation, _) = listing,
        case .open = consultation.standing
      else { return [] }
      return readingRows(consultation)
    }
    for row in rows { latest["\(row.patient) \(row.what) \(row.date)"] = row }
    return .readingsListed(
      latest.values.sorted { ($0.date, $0.patient, $0.what) < ($1.date, $1.patient, $1.what) })
  }

  /// One row for each kind and day, however many products it tests.
  private func readingRows(_ consultation: Consultation) -> [ReadingRow] {
    let answers = consultation.answersWithLatestTests
    guard case .known(.entries(let tests)) = answers[ListSubject.skinTests.question],
      tests.contains(where: { $0[.testState] == .known(.choice("placed")) }),
      case .success(let pack) = pack(of: consultation)
    else { return [] }
    let today = today()
    let plan = skinTestPlan(
      answers, with: pack, on: max(consultation.day(today: today), today), today: today)
    var counts: [Reading: Int] = [:]
    for item in plan.items {
      guard let reading = Reading(item) else { continue }
      counts[reading, default: 0] += 1
    }
    return counts.map { reading, count in
      let products = count == 1 ? "" : " (\(count))"
      return ReadingRow(
        id: consultation.id, patient: Self.patient(answers),
        what: "\(reading.kind.words) day \(reading.day)\(products)", date: reading.date,
        overdue: reading.overdue)
    }
  }

  /// What is to be read next of a test.
  private struct Reading: Hashable {
    let kind: SkinTestKind
    let day: Int
    let date: CalendarDate
    let overdue: Int

    /// Nothing for a test that waits for no reading.
    init?(_ item: SkinTestItem) {
      kind = item.kind
      switch item.state {
      case .readingDue(let day, let date, let overdue):
        (self.day, self.date, self.overdue) = (day, date, overdue)
      case .placed:
        guard let next = item.schedule?.readings.first(where: { $0.standing == .ahead }) else {
          return nil
        }
        (day, date, overdue) = (next.day, next.date, 0)
      case .notPlanned, .planned, .planMissed, .read, .refused: return nil
      }
    }
  }
}
