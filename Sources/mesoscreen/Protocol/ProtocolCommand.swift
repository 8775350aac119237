import ArgumentParser
import ClinicalModel

/// `mesoscreen protocol`: looks at a protocol pack and shows whether it is
/// right; no patient is involved and nothing is changed.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "Show a protocol pack, run its cases and check its proofs.",
    subcommands: [ProtocolShow.self, ProtocolCases.self, ProtocolCheck.self])
}

/// The pack a command looks at.
struct PackChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A protocol pack's folder; the one inside when left out.", valueName: "PACK")
  )
  var folder: String?

  @OptionGroup var common: CommonOptions

  /// The pack, checked, with its digest.
  func pack() throws(Failure) -> ProtocolPack {
    var common = common
    if let folder {
      guard common.packFolder == nil else {
        throw Failure(
          .badInput, "two packs are named, one of them with --pack", safe: "nothing was read",
          next: "name one of them")
      }
      common.packFolder = folder
    }
    return try common.pack()
  }

  /// The day of made-up interviews: as given with --today, else always the
  /// same, so that two runs give the same result.
  func interviewDate() throws(Failure) -> CalendarDate {
    common.todayText == nil ? RuleCase.usualDate : try common.today()
  }
}
