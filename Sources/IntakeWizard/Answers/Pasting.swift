import ClinicalModel
import Consultation
import Terminal

// A paste goes into the field that has the focus; it is never read as keys.
// Several lines are shown before anything of them is taken.

extension Wizard {
  mutating func pasted(_ text: String) -> [Effect] {
    if case .taken(let effects) = gate(pasted: text) { return effects }
    if isTooSmall { return [] }
    if let dialog = dialogs.last, dialog.takesPasteWhole {
      return take(dialog.pasted(text, in: surroundings)?.turn)
    }
    let paste = PastedLines(text)
    guard takesText else {
      notice = .information("Nothing was pasted: this page is answered by its keys.")
      return []
    }
    guard paste.lines.count > 1 else {
      return insert(paste.lines.first ?? "", of: paste)
    }
    dialogs.append(PasteDialog(paste: paste))
    return []
  }

  /// Whether a text field has the focus.
  private var takesText: Bool {
    if let dialog = dialogs.last { return dialog.field != nil }
    switch page {
    case .question(let page): if case .field = page.input { return true } else { return false }
    case .table(let page): if case .field = page.entry { return true } else { return false }
    case .list(let page): return page.isTyping
    case .returning: return true
    case .result(let page): return page.hasField
    case .export(let page): return page.isEditingFolder
    case .skinTests(let page): if case .form = page.step { return true } else { return false }
    case .screen(let screen): return screen.keyTable(in: surroundings)?.isText ?? false
    case .home, .group, .reconfirm, .partDone, .review, .worklist: return false
    }
  }

  /// Where an entry's name is typed, every line becomes an entry of its own.
  mutating func keepAsEntries(_ paste: PastedLines) -> [Effect]? {
    guard dialogs.isEmpty, let session = opened, !session.isSigned else { return nil }
    if case .screen(let screen) = page {
      return screen.took(lines: paste.lines, in: surroundings).map { take($0) }
    }
    guard case .list(var page) = page, page.takesLines
    else { return nil }
    let taken = page.take(lines: paste.lines)
    self.page = .list(page)
    let left = paste.lines.count - taken
    notice = .information(
      "\(taken) entries added. Open each and complete it."
        + (left > 0 ? " \(left) had no room." : "") + " \(paste.leftOut())".trimmedEnd)
    return recordList(page, wording: page.question.ask)
  }

  /// Puts text into the field that has the focus.
  mutating func insert(_ text: String, of paste: PastedLines) -> [Effect] {
    var left = 0
    func put(into field: inout TextField) { left += field.insert(pasted: text).left }
    var effects: [Effect] = []
    switch (dialogs.last, page) {
    case (let dialog?, _):
      guard let (turn, rest) = dialog.pasted(text, in: surroundings) else { break }
      left = rest
      effects = take(turn)
    case (nil, .question(var page)):
      guard case .field(var field) = page.input else { return [] }
      put(into: &field)
      page.input = .field(field)
      self.page = .question(page)
      effects = keepDraft(page.question, field.text, every: 20)
    case (nil, .table(var page)):
      guard case .field(var field) = page.entry, let session = opened,
        let question = page.question.flatMap(session.pack.question)
      else { return [] }
      put(into: &field)
      page.entry = .field(field)
      self.page = .table(page)
      effects = keepDraft(question, field.text, every: 20)
    case (nil, .list(var page)):
      guard let session = opened,
        case .taken(let rest) = page.paste(text, session.pack.tables)
      else { return [] }
      left = rest
      self.page = .list(page)
    case (nil, .returning(var page)):
      put(into: &page.field)
      page.mark = .nothing
      self.page = .returning(page)
    case (nil, .result(var page)):
      page.edit { put(into: &$0) }
      self.page = .result(page)
    case (nil, .export(var page)):
      page.edit { put(into: &$0) }
      self.page = .export(page)
    case (nil, .skinTests(var page)):
      if case .form(var form) = page.step {
        form.edit { put(into: &$0) }
        page.step = .form(form)
        self.page = .skinTests(page)
      }
    case (nil, .screen(let screen)):
      guard let (turn, rest) = screen.pasted(text, in: surroundings) else { break }
      left = rest
      effects = take(turn)
    case (nil, .group), (nil, .reconfirm), (nil, .partDone), (nil, .home), (nil, .review),
      (nil, .worklist):
      break
    }
    let words = paste.leftOut(without: left)
    if !words.isEmpty { notice = .information(words) }
    return effects
  }
}

extension ListPage {
  /// Whether pasted lines can become entries here: a name is to be typed and
  /// none is begun.
  var takesLines: Bool {
    guard levels.count == 1, case .adding(let picker) = level.input else { return false }
    return picker.isBlank
  }

  /// Adds an entry for every line, as far as there is room; gives how many.
  mutating func take(lines: [String]) -> Int {
    guard let name = level.list.fields.first else { return 0 }
    let taken = lines.prefix(max(0, Answer.entriesMax - level.entries.count))
    level.entries += taken.map { [name.id: .known(.text(String($0.prefix(200))))] }
    level.mark = .nothing
    standing = .beingChanged
    return taken.count
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var rest = Substring(self)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
