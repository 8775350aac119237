import ClinicalModel
import Consultation
import NameSearch
import Screening
import Terminal
import TextLayout

// The list's page on a screen: the entries above, what is being done below. The
// entries give way, so that what is typed or asked is always visible.

extension AnySurroundings {
  func listFrame(_ page: ListScreen, _ session: Session, _ size: GridSize, _ width: Int) -> Frame {
    let isLow = size.rows < 22
    var frame = sectionFrame(
      session, session.pack.section(of: page.question.id)?.id, Canvas(width: width))
    closeFrame(&frame, session, isLow: isLow, keys: listKeyLine(page))
    let room = size.rows - frame.head.count - frame.foot.count
    frame.body = listBody(page, session, width, room: room, isLow: isLow)
    return frame
  }

  private func listBody(
    _ page: ListScreen, _ session: Session, _ width: Int, room: Int, isLow: Bool
  ) -> Canvas {
    let tables = session.pack.names
    let level = page.level
    var top = Canvas(width: width)
    listTitle(page, session, isLow, &top)
    var block = Canvas(width: width)
    let roomy = room >= 15
    switch level.input {
    case .adding(let picker):
      if picker.isBlank, level.entries.isEmpty { listQuestion(page, &block) }
      let rows = max(5, room - top.lines.count - min(2, level.entries.count))
      drawPicker(picker, level.list.addWords, tables, rows: rows, roomy: roomy, &block)
      if picker.isBlank {
        drawWholeList(page, session, &block)
        if page.levels.count == 1 { drawReferences(page.question, session, isLow: !roomy, &block) }
      }
    case .browsing:
      if page.levels.count == 1 { listQuestion(page, &block) }
      block.add(Span("   \(shownKey("a"))  \(level.list.addWords)"))
      block.placeCursor(column: 3)
      drawWholeList(page, session, &block)
      if page.levels.count == 1 { drawReferences(page.question, session, isLow: !roomy, &block) }
    case .removing(let index):
      let words = level.entries[index].words(asEntryOf: level.list, in: tables)
      block.wrap("Remove \(index + 1)  \(words)?", style: .strong)
      block.add(Span("   \(shownKey("y"))  Remove it; the earlier list stays in the history"))
      block.placeCursor(column: 3)
    case .form(let form):
      drawForm(form, page, session, rows: room - top.lines.count, roomy: roomy, &block)
    case .rereading(let index): drawEarlier(index, page, session, &block)
    }
    if case .form = level.input { return top.joined(with: block) }
    let left = room - top.lines.count - block.lines.count
    var entries = Canvas(width: width)
    drawEntries(level, tables, rows: max(1, left), &entries)
    // What a key acts on has the cursor: the marked entry, else the line below.
    if left - entries.lines.count > 1 {
      top.gap()
      if !entries.lines.isEmpty { entries.gap() }
    }
    let keepsCursor = entries.cursor != .nowhere
    return top.joined(with: entries).joined(with: block, cursor: !keepsCursor)
  }

  private func listTitle(
    _ page: ListScreen, _ session: Session, _ isLow: Bool, _ canvas: inout Canvas
  ) {
    let section = session.pack.section(of: page.question.id)
    let index = (session.pack.sections.firstIndex { $0.id == section?.id } ?? 0) + 1
    let level = page.level
    let count = level.entries.isEmpty ? "none yet" : String(level.entries.count)
    canvas.ends(" \(index) \(section?.title ?? "")", "\(level.list.label): \(count)")
  }

  /// What is read aloud, while nothing is in the list yet.
  private func listQuestion(_ page: ListScreen, _ canvas: inout Canvas) {
    guard page.levels.count == 1 else { return }
    canvas.wrap(page.question.ask, indent: 1, style: .strong)
    if page.question.answeredByStaff {
      canvas.add(Span(" Staff answer this; it is not read aloud"))
    }
    if !page.question.hint.isEmpty { canvas.wrap(page.question.hint, indent: 1) }
  }

  /// The answers that are given for the whole list.
  private func drawWholeList(_ page: ListScreen, _ session: Session, _ canvas: inout Canvas) {
    guard page.levels.count == 1 else {
      canvas.add(Span("   Tab  Back to the entry"))
      return
    }
    guard page.entries.isEmpty else {
      canvas.add(Span("   Tab  The list is complete"))
      return
    }
    let answer = session.answers[page.question.id]
    var keys = "   Ctrl-X U  Not sure     Ctrl-X D  Prefers not to say"
    if case .browsing = page.level.input { keys = "   U  Not sure     D  Prefers not to say" }
    canvas.add(Span(keys))
    canvas.add(Span("   Answer: " + answer.words(for: page.question)))
  }

