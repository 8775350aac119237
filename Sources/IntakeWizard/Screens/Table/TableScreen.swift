import ClinicalModel
import Consultation
import Screening
import Terminal

/// A section as one table: a line for each question, answered in place.
struct TableScreen: Screen {
  typealias Around = ConsultationSurroundings

  let section: Section.ID
  /// The line the next key acts on.
  var row: TableRow
  /// What is being typed into it.
  var field: TextField?
  /// Where to go after the answer.
  var destination: AfterAnswer = .nextOpen
  /// What is wrong with what was typed; `nil` if nothing is.
  var problem: String?

  init(section: Section.ID, row: TableRow, destination: AfterAnswer = .nextOpen) {
    self.section = section
    self.row = row
    self.destination = destination
  }

  /// The question of the line; `nil` on a group's line.
  var question: Question.ID? {
    if case .question(let id) = row { id } else { nil }
  }

  /// The group of the line, if it can be denied.
  func group(_ session: Session) -> Checklist.OpenGroup? {
    if case .group(let id) = row { session.openGroup(id) } else { nil }
  }

  enum Act {
    case move(Int)
    case answer(Answer)
    /// Opens the field of a date, with a digit in it.
    case begin(Key)
    case openPage
    case denyAll
    case askOneByOne
    case write(String)
    case take
    case leaveField
  }

  func keyboard(_ around: Around) -> Keyboard<Self> {
    field == nil ? Self.answering : Self.typing
  }

  func facts(_ around: Around) -> ScreenFacts {
    var facts = ScreenFacts(
      question: question, stop: .table(section, row), sideMark: .section(section),
      keepsEscape: field != nil)
    if case .group(let id) = row { facts.group = id }
    return facts
  }

  func digits(_ around: Around) -> [Character: Character] {
    if field != nil { return [:] }
    guard let question = question.flatMap(around.session.pack.question) else {
      return Wizard.numbered(["n", "y"])
    }
    let choices = around.session.rowChoices(question)
    return question.isTyped
      ? Wizard.numbered(["y"] + choices.map(\.key)) : around.digits(for: choices, of: question)
  }

  func isHasty(_ key: Key) -> Bool { field == nil && key.answers }

  func takes(_ command: Command, by key: Key) -> Bool { field == nil || command != .back }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    around.tableFrame(self, around.session, size, Frame.width(size))
  }
}
