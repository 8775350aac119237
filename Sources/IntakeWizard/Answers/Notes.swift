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
struct NoteTarget: Sendable {
  let subject: NoteSubject
  /// What stands before the words, where the subject alone does not say it.
  var lead = ""
  /// How the page that takes the words begins.
  let title: String
}

extension NoteTarget {
  init(_ question: Question) {
    self.init(subject: .question(question.id), title: "Note on: \(question.ask)")
  }

  /// A group is no question of its own: its note says which group it is.
  init(_ group: QuestionGroup) {
    self.init(
      subject: .consultation, lead: "\(group.label): ", title: "Note on: \(group.ask)")
  }
}

extension ConsultationSurroundings {
  /// What a note written now is about.
  var noteTarget: NoteTarget {
    if let target = all.pageNote { return target }
    if let group = pageFacts.group.flatMap(session.openGroup)?.group { return NoteTarget(group) }
    if let question = currentQuestion.flatMap(session.pack.question) {
      return NoteTarget(question)
    }
    return NoteTarget(subject: .consultation, title: "Note on this consultation")
  }
}

extension ListScreen {
  /// A note on the entry in hand names it: its number may change.
  func noteTarget(_ around: ConsultationSurroundings) -> NoteTarget? {
    var entry: Answers?
    let level = levels[0]
    if case .form(let form) = level.input {
      entry = form.entry
    } else if case .line(let line) = level.mark, level.entries.indices.contains(line) {
      entry = level.entries[line]
    }
    guard let entry, let name = question.fields.first(where: { !entry[$0.id].isUnknown })
    else { return NoteTarget(question) }
    let words = entry[name.id].words(for: name)
    return NoteTarget(
      subject: .question(question.id), lead: "\(words): ",
      title: "Note on \(question.label), \(words)")
  }
}
