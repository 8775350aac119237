public import ClinicalModel
public import Consultation
import Screening
import TextLayout

/// Which record a summary was made from, and when.
public struct RecordMark: Hashable, Sendable {
  /// The clinic's name and contact in one line, as given or else as the pack
  /// has them; may be empty.
  public let clinic: String
  /// The consultation's whole name.
  public let consultation: Consultation.ID
  /// How many entries the record had.
  public let entryCount: Int
  /// The hash of the last entry.
  public let headHash: String
  /// The pack's name and version.
  public let pack: String
  /// The pack's digest.
  public let packDigest: String
  /// When it was made, in words.
  public let printed: String
  /// When it was made, as `2026-11-21T14:31:07+05:30`.
  public let printedISO: String

  init(_ material: SummaryMaterial, headHash: String, printedAt: Instant, clinic: String) {
    let clock = material.localTime
    self.clinic = clinic.isEmpty ? material.clinicLine : Printable.line(clinic)
    consultation = material.consultation.id
    entryCount = material.consultation.entryCount
    self.headHash = Printable.line(headHash)
    pack = Printable.line("\(material.pack.id) \(material.pack.version)")
    packDigest = Printable.line(material.pack.digest)
    printed = material.moment(printedAt)
    printedISO =
      "\(clock.date(of: printedAt))T\(clock.time(of: printedAt))\(clock.offset(at: printedAt))"
  }
}

extension LocalTime {
  /// How far the clock is from UTC, as `+05:30`.
  func offset(at instant: Instant) -> String {
    let seconds = secondsFromUTC(at: instant)
    let minutes = abs(seconds) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return (seconds < 0 ? "-" : "+") + "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
