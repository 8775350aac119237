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
    case .dayBegan(let day):
      self.day = day
      return []
    case .readingsListed(let rows):
      readings = rows
      return []
    case .listFailed(let words):
      home.loading = .failed(words)
      return []
    case .foundEarlier(let visits):
      if case .returning(var page) = page {
        page.found = .visits(visits)
        self.page = .returning(page)
      }
      return []
    case .findFailed(let words):
      if case .returning(var page) = page {
        page.found = .failed(words)
        self.page = .returning(page)
      }
      return []
    case .opened(let consultation, let head, let pack):
      open(consultation, head: head, pack: pack)
      return []
    case .openFailed(let words):
      returning = .none
      destination = .whereLeft
      notice = .trouble(words)
      return []
    case .saved(let consultation, let head):
      guard case .open(var session) = desk else { return [] }
      session.saved(consultation, head: head)
      desk = .open(session)
      guard closing == .afterSaving, session.saving == .done else { return [] }
      closing = .notNow
      return closeConsultation()
    case .saveFailed(let words):
      guard case .open(var session) = desk else { return [] }
      session.saveFailed(words)
      closing = .notNow
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
    guard case .open(let session) = desk, overlays.isEmpty else { return false }
    let question: Question.ID
    let text: String
    switch page {
    case .question(let page):
      guard case .field(let field) = page.input else { return false }
      (question, text) = (page.question.id, field.text)
    case .table(let page):
      guard case .field(let field) = page.entry, let id = page.question else { return false }
      (question, text) = (id, field.text)
    case .list(let page):
      guard !session.isSigned else { return false }
      return page.entries != session.answers[page.question.id].entries
        || page.draft != session.draft(of: page.question.id)
    case .home, .returning, .group, .reconfirm, .partDone, .review, .result, .skinTests, .worklist,
      .export:
      return false
    }
    let kept = session.draft(of: question)
    if kept == text { return false }
    if kept.isEmpty, case .known(.text(text)) = session.answers[question] { return false }
    return true
  }

  /// Whether the window is too small to show what a key would do.
  var isTooSmall: Bool {
    window.rows < Self.smallest.rows || window.columns < Self.smallest.columns
  }

  private mutating func keyPressed(_ key: Key) -> [Effect] {
    // Nobody answers a question that is not on screen.
    if isTooSmall {
      switch key {
      case .control("l"): return [.repaint]
      case .character("l"), .character("L"): return [.switchFace]
      default: return []
      }
    }
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
    if isIdleLetter(key) {
      notice = .information(
        "Letter keys are off: use numbers, arrows and Enter. Ctrl-X K turns them on.")
      return []
    }
    return dispatch(translated(key))
  }

  /// Gives a key to what is on the screen.
  mutating func dispatch(_ key: Key) -> [Effect] {
    if let overlay = overlays.last { return overlayKey(key, overlay) }
    switch page {
    case .home: return homeKey(key)
    case .returning(let page): return returningKey(key, page)
    case .question(let page): return questionKey(key, page)
    case .list(let page): return listKey(key, page)
    case .group(let page): return groupKey(key, page)
    case .table(let page): return tableKey(key, page)
    case .reconfirm(let page): return reconfirmKey(key, page)
    case .partDone: return partDoneKey(key)
    case .review(let page): return reviewKey(key, page)
    case .result(let page): return resultKey(key, page)
    case .skinTests(let page): return skinTestKey(key, page)
    case .worklist(let page): return worklistKey(key, page)
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
    case (nil, .table(var page)):
      guard case .field(var field) = page.entry, case .open(let session) = desk,
        let question = page.question.flatMap(session.pack.question)
      else {
        notice = .information("Nothing was pasted: this line is answered by its keys.")
        return []
      }
      insert(into: &field)
      page.entry = .field(field)
      self.page = .table(page)
      return keepDraft(question, field.text, every: 20)
    case (nil, .list(var page)):
      guard case .open(let session) = desk,
        case .taken(let left) = page.paste(text, session.pack.tables)
      else {
        notice = .information("Nothing was pasted: this field is answered by its keys.")
        return []
      }
      if left > 0 {
        notice = .information("\(left) characters could not be taken and were left out.")
      }
      self.page = .list(page)
    case (nil, .returning(var page)):
      insert(into: &page.field)
      page.mark = .nothing
      self.page = .returning(page)
    case (nil, .group), (nil, .reconfirm), (nil, .partDone):
      notice = .information("Nothing was pasted: this page is answered by its keys.")
    case (nil, .result(var page)):
      page.edit { insert(into: &$0) }
      self.page = .result(page)
    case (nil, .export(var page)):
      page.edit { insert(into: &$0) }
      self.page = .export(page)
    case (nil, .skinTests(var page)):
      if case .form(var form) = page.step {
        form.edit { insert(into: &$0) }
        page.step = .form(form)
        self.page = .skinTests(page)
      }
    case (nil, .home), (nil, .review), (nil, .worklist): break
    }
    return []
  }

  private mutating func open(_ consultation: Consultation, head: String, pack: ProtocolPack) {
    var session = Session(consultation, head: head, pack: pack)
    session.earlier = returning
    returning = .none
    desk = .open(session)
    overlays = []
    notice = .none
    lastAnswer = .none
    let wanted = destination
    destination = .whereLeft
    if wanted == .skinTests, session.skinTestQuestion != nil {
      page = .skinTests(session.skinTestPage(day))
      return
    }
    guard !session.isSigned else {
      page = .export(ExportPage(folder: setting.exportFolder))
      return
    }
    // Resuming goes back to the question that was being answered: the one with
    // a draft, else the first that nobody has asked.
    let drafted = session.checklist.items.first { !session.draft(of: $0.question.id).isEmpty }
    go(to: drafted.map { session.stop(at: $0.question.id) } ?? session.firstStop(in: part))
  }

  /// Carries out a command, from a key or from the actions menu.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .repaint: return [.repaint]
    case .face: return leavePage() + [.switchFace]
    case .suspend: return leavePage() + [.suspend]
    case .actions: return show(.actions(.nothing))
    case .leave: return show(.leave)
    case .help: return show(.help(scroll: 0))
    case .part: return show(.parts)
    case .emergency: return show(.emergencies)
    case .about: return show(.about(scroll: 0))
    case .theme: return nextTheme()
    case .letterKeys: return turnLetterKeys()
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
    case .skinTests: return openSkinTests()
    case .export:
      let kept = leavePage()
      page = .export(ExportPage(folder: setting.exportFolder))
      return kept
    case .back, .forward, .clearAnswer, .unsure, .declined, .next: return walk(command, session)
    case .repaint, .suspend, .face, .actions, .leave, .help, .part, .emergency, .theme, .about,
      .letterKeys:
      return []
    }
  }

  private mutating func show(_ overlay: Overlay) -> [Effect] {
    let kept = leavePage()
    overlays.append(overlay)
    return kept
  }

  /// The question on the page, if the page is one.
  var currentQuestion: Question.ID? {
    switch page {
    case .question(let page): page.question.id
    case .table(let page): page.question
    case .list(let page): page.question.id
    case .skinTests: ListSubject.skinTests.question
    case .home, .returning, .group, .reconfirm, .partDone, .review, .result, .worklist, .export: nil
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
