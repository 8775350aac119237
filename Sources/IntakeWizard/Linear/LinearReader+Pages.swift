import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// Lines for home, review, result, export and what lies over a page.

extension LinearReader {
  func home(_ typed: String) -> Heard {
    if let number = Int(typed) {
      guard wizard.openableRows.indices.contains(number - 1) else {
        return .say(["There is no consultation \(number). Nothing was opened."])
      }
      return .keys(mark(number - 1, from: wizard.home.mark) + [.enter])
    }
    return letters(
      typed, "nrwmtq", otherwise: "N begins a new consultation, a number opens one, Q quits.")
  }

  func returning(_ typed: String, _ page: ReturningPage) -> Heard {
    if typed == "<" { return .keys([.escape]) }
    if typed == "x" || typed == "?" { return common(typed) ?? .say([]) }
    if let number = Int(typed) {
      guard page.matches.prefix(20).indices.contains(number - 1) else {
        return .say(["There is no line \(number). Nothing was opened."])
      }
      return .keys(mark(number - 1, from: page.mark) + [.enter])
    }
    guard typed.count <= page.field.lengthMax, !typed.contains(where: \.isNumber) else {
      return .say(["A name holds no digits and at most \(page.field.lengthMax) letters."])
    }
    return .keys(replace(page.field, with: typed))
  }

  func review(_ typed: String, _ page: ReviewPage, _ session: Session) -> Heard {
    switch typed.lowercased() {
    // The review was said whole, and the last line of it counts as shown.
    case "r", "result": return .keys([.end, .character("r")])
    case "e": return .keys([.character("e")])
    case "<", "back": return .keys([.character("<")])
    default: break
    }
    let list = wizard.reviewList(session)
    let rows = list.selectable
    guard typed.contains("."), typed.allSatisfy({ $0.isNumber || $0 == "." }) else {
      return common(typed)
        ?? .say(["R shows the result; a number such as 4.2 changes an answer."])
    }
    let place = rows.firstIndex { row in
      switch list.rows[row] {
      case .answer(_, typed), .contradiction(_, _, typed): true
      default: false
      }
    }
    guard let place else {
      return .say(["There is no question \(typed) in this review. Nothing was taken."])
    }
    return .keys([.home] + Array(repeating: .down, count: place) + [.enter])
  }

  func result(_ typed: String, _ page: ResultPage, _ session: Session) -> Heard {
    if page.hasField {
      if typed == "<" { return .keys([.escape]) }
      if typed.count == 1, "?gxr".contains(typed.lowercased()), let heard = beside(typed) {
        return heard
      }
    }
    switch page.step {
    case .reading:
      if typed == "<" { return .keys([.character("<")]) }
      let letter = typed.lowercased()
      guard letter.count == 1, "12345sp".contains(letter) else {
        return common(typed) ?? .say(["1 to 5 decide, S signs, < goes back to the review."])
      }
      return .keys([.character(Character(letter))])
    case .until(let field):
      if typed == "0", !session.report.events.isEmpty {
        return .keys((field.text.isEmpty ? [] : [.control("u")]) + [.enter])
      }
      let today = session.day
      return date(typed, into: field, DateEntry(today: today, tense: .future))
    case .code(let field), .reason(let field, _), .override(let field, _),
      .overrider(let field, _), .second(let field, _, _), .name(let field):
      return words(typed, into: field)
    }
  }

  func export(_ typed: String, _ page: ExportPage) -> Heard {
    if case .folder(let field) = page.editing {
      return typed == "<" ? .keys([.escape]) : words(typed, into: field)
    }
    switch typed.lowercased() {
    case "w", "write": return .keys([.enter])
    case "<", "back": return .keys([.character("<")])
    case "1", "2", "3", "f", "n", "h":
      return .keys([.character(Character(typed.lowercased()))])
    default:
      return common(typed) ?? .say(["1 to 3 mark, W writes, H goes home. Nothing was taken."])
    }
  }
}
