import ArgumentParser
import IntakeWizard
import Terminal

/// Prints the manual page, or the key table of the read-me; both are made from
/// the program itself.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page: mesoscreen manual | man -l -")

  /// What is printed.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    /// The manual page, for man.
    case roff
    /// The key tables, for the read-me.
    case markdown
  }

  @ArgumentParser.Option(help: ArgumentHelp("roff or markdown.", valueName: "FORM"))
  var format = Form.roff

  mutating func run() throws {
    switch format {
    case .markdown: try Output.write(KeyDocument.markdown)
    case .roff: try Output.write(Self.page)
    }
  }

  private static var page: String {
    let version = Roff.text(Mesoscreen.version)
    return """
      .TH MESOSCREEN 1 "" "Mesoscreen \(version)" "User Commands"
      .SH NAME
      mesoscreen \\- intake and screening for mesotherapy consultations
      .SH SYNOPSIS
      .B mesoscreen
      [options] [command]
      .SH DESCRIPTION
      Without a command it opens the intake wizard, on a full screen or by lines.
      It records answers and points to what a clinician must look at. It does not
      diagnose and does not decide. It is not a certified medical device.
      .SH OPTIONS
      .nf
      \(verbatim(Mesoscreen.helpMessage(columns: 72)))
      .fi
      .SH KEYS
      Digits work wherever lines stand to be chosen. F1 to F4 are other names of
      keys that every terminal has. Ctrl\\-X K switches letter keys off.
      \(KeyDocument.roff).SH ENVIRONMENT
      .TP 20
      .B MESOSCREEN_THEME
      The theme: \(ThemeChoice.allCases.map(\.rawValue).joined(separator: ", ")). The flag \\-\\-theme comes first.
      .TP 20
      .B NO_COLOR
      Anything but empty means the theme mono.
      .TP 20
      .B ACCESSIBLE
      Anything but empty or 0 means by lines.
      .TP 20
      .B LC_ALL, LC_CTYPE, LANG
      Where they name no UTF\\-8 locale the screen is drawn in ASCII.
      .TP 20
      .B MESOSCREEN_DATA, MESOSCREEN_PACK, MESOSCREEN_TODAY
      What \\-\\-data, \\-\\-pack and \\-\\-today say.
      .SH EXIT STATUS
      0 when all went well; any other number comes with a line that says what
      happened, what is safe and what to do next.

      """
  }

  private static func verbatim(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Roff.line(String($0)) }
      .joined(separator: "\n")
  }
}
