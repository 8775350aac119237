import ClinicalModel
import Consultation
import NameSearch
import Screening
import Terminal

// The page of a list question. What it holds and what keys do to it is here and
// beside; it knows neither the screen nor the journal, so that any renderer can
// show it.

/// The page of a question that is answered with entries.
struct ListScreen: Screen {
  typealias Around = ConsultationSurroundings

  let question: Question
  /// The list in hand; below it the entries whose field it is. Never empty.
  var levels: [ListLevel]
  /// Where to go once the list is complete.
  var destination: AfterAnswer = .nextOpen
  /// The entries of an earlier consultation, to be read out one by one.
  var earlier: EarlierEntries = .none
  /// How many of them were read out.
  var reread = 0
  /// Whether the list was changed and not yet said to be complete.
  var standing = Standing.asFound

  /// Whether the list was changed and not yet said to be complete.
  enum Standing: Hashable, Sendable {
    case asFound
    case beingChanged
  }

  /// The list in hand.
  var level: ListLevel {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  /// The entries as they stand, those being asked included.
  var entries: [Answers] { levels[0].entries }

  /// The list as an answer; without entries it is none.
  var answer: Answer { entries.isEmpty ? .unknown(.notAsked) : .known(.entries(entries)) }

  /// A page with the entries on record and what was being typed.
  init(_ question: Question, answer: Answer, draft: String, tables: TableNames) {
    self.question = question
    var entries: [Answers] = []
    if question.admits(answer), case .known(.entries(let known)) = answer { entries = known }
    levels = [ListLevel(question, entries, tables)]
    if !draft.isEmpty { standing = .beingChanged }
    restore(draft, tables)
  }
}

/// A list and what is being done to it.
struct ListLevel: Sendable {
  /// The question, or the field of an entry, that holds the list.
  let list: Question
  var entries: [Answers]
  /// The marked entry.
  var mark: ListMark = .nothing
  var input: ListInput

  init(_ list: Question, _ entries: [Answers], _ tables: TableNames) {
    self.list = list
    self.entries = entries
    input = .browsing
    input = resting(tables)
  }

  /// How the list waits for its next entry: with a line to type a name, if its
  /// entries begin with one, else with a key.
  func resting(_ tables: TableNames) -> ListInput {
    guard let first = list.fields.first, case .name(let table) = first.kind else {
      return .browsing
    }
    return .adding(NamePicker(table, takesFreeText: true, tables: tables))
  }
}

/// What is being done to a list.
enum ListInput: Sendable {
  /// A name is typed for a new entry.
  case adding(NamePicker)
  /// Keys act; no text is typed.
  case browsing
  /// An entry is about to be removed.
  case removing(Int)
  /// An entry's fields are asked.
  case form(EntryForm)
  /// An entry of an earlier consultation is read out.
  case rereading(Int)
}

/// Entries of an earlier consultation.
enum EarlierEntries: Hashable, Sendable {
  case none
  case of(CalendarDate, [Answers])
}

/// One entry while its fields are asked.
struct EntryForm: Sendable {
  /// Its place in the list; one past the end while nothing of it is known.
  let index: Int
  var entry: Answers
  /// The field that is asked.
  var field: Question
  var input: FieldInput
  /// What is wrong with what was typed.
  var problem: String?
}

/// How a field is being answered.
enum FieldInput: Sendable {
  /// One of several lines.
  case choice(ListMark)
  /// A text, number or date.
  case text(TextField)
  /// A name.
  case name(NamePicker)
  /// Several names; `mark` is in those chosen.
  case names(NamePicker, mark: ListMark)
  /// A list within the entry, which has a page of its own.
  case list
}

/// What a key on the page asks of whoever holds it.
enum ListOutcome: Hashable, Sendable {
  /// Nothing beyond the page itself.
  case nothing
  /// Words for the person at the keyboard.
  case said(String)
  /// The entries are as they shall be recorded.
  case settled(String)
  /// So many entries of the earlier consultation were read out; the words go
  /// into the record beside the answer.
  case reread(Int, String)
  /// The list is complete.
  case complete
}

/// What the page needs to know of the consultation around it.
struct ListSurroundings {
  let pack: CompiledPack
  let answers: Answers
  let today: CalendarDate

  var tables: TableNames { pack.names }

  /// The fields that are asked of an entry, in order.
  func fields(of list: Question, for entry: Answers) -> [Question] {
    guard list.fields.contains(where: { $0.when != .always }) else { return list.fields }
    let context = AnswerContext(pack: pack, answers: answers, interviewDate: today)
    return list.fields.filter { context.applies($0, of: list, to: entry) != .false }
  }
}
