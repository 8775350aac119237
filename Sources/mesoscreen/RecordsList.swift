import ArgumentParser
import ClinicalModel
import Consultation
import Journal

/// `mesoscreen records list`: every consultation, without patients' names, so
/// that the list can be sent to whoever looks after the machine.
struct RecordsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the consultations; no names and no answers.")

  @ArgumentParser.Option(help: "How the list is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let journal = try common.existingJournal()
    let rows: [Row]
    do { rows = try journal.listing().map(row) } catch {
      throw Failure(error)
    }
    switch format {
    case .json: try Output.write(try Output.json(rows))
    case .text:
      let lines = rows.map { row in
        "\(row.id)  \(row.opened)  \(row.stage), \(row.entries) entries, head \(row.head)\n"
      }
      try Output.write(rows.isEmpty ? "No consultations are on record.\n" : lines.joined())
    }
  }

  private struct Row: Encodable {
    let id: String
    let opened: String
    let stage: String
    let entries: Int
    let head: String
  }

  private func row(_ listing: Listing) -> Row {
    switch listing {
    case .readable(let consultation, let head):
      let clock = common.localTime
      return Row(
        id: consultation.id.rawValue,
        opened: "\(clock.date(of: consultation.openedAt)) \(clock.time(of: consultation.openedAt))",
        stage: consultation.stage, entries: consultation.entryCount,
        head: head.hash.description)
    case .damaged(let id, let damage, let sequence):
      return Row(
        id: id.rawValue, opened: "not readable",
        stage: "DAMAGED at entry \(sequence + 1) (\(damage.rawValue))", entries: sequence,
        head: "not known")
    }
  }
}
