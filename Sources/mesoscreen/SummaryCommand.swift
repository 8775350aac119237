import ArgumentParser
import ClinicalModel
import Consultation
import Foundation
import Journal
import Summary

/// `mesoscreen summary ID`: one consultation as a document.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Print the summary of one consultation.",
    discussion: "The record itself is not changed, not even to note that it was printed.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case pdf

    var summaryFormat: SummaryFormat {
      switch self {
      case .text: .text
      case .pdf: .pdf
      }
    }
  }

  enum Audience: String, ExpressibleByArgument, CaseIterable {
    case clinic
    case patient
    case skinTest = "skin-test"

    var summaryAudience: SummaryAudience {
      switch self {
      case .clinic: .clinicRecord
      case .patient: .patientSheet
      case .skinTest: .skinTests
      }
    }
  }

  @Argument(help: ArgumentHelp("The consultation's name from records list.", valueName: "ID"))
  var id: String

  @ArgumentParser.Option(help: "How the summary is written: text or pdf.")
  var format = Format.text

  @ArgumentParser.Option(
    help: """
      Who reads it: clinic for the whole record, patient for the sheet to take home, \
      skin-test for the plan of skin tests with its reading form.
      """)
  var audience = Audience.clinic

  @ArgumentParser.Option(
    help: ArgumentHelp("The file to write; text goes to standard output.", valueName: "PATH"))
  var output: String?

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let journal = try common.existingJournal()
    let consultation: Consultation
    let head: Head
    do {
      (consultation, head) = try journal.consultation(Consultation.ID(rawValue: id))
    } catch { throw Failure(asking: error) }
    guard let pack = try? storedPack(digest: consultation.opened.packDigest, in: journal).get()
    else {
      throw Failure(
        .storage, "the pack of this consultation cannot be read", safe: "the record is safe",
        next: "run mesoscreen records verify")
    }
    let export = SummaryExport(
      pack: pack, localTime: common.localTime,
      clinic: common.printedClinic, printedAt: .now(),
      audience: audience.summaryAudience, today: .day(try common.today()))
    if let output {
      try finish(
        export.write(
          consultation, head: head, format: format.summaryFormat, path: output
        ).map(\.note))
    } else if format == .text {
      let (bytes, _) = try unwrapped(
        export.bytes(consultation, head: head, format: .text))
      try Output.write(String(decoding: bytes, as: UTF8.self))
    } else {
      throw Failure(
        .badInput, "a PDF needs a file", safe: "the record is safe",
        next: "name it with --output PATH")
    }
  }

  private func finish(_ result: Result<String, SummaryExport.Failure>) throws(Failure) {
    let note = try unwrapped(result)
    if !note.isEmpty { Output.note(note) }
  }

  private func unwrapped<Value>(_ result: Result<Value, SummaryExport.Failure>) throws(Failure)
    -> Value
  {
    switch result {
    case .success(let value): return value
    case .failure(let failure):
      throw Failure(
        failure.isOurDefect ? .ourDefect : .storage, [Message(words: failure.words)])
    }
  }
}
