import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Wizard {
  /// Gives a line to the screen on top.
  mutating func hear(_ line: String, at time: Instant) -> LinearFace.Heard {
    comes(time)
    vigil.lastTouch = now
    vigil.warning = .notGiven
    pressing = .unrecognised
    guard let turn = top?.heard(line, in: surroundings) else { return .taken([]) }
    switch turn {
    case .say(let words): return .say(words)
    case .general: return .taken([])
    case .turn(let turn):
      notice = .none
      return .taken(take(turn))
    }
  }

  /// The screen on top.
  var top: (any Screen)? {
    if let dialog = dialogs.last { return dialog }
    if case .screen(let screen) = page { return screen }
    return nil
  }
}
