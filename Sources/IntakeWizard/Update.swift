import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

extension Wizard {
  /// Takes what happened and says what is to be done.
  public mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .key(let key, let time):
      comes(time)
      return keyPressed(key)
    case .pasted(let text, let time):
      comes(time)
      return pasted(text)
    case .idle(let time):
      comes(time)
      return woken()
    case .resumed(let time):
      comes(time)
      return lock(.suspended)
    case .staff(let reply): return staffSaid(reply)
    case .ended:
      // What failed before gets one more chance before the program goes.
      let kept = leavePage()
      return kept + (unsaved == nil ? [] : [.save]) + [.quit]
    case .listed(let rows):
      home.rows = rows
      home.loading = .done
      home.mark = .nothing
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
      return open(consultation, head: head, pack: pack)
    case .foundLastVisit(let visit, let id):
      took(visit, for: id)
      return []
    case .openFailed(let words):
      returning = .none
      destination = .whereLeft
      notice = .trouble(words)
      return []
    case .saved(let consultation, let head):
      guard case .open(var session) = desk else { return [] }
      let wasNamed = session.consultation.answers.namesSamePatient(as: consultation.answers)
      session.saved(consultation, head: head)
      desk = .open(session)
      guard closing == .afterSaving, session.saving == .done else {
        return wasNamed ? [] : lookForLastVisit(anew: true)
      }
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

  /// Whether the window is too small to show what a key would do.
  var isTooSmall: Bool {
    window.rows < Self.smallest.rows || window.columns < Self.smallest.columns
  }

  private mutating func keyPressed(_ key: Key) -> [Effect] {
    if case .taken(let effects) = gate(key) { return effects }
    // Nobody answers a question that is not on screen.
    if isTooSmall {
      if case .taken(let effects) = smallWindowKey(key) { return effects }
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
      notice = .information("Key held: answer one question at a time.")
      return []
    }
    if case .character(let character) = key, !mayBeTyped(character) {
      notice = .information("A control or direction mark was left out.")
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
    if key == .escape, let effects = returnFromDetour() { return effects }
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

  private mutating func open(
    _ consultation: Consultation, head: String, pack: CompiledPack
  ) -> [Effect] {
    var session = Session(
      consultation, head: head, pack: pack, today: day, clock: setting.localTime)
    session.earlier = returning
    if case .of(let visit, _) = returning { session.lastVisit = .of(visit) }
    returning = .none
    desk = .open(session)
    let effects = lookForLastVisit()
    overlays = []
    notice = .none
    lastAnswer = .none
    detour = .none
    let wanted = destination
    destination = .whereLeft
    if wanted == .skinTests, session.skinTestQuestion != nil {
      page = .skinTests(session.skinTestPage(day))
      return effects
    }
    guard !session.isSigned else {
      page = .export(ExportPage(folder: setting.exportFolder))
      return effects
    }
    // Resuming goes back to the question that was being answered: the one with
    // a draft, else the first that nobody has asked.
    let drafted = session.checklist.items.first { !session.draft(of: $0.question.id).isEmpty }
    go(to: drafted.map { session.stop(at: $0.question.id) } ?? session.firstStop(in: part))
    if session.outdatedCount > 0 {
      notice = .information(Self.outdatedWords(session.outdatedCount))
    }
    return effects
  }

  /// Carries out a command, from a key or from the actions menu.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .repaint: return [.repaint]
    case .face: return changeFace()
    case .suspend: return lock(.suspended) + [.suspend]
    case .lock: return lock(.asked)
    case .myPassphrase: return openMyPassphrase()
    case .switchUser: return openPeople()
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
    case .undo: return undo()
    case .redo: return redo()
    case .back, .forward, .clearAnswer, .unsure, .declined, .next: return walk(command, session)
    case .repaint, .suspend, .face, .actions, .leave, .help, .part, .emergency, .theme, .about,
      .lock, .myPassphrase, .switchUser, .letterKeys:
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
