import ArgumentParser
import ClinicalModel
import ProtocolLibrary
import Screening

/// `mesoscreen protocol`: looks at a protocol pack and shows whether it is
/// right; no record is read, and of the pack only `new` and `protect` write.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "Look for faults in a protocol pack, show it, run its cases and check its proofs.",
    subcommands: [
      ProtocolLint.self, ProtocolShow.self, ProtocolCases.self, ProtocolCheck.self,
      ProtocolExplain.self, ProtocolGraph.self, ProtocolDiff.self,
      ProtocolProtect.self, ProtocolNew.self,
    ])
}

/// The pack a command looks at.
struct PackChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A protocol pack's folder, or a clinic's overlay over the pack inside; the pack inside when "
        + "left out.", valueName: "PACK"))
  var folder: String?

  @OptionGroup var common: CommonOptions

  /// The pack, checked, with its digest and its rules' cases.
  func packWithCases() throws(Failure) -> CompiledPack {
    let options = try options()
    let pack = try options.pack()
    let files = try options.packFiles()
    do {
      return CompiledPack(try readCases(files, for: pack.pack), from: pack)
    } catch {
      // A fault in the pack that was shipped is ours, not the user's.
      throw Failure(options.packFolder == nil ? .ourDefect : .badInput, error)
    }
  }

  /// What reactions must come to, as far as the pack shows it.
  func allergyCases(for pack: CompiledPack) throws(Failure) -> [AllergyCase] {
    let files = try files()
    do {
      return try readAllergyCases(files, for: pack.pack)
    } catch {
      throw Failure(folder == nil ? .ourDefect : .badInput, error)
    }
  }

  /// What rows of other tables must come to, as far as the pack shows it.
  func tableCases(for pack: CompiledPack) throws(Failure) -> [TableCase] {
    let files = try files()
    do {
      return try readTableCases(files, for: pack.pack)
    } catch {
      throw Failure(folder == nil ? .ourDefect : .badInput, error)
    }
  }

  /// The pack, checked, with its digest.
  func pack() throws(Failure) -> CompiledPack { try options().pack() }

  /// The pack's files, unread.
  func files() throws(Failure) -> PackFiles { try options().packFiles() }

  private func options() throws(Failure) -> CommonOptions {
    var common = common
    if let folder {
      guard common.packOption == nil else {
        throw Failure(
          .badInput, "two packs are named, one of them with --pack", safe: "nothing was read",
          next: "name one of them")
      }
      common.packOption = folder
    }
    return common
  }

  /// The day of made-up interviews: as given with --today, else always the
  /// same, so that two runs give the same result.
  func interviewDate() throws(Failure) -> CalendarDate {
    common.todayText == nil ? RuleCase.usualDate : try common.today()
  }
}
