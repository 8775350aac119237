import ClinicalModel
import Consultation
import Terminal

extension Wizard {
  /// Takes what happened and says what is to be done.
  public mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .key(let key, let time):
      now = time
      return keyPressed(key)
    case .pasted(let text, let time):
      now = time
      return pasted(text)
    case .idle(let time):
      now = time
      return leavePage()
    case .ended:
      // What failed before gets one more chance before the program goes.
      let kept = leavePage()
      return kept + (unsaved == nil ? [] : [.save]) + [.quit]
    case .listed(let rows):
      home.rows = rows
      home.loading = .done
      home.mark = .nothing
      return []
    case .listFailed(let words):
      home.loading = .failed(words)
      return []
    case .opened(let consultation, let head, let pack):
      open(consultation, head: head, pack: pack)
      return []
    case .openFailed(let words):
      notice = .trouble(words)
      return []
    case .saved(let consultation, let head):
      guard case .open(var session) = desk else { return [] }
      session.saved(consultation, head: head)
      desk = .open(session)
      return []
    case .saveFailed(let words):
      guard case .open(var session) = desk else { return [] }
      session.saveFailed(words)
      desk = .open(session)
      notice = .trouble(words)
      return []
    case .exported(let path, let note):
      return exported(path, note)
    case .exportFailed(let words):
      notice = .trouble(words)
      return []
    }
  }

  /// Whether the loop should wake the wizard when nothing is typed: only while
  /// a draft waits to be kept.
  public var wantsIdle: Bool {
    guard case .question(let page) = page, case .field(let field) = page.input,
      case .open(let session) = desk, overlays.isEmpty
    else { return false }
    let kept = session.draft(of: page.question.id)
    if kept == field.text { return false }
    if kept.isEmpty, case .known(.text(field.text)) = session.answers[page.question.id] {
      return false
    }
    return true
  }

  /// Whether the window is too small to show what a key would do.
  var isTooSmall: Bool {
    window.rows < Self.smallest.rows || window.columns < Self.smallest.columns
  }

  private mutating func keyPressed(_ key: Key) -> [Effect] {
    // Nobody answers a question that is not on screen.
    if isTooSmall { return key == .control("l") ? [.repaint] : [] }
    if isTooSoon(key) {
      // For the same key the pause begins anew: one that is held down never
      // gets through.
      if case .answered(_, by: .key(key)) = lastAnswer {
        lastAnswer = .answered(at: now, by: .key(key))
      }
      notice = .information("Too fast: read the question first, then press again.")
      return []
    }
    if case .answered(let time, _) = lastAnswer { lastAnswer = .answered(at: time, by: .another) }
    notice = .none
    if let overlay = overlays.last { return overlayKey(key, overlay) }
    switch page {
    case .home: return homeKey(key)
    case .question(let page): return questionKey(key, page)
    case .review(let page): return reviewKey(key, page)
    case .result(let page): return resultKey(key, page)
    case .export(let page): return exportKey(key, page)
    }
  }

  /// Pasted text goes into the field that has the focus; it is never read as
  /// keys.
  private mutating func pasted(_ text: String) -> [Effect] {
    if isTooSmall { return [] }
    func insert(into field: inout TextField) {
      let (removed, left) = field.insert(pasted: text)
      if removed + left > 0 {
        notice = .information("\(removed + left) characters could not be taken and were left out.")
      }
    }
    switch (overlays.last, page) {
    case (.note(var field), _):
      insert(into: &field)
      overlays[overlays.count - 1] = .note(field)
    case (.jump(var field, let mark), _):
      insert(into: &field)
      overlays[overlays.count - 1] = .jump(field, selected: mark)
    case (.some, _): break
    case (nil, .question(var page)):
      guard case .field(var field) = page.input else {
        notice = .information("Nothing was pasted: this question is answered by its keys.")
        return []
      }
      insert(into: &field)
      page.input = .field(field)
      self.page = .question(page)
      return keepDraft(page.question, field.text, every: 20)
    case (nil, .result(var page)):
      page.edit { insert(into: &$0) }
      self.page = .result(page)
    case (nil, .export(var page)):
      page.edit { insert(into: &$0) }
      self.page = .export(page)
    case (nil, .home), (nil, .review): break
    }
    return []
  }

  private mutating func open(_ consultation: Consultation, head: String, pack: ProtocolPack) {
    let session = Session(consultation, head: head, pack: pack)
    desk = .open(session)
    overlays = []
    notice = .none
    lastAnswer = .none
    guard !session.isSigned else {
      page = .export(ExportPage(folder: setting.exportFolder))
      return
    }
    // Resuming goes back to the question that was being answered: the one with
    // a draft, else the first that nobody has asked.
    let drafted = session.checklist.items.first { !session.draft(of: $0.question.id).isEmpty }
    go(to: drafted.map { .question($0.question.id) } ?? session.checklist.firstOpen)
  }

  /// Carries out a command, from a key or from the actions menu.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .repaint: return [.repaint]
    case .suspend: return leavePage() + [.suspend]
    case .actions: return show(.actions)
    case .leave: return show(.leave)
    case .help: return show(.help(scroll: 0))
    default: break
    }
    guard case .open(let session) = desk else {
      notice = .information("Open a consultation first.")
      return []
    }
    switch command {
    case .findings: return show(.findings(selected: 0, scroll: 0))
    case .jump: return show(.jump(TextField(text: "", lengthMax: 40), selected: .nothing))
    case .note: return show(.note(TextField(text: "", lengthMax: 500)))
    case .emergency: return show(.emergencies)
    case .saveAgain:
      var session = session
      guard !session.unsaved.isEmpty else {
        notice = .information("Everything is saved.")
        return []
      }
      let effect = session.record([])
      desk = .open(session)
      return [effect]
    case .home: return closeConsultation()
    case .review:
      let kept = leavePage()
      openReview(at: currentQuestion)
      return kept
    case .result: return openResult()
    case .export:
      let kept = leavePage()
      page = .export(ExportPage(folder: setting.exportFolder))
      return kept
    case .back, .forward, .clearAnswer, .unsure, .declined, .next: return walk(command, session)
    case .repaint, .suspend, .actions, .leave, .help: return []
    }
  }

  private mutating func show(_ overlay: Overlay) -> [Effect] {
    let kept = leavePage()
    overlays.append(overlay)
    return kept
  }

  /// The question on the page, if the page is one.
  var currentQuestion: Question.ID? {
    if case .question(let page) = page { page.question.id } else { nil }
  }

  private mutating func walk(_ command: Command, _ session: Session) -> [Effect] {
    if command == .next {
      let kept = leavePage()
      go(to: session.checklist.firstOpen)
      return kept
    }
    guard case .question(let current) = page else {
      if command == .back {
        let last = session.checklist.items.last.map { Checklist.Place.question($0.question.id) }
        go(to: last ?? .end)
      }
      return []
    }
    switch command {
    case .unsure: return record(.unknown(.unsure), current, key: .unrecognised)
    case .declined: return record(.unknown(.declined), current, key: .unrecognised)
    case .clearAnswer:
      guard session.answers[current.question.id] != .unknown(.notAsked) else {
        notice = .information("This question is not answered yet.")
        return []
      }
      guard !session.isSigned else { return record(.unknown(.notAsked), current, key: .enter) }
      var session = session
      let effect = session.record([
        .answerRecorded(current.question.id, .unknown(.notAsked), wording: current.question.ask)
      ])
      desk = .open(session)
      page = .question(
        QuestionPage(current.question, draft: "", answer: .unknown(.notAsked)))
      notice = .information("The answer is cleared. The earlier one stays in the history.")
      return [effect]
    case .back:
      let kept = leavePage()
      switch session.checklist.neighbour(of: current.question.id, offset: -1) {
      case .end: notice = .information("This is the first question.")
      case let place: go(to: place)
      }
      return kept
    default:
      let kept = leavePage()
      go(to: session.checklist.neighbour(of: current.question.id, offset: 1))
      return kept
    }
  }

  /// Goes home. Unsaved answers keep the consultation open: leaving would lose
  /// them.
  mutating func closeConsultation() -> [Effect] {
    let kept = leavePage()
    guard case .open(let session) = desk else { return [] }
    if case .failed = session.saving {
      notice = .trouble(
        "\(session.unsaved.count) entries are not saved. Ctrl-X A tries again; none is lost yet.")
      return kept
    }
    desk = .empty
    page = .home
    overlays = []
    home.loading = .underWay
    return kept + [.flushInput, .list]
  }
}
