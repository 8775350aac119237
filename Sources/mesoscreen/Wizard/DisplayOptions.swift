import Foundation
import Terminal
import TerminalCurses

extension CommonOptions {
  /// The theme that was asked for: by a flag, else by the environment, else
  /// left to the terminal.
  func theme() throws(Failure) -> ThemeChoice {
    let environment = ProcessInfo.processInfo.environment
    if let themeName { return try Self.theme(themeName, from: "--theme") }
    if noColor { return .mono }
    if let name = environment["MESOSCREEN_THEME"], !name.isEmpty {
      return try Self.theme(name, from: "MESOSCREEN_THEME")
    }
    // no-color.org speaks of colour only: bold and reverse stay.
    if let wish = environment["NO_COLOR"], !wish.isEmpty { return .mono }
    return .auto
  }

  private static func theme(_ name: String, from source: String) throws(Failure) -> ThemeChoice {
    if let choice = ThemeChoice(rawValue: name) { return choice }
    let all = ThemeChoice.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .badInput, "\(source) names no theme", safe: "nothing was changed", next: "one of \(all)")
  }
  /// Whether the screen is drawn in ASCII: when asked for, and where the
  /// environment names no UTF-8 locale. One that is named and not installed
  /// counts: the terminal speaks it all the same.
  var drawsASCII: Bool {
    if ascii { return true }
    let environment = ProcessInfo.processInfo.environment
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let isNamed = (name ?? "").lowercased().replacing("-", with: "").contains("utf8")
    return !isNamed && !TerminalProbe.ofThisProcess().isUTF8
  }
}
