import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// From a form to an event. Before signing the tests are the answer to their
// question; afterwards the signed answer stays, and the tests are an event of
// their own.

extension SkinTestScreen {
  /// Records all tests as they now are, with notes about them.
  func record(
    _ entries: [Answers], notes: [String] = [], _ around: Around, _ words: String
  ) -> [Outcome] {
    let session = around.session
    guard let question = session.skinTestQuestion else { return [] }
    let answer: Answer = entries.isEmpty ? .unknown(.notAsked) : .known(.entries(entries))
    let about = notes.map { Note(subject: .question(question.id), text: $0) }
    var text = words
    if !session.isSigned, case .decided = session.consultation.decision {
      text += " The decision is withdrawn: decide again."
    }
    let events: [Event] =
      session.isSigned
      ? [.skinTestsRecorded(answer)] + about.map { .addendumAdded($0) }
      : [.answerRecorded(question.id, answer, wording: question.ask)]
        + about.map { .noteAdded($0) }
    return [.append(events), .showSkinTests(mark: mark), .say(text)]
  }

  /// Records a step of a test that needs no form.
  func keep(
    _ item: SkinTestItem, _ step: SkinTestRecord.Step, _ around: Around, _ words: String
  ) -> [Outcome] {
    var entries = around.session.testEntries
    let entry = item.entry(step, on: nil)
    if let record = item.current, item.isOnlyPlanned {
      entries[record.place] = entry
    } else {
      entries.append(entry)
    }
    return record(entries, around, words)
  }

  /// Saves what was filled in, or says what is missing.
  func save(
    _ form: inout SkinTestForm, _ around: Around, emergency: Bool = false
  ) -> [Outcome] {
    if !emergency, let missing = form.firstOpen {
      form.show(missing, "Not answered yet: \(form.rows[missing].label)")
      return []
    }
    return switch form.purpose {
    case .placing: savePlacing(&form, around)
    case .reading: saveReading(&form, around)
    }
  }

  private func savePlacing(_ form: inout SkinTestForm, _ around: Around) -> [Outcome] {
    let day = around.day
    guard case .known(.date(.day(let placed))) = form.value(.placed, today: day) else {
      form.show(form.place(.placed), "Enter the day of placing.")
      return []
    }
    let isAhead = placed > day
    var entry = form.item.entry(isAhead ? .planned : .placed, on: placed)
    form.fill(&entry, today: day)
    var entries = around.session.testEntries
    var notes = form.notes(isAhead ? "Planned" : "Placed", placed)
    if let former = form.item.current, !former.verdict.stands {
      entries[former.place] = entry
      if !form.item.isOnlyPlanned {
        notes.insert(
          "Repeated: \(form.item.words), the former test was \(former.verdict.words)", at: 0)
      }
    } else {
      entries.append(entry)
    }
    let next = isAhead ? "planned for \(placed.spelled)" : "placed"
    return record(entries, notes: notes, around, "The test is \(next).")
  }

  private func saveReading(_ form: inout SkinTestForm, _ around: Around) -> [Outcome] {
    let day = around.day
    guard let record = form.item.current, case .on(let placed) = record.placed,
      around.session.testEntries.indices.contains(record.place)
    else {
      form.show(form.here, "The day of placing is not recorded.")
      return []
    }
    guard case .known(.date(.day(let read))) = form.value("date", today: day), read >= placed else {
      form.show(form.place("date"), "Enter the day of reading, from \(placed.spelled) on.")
      return []
    }
    var reading: Answers = [
      .readingDay: .known(.number(Quantity(read.days(after: placed)))),
      "date": .known(.date(.day(read))),
    ]
    form.fill(&reading, today: day)
    var entries = around.session.testEntries
    var entry = entries[record.place]
    entry[.lateReaction] =
      reading[.lateReaction] == .unknown(.notAsked)
      ? entry[.lateReaction] : reading[.lateReaction]
    reading[.lateReaction] = .unknown(.notAsked)
    var readings: [Answers] = []
    if case .known(.entries(let earlier)) = entry[.readings] { readings = earlier }
    entry[.readings] = .known(.entries(readings + [reading]))
    entries[record.place] = entry
    return self.record(
      entries, notes: form.notes("Read", read), around,
      "The reading of day \(read.days(after: placed)) is recorded.")
  }
}

