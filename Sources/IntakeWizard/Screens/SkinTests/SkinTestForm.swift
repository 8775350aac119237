import ClinicalModel
import Screening
import Terminal

/// What is filled in when a test is placed or read, one row at a time.
struct SkinTestForm: Sendable {
  let purpose: Purpose
  let item: SkinTestItem
  var rows: [SkinTestRow]
  var here = 0
  /// What is wrong with what was filled in; empty when nothing is.
  var problem = ""

  /// What it is for.
  enum Purpose: Hashable, Sendable {
    case placing, reading
  }

  var row: SkinTestRow { rows[here] }

  /// The row of a field; nothing when the form has none such.
  func row(_ field: Question.ID) -> SkinTestRow? { rows.first { $0.id == .field(field) } }

  /// Shows a row with what is wrong.
  mutating func show(_ row: Int, _ words: String) {
    here = row
    problem = words
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    guard case .typed(var field, let kind) = rows[here].entry else { return }
    change(&field)
    rows[here].entry = .typed(field, kind)
  }
}

/// One row of the form.
struct SkinTestRow: Sendable {
  let id: ID
  let label: String
  var entry: Entry

  /// What the row is about.
  enum ID: Hashable, Sendable {
    /// Something that can spoil the test, by its place in the guidance.
    case confounder(Int)
    case field(Question.ID)
    case save
  }

  /// How the row is filled in.
  enum Entry: Sendable {
    case asked(ConfounderQuestion, Said)
    case options([Choice], Chosen)
    case typed(TextField, Typed)
    case button
  }

  /// What was said to a question; not answered is never no.
  enum Said: Hashable, Sendable {
    case notAnswered, yes, no, unsure
  }

  /// What is typed.
  enum Typed: Hashable, Sendable {
    case text
    case number(unit: String, ClosedRange<Quantity>)
    case date(DateTense)
  }

  /// An option and its key.
  struct Choice: Hashable, Sendable {
    let key: Character
    let option: Option.ID
    let words: String
    /// More about it; empty when there is nothing.
    let definition: String
  }

  /// What was chosen.
  enum Chosen: Hashable, Sendable {
    case nothing
    case option(Option.ID)
  }
}

/// Makes the rows from the pack: its fields, its guidance.
struct SkinTestRows {
  let list: Question
  let guidance: SkinTestGuidance
  let today: CalendarDate

  func placing(_ item: SkinTestItem) -> [SkinTestRow] {
    let guide = guidance.guide(item.kind)
    var rows = asked(guide?.beforePlacing ?? [])
    if list.field("site") != nil, let sites = guide?.sites {
      rows.append(
        row(
          "site",
          .options(
            sites.enumerated().map { place, site in
              SkinTestRow.Choice(
                key: Character("\(place + 1)"), option: Option.ID(rawValue: site), words: site,
                definition: "")
            }, .nothing)))
    }
    if item.planned.lot.isEmpty, !item.kind.isOfMethod { rows += own([.lot], of: list) }
    rows += own(item.kind.isOfMethod ? ["side"] : ["side", "amount-ml"], of: list)
    rows.append(
      row(.placed, .typed(TextField(text: "today", lengthMax: 30), .date(.either))))
    rows += own(["placed-by"], of: list)
    return rows + [save("Save this test")]
  }

  func reading(_ item: SkinTestItem) -> [SkinTestRow] {
    guard let readings = list.field(.readings) else { return [save("Save this reading")] }
    var rows = own([.systemic, .spreading], of: readings)
    rows += asked(guidance.guide(item.kind)?.beforeReading ?? [])
    rows.append(
      SkinTestRow(
        id: .field("date"), label: readings.field("date")?.label ?? "Read on",
        entry: .typed(TextField(text: "today", lengthMax: 30), .date(.past))))
    if item.kind == .prickIntradermal {
      rows += own([.wheal, .histamine, .saline], of: readings)
    } else {
      rows.append(grade(readings))
    }
    if [.spot, .methodPuncture].contains(item.kind) { rows += own([.nodule], of: readings) }
    if !item.kind.isOfMethod, let record = item.current, case .on(let placed) = record.placed,
      today.days(after: placed) > 7
    {
      rows += own([.lateReaction], of: list)
    }
    rows += own(["read-by"], of: readings)
    return rows + [save("Save this reading")]
  }

  private func asked(_ questions: [ConfounderQuestion]) -> [SkinTestRow] {
    questions.enumerated().map { place, question in
      SkinTestRow(
        id: .confounder(place), label: question.ask, entry: .asked(question, .notAnswered))
    }
  }

  private func save(_ words: String) -> SkinTestRow {
    SkinTestRow(id: .save, label: words, entry: .button)
  }

  private func row(_ id: Question.ID, _ entry: SkinTestRow.Entry) -> SkinTestRow {
    SkinTestRow(id: .field(id), label: list.field(id)?.label ?? id.rawValue, entry: entry)
  }

  private func grade(_ readings: Question) -> SkinTestRow {
    let field = readings.field(.grade)
    let choices = (field?.options ?? []).enumerated().map { place, option in
      let grade = guidance.grades.first { $0.grade == option.id }
      return SkinTestRow.Choice(
        key: Character("\(place + 1)"), option: option.id,
        words: grade?.title ?? option.label, definition: grade?.definition ?? "")
    }
    return SkinTestRow(
      id: .field(.grade), label: field?.label ?? "Grade", entry: .options(choices, .nothing))
  }

  /// The fields that the pack's list has, in this order.
  private func own(_ ids: [Question.ID], of list: Question) -> [SkinTestRow] {
    ids.compactMap { id in
      guard let field = list.field(id) else { return nil }
      return SkinTestRow(id: .field(id), label: field.label, entry: entry(of: field))
    }
  }

  private func entry(of field: Question) -> SkinTestRow.Entry {
    switch field.kind {
    case .single:
      let yesNo = Set(field.options.map(\.id)) == ["yes", "no"]
      return .options(
        field.options.enumerated().map { place, option in
          SkinTestRow.Choice(
            key: yesNo ? (option.id == "yes" ? "y" : "n") : Character("\(place + 1)"),
            option: option.id, words: option.label, definition: "")
        }, .nothing)
    case .number(let unit, let range):
      return .typed(TextField(text: "", lengthMax: 10), .number(unit: unit, range))
    case .date(let tense, _, _): return .typed(TextField(text: "", lengthMax: 30), .date(tense))
    default: return .typed(TextField(text: "", lengthMax: 60), .text)
    }
  }
}
