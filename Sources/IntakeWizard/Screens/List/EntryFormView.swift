import ClinicalModel
import Consultation
import NameSearch
import Screening
import Terminal
import TextLayout

// One entry while its fields are asked: what is known of it above, the field in
// hand below.

extension AnySurroundings {
  func drawForm(
    _ form: EntryForm, _ page: ListScreen, _ session: Session, rows: Int, roomy: Bool,
    _ canvas: inout Canvas
  ) {
    let tables = session.pack.names
    let list = page.level.list
    let fields = session.listSurroundings.fields(of: list, for: form.entry)
    let place = (fields.firstIndex { $0.id == form.field.id } ?? 0) + 1
    var known = form.entry
    known[form.field.id] = .unknown(.notAsked)
    var words = known.words(asEntryOf: list, in: tables)
    if words.isEmpty { words = "New entry" }
    let number = "\(form.index + 1)  "
    var block = Canvas(width: canvas.width)
    drawField(form, list, session, rows: max(4, rows - 2), &block)
    let ask = form.field.ask == form.field.label ? form.field.label : form.field.ask
    var asking = Canvas(width: canvas.width)
    asking.ends(" \(ask)", "\(place) of \(fields.count)", style: .strong)
    if !form.field.hint.isEmpty { asking.wrap(form.field.hint, indent: 1) }
    let room = rows - block.lines.count - asking.lines.count
    var about = TextWrap.lines(number + words, width: canvas.width - 4)
    if about.count > max(1, room) {
      about = Array(about.prefix(max(1, room)))
      if let last = about.last {
        about[about.count - 1] = Canvas.cut(last, to: canvas.width - 8) + "..."
      }
    }
    for (row, line) in about.enumerated() { canvas.add(Span((row == 0 ? " " : "    ") + line)) }
    if roomy, room > about.count { canvas.gap() }
    canvas = canvas.joined(with: asking).joined(with: block)
    let rest = fields.drop { $0.id != form.field.id }.dropFirst().map(\.label)
    if roomy, !rest.isEmpty, room > about.count + 2 {
      canvas.gap()
      canvas.wrap("Then     " + rest.joined(separator: ", "), indent: 1, hanging: 10)
    }
  }

  private func drawField(
    _ form: EntryForm, _ list: Question, _ session: Session, rows: Int, _ canvas: inout Canvas
  ) {
    let tables = session.pack.names
    if let words = form.problem {
      canvas.wrap("Error: " + words, indent: 3, style: .strong)
    }
    switch form.input {
    case .choice(let mark):
      for (index, choice) in form.choices.enumerated() {
        let here = mark.marks(index)
        let lines = TextWrap.lines(
          "\(form.box(choice)) \(shownKey(choice.key))  \(choice.label)",
          width: canvas.width - 6)
        for (row, line) in lines.enumerated() {
          canvas.add(
            Span(row > 0 ? "          " : here ? " > " : "   "),
            Span(line, here ? .focus : .normal))
          if row == 0, here { canvas.placeCursor(column: 1) }
          if row == 0, index == 0, mark == .nothing { canvas.placeCursor(column: 7) }
        }
      }
    case .text(let field): drawText(form, field, list, session, &canvas)
    case .name(let picker):
      drawPicker(
        picker, form.field.label, tables, rows: rows, roomy: false, &canvas)
      if picker.isBlank { canvas.add(Span("   Enter goes on; the recorded name stays")) }
    case .names(let picker, let mark):
      for (index, id) in form.chosen.enumerated() {
        let name = tables.meaning(id: id.rawValue, in: picker.table)?.name ?? id.rawValue
        let here = mark.marks(index)
        canvas.add(
          Span(here ? " > " : "   "), Span("\(index + 1)  \(name)", here ? .focus : .normal))
      }
      drawPicker(
        picker, form.field.label, tables, rows: max(4, rows - form.chosen.count), roomy: false,
        &canvas)
      if picker.isBlank {
        canvas.add(
          Span(form.chosen.isEmpty ? "   Enter leaves it not recorded" : "   Enter goes on"))
      }
    case .list:
      var entries: [Answers] = []
      if case .known(.entries(let known)) = form.entry[form.field.id] { entries = known }
      for (index, entry) in entries.enumerated() {
        canvas.wrap(
          "\(index + 1)  \(entry.words(asEntryOf: form.field, in: tables))", indent: 3, hanging: 6)
      }
      canvas.add(
        Span("   \(shownKey("a"))  " + (entries.isEmpty ? form.field.addWords : "Add or change")))
      canvas.placeCursor(column: 3)
      canvas.add(
        Span(entries.isEmpty ? "   Enter leaves it not recorded" : "   Enter goes on"))
    }
  }

  private func drawText(
    _ form: EntryForm, _ field: TextField, _ list: Question, _ session: Session,
    _ canvas: inout Canvas
  ) {
    var room = min(56, canvas.width - 8)
    var after = ""
    switch form.field.kind {
    case .number(let unit, let range):
      (room, after) = (16, " \(unit), from \(range.lowerBound) to \(range.upperBound)")
    case .date: room = 22
    default: break
    }
    let window = field.window(width: room)
    canvas.add(
      Span(" > [ "), Span(Canvas.fill(window.text, to: room), .field), Span(" ]" + after))
    canvas.placeCursor(column: 5 + window.cursorColumn)
    let today = session.day
    if case .date(let tense, _, _) = form.field.kind, !field.isBlank {
      let entry = form.dateEntry(tense, in: list, today)
      let words =
        entry.named(field.committed).map { entry.readBack($0) } ?? "not read as a date yet"
      canvas.add(Span("     " + words))
    } else if field.isBlank {
      let day = today.adding(days: -40)
      let example = "\(day.spelled), \(day.month)/\(day.year), \(day.year - 2) or 3w"
      let isDate = if case .date = form.field.kind { true } else { false }
      canvas.wrap(
        "Enter leaves it not recorded" + (isDate ? "; for example \(example)" : ""), indent: 3)
    } else {
      canvas.gap()
    }
    let isNumber = if case .number = form.field.kind { true } else { false }
    canvas.add(Span("   \(isNumber ? "U" : "Ctrl-X U")  Not sure"))
  }
}

extension EntryForm {
  /// The box before a line: marked where it is what was recorded.
  func box(_ choice: Choice) -> String {
    let recorded = entry[field.id]
    guard case .multiple = field.kind else { return choice.answer == recorded ? "(*)" : "( )" }
    if choice.answer == field.unsure { return recorded == choice.answer ? "(*)" : "( )" }
    guard let option = field.options.first(where: { $0.label == choice.label }) else {
      return "[ ]"
    }
    return chosen.contains(option.id) ? "[x]" : "[ ]"
  }
}

extension Canvas {
  /// The lines of another canvas below these; its cursor counts, if it has one.
  func joined(with other: Canvas, cursor: Bool = true) -> Canvas {
    var result = self
    for (index, line) in other.lines.enumerated() {
      result.add(spans: line)
      if cursor, case .at(index, let column) = other.cursor { result.placeCursor(column: column) }
    }
    return result
  }
}

extension AnySurroundings {
  /// Help for what is asked on the list's page.
}
