import ClinicalModel
import Consultation
import Screening
import Terminal

/// Where a person was before they looked something up.
enum Detour: Hashable, Sendable {
  case none
  /// Esc, and an answer to the question that was looked up, lead back.
  case from(Stop, at: Question.ID)
}

extension Wizard {
  /// What fits what is typed, best first.
  func found(_ typed: String) -> [FindLine] {
    guard case .open(let session) = desk else { return [] }
    let actions = KeyMap.bindings.filter { binding in
      ![.actions, .jump].contains(binding.command)
        && (binding.command != .skinTests || hasSkinTests)
    }.map { binding in
      FindLine(
        target: .action(binding.command), number: String(binding.letter).uppercased(),
        label: binding.words, state: "action: \(binding.sentence)")
    }
    return FindList(session, actions: actions).lines(typed.trimmed)
  }

  mutating func jumpKey(_ key: Key, _ field: TextField, _ mark: ListMark) -> [Effect] {
    let lines = found(field.text)
    switch key {
    case .up, .down, .pageUp, .pageDown:
      let step: Int = [Key.up: -1, .pageUp: -10, .pageDown: 10][key] ?? 1
      replaceTop(.jump(field, selected: mark.moved(by: step, of: lines.count)))
    case .enter:
      // Going somewhere changes nothing, so the best line needs no mark.
      let line: Int
      switch mark {
      case .line(let marked): line = marked
      case .nothing where !field.isBlank: line = 0
      case .nothing:
        notice = .information("Type a part of it, or Down marks a line, then Enter goes there.")
        return []
      }
      guard lines.indices.contains(line) else {
        notice = .information("Nothing has these words. Ctrl-U clears them.")
        return []
      }
      overlays = []
      return take(lines[line].target)
    case .control("c"): return perform(.leave)
    default:
      var field = field
      let handled = field.handle(key)
      replaceTop(.jump(field, selected: handled == .changed ? .nothing : mark))
    }
    return []
  }

  private mutating func take(_ target: FindTarget) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    switch target {
    case .question(let id): return lookUp(id, session)
    case .section(let id):
      let items = session.checklist.items(in: id)
      guard let item = items.first(where: \.isOpen) ?? items.first else { return [] }
      return lookUp(item.question.id, session)
    case .action(let command):
      if case .not(let because) = standing(of: command) {
        notice = .information("Not now: \(because).")
        return []
      }
      return perform(command)
    }
  }

  /// Goes to a question and remembers the way back.
  private mutating func lookUp(_ id: Question.ID, _ session: Session) -> [Effect] {
    let origin = currentStop
    let effects = visit(id, then: .nextOpen)
    guard let origin, origin != session.stop(at: id), currentQuestion != nil else {
      return effects
    }
    // Who looks up one thing after another comes back to where they began.
    if case .from(let first, at: let before) = detour, origin == session.stop(at: before) {
      detour = .from(first, at: id)
    } else {
      detour = .from(origin, at: id)
    }
    notice = .information("Esc returns to where you were.")
    return effects
  }

  /// The stop of the page, if it is one of the checklist or the review.
  private var currentStop: Stop? {
    switch page {
    case .question(let page): .question(page.question.id)
    case .list(let page): .question(page.question.id)
    case .table(let page): .table(page.section, page.row)
    case .group(let page): .group(page.group)
    case .reconfirm(let page): .reconfirm(page.section)
    case .partDone: .partDone
    case .review: .review
    case .home, .returning, .result, .skinTests, .worklist, .export: nil
    }
  }

  /// Whether Esc leads back: the question that was looked up is on the page,
  /// and nothing on it that Esc would close.
  var isAtDetour: Bool {
    guard overlays.isEmpty, case .from(_, let id) = detour, currentQuestion == id else {
      return false
    }
    switch page {
    case .list(let page):
      if case .form = page.level.input { return false }
      return page.levels.count == 1
    case .table(let page):
      if case .field = page.entry { return false }
      return true
    default: return true
    }
  }

  /// Goes back to where a person was before they looked something up; nothing
  /// when they did not, or are elsewhere by now.
  mutating func returnFromDetour() -> [Effect]? {
    guard isAtDetour, case .from(let stop, _) = detour else { return nil }
    detour = .none
    let kept = leavePage()
    go(to: existing(stop))
    return kept
  }

  /// Where to go on after an answer: back, if the question was looked up, but
  /// first through the details that it has opened.
  mutating func stopAfterAnswer(to question: Question.ID, _ session: Session) -> Stop {
    let next = session.nextStop(after: question, in: part)
    guard case .from(let stop, let id) = detour, id == question else { return next }
    if case .question(let detail) = next,
      session.pack.question(detail)?.when.questions.contains(question) == true
    {
      detour = .from(stop, at: detail)
      return next
    }
    detour = .none
    return existing(stop)
  }

  /// The stop, or the next one that is open where it does not exist any more.
  private func existing(_ stop: Stop) -> Stop {
    guard case .open(let session) = desk else { return stop }
    switch stop {
    case .question(let id):
      return session.item(id) == nil ? session.firstStop(in: part) : stop
    case .group(let id):
      return session.openGroup(id) == nil ? session.firstStop(in: part) : stop
    case .reconfirm(let id):
      let section = session.pack.sections.first { $0.id == id }
      return section.map { session.factsToConfirm(in: $0).isEmpty } ?? true
        ? session.firstStop(in: part) : stop
    case .table, .partDone, .review: return stop
    }
  }
}
