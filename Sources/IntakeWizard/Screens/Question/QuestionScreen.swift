import ClinicalModel
import Consultation
import Screening
import Terminal

/// One question: what is chosen or typed and not yet an answer.
struct QuestionScreen: Screen {
  typealias Around = ConsultationSurroundings

  let question: Question
  /// The day of the interview.
  let today: CalendarDate
  /// How it is being answered.
  var input: Input
  /// Where to go after the answer.
  var destination: AfterAnswer = .nextOpen
  /// What is wrong with what was typed; `nil` if nothing is.
  var problem: String?
  /// What was typed when it was asked again whether it is right.
  var askedAgain = ""
  /// Whether the end of the list has been on screen.
  var wasSeen = false

  /// How a question is being answered.
  enum Input: Sendable {
    /// One of several lines: the options, then not sure, then declined.
    case choice(ListMark)
    /// Several options; `marked` in the pack's order.
    case several(ListMark, marked: Set<Option.ID>)
    /// A text field.
    case field(TextField)
  }

  /// A page with nothing chosen: what was answered before is shown, never
  /// preselected, so that Enter alone changes nothing.
  init(_ question: Question, draft: String, answer: Answer, today: CalendarDate) {
    self.question = question
    self.today = today
    switch question.kind {
    case .single, .list, .name, .names: input = .choice(.nothing)
    case .multiple:
      var marked: Set<Option.ID> = []
      if case .known(.choices(let options)) = answer { marked = Set(options) }
      if !draft.isEmpty {
        let names = Set(draft.split(separator: ", ").map(String.init))
        marked = Set(question.options.map(\.id).filter { names.contains($0.rawValue) })
      }
      input = .several(.nothing, marked: marked)
    case .text:
      var text = draft
      if text.isEmpty, case .known(.text(let known)) = answer { text = known }
      input = .field(TextField(text: text, lengthMax: 200))
    case .number: input = .field(TextField(text: draft, lengthMax: 20))
    case .date(_, let orNever, let orCurrent):
      let hasKeys = orNever || orCurrent || question.answeredByStaff
      input =
        hasKeys && draft.isEmpty
        ? .choice(.nothing) : .field(TextField(text: draft, lengthMax: 30))
    }
  }

  /// Every line that can be chosen, in the order shown.
  var choices: [QuestionChoice] { QuestionChoice.all(question, today: today) }

  enum Act {
    case move(Key)
    case takeMarked
    case choose(Int)
    /// Opens the date field with a digit in it.
    case begin(Key)
    case write(String)
    case take
    case mark(Set<Option.ID>)
    case record(Answer)
  }

  func keyboard(_ around: Around) -> Keyboard<Self> {
    switch input {
    case .choice: Self.choosing
    case .several: Self.marking
    case .field: Self.typing
    }
  }

  func facts(_ around: Around) -> ScreenFacts {
    let section = around.session.pack.section(of: question.id)
    return ScreenFacts(
      question: question.id, stop: .question(question.id),
      sideMark: section.map { .section($0.id) } ?? .nothing)
  }

  /// A date that can be typed begins with its digit, unless letters are off.
  func digits(_ around: Around) -> [Character: Character] {
    guard case .choice = input else { return [:] }
    return around.digits(for: choices, of: question)
  }

  var field: TextField? {
    get { if case .field(let field) = input { field } else { nil } }
    set { if let newValue { input = .field(newValue) } }
  }

  func isHasty(_ key: Key) -> Bool { field == nil && key.answers }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    around.questionFrame(self, around.session, size, Frame.width(size))
  }
}

/// Where to go after an answer.
enum AfterAnswer: Hashable, Sendable {
  case nextOpen
  case review
}
