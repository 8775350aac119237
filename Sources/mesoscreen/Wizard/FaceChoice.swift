import Foundation
import IntakeWizard
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
  /// Whether a person's preference may change the face.
  let wish: FaceWish

  /// Lines where they are asked for, by the flag or by `ACCESSIBLE` in the
  /// environment, and where no screen can be shown; else the screen.
  ///
  /// - Parameter liked: the face of the people here, as far as it is one.
  init(linear: Bool, liked: Preferences.Face) {
    let asked = ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? ""
    if linear || !(asked.isEmpty || asked == "0") {
      (face, greeting, wish) = (.lines, [], .linesAsked)
      return
    }
    switch Self.ability {
    case .screen where liked == .lines:
      (face, greeting, wish) = (.lines, ["By lines, as last time. xt shows the screen."], .free)
    case .screen: (face, greeting, wish) = (.screen, [], .free)
    case .lines(let because):
      (face, greeting, wish) = (.lines, ["By lines, as \(because)."], .linesAsked)
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
