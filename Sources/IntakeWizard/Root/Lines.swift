import Consultation
import Terminal

extension Wizard {
  /// What came of a line that was given to the screen on top.
  enum LineEnd {
    case taken([Effect])
    case say([String])
    /// It is nothing of the screen's own.
    case general(isText: Bool, otherwise: String)
  }

  /// Gives a line to the screen on top.
  mutating func hear(_ line: String, at time: Instant) -> LineEnd {
    comes(time)
    if isOverdue { return .taken(lock(.idle)) }
    switch top.heard(line, in: surroundings) {
    case nil: return .general(isText: false, otherwise: "")
    case .say(let words): return .say(words)
    case .general(let isText, let otherwise):
      return .general(isText: isText, otherwise: otherwise)
    case .turn(let turn):
      pressing = .unrecognised
      _ = touch(pressing)
      notice = .none
      return .taken(take(turn))
    }
  }

  /// The screen on top in words.
  var linearPage: LinearPage {
    if case .locked(let page) = door { return linearLock(page) }
    return top.spoken(in: surroundings) ?? HomeScreen().spoken(surroundings)
  }
}
