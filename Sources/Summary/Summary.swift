// One consultation as one document, in whatever form a reader needs:
//
//   Consultation + ProtocolPack + Report ──▶ SummaryDocument ──▶ text, PDF, ...
//
//   SummaryDocument
//     banner       who the patient is; on every page
//     standing     unsigned, signed or withdrawn; on every page
//     record       clinic, pack, head hash, times; on every page and at the end
//     blocks       the content, in the order it must be read
//
// A renderer decides how a block looks, never what it says, so that the text
// and the PDF of a consultation cannot disagree.

public import ClinicalModel
public import Consultation
public import Screening

/// One consultation's summary, ready to be rendered in any format.
///
/// It holds finished words only: a renderer needs no pack and no clock.
public struct SummaryDocument: Redacted, Hashable, Sendable {
  /// The document's title; it never holds patient data.
  public static let title = "Mesotherapy consultation summary"

  /// Who reads it.
  public let audience: SummaryAudience
  /// Who the patient is.
  public let banner: PatientBanner
  /// Whether it is signed.
  public let standing: SummaryStanding
  /// Which record it was made from, and when.
  public let record: RecordMark
  /// The content, in reading order.
  public let blocks: [SummaryBlock]

  /// A document from finished parts.
  public init(
    audience: SummaryAudience, banner: PatientBanner, standing: SummaryStanding,
    record: RecordMark, blocks: [SummaryBlock]
  ) {
    self.audience = audience
    self.banner = banner
    self.standing = standing
    self.record = record
    self.blocks = blocks
  }

  /// The summary of a consultation as it stands.
  ///
  /// - Parameters:
  ///   - consultation: The consultation, replayed from its entries.
  ///   - pack: The pack it was opened with.
  ///   - report: What screening says about its answers.
  ///   - headHash: The hash of the last entry, which ties the paper to the record.
  ///   - printedAt: When the summary is made.
  ///   - localTime: The clinic's wall clock, in which all times are printed.
  ///   - clinic: The clinic's name and contact, in one line; when empty, the
  ///     pack's.
  ///   - audience: Who reads it.
  ///   - today: The clinic's day.
  public init(
    consultation: Consultation, pack: CompiledPack, report: Report, headHash: String,
    printedAt: Instant, localTime: LocalTime, clinic: String,
    audience: SummaryAudience = .clinicRecord, today: SummaryDay = .ofPrinting
  ) {
    let material = SummaryMaterial(
      consultation: consultation, pack: pack, report: report, localTime: localTime,
      today: today.date(printedAt: printedAt, localTime))
    self.audience = audience
    banner = PatientBanner(material)
    standing = SummaryStanding(material)
    record = RecordMark(material, headHash: headHash, printedAt: printedAt, clinic: clinic)
    let record = record
    blocks = audience.parts.flatMap { $0.blocks(material, record) }
  }
}

/// The clinic's day: what is not signed is judged on it, and readings of skin
/// tests are due from it.
public enum SummaryDay: Hashable, Sendable {
  /// The clinic's day at the time of printing.
  case ofPrinting
  /// This day.
  case day(CalendarDate)

  /// The day, when the summary is made at an instant.
  public func date(printedAt: Instant, _ localTime: LocalTime) -> CalendarDate {
    switch self {
    case .ofPrinting: localTime.date(of: printedAt)
    case .day(let day): day
    }
  }
}
