import ClinicalModel
import Consultation
import Screening
import Terminal

// A paste goes into the field that has the focus; it is never read as keys.
// Several lines are shown before anything of them is taken.

extension Wizard {
  mutating func pasted(_ text: String) -> [Effect] {
    if case .taken(let effects) = gate(pasted: text) { return effects }
    if isTooSmall { return [] }
    if case .passphrase(var form) = overlays.last {
      form.field.insert(pasted: text)
      replaceTop(.passphrase(form))
      return []
    }
    let paste = PastedLines(text)
    guard takesText else {
      notice = .information("Nothing was pasted: this page is answered by its keys.")
      return []
    }
    guard paste.lines.count > 1 else {
      return insert(paste.lines.first ?? "", of: paste)
    }
    overlays.append(.paste(paste))
    return []
  }

  /// Whether a text field has the focus.
  private var takesText: Bool {
    switch overlays.last {
    case .note, .jump: return true
    case .some: return false
    case nil: break
    }
    switch page {
    case .question(let page): if case .field = page.input { return true } else { return false }
    case .table(let page): if case .field = page.entry { return true } else { return false }
    case .list(let page): return page.isTyping
    case .returning: return true
    case .result(let page): return page.hasField
    case .export(let page): return page.isEditingFolder
    case .skinTests(let page): if case .form = page.step { return true } else { return false }
    case .home, .group, .reconfirm, .partDone, .review, .worklist: return false
    }
  }

  mutating func pasteKey(_ key: Key, _ paste: PastedLines) -> [Effect] {
    switch key {
    case .character("1"):
      overlays.removeLast()
      if let effects = keepAsEntries(paste) { return effects }
      return insert(paste.lines.joined(separator: "; "), of: paste)
    case .character("2"):
      overlays.removeLast()
      return insert(paste.lines.joined(separator: " "), of: paste)
    case .character("3"):
      overlays.removeLast()
      notice = .information("Nothing was pasted.")
    case .control("c"): return perform(.leave)
    default: notice = .information("1 keeps a list, 2 joins the lines, 3 or Esc takes nothing.")
    }
    return []
  }

  /// Where an entry's name is typed, every line becomes an entry of its own.
  private mutating func keepAsEntries(_ paste: PastedLines) -> [Effect]? {
    guard overlays.isEmpty, case .open(let session) = desk, !session.isSigned,
      case .list(var page) = page, page.takesLines
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
  private mutating func insert(_ text: String, of paste: PastedLines) -> [Effect] {
    var left = 0
    func put(into field: inout TextField) { left += field.insert(pasted: text).left }
    var effects: [Effect] = []
    switch (overlays.last, page) {
    case (.note(var field), _):
      put(into: &field)
      replaceTop(.note(field))
    case (.jump(var field, _), _):
      put(into: &field)
      replaceTop(.jump(field, selected: .nothing))
    case (.some, _): break
    case (nil, .question(var page)):
      guard case .field(var field) = page.input else { return [] }
      put(into: &field)
      page.input = .field(field)
      self.page = .question(page)
      effects = keepDraft(page.question, field.text, every: 20)
    case (nil, .table(var page)):
      guard case .field(var field) = page.entry, case .open(let session) = desk,
        let question = page.question.flatMap(session.pack.question)
      else { return [] }
      put(into: &field)
      page.entry = .field(field)
      self.page = .table(page)
      effects = keepDraft(question, field.text, every: 20)
    case (nil, .list(var page)):
      guard case .open(let session) = desk,
        case .taken(let rest) = page.paste(text, session.pack.names)
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
    case (nil, .group), (nil, .reconfirm), (nil, .partDone), (nil, .home), (nil, .review),
      (nil, .worklist):
      break
    }
    let words = paste.leftOut(without: left)
    if !words.isEmpty { notice = .information(words) }
    return effects
  }

  func pasteBody(_ paste: PastedLines, _ body: inout Canvas) {
    body.add(Span(" \(paste.lines.count) lines pasted. Nothing of them is taken yet.", .strong))
    body.gap()
    body.add(Span("   1  Keep as list"))
    body.placeCursor(column: 3)
    body.add(Span("   2  Join with spaces"))
    body.add(Span("   3  Cancel"))
    body.gap()
    for (index, line) in paste.lines.enumerated() {
      body.wrap("\(Canvas.fill("line \(index + 1)", to: 9))\(line)", indent: 3, hanging: 12)
    }
    let left = paste.leftOut()
    if !left.isEmpty { body.wrap(left, indent: 3) }
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
