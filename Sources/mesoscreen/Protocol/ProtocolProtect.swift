import ArgumentParser
import ClinicalModel
import Foundation
import ProtocolLibrary
import Summary
import TextLayout

/// `mesoscreen protocol protect FOLDER`: writes the pack's list of protected
/// findings anew and tells what is no longer as the old list had it.
struct ProtocolProtect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect",
    abstract: "Write a pack's list of protected findings anew.",
    discussion: """
      The list, protected.csv in the pack's folder, holds one line for each rule, \
      unknown answer, table row and text that no change may lose or lower unseen; \
      protocol lint compares. Shows each line that was lost, lowered, changed, \
      raised or added since the list was last written. Read it before you keep it.
      """)

  @Flag(help: "Show the differences and write nothing.")
  var dryRun = false

  @Argument(help: ArgumentHelp("A protocol pack's folder.", valueName: "FOLDER"))
  var folder: String

  mutating func run() throws {
    let files: PackFiles
    do { files = try PackFiles(folder: folder) } catch { throw Failure(error) }
    guard files.belowOverlay == nil else {
      throw Failure(
        .badInput, "an overlay has no list of its own: the list of the pack below holds for it",
        safe: "nothing was changed", next: "name the folder of a pack")
    }
    let pack: ProtocolPack
    do { pack = try readPack(files, digest: "") } catch { throw Failure(.badInput, error) }
    let now = protectedFindings(of: files, pack: pack)
    let changes = protectedChanges(from: files.protectedFindings ?? [], to: now)
    let hadList = files.protectedFindings != nil
    if !dryRun { try write(files.protecting(now)) }
    let shown = hadList ? changes : []
    let lines = shown.map { Printable.line($0.words) + "\n" }.joined()
    let losses = shown.count(where: \.isLoss)
    try Output.write(
      lines + "\(counted(now.count, "protected finding")), \(losses) lost, lowered or changed, "
        + "\(shown.count - losses) new or raised\n")
  }

  private func write(_ file: PackFile) throws(Failure) {
    let url = URL(filePath: folder).appending(path: file.path)
    do {
      try Data(file.bytes).write(to: url, options: .atomic)
    } catch {
      throw Failure(
        .badInput, "the list of protected findings cannot be written", safe: "nothing was changed",
        next: "let this account write to the pack's folder")
    }
  }
}
