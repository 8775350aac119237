import ClinicalModel
import Consultation
import Screening
import Terminal

// Notes: on an answer, on an entry of a list, on a group, or on the whole
// consultation.

extension Session {
  /// The notes on one subject, oldest first, those on their way to the disk
  /// included.
  func notes(on subject: NoteSubject) -> [Note] { notes.filter { $0.subject == subject } }

  /// Every note, oldest first.
  var notes: [Note] {
    consultation.notes + consultation.addenda
      + unsaved.compactMap { event in
        switch event {
        case .noteAdded(let note), .addendumAdded(let note): note
        default: nil
        }
      }
  }

  /// `3 notes`; empty where there are none.
  var noteCount: String {
    switch notes.count {
    case 0: ""
    case 1: "1 note"
    case let count: "\(count) notes"
    }
  }
}

/// What a note that is being written is about.
struct NoteTarget {
  let subject: NoteSubject
  /// What stands before the words, where the subject alone does not say it.
  var lead = ""
  /// How the page that takes the words begins.
  let title: String
}

extension Wizard {
  /// What a note written now is about.
  func noteTarget(_ session: Session) -> NoteTarget {
    switch page {
    case .list(let page): return entryTarget(page, session)
    case .review(let page):
      if let id = reviewList(session).question(at: page.selected),
        let question = session.pack.question(id)
      {
        return target(question)
      }
    case .group(let page):
      if let group = session.openGroup(page.group)?.group { return target(group) }
    case .table(let page):
      if case .group(let id) = page.row, let group = session.openGroup(id)?.group {
        return target(group)
      }
    default: break
    }
    if let question = currentQuestion.flatMap(session.pack.question) { return target(question) }
    return NoteTarget(subject: .consultation, title: "Note on this consultation")
  }

  private func target(_ question: Question) -> NoteTarget {
    NoteTarget(subject: .question(question.id), title: "Note on: \(question.ask)")
  }

  /// A group is no question of its own: its note says which group it is.
  private func target(_ group: QuestionGroup) -> NoteTarget {
    NoteTarget(
      subject: .consultation, lead: "\(group.label): ", title: "Note on: \(group.ask)")
  }

  /// A note on the entry in hand names it: its number may change.
  private func entryTarget(_ page: ListPage, _ session: Session) -> NoteTarget {
    var entry: Answers?
    let level = page.levels[0]
    if case .form(let form) = level.input {
      entry = form.entry
    } else if case .line(let line) = level.mark, level.entries.indices.contains(line) {
      entry = level.entries[line]
    }
    guard let entry, let name = page.question.fields.first(where: { !entry[$0.id].isUnknown })
    else { return target(page.question) }
    let words = entry[name.id].words(for: name)
    return NoteTarget(
      subject: .question(page.question.id), lead: "\(words): ",
      title: "Note on \(page.question.label), \(words)")
  }

  mutating func noteKey(_ key: Key, _ field: TextField) -> [Effect] {
    var field = field
    switch key {
    case .enter:
      guard case .open(var session) = desk, !field.committed.isEmpty else {
        notice = .information("Nothing is typed yet. Esc closes the note.")
        return []
      }
      let target = noteTarget(session)
      let note = Note(subject: target.subject, text: target.lead + field.committed)
      let effect = session.record([session.isSigned ? .addendumAdded(note) : .noteAdded(note)])
      desk = .open(session)
      overlays.removeLast()
      notice = .information(session.isSigned ? "Added after signing." : "The note is kept.")
      return [effect]
    case .control("c"): return perform(.leave)
    default:
      field.handle(key)
      replaceTop(.note(field))
      return []
    }
  }

  func noteBody(_ field: TextField, _ body: inout Canvas) {
    guard case .open(let session) = desk else { return }
    let target = noteTarget(session)
    body.wrap(target.title, style: .strong)
    body.gap()
    let room = body.width - 8
    let window = field.window(width: room - 2)
    body.add(Span(" > [ "), Span(Canvas.fill(window.text, to: room - 2), .field), Span(" ]"))
    body.placeCursor(column: 5 + window.cursorColumn)
    body.gap()
    for note in session.notes(on: target.subject).reversed() {
      body.wrap("Kept: " + note.text, indent: 3, hanging: 9)
    }
  }
}
