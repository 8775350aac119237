import ArgumentParser
import ClinicalModel
import Foundation
import IntakeWizard
import Journal
import ProtocolLibrary
import Screening

/// The options every command takes.
struct CommonOptions: ParsableArguments {
  @ArgumentParser.Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The folder of the records (or MESOSCREEN_DATA; default $XDG_DATA_HOME/mesoscreen).",
      valueName: "DIR"))
  var dataFolder: String?

  @ArgumentParser.Option(
    name: .customLong("today"),
    help: ArgumentHelp(
      "The day of the interview, for runs that can be repeated (or MESOSCREEN_TODAY).",
      valueName: "YYYY-MM-DD"))
  var todayText: String?

  @ArgumentParser.Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      "A protocol pack's folder instead of the one inside, or a clinic's overlay over it (or "
        + "MESOSCREEN_PACK).", valueName: "PATH"))
  var packOption: String?

  @ArgumentParser.Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "auto, colour, mono, contrast or text (or MESOSCREEN_THEME; NO_COLOR means mono).",
      valueName: "THEME"))
  var themeName: String?

  @Flag(help: "The same as --theme mono.")
  var noColor = false

  @Flag(help: "Training with made-up patients, in a folder of its own beside the records.")
  var training = false

  @Flag(help: "Draw the screen in ASCII; of itself where the locale is not UTF-8.")
  var ascii = false
}

extension CommonOptions {
  private var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The folder of the pack or overlay that was named; nothing for the pack
  /// inside.
  var packFolder: String? {
    if let packOption { return packOption }
    return environment["MESOSCREEN_PACK"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder of the records, or of training.
  var data: String { training ? recordsFolder + Training.folderSuffix : recordsFolder }

  /// What the folder is used for: a training folder stays one whoever names it.
  var use: Setting.Use { training || Training.isMarked(data) ? .training : .records }

  private var recordsFolder: String {
    if let dataFolder { return dataFolder }
    if let folder = environment["MESOSCREEN_DATA"], !folder.isEmpty { return folder }
    // A relative XDG path is invalid and to be ignored (XDG Base Directory).
    if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/mesoscreen" }
    return FileManager.default.homeDirectoryForCurrentUser.path + "/.local/share/mesoscreen"
  }

  /// The day of the interview: as given, else by the machine's clock.
  func today() throws(Failure) -> CalendarDate {
    let (text, name) =
      if let todayText {
        (todayText, "--today")
      } else if let text = environment["MESOSCREEN_TODAY"], !text.isEmpty {
        (text, "MESOSCREEN_TODAY")
      } else {
        ("", "")
      }
    if name.isEmpty { return try Self.clockDay() }
    guard let date = CalendarDate(iso: text) else {
      throw Failure(
        .badInput, "\(name) is not a day of the calendar", safe: "nothing was changed",
        next: "write it as 2026-11-21")
    }
    return date
  }

  private static func clockDay() throws(Failure) -> CalendarDate {
    let now = Calendar(identifier: .gregorian)
      .dateComponents(in: .current, from: Date())
    guard let year = now.year, let month = now.month, let day = now.day,
      let date = CalendarDate(year: year, month: month, day: day)
    else {
      throw Failure(
        .badInput, "the machine's clock gives no day", safe: "nothing was changed",
        next: "set the clock, or give the day with --today")
    }
    return date
  }

  /// The pack that is used, checked, with its digest.
  func pack() throws(Failure) -> CompiledPack { try packWithArchive().pack }

  /// The pack that is used and the bytes it was read from, which are kept with
  /// the records.
  func packWithArchive() throws(Failure) -> (pack: CompiledPack, archive: [UInt8]) {
    let files = try packFiles()
    do {
      let pack = try readPack(files, digest: packDigest(files.archive))
      return (CompiledPack(pack), files.archive)
    } catch {
      // A fault in the pack that was shipped is ours, not the user's.
      throw Failure(packFolder == nil ? .ourDefect : .badInput, error)
    }
  }

  /// The files of the pack that is used, unread.
  func packFiles() throws(Failure) -> PackFiles {
    guard let packFolder else { return .builtIn }
    do { return try PackFiles(folder: packFolder) } catch { throw Failure(error) }
  }
}
