import ArgumentParser
import ClinicalModel
import Consultation
import Foundation
import Journal
import JournalSQLite

/// `mesoscreen records`: looks at the records and changes nothing.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "List, show or verify the consultations on record.",
    subcommands: [RecordsList.self, RecordsShow.self, RecordsVerify.self])
}

/// How a command writes what it found.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension CommonOptions {
  /// The journal, for looking only: a folder without records is not given any.
  func existingJournal() throws(Failure) -> Journal {
    guard FileManager.default.fileExists(atPath: data + "/" + SQLiteJournalStore.fileName) else {
      throw Failure(
        .badInput, "there are no records in this folder", safe: "nothing was changed",
        next: "name the folder of the records with --data")
    }
    return try journal()
  }

  /// The wall clock of this machine.
  var localTime: LocalTime { .here }
}

extension Failure {
  /// What the journal says about one consultation that was asked for by name.
  init(asking error: JournalError) {
    switch error {
    case .notFound:
      self.init(
        .badInput, "there is no such consultation", safe: "nothing was changed",
        next: "see mesoscreen records list")
    case .damaged(let damage, let sequence):
      self.init(
        .foundFault, "entry \(sequence + 1) of this consultation is damaged (\(damage.rawValue))",
        safe: "other consultations are not affected",
        next: "run mesoscreen records verify and restore a backup")
    default: self.init(error)
    }
  }
}

extension Consultation {
  /// Where the consultation stands, as one word.
  var stage: String {
    switch (standing, signature, decision) {
    case (.voided, _, _): "withdrawn"
    case (.open, .signed, _): "signed"
    case (.open, .unsigned, .decided): "decided"
    case (.open, .unsigned, .undecided): "open"
    }
  }
}
