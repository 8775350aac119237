import ClinicalModel
import Consultation
import Terminal

extension Around {
  /// Rows that carry a number: those that can be opened.
  var openableRows: [HomeRow] {
    home.rows.filter { row in
      if case .damaged = row.condition { false } else { true }
    }
  }
}

extension Wizard {
  mutating func homeKey(_ key: Key) -> [Effect] {
    let rows = openableRows
    switch key {
    case .character("n"), .character("N"):
      returning = .none
      return [.begin]
    case .character("r"), .character("R"):
      page = .returning(ReturningPage())
      return [.findEarlier]
    case .character("w"), .character("W"):
      page = .worklist(WorklistPage())
      return []
    case .character("m"), .character("M"): return perform(.part)
    case .character("t"), .character("T"): return [.switchUse]
    case .character("q"), .character("Q"), .control("c"):
      return key == .control("c") ? perform(.leave) : [.quit]
    case .up, .down:
      home.mark = home.mark.moved(by: key == .up ? -1 : 1, of: rows.count)
      return []
    case .enter:
      guard case .line(let line) = home.mark, rows.indices.contains(line) else {
        notice = .information("Nothing is marked. Press N for a new consultation, or a number.")
        return []
      }
      return [.resume(rows[line].id)]
    case .character(let character):
      if let number = character.wholeNumberValue, rows.indices.contains(number - 1), number < 10 {
        return [.resume(rows[number - 1].id)]
      }
      if character == "?" { return perform(.help) }
      notice = .information("Press N for a new consultation, a number to open one, Q to quit.")
      return []
    case .control("g"), .function(1): return perform(.help)
    case .control("l"): return [.repaint]
    case .control("z"): return perform(.suspend)
    default: return []
    }
  }
}
