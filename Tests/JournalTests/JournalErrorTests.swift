import Consultation
import Journal
import Testing

@Suite struct `Words for trouble with the records` {
  static let all: [JournalError] =
    [
      .folderMissing, .notPermitted, .notAFile, .sharedFolder, .symbolicLink, .notADatabase,
      .foreignDatabase, .newerSchema(found: 9, known: 1), .fileMoved, .cannotOpen, .notDurable,
      .full, .readOnly, .busy,
      .diskFault, .databaseDamaged, .unwritable(code: 21), .notFound, .alreadyExists,
      .unsuitableName, .changedElsewhere, .nothingToSave, .refused(.alreadySigned),
      .refused(.opensTwice), .signsAnotherState, .cannotBeStored, .tooLarge, .packMissing,
      .packDamaged,
    ] + Damage.allCases.map { .damaged($0, sequence: 4) }

  @Test(arguments: all)
  func `say what happened, what is safe and what to do, on one line`(error: JournalError) {
    let words = error.description
    #expect(words.split(separator: ". ").count == 3, "\(words)")
    #expect(words.hasSuffix("."))
    #expect(!words.contains("\n"))
    #expect(!words.lowercased().contains("sql"))
  }

  @Test func `are different for different trouble`() {
    #expect(Set(Self.all.map(\.description)).count == Self.all.count)
  }

  @Test func `count entries from 1 as the header does`() {
    #expect(
      JournalError.damaged(.altered, sequence: 4).description
        == "Entry 5 of this consultation is damaged (altered). "
        + "Other consultations are not affected. Restore a backup.")
  }

  @Test func `tell the numbers of both versions`() {
    #expect(
      JournalError.newerSchema(found: 9, known: 1).description
        == "The records have form 9, this program knows form 1. Nothing was changed. "
        + "Use the newer program.")
  }
}
