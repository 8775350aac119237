import ArgumentParser
import ClinicalModel
import Consultation
import Journal

/// `mesoscreen records verify [ID]`: checks every entry and every pack.
struct RecordsVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that no entry was altered, moved or taken away.",
    discussion: """
      Entries cut off the end leave a chain that is whole in itself: give the \
      head hash of a printed summary with --printed to find them. Ends with 1 \
      when anything is wrong.
      """)

  @Argument(help: ArgumentHelp("One consultation; all when left out.", valueName: "ID"))
  var id: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The head hash on a printed summary, its first 12 digits or more.", valueName: "HASH"))
  var printed: String?

  @ArgumentParser.Option(help: "How the result is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let hash = try printedHash()
    let journal = try common.existingJournal()
    let results: [Verification]
    do throws(JournalError) {
      let names =
        if let id { [Consultation.ID(rawValue: id)] } else { try journal.store.consultationIDs() }
      results = try names.map { name throws(JournalError) in
        try journal.verify(name, printed: hash)
      }
    } catch { throw Failure(asking: error) }
    switch format {
    case .text: try Output.write(text(results))
    case .json: try Output.write(try Output.json(results.map(Document.init)))
    }
    let faulty = results.count { !$0.findings.isEmpty }
    guard faulty == 0 else {
      throw Failure(
        .foundFault, "\(faulty) of \(results.count) consultations fail the check",
        safe: "the others are whole and nothing was changed",
        next: "keep the data folder as it is and restore a backup")
    }
  }

  private func printedHash() throws(Failure) -> PrintedHash {
    guard let printed else { return .none }
    guard id != nil, let hash = PrintedHash(printed) else {
      throw Failure(
        .badInput, "--printed needs a consultation and 12 to 64 hexadecimal digits",
        safe: "nothing was checked or changed", next: "give both as they stand on the print")
    }
    return hash
  }

  private func text(_ results: [Verification]) -> String {
    if results.isEmpty { return "No consultations are on record.\n" }
    return results.map { result in
      let state = result.findings.isEmpty ? "whole" : "FAULTY"
      let lines = result.findings.map { "  \(Document.words($0))\n" }
      return "\(result.consultation)  \(state), \(result.entryCount) entries, "
        + "head \(result.head.hash)\n" + lines.joined()
    }.joined()
  }

  /// One consultation's result as JSON.
  private struct Document: Encodable {
    let id: String
    let whole: Bool
    let entries: Int
    let head: String
    let faults: [String]

    init(_ result: Verification) {
      id = result.consultation.rawValue
      whole = result.findings.isEmpty
      entries = result.entryCount
      head = result.head.hash.description
      faults = result.findings.map(Self.words)
    }

    static func words(_ finding: VerificationFinding) -> String {
      switch finding {
      case .entry(let damage, let sequence): "entry \(sequence + 1): \(damage.rawValue)"
      case .packMissing(let digest): "the pack \(digest) is not kept"
      case .packDamaged(let digest): "the pack \(digest) is damaged"
      case .printedHashNotFound: "the printed hash is not in the record: entries are gone"
      }
    }
  }
}
