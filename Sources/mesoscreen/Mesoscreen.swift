// mesoscreen: the program. It reads the command line, wires the modules
// together and turns every way of ending into words and an exit code.
//
//   mesoscreen           the wizard               Wizard/WizardCommand.swift
//   mesoscreen --linear  the wizard by lines      Wizard/LinearLoop.swift
//   mesoscreen screen    answers in, report out   ScreenCommand.swift
//   mesoscreen records   the records, looked at   RecordsCommand.swift
//   mesoscreen summary   one record, printed      SummaryCommand.swift
//   mesoscreen staff     who has a PIN            StaffCommand.swift
//   mesoscreen protocol  a pack, looked at        Protocol/ProtocolCommand.swift
//   mesoscreen manual    the manual page          ManualCommand.swift

import ArgumentParser
import Foundation
import Summary

/// The program.
@main
struct Mesoscreen: ParsableCommand {
  /// The program's version.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mesoscreen",
    abstract: "Intake and screening for mesotherapy consultations.",
    discussion: """
      Without a command it opens the wizard.

      It records answers and points to what a clinician must look at. It does \
      not diagnose and does not decide. It is not a certified medical device.
      """,
    version: version,
    subcommands: [
      ScreenCommand.self, RecordsCommand.self, SummaryCommand.self, ProtocolCommand.self,
      StaffCommand.self, ManualCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  static func main() { Foundation.exit(status(of: Array(CommandLine.arguments.dropFirst()))) }

  /// Runs the command line and gives the exit code.
  static func status(of arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as Failure {
      Output.say(failure)
      return failure.kind.rawValue
    } catch {
      return status(ofParsing: error, arguments)
    }
  }

  @Flag(
    help: ArgumentHelp(
      "By lines instead of a full screen, for screen readers (or ACCESSIBLE=1)."))
  var linear = false

  @ArgumentParser.Option(
    name: .customLong("lock-after"),
    help: ArgumentHelp(
      "Lock the screen after so many seconds without a key, 30 to 3600 (or "
        + "MESOSCREEN_LOCK_AFTER; default 120).", valueName: "SECONDS"))
  var lockAfter = ""

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Replay keys on made-up patients and write the screens they lead to.", valueName: "FILE"))
  var script: String?

  mutating func run() throws {
    guard let script else { return try runWizard(common, linear: linear, lockAfter: lockAfter) }
    let file = try ScriptFile(Input.bytes(of: script, for: .script))
    try Output.write(ScriptRun(common).run(file))
  }

  /// ArgumentParser ends with 64 and several lines; ours are 2 and one line.
  private static func status(ofParsing error: any Error, _ arguments: [String]) -> Int32 {
    if exitCode(for: error) == .success {
      do { try Output.write(fullMessage(for: error) + "\n") } catch {
        Output.say(error)
        return error.kind.rawValue
      }
      return 0
    }
    guard exitCode(for: error) == .validationFailure else {
      Output.say(.defect)
      return Failure.Kind.ourDefect.rawValue
    }
    let failure = Failure(
      .badInput, discreet(message(for: error), arguments), safe: "nothing was read or changed",
      next: "see mesoscreen --help")
    Output.say(failure)
    return failure.kind.rawValue
  }

  /// The parser's words without what was typed, which may be a name or an
  /// answer; the names of options stay.
  private static func discreet(_ message: String, _ arguments: [String]) -> String {
    var text = message.split(separator: "\n").first.map(String.init) ?? "Bad usage"
    if text.hasSuffix(".") { text.removeLast() }
    let typed = arguments.flatMap { argument in
      guard argument.hasPrefix("--") else { return [argument] }
      return argument.split(separator: "=", maxSplits: 1).dropFirst().map(String.init)
    }
    // The longest first, so that no part of one remains.
    for value in typed.sorted(by: { $0.count > $1.count }) where !value.isEmpty {
      text = text.replacingOccurrences(of: "'\(value)'", with: "(not repeated here)")
    }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension Failure {
  /// Something that cannot happen has happened.
  static let defect = Failure(
    .ourDefect, "the program met a fault of its own", safe: "everything shown as saved is safe",
    next: "note what you did and report it")
}
