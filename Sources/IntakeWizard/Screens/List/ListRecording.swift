import ClinicalModel
import Consultation
import Screening
import Terminal

// From a list's page to the record and back.

extension ListScreen {
  func keyboard(_ around: Around) -> Keyboard<Self> {
    switch level.input {
    case .adding: Self.typingName
    case .browsing: Self.entries
    case .removing: Self.removing
    case .rereading: Self.rereading
    case .form(let form):
      switch form.input {
      case .choice: Self.choosing
      case .text: Self.typingText
      case .name, .names: Self.typingFieldName
      case .list: Self.innerList
      }
    }
  }

  func facts(_ around: Around) -> ScreenFacts {
    let section = around.session.pack.section(of: question.id)
    var facts = ScreenFacts(
      question: question.id, stop: .question(question.id),
      sideMark: section.map { .section($0.id) } ?? .nothing)
    if case .form = level.input { facts.keepsEscape = true }
    if levels.count > 1 { facts.keepsEscape = true }
    return facts
  }

  func digits(_ around: Around) -> [Character: Character] {
    switch level.input {
    case .adding: [:]
    case .browsing: ["0": "a"]
    case .removing: Wizard.numbered(["y"])
    case .rereading: Wizard.numbered(["y", "e", "n", "s"])
    case .form(let form):
      switch form.input {
      case .choice: Wizard.numbered(form.choices.map(\.key))
      case .list: ["0": "a"]
      case .text, .name, .names: [:]
      }
    }
  }

  /// A Tab that is held down must not go on to say that the list is complete.
  func isHasty(_ key: Key) -> Bool { key == .tab || (!isTyping && key.answers) }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    let session = around.session
    let before = self
    switch act {
    case .write(let words), .look(let words):
      let drafts = draftsTyping(words, session)
      _ = perform(act, session.listSurroundings)
      return drafts
    default: break
    }
    let outcome = perform(act, session.listSurroundings)
    guard !session.isSigned || entries == before.entries else {
      self = before
      return [.warn("This consultation is signed: the list can no longer be changed.")]
    }
    // What is asked next must be read before a key answers it.
    let pause: [Outcome] = place != before.place ? [.pause] : []
    if case .removing = level.input {
      if case .removing = before.level.input {} else { return pause + [.effects([.flushInput])] }
    }
    return pause + wishes(outcome, session)
  }

  private func wishes(_ outcome: ListOutcome, _ session: Session) -> [Outcome] {
    switch outcome {
    case .nothing: return keepingLongDraft(session)
    case .said(let words): return [.say(words)]
    case .settled(let words):
      return (words.isEmpty ? [] : [.say(words)]) + recording(session)
    case .reread(let count, let words):
      let id = question.id
      return [.mark(.readOut(id, count: count))]
        + (words.isEmpty ? [] : recording(session, wording: words))
    case .complete: return completing(session)
    }
  }

  /// The drafts that are kept while words are written: a line is as good as its
  /// letters one by one.
  private func draftsTyping(_ words: String, _ session: Session) -> [Outcome] {
    var page = self
    var kept = session.draft(of: question.id).count
    var outcomes: [Outcome] = []
    for count in 0...words.count where !words.isEmpty {
      page.field = TextField(text: String(words.prefix(count)), lengthMax: words.count)
      guard abs(page.draft.count - kept) >= 20 else { continue }
      kept = page.draft.count
      outcomes += page.recording(session)
    }
    return outcomes
  }

  func keepingLongDraft(_ session: Session) -> [Outcome] {
    guard isTyping, !session.isSigned else { return [] }
    return abs(draft.count - session.draft(of: question.id).count) >= 20
      ? recording(session) : []
  }

  /// The list as it stands, and where it is being gone on with.
  func recording(_ session: Session, wording: String? = nil) -> [Outcome] {
    guard !session.isSigned else { return [] }
    var events: [Event] = []
    if entries != session.answers[question.id].entries {
      events.append(.answerRecorded(question.id, answer, wording: wording ?? question.ask))
    }
    // An answer takes the draft away, so that one is kept again behind it.
    if draft != (events.isEmpty ? session.draft(of: question.id) : "") {
      events.append(.draftKept(question.id, draft))
    }
    return events.isEmpty ? [] : [.answer(events)]
  }

  /// Says that the list is complete; an empty one is no answer.
  private func completing(_ session: Session) -> [Outcome] {
    guard !entries.isEmpty else {
      let gate = question.when.questions.first.flatMap(session.pack.question)
      return [
        .say(
          gate.map { "If none: No to \($0.label). An empty list is no answer." }
            ?? "An empty list is no answer: add an entry, or not sure, or declined.")
      ]
    }
    return recording(session)
      + [.dropDraft(question.id), .pause, .after(question.id, then: destination)]
  }

  /// The commands of a list: the whole list's answer, and back and forward.
  mutating func walk(_ step: Command, _ around: Around) -> [Outcome] {
    let session = around.session
    let isForm = if case .form = level.input { true } else { false }
    var outcome = ListOutcome.nothing
    switch step {
    case .unsure where isForm: outcome = fieldUnsure(session.listSurroundings)
    case .declined where isForm:
      return [.say("Inside an entry: U not sure. Declined is said of the whole list.")]
    case .clearAnswer where isForm: outcome = clearField(session.listSurroundings)
    case .unsure, .declined, .clearAnswer:
      guard entries.isEmpty else {
        return [.say("Entries are on file. Mark one, then - removes it, one by one.")]
      }
      guard draft.isEmpty else { return [.say("Something is typed: Ctrl-U clears it first.")] }
      if step == .clearAnswer { return [.clear(question)] }
      let answer = Answer.unknown(step == .unsure ? .unsure : .declined)
      return [
        .record(
          [.answerRecorded(question.id, answer, wording: question.ask)], after: question.id,
          then: destination)
      ]
    case .back: return [.back(from: question.id)]
    default: return [.forward(from: question.id)]
    }
    switch outcome {
    case .said(let words): return [.say(words)]
    case .settled: return recording(session)
    case .nothing, .reread, .complete: return []
    }
  }

  func leaving(_ around: Around) -> [Outcome] { recording(around.session) }

  func holdsDraft(_ around: Around) -> Bool {
    let session = around.session
    guard !session.isSigned else { return false }
    return entries != session.answers[question.id].entries
      || draft != session.draft(of: question.id)
  }

  mutating func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] {
    guard case .form(var form) = level.input, case .text(let field) = form.input else { return [] }
    form.input = .text(field.settled(for: form.field, before))
    level.input = .form(form)
    return []
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    around.listFrame(self, around.session, size, Frame.width(size))
  }

  func spoken(_ around: Around) -> LinearPage { around.linearList(self, around.session) }
}

extension Session {
  var listSurroundings: ListSurroundings {
    ListSurroundings(pack: pack, answers: answers, today: day)
  }

  /// The page of a list, with what an earlier consultation holds of it.
  func listScreen(_ question: Question) -> ListScreen {
    var page = ListScreen(
      question, answer: answers[question.id], draft: draft(of: question.id), tables: pack.names)
    if case .of(let visit, _) = earlier, question.admits(visit.answers[question.id]),
      case .known(.entries(let entries)) = visit.answers[question.id]
    {
      page.beginRereading(entries, from: visit.day, at: reread[question.id] ?? 0)
    }
    return page
  }
}

extension Answer {
  /// The entries of a list; none of any other answer.
  var entries: [Answers] {
    if case .known(.entries(let entries)) = self { entries } else { [] }
  }
}
