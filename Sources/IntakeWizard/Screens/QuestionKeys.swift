import ClinicalModel
import Consultation
import Terminal

// Keys on a question page (UX §3.5). An answer is only ever recorded by a key
// that names it, or by Enter on a line that a person has marked.

extension Wizard {
  mutating func questionKey(_ key: Key, _ page: QuestionPage) -> [Effect] {
    var page = page
    page.problem = .none
    switch page.input {
    case .choice(let mark): return choiceKey(key, page, mark)
    case .several(let mark, let marked): return severalKey(key, page, mark, marked)
    case .field(let field): return fieldKey(key, page, field)
    }
  }

  private mutating func choiceKey(
    _ key: Key, _ page: QuestionPage, _ mark: ListMark
  ) -> [Effect] {
    var page = page
    let choices = page.choices
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end:
      let step = [.up, .pageUp, .home].contains(key) ? -1 : 1
      let far = key == .up || key == .down ? 1 : choices.count
      page.input = .choice(mark.moved(by: step * far, of: choices.count))
      self.page = .question(page)
      return []
    case .enter:
      guard case .line(let line) = mark else {
        notice = .information("Nothing is chosen yet, so Enter does nothing. Press a key shown.")
        return []
      }
      return choose(choices[line], page, key: key)
    case .character(let character):
      let wanted = Character(character.lowercased())
      if let choice = choices.first(where: { $0.key == wanted }) {
        return choose(choice, page, key: key)
      }
      if case .date = page.question.kind, character.isASCII, character.isNumber {
        return openField(page, typing: key)
      }
      return pageCommand(key, page)
    default: return pageCommand(key, page)
    }
  }

  private mutating func severalKey(
    _ key: Key, _ page: QuestionPage, _ mark: ListMark, _ marked: Set<Option.ID>
  ) -> [Effect] {
    var page = page
    let choices = page.choices
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end:
      let step =
        switch key {
        case .up: -1
        case .down: 1
        case .pageUp: -6
        case .pageDown: 6
        case .home: -choices.count
        default: choices.count
        }
      let moved = mark.moved(by: step, of: choices.count)
      page.input = .several(moved, marked: marked)
      // The last two lines are not sure and declined, below the whole list.
      if case .line(let line) = moved, line >= choices.count - 2 { page.seen = .end }
      self.page = .question(page)
      return []
    case .enter:
      let options = page.question.options.map(\.id).filter(marked.contains)
      guard !options.isEmpty else {
        notice = .information(
          "Nothing is marked yet, so Enter does nothing. Mark what applies, or 0 for none.")
        return []
      }
      return record(.known(.choices(options)), page, key: key)
    case .character(" "):
      guard case .line(let line) = mark else {
        notice = .information("Down moves to a line, then Space marks it.")
        return []
      }
      return choose(choices[line], page, key: key)
    case .character(let character):
      let wanted = Character(character.lowercased())
      guard let choice = choices.first(where: { $0.key == wanted && wanted != " " }) else {
        return pageCommand(key, page)
      }
      return choose(choice, page, key: key)
    default: return pageCommand(key, page)
    }
  }

  private mutating func choose(
    _ choice: QuestionPage.Choice, _ page: QuestionPage, key: Key
  ) -> [Effect] {
    switch choice.outcome {
    case .answer(let answer): return record(answer, page, key: key)
    case .openField: return openField(page, typing: .unrecognised)
    case .mark(let option):
      guard case .several(let mark, var marked) = page.input else { return [] }
      if option == Option.none, !marked.contains(option), page.seen == .start, !listFits(page) {
        notice = .trouble("Show the whole list first: PgDn or End. Then 0 says none of these.")
        self.page = .question(page)
        return []
      }
      if marked.remove(option) == nil {
        // "None of these" and an option exclude each other.
        if option == Option.none { marked = [] } else { marked.remove(Option.none) }
        marked.insert(option)
      }
      var page = page
      page.input = .several(mark, marked: marked)
      self.page = .question(page)
      return []
    }
  }

  private mutating func openField(_ page: QuestionPage, typing key: Key) -> [Effect] {
    var page = page
    var field = TextField(text: "", lengthMax: 30)
    field.handle(key)
    page.input = .field(field)
    self.page = .question(page)
    return []
  }

  private mutating func fieldKey(
    _ key: Key, _ page: QuestionPage, _ field: TextField
  ) -> [Effect] {
    var page = page
    var field = field
    // In a number no letter has a meaning, so U and D stay one key away.
    if case .number = page.question.kind, case .character(let character) = key {
      if "uU".contains(character) { return record(.unknown(.unsure), page, key: key) }
      if "dD".contains(character) { return record(.unknown(.declined), page, key: key) }
      if "?".contains(character) { return perform(.help) }
      if "<".contains(character) { return perform(.back) }
      if ">".contains(character) { return perform(.forward) }
    }
    switch key {
    case .enter: return commit(page, field)
    case .escape, .up:
      notice = .information("Ctrl-X shows all actions. Shift-Tab or F3 goes back.")
      return []
    case .backspace where field.text.isEmpty:
      return perform(.back)
    case .tab, .down: return perform(.forward)
    default:
      if let command = KeyMap.command(for: key, in: .field) { return perform(command) }
      switch field.handle(key) {
      case .full: notice = .information("The field is full.")
      case .notMine, .nothing, .refused, .moved, .changed: break
      }
      page.input = .field(field)
      self.page = .question(page)
      return keepDraft(page.question, field.text, every: 20)
    }
  }

  private mutating func commit(_ page: QuestionPage, _ field: TextField) -> [Effect] {
    guard let session = opened else { return [] }
    switch read(field, for: page.question, session) {
    case .empty:
      notice = .information("Nothing is typed yet, so Enter does nothing.")
      return []
    case .answer(let answer):
      if page.question.id == .dateOfBirth, case .known(.date(let date)) = answer,
        page.askedAgain != field.text,
        let words = BirthDoubt(today: page.today).words(field.committed, date)
      {
        var page = page
        page.problem = .words(words)
        page.askedAgain = field.text
        page.input = .field(field)
        self.page = .question(page)
        return []
      }
      return record(answer, page, key: .enter)
    case .refused(let words):
      var page = page
      page.problem = .words(words)
      page.input = .field(field)
      self.page = .question(page)
      return []
    }
  }

  /// What a field says to its question.
  enum FieldReading {
    case empty
    case answer(Answer)
    /// The words say what to enter.
    case refused(String)
  }

  func read(_ field: TextField, for question: Question, _ session: Session) -> FieldReading {
    let text = field.committed
    switch question.kind {
    case .text:
      if text.isEmpty { return .empty }
      return .answer(
        .known(question.takesNone && text == "0" ? Answer.nothingToWrite : .text(text)))
    case .number(let unit, let range):
      switch NumberEntry(unit: unit, range: range).read(text, label: question.label) {
      case .empty: return .empty
      case .number(let number): return .answer(.known(.number(number)))
      case .refused(let words): return .refused(words)
      }
    case .date(let tense, _, _):
      let entry = DateEntry(today: session.day, tense: tense)
      switch entry.read(text, label: question.label) {
      case .empty: return .empty
      case .date(let date):
        if question.id == .plannedTreatmentDate, !date.isExact {
          return .refused("Enter the day of the treatment: all waiting times count to it")
        }
        return .answer(.known(.date(date)))
      case .refused(let words): return .refused(words)
      }
    case .single, .multiple, .list, .name, .names: return .empty
    }
  }

  /// Keys of the page that answer nothing.
  private mutating func pageCommand(_ key: Key, _ page: QuestionPage) -> [Effect] {
    self.page = .question(page)
    if key == .escape {
      notice = .information("Nothing to close here. Press ? for the keys.")
      return []
    }
    guard let command = KeyMap.command(for: key, in: .choice) else {
      notice = .information("That key does nothing here. Press ? for the keys.")
      return []
    }
    return perform(command)
  }
}

extension Question {
  /// Whether there may be nothing to write: a text whose absence raises no
  /// finding. Then 0 says so, as it says none of a list.
  var takesNone: Bool { kind == .text && onUnknown == .noFinding }
}
