import ArgumentParser
import ClinicalModel
import Foundation
import Journal
import ProtocolLibrary
import ProtocolChecks
import Screening

/// `mesoscreen protocol diff A B`: what two packs say otherwise, with the
/// smallest answers that show it.
struct ProtocolDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what two packs say otherwise, by the smallest answers that show it.",
    discussion: """
      Each pack is a folder, a clinic's overlay, an archive, or the word built-in \
      for the pack inside. Everything that bears on a changed rule in either pack \
      is combined; not only changed lines are shown. Ends with 0 whether the \
      packs differ or not.
      """)

  @Argument(help: ArgumentHelp("The pack as it was.", valueName: "A"))
  var old: String

  @Argument(help: ArgumentHelp("The pack as it is.", valueName: "B"))
  var new: String

  @ArgumentParser.Option(help: "How it is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let before = try Self.pack(old)
    let after = try Self.pack(new)
    let day = common.todayText == nil ? RuleCase.usualDate : try common.today()
    let changed = ChangedSubjects(from: before, to: after)
    let subjects = onAllCores(changed.subjects.count, "Changes") {
      changed.diff(at: $0, on: day)
    }
    let diff = PackDiff(from: before, to: after, subjects)
    switch format {
    case .text: try Output.write(DiffText(diff, from: before, to: after, on: day).text)
    case .json: try Output.write(try Output.json(DiffDocument(diff, from: before, to: after)))
    }
  }

  /// The word for the pack inside.
  static let builtIn = "built-in"

  private static func pack(_ name: String) throws(Failure) -> CompiledPack {
    let files = try files(name)
    do {
      return CompiledPack(try readPack(files, digest: packDigest(files.archive)))
    } catch {
      // A fault in the pack that was shipped is ours, not the user's.
      throw Failure(name == builtIn ? .ourDefect : .badInput, error)
    }
  }

  private static func files(_ name: String) throws(Failure) -> PackFiles {
    if name == builtIn { return .builtIn }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    do throws(PackReadingError) {
      // A folder that cannot be read says so itself.
      if !exists || isFolder.boolValue { return try PackFiles(folder: name) }
      return try PackFiles(archive: bytes(of: name))
    } catch {
      throw Failure(error)
    }
  }

  /// The largest archive that is read, 64 MiB; packs are far smaller.
  private static let archiveBytesMax = 1 << 26

  /// The bytes of a file; none of one that cannot be read or is too large,
  /// which is no archive either.
  private static func bytes(of file: String) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file),
      let data = try? handle.read(upToCount: archiveBytesMax + 1), data.count <= archiveBytesMax
    else { return [] }
    return Array(data)
  }
}
