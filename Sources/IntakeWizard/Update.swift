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
      return takePage(page.took(.listed, in: surroundings))
    case .readingsListed(let rows):
      readings = rows
      return []
    case .listFailed(let words):
      home.loading = .failed(words)
      return []
    case .foundEarlier(let visits):
      return takePage(page.took(.foundEarlier(visits), in: surroundings))
    case .findFailed(let words):
      return takePage(page.took(.findFailed(words), in: surroundings))
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
      guard var session = openConsultation else { return [] }
      let wasNamed = session.consultation.answers.namesSamePatient(as: consultation.answers)
      session.saved(consultation, head: head)
      openConsultation = session
      guard closing == .afterSaving, session.saving == .done else {
        return wasNamed ? [] : lookForLastVisit(anew: true)
      }
      closing = .notNow
      return closeConsultation()
    case .saveFailed(let words):
      guard var session = openConsultation else { return [] }
      session.saveFailed(words)
      closing = .notNow
      openConsultation = session
      notice = .trouble(words)
      return []
    case .exported(let path, let note):
      return exported(path, note)
    case .exportFailed(let words):
      notice = .trouble(words)
      return []
    }
  }

  /// Gives a key to what is on the screen.
  mutating func dispatch(_ key: Key) -> [Effect] {
    if let dialog = dialogs.last { return press(key, on: dialog) }
    if key == .escape, let effects = returnFromDetour() { return effects }
    return takePage(page.pressed(key, in: surroundings))
  }

  private mutating func open(
    _ consultation: Consultation, head: String, pack: CompiledPack
  ) -> [Effect] {
    var session = Session(
      consultation, head: head, pack: pack, today: day, clock: setting.localTime)
    session.earlier = returning
    if case .of(let visit, _) = returning { session.lastVisit = .of(visit) }
    returning = .none
    openConsultation = session
    let effects = lookForLastVisit()
    dialogs = []
    notice = .none
    lastAnswer = .none
    detour = .none
    let wanted = destination
    destination = .whereLeft
    if wanted == .skinTests, session.skinTestQuestion != nil {
      page = session.skinTestScreen(day)
      return effects
    }
    guard !session.isSigned else {
      page = ExportScreen(folder: setting.exportFolder)
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
    case .actions: return show(ActionsDialog())
    case .leave: return show(LeaveDialog())
    case .help: return show(HelpDialog())
    case .part: return show(PartsDialog())
    case .emergency: return show(EmergenciesDialog())
    case .about: return show(AboutDialog())
    case .theme: return nextTheme()
    case .letterKeys: return turnLetterKeys()
    default: break
    }
    guard let session = openConsultation else {
      if command == .back { return walk(command) }
      notice = .information("Open a consultation first.")
      return []
    }
    switch command {
    case .findings: return show(FindingsDialog())
    case .jump: return show(FindDialog())
    case .note: return show(NoteDialog())
    case .saveAgain:
      var session = session
      guard !session.unsaved.isEmpty else {
        notice = .information("Everything is saved.")
        return []
      }
      let effect = session.record([])
      openConsultation = session
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
      page = ExportScreen(folder: setting.exportFolder)
      return kept
    case .undo: return undo()
    case .redo: return redo()
    case .next:
      let kept = leavePage()
      go(to: session.firstStop(in: part))
      return kept
    case .back, .forward, .clearAnswer, .unsure, .declined: return walk(command)
    case .repaint, .suspend, .face, .actions, .leave, .help, .part, .emergency, .theme, .about,
      .lock, .myPassphrase, .switchUser, .letterKeys:
      return []
    }
  }

  private mutating func show(_ dialog: any Screen) -> [Effect] {
    let kept = leavePage()
    dialogs.append(dialog)
    return kept
  }

  /// Goes home. Unsaved answers keep the consultation open: leaving would lose
  /// them.
  mutating func closeConsultation() -> [Effect] {
    let kept = leavePage()
    guard let session = openConsultation else { return [] }
    if case .failed = session.saving {
      notice = .trouble(
        "\(session.unsaved.count) entries are not saved. Ctrl-X A tries again; none is lost yet.")
      return kept
    }
    openConsultation = nil
    page = HomeScreen()
    dialogs = []
    home.loading = .underWay
    return kept + [.flushInput, .list]
  }
}
