import Foundation
import TerminalCurses

/// Which face the wizard begins with, and why it is not the screen.
struct FaceChoice: Hashable {
  /// How the wizard is shown.
  enum Face: Hashable {
    case screen
    case lines
  }

  let face: Face
  /// What is said first where lines were not asked for.
  let greeting: [String]

  /// Lines where they are asked for, by the flag or by `ACCESSIBLE` in the
  /// environment, and where no screen can be shown; else the screen.
  init(linear: Bool) {
    let wish = ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? ""
    if linear || !(wish.isEmpty || wish == "0") {
      (face, greeting) = (.lines, [])
      return
    }
    switch Self.ability {
    case .screen: (face, greeting) = (.screen, [])
    case .lines(let because):
      (face, greeting) = (.lines, ["By lines, as \(because)."])
    }
  }

  /// Whether a screen can be shown here.
  enum Ability: Hashable {
    case screen
    case lines(because: String)
  }

  static var ability: Ability {
    let probe = TerminalProbe.ofThisProcess()
    if !probe.inputIsTerminal { return .lines(because: "the input is no terminal") }
    if !probe.outputIsTerminal { return .lines(because: "the output is no terminal") }
    return switch probe.ability {
    case .screen: .screen
    case .dumb: .lines(because: "the terminal \(probe.name) cannot move its cursor")
    case .unknown:
      .lines(
        because: probe.name.isEmpty
          ? "TERM is not set" : "the terminal \(probe.name) is not known here")
    }
  }
}