extension Session {
  /// What was answered with yes, or not known, about things that spoil a test.
  func spoiling(_ item: SkinTestItem) -> [String] {
    let kept = unsaved.compactMap { event -> Note? in
      switch event {
      case .noteAdded(let note), .addendumAdded(let note): note
      default: nil
      }
    }
    return (consultation.notes + consultation.addenda + kept).compactMap { note in
      guard note.subject == .question(ListSubject.skinTests.question),
        note.text.contains(", \(item.words): ")
      else { return nil }
      return note.text.contains("? YES") || note.text.contains("? NOT SURE") ? note.text : nil
    }
  }
}

extension SkinTestItem {
  /// `patch test of hyaluronidase`
  var words: String { "\(kind.words) of \(planned.name)" }

  /// An entry of the list for this ingredient and kind.
  func entry(_ step: SkinTestRecord.Step, on day: CalendarDate?) -> Answers {
    var entry: Answers = [
      .testKind: .known(.choice(Option.ID(rawValue: kind.rawValue))),
      .testState: .known(.choice(Option.ID(rawValue: step.rawValue))),
    ]
    switch method {
    case .none: entry[.ingredient] = .known(.text(planned.name))
    case .by(let option): entry[.method] = .known(.choice(option))
    case .any: break
    }
    if !planned.lot.isEmpty { entry[.lot] = .known(.text(planned.lot)) }
    if let day { entry[.placed] = .known(.date(.day(day))) }
    return entry
  }
}

extension SkinTestForm {
  /// The first row that must be filled in and is not.
  var firstOpen: Int? {
    rows.firstIndex { row in
      switch row.entry {
      case .asked(_, .notAnswered): true
      // Where it was and who did it may stay unknown; what was seen may not.
      case .options(_, .nothing):
        purpose == .reading && row.id != .field(.lateReaction)
      case .typed(let field, .number): purpose == .reading && field.isBlank
      case .asked, .options, .typed, .button: false
      }
    }
  }

  func place(_ field: Question.ID) -> Int { rows.firstIndex { $0.id == .field(field) } ?? here }

  /// What a row says; not asked when nothing was filled in.
  func value(_ field: Question.ID, today: CalendarDate) -> Answer {
    guard let row = row(field) else { return .unknown(.notAsked) }
    switch row.entry {
    case .options(_, .option(let option)):
      return .known(field == "site" ? .text(option.rawValue) : .choice(option))
    case .typed(let text, .text):
      return text.isBlank ? .unknown(.notAsked) : .known(.text(text.committed))
    case .typed(let text, .number(let unit, let range)):
      if case .number(let number) = NumberEntry(unit: unit, range: range).read(
        text.committed, label: row.label)
      {
        return .known(.number(number))
      }
    case .typed(let text, .date(let tense)):
      if case .date(let date) = DateEntry(today: today, tense: tense).read(
        text.committed, label: row.label)
      {
        return .known(.date(date))
      }
    case .asked, .options, .button: break
    }
    return .unknown(.notAsked)
  }

  /// Puts what was filled in into an entry.
  func fill(_ entry: inout Answers, today: CalendarDate) {
    for row in rows {
      guard case .field(let id) = row.id, id != .placed, id != "date" else { continue }
      let value = value(id, today: today)
      if value != .unknown(.notAsked) { entry[id] = value }
    }
  }

  /// What was asked about things that spoil a test, in words; nothing when
  /// nothing was asked.
  func notes(_ what: String, _ day: CalendarDate) -> [String] {
    let said = rows.compactMap { row -> String? in
      guard case .asked(_, let said) = row.entry else { return nil }
      switch said {
      case .notAnswered: return nil
      case .yes: return "\(row.label) YES"
      case .no: return "\(row.label) no"
      case .unsure: return "\(row.label) NOT SURE"
      }
    }
    guard !said.isEmpty else { return [] }
    return ["\(what) \(day.spelled), \(item.words): " + said.joined(separator: " ")]
  }
}
