import Foundation
import Terminal

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
}
