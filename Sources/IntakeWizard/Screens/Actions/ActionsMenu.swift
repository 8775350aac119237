import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal
import TextLayout

// The lines of the Ctrl-X menu; where letter keys are off the page's own letters
// are among them.

/// One line of the menu.
struct MenuEntry {
  /// The letter that takes it; empty for a key of the page.
  let letter: String
  let words: String
  let sentence: String
  let standing: ActionStanding
  let action: Action

  /// What it does.
  enum Action: Hashable {
    case command(Command)
    /// Presses a key of the page.
    case press(Key)
  }
}

extension AnySurroundings {
  /// Every action, in the order shown.
  var menuEntries: [MenuEntry] {
    let commands = KeyMap.bindings.filter { $0.command != .actions }.map {
      MenuEntry(
        letter: $0.letter.uppercased(), words: $0.words, sentence: $0.sentence,
        standing: standing(of: $0.command), action: .command($0.command))
    }
    guard display.letterKeys == .off, !isSpoken else { return commands }
    let own = pageKeys.keys.compactMap { key -> MenuEntry? in
      guard case .character(let letter)? = key.keys.first, letter.isLetter else { return nil }
      return MenuEntry(
        letter: "", words: key.words, sentence: key.sentence, standing: .available,
        action: .press(.character(letter)))
    }
    return own + commands
  }

  /// Every action in so many rows: a line each where there is room for it, else
  /// in columns with the reasons below.
  func drawActions(rows: Int, _ mark: ListMark, _ body: inout Canvas) {
    let entries = menuEntries
    guard rows >= entries.count, body.width >= 78 else {
      return actionColumns(entries, rows: rows, mark, &body)
    }
    for (index, entry) in entries.enumerated() {
      let words = Canvas.fill(entry.words, to: 16) + " "
      let rest =
        switch entry.standing {
        case .available: entry.sentence
        case .not(let because): "not now: \(because)"
        }
      let here = mark.marks(index)
      body.add(Span(head(of: entry, here)), Span(words + rest, here ? .focus : .normal))
      if here || (mark == .nothing && index == 0) { body.placeCursor(column: 1) }
    }
  }

  private func actionColumns(
    _ entries: [MenuEntry], rows: Int, _ mark: ListMark, _ body: inout Canvas
  ) {
    let columns = body.width >= 78 ? 2 : 3
    let height = (entries.count + columns - 1) / columns
    let width = body.width / columns
    let reasons = reasons(entries, body.width, room: rows - height)
    for row in 0..<height {
      var spans: [Span] = []
      var cursor: Int?
      for column in 0..<columns {
        let place = column * height + row
        guard entries.indices.contains(place) else { continue }
        let here = mark.marks(place)
        let head = head(of: entries[place], here)
        let words = Canvas.fill(entries[place].words, to: width - head.count)
        spans += [Span(head), Span(words, here ? .focus : .normal)]
        if here || (mark == .nothing && place == 0) { cursor = column * width + 1 }
      }
      body.add(spans: spans)
      if let cursor { body.placeCursor(column: cursor) }
    }
    guard !reasons.isEmpty else { return }
    if rows > height + reasons.count { body.gap() }
    for line in reasons { body.add(Span(line)) }
  }

  /// ` B  ` for an action that can be taken, `(B) ` for one that cannot, with
  /// `>` before the marked one.
  private func head(of entry: MenuEntry, _ here: Bool) -> String {
    let edge = here ? ">" : " "
    let letter = entry.letter.isEmpty ? " " : entry.letter
    return entry.standing == .available ? "\(edge) \(letter)  " : "\(edge)(\(letter)) "
  }

  /// Why those in brackets cannot be taken: a line for each reason, or one text
  /// where there is no room for so many lines.
  private func reasons(_ entries: [MenuEntry], _ width: Int, room: Int) -> [String] {
    var order: [String] = []
    var letters: [String: [String]] = [:]
    for entry in entries {
      guard case .not(let because) = entry.standing else { continue }
      if letters[because] == nil { order.append(because) }
      letters[because, default: []].append(entry.letter)
    }
    func keys(_ because: String) -> String {
      "(" + (letters[because] ?? []).joined(separator: " ") + ")"
    }
    func lines(_ text: String) -> [String] {
      TextWrap.lines(text, width: width - 2).map { " " + $0 }
    }
    let apart = order.flatMap { lines("\(keys($0)) not now: \($0)") }
    if apart.count <= room || order.count < 2 { return apart }
    return lines("not now: " + order.map { "\(keys($0)) \($0)" }.joined(separator: "; "))
  }
}