  /// The entries, as many as there is room for; two lines each while all fit.
  private func drawEntries(
    _ level: ListLevel, _ tables: TableNames, rows: Int, _ canvas: inout Canvas
  ) {
    let blocks = level.entries.indices.map { entryLines($0, level, tables, canvas.width) }
    var count = blocks.map(\.count).reduce(0, +)
    let isShort = count > rows
    if isShort { count = blocks.count }
    let last = blocks.count - 1
    var focus = last
    if case .line(let line) = level.mark { focus = line }
    if case .removing(let index) = level.input { focus = index }
    let fits = count <= rows
    // One row says how many are not shown.
    let visible = fits ? blocks.count : max(1, rows - 1)
    let first = fits ? 0 : min(max(0, focus - visible + 1), max(0, last - visible + 1))
    for index in blocks.indices where index >= first && index < first + visible {
      for (row, line) in (isShort ? Array(blocks[index].prefix(1)) : blocks[index]).enumerated() {
        canvas.add(spans: line)
        if row == 0, level.mark.marks(index) { canvas.placeCursor(column: 1) }
      }
    }
    if !fits, rows > 1 {
      let below = max(0, blocks.count - first - visible)
      let hidden = [first > 0 ? "\(first) above" : "", below > 0 ? "\(below) below" : ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      canvas.add(Span("   (more: \(hidden))"))
    }
  }

  /// The name with its class, then what else is known.
  private func entryLines(
    _ index: Int, _ level: ListLevel, _ tables: TableNames, _ width: Int
  ) -> [[Span]] {
    let entry = level.entries[index]
    let here = level.mark.marks(index)
    let number = "\(index + 1)  "
    let details = entry.details(asEntryOf: level.list, in: tables)
    let lead = Span(here ? " > " : "   ")
    guard let name = level.list.fields.first(where: \.isName), case .name(let table) = name.kind,
      case .known(.text(let text)) = entry[name.id]
    else {
      let lines = TextWrap.lines(number + details, width: width - 5)
      return lines.enumerated().map { line, words in
        [line == 0 ? lead : Span("      "), Span(words, here ? .focus : .normal)]
      }
    }
    let meanings = tables.meanings(of: text, in: table, form: entry.form)
    let group = meanings.isEmpty ? "NOT CHECKED by the rules" : meanings.groups
    let words = TextWrap.lines(
      number + (meanings.isEmpty ? text : tables.words(forName: text, in: table, form: entry.form)),
      width: width - 5)
    var lines = words.enumerated().map { line, words in
      [line == 0 ? lead : Span("      "), Span(words, here ? .focus : .normal)]
    }
    // The class stands beside the name where there is room, else below.
    let style: Style = meanings.isEmpty ? .notKnown : .normal
    let used = TextWidth.columns(of: words.last ?? "") + 5
    let free = width - used - 2
    if lines.count == 1, TextWidth.columns(of: group) <= free {
      let gap = free - TextWidth.columns(of: group)
      lines[0] += [Span(String(repeating: " ", count: gap + 1)), Span(group, style)]
    } else if meanings.isEmpty, lines.count == 1, free > 12 {
      lines[0] += [Span("  "), Span("NOT CHECKED", style)]
    } else {
      for line in TextWrap.lines(group, width: width - 8) {
        lines.append([Span("      "), Span(line, style)])
      }
    }
    if !details.isEmpty {
      lines += TextWrap.lines(details, width: width - 8).map { [Span("      "), Span($0)] }
    }
    return lines
  }

  private func drawEarlier(
    _ index: Int, _ page: ListScreen, _ session: Session, _ canvas: inout Canvas
  ) {
    guard case .of(let day, let all) = page.earlier, all.indices.contains(index) else { return }
    canvas.wrap(
      "From \(day.spelled), \(index + 1) of \(all.count). Read it aloud. Is it still right today?",
      style: .strong)
    canvas.wrap(
      all[index].words(asEntryOf: page.question, in: session.pack.names), indent: 3)
    canvas.add(Span("   ( ) \(shownKey("y"))  Still right"))
    canvas.placeCursor(column: 7)
    canvas.add(Span("   ( ) \(shownKey("e"))  Something about it has changed"))
    let isMedicine = page.question.kind == .list(.medicines)
    canvas.add(
      Span(
        "   ( ) \(shownKey("n"))  Not any more"
          + (isMedicine ? " (stopped lately: E says when)" : "")))
    canvas.add(Span("   ( ) \(shownKey("s"))  Ask for all of them anew"))
  }
}

extension [TableMeaning] {
  /// Their classes, each once; where some have a weight, those that have one.
  var groups: String {
    var seen: Set<String> = []
    let weighty = filter { $0.severity > .proceed }
    return (weighty.isEmpty ? self : weighty).map(\.group).filter { seen.insert($0).inserted }
      .joined(separator: "; ")
  }
}

extension Question {
  /// How the line for a new entry begins.
  var addWords: String {
    guard case .list(let subject) = kind else { return "Add" }
    return switch subject {
    case .medicines: "Add a medicine"
    case .plannedIngredients: "Add an ingredient"
    case .earlierProducts: "Add what was used then"
    case .allergies: "Add an allergy"
    case .skinTests: "Add a skin test"
    case .readings: "Add a reading"
    }
  }
}
