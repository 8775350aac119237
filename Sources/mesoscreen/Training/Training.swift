import ClinicalModel
import Consultation
import Foundation
import IntakeWizard
import Journal
import JournalSQLite
import ProtocolLibrary
import Screening

/// Training with patients who do not exist, in a folder of its own beside the
/// records.
///
/// The folder carries a mark, so that it can never be taken for records, nor
/// records for training.
struct Training {
  /// What the training folder is called after the records' own name.
  static let folderSuffix = "-training"
  /// What screens and prints say instead of the clinic.
  static let clinic = "Training, made-up patients only"

  private static let markName = "TRAINING"
  private let folder: String
  private let options: CommonOptions

  init(_ options: CommonOptions) {
    self.options = options
    folder = options.data
  }

  /// Whether a folder is one of training.
  static func isMarked(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(markName)")
  }

  /// The records of training, opened, with the made-up patients in them.
  func journal(
    _ pack: CompiledPack, _ archive: [UInt8], _ today: CalendarDate
  ) throws(Failure) -> Journal {
    try mark()
    let journal = try options.journal()
    try MadeUpRecords(journal: journal, pack: pack, archive: archive, today: today).write()
    return journal
  }

  /// Marks the folder before anything is in it: were the program killed in
  /// between, made-up patients would pass for records.
  private func mark() throws(Failure) {
    guard !Self.isMarked(folder) else { return }
    let records = "\(folder)/\(SQLiteJournalStore.fileName)"
    guard !FileManager.default.fileExists(atPath: records) else {
      throw Failure(
        .badInput, "the folder for training holds records that are not of training",
        safe: "they are as they were", next: "name another folder with --data")
    }
    let marked = PrivateFile.makeFolder(folder).flatMap {
      PrivateFile.write([], to: "\(folder)/\(Self.markName)")
    }
    if case .failure(let failure) = marked {
      throw Failure(.storage, [Message(words: failure.words)])
    }
  }
}

extension CommonOptions {
  /// What prints say instead of the pack's clinic; empty for records.
  var printedClinic: String { use == .training ? Training.clinic : "" }
}
