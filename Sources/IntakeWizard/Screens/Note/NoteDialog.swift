import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// A note that is being written.
struct NoteDialog: Screen {
  typealias Around = ConsultationSurroundings

  var text = TextField(text: "", lengthMax: 500)

  enum Act {
    case keep
    case write(String)
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Note", isText: true,
      [
        .key([.enter], "Enter", "Keep the note", "keep it with the record", .keep), .clear,
        .closing("Close without keeping", "throw the note away"),
      ])
  ]

  var field: TextField? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    if case .write(let words) = act { text = TextField(text: words, lengthMax: text.lengthMax) }
    guard !text.isBlank else { return [.say("Nothing is typed yet. Esc closes the note.")] }
    let target = around.noteTarget
    let note = Note(subject: target.subject, text: target.lead + text.committed)
    let isSigned = around.session.isSigned
    return [
      .append([isSigned ? .addendumAdded(note) : .noteAdded(note)]), .close,
      .say(isSigned ? "Added after signing." : "The note is kept."),
    ]
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    let target = around.noteTarget
    return around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) { body in
      body.wrap(target.title, style: .strong)
      body.gap()
      let room = body.width - 8
      let window = text.window(width: room - 2)
      body.add(Span(" > [ "), Span(Canvas.fill(window.text, to: room - 2), .field), Span(" ]"))
      body.placeCursor(column: 5 + window.cursorColumn)
      body.gap()
      for note in around.session.notes(on: target.subject).reversed() {
        body.wrap("Kept: " + note.text, indent: 3, hanging: 9)
      }
    }
  }

  func spoken(_ around: Around) -> LinearPage {
    let target = around.noteTarget
    return LinearPage(
      place: "note",
      lines: [LinearWords.sentence(target.title)]
        + around.session.notes(on: target.subject).reversed().map { "Kept: \($0.text)" }
        + ["Words on one line."], prompt: "Note, or < to keep none")
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    .words(line, into: text) { .write($0) }
  }
}
