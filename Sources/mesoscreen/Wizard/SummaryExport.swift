import ClinicalModel
import Consultation
import Journal
import Screening
import Summary
import SummaryPDF

/// Makes a summary and writes it to a file.
struct SummaryExport {
  let pack: CompiledPack
  let localTime: LocalTime
  let clinic: String
  let printedAt: Instant
  var audience = SummaryAudience.clinicRecord
  /// The day from which readings of skin tests are due.
  var today = SummaryDay.ofPrinting

  /// A summary that was written.
  struct Written: Hashable {
    let path: String
    /// What the person should know about it; empty when there is nothing.
    let note: String
  }

  /// Why a summary was not written.
  struct Failure: Error, Hashable {
    let words: String
    let isOurDefect: Bool
  }

  /// Writes into a folder under the summary's own name.
  func write(
    _ consultation: Consultation, head: Head, format: SummaryFormat, folder: String
  ) -> Result<Written, Failure> {
    let name = SummaryFileName(
      consultation: consultation.id, interviewDate: consultation.opened.interviewDate,
      format: format, audience: audience)
    return PrivateFile.makeFolder(folder).flatMap {
      write(consultation, head: head, format: format, path: "\(folder)/\(name)")
    }
  }

  /// Writes to a path.
  func write(
    _ consultation: Consultation, head: Head, format: SummaryFormat, path: String
  ) -> Result<Written, Failure> {
    bytes(consultation, head: head, format: format).flatMap { bytes, note in
      PrivateFile.write(bytes, to: path).map { Written(path: path, note: note) }
    }
  }

  /// The summary's bytes and what should be known about them.
  func bytes(
    _ consultation: Consultation, head: Head, format: SummaryFormat
  ) -> Result<([UInt8], String), Failure> {
    let report = screen(
      consultation.datedAnswers(by: localTime), with: pack,
      on: consultation.day(today: today.date(printedAt: printedAt, localTime)))
    let document = SummaryDocument(
      consultation: consultation, pack: pack, report: report, headHash: head.hash.description,
      printedAt: printedAt, localTime: localTime, clinic: clinic,
      audience: audience, today: today)
    switch format {
    case .text: return .success((Array(SummaryText.render(document).utf8), ""))
    case .pdf:
      do {
        let result = try renderPDF(document)
        let note =
          result.missingGlyphs == 0
          ? ""
          : "\(result.missingGlyphs) characters have no font here and show as boxes. "
            + "Print the text summary with it."
        return .success((result.bytes, note))
      } catch {
        return .failure(Self.failure(error))
      }
    }
  }

  private static func failure(_ failure: PDFFailure) -> Failure {
    switch failure {
    case .libraryMissing:
      Failure(
        words: "No PDF was made: Pango or Cairo is not installed. The record is safe. "
          + "Write the text summary, or install libpangocairo-1.0-0.",
        isOurDefect: false)
    case .outOfMemory:
      Failure(
        words: "No PDF was made: not enough memory. The record is safe. Write the text summary.",
        isOurDefect: false)
    case .drawingFailed:
      Failure(
        words: "No PDF was made: drawing failed. The record is safe. Write the text summary.",
        isOurDefect: true)
    }
  }
}
