import ClinicalModel
import Consultation
import Screening
import Terminal

// A paste goes into the field that has the focus; it is never read as keys.
// Several lines are shown before anything of them is taken.

extension Wizard {
  mutating func pasted(_ text: String) -> [Effect] {
    if case .taken(let effects) = gate(pasted: text) { return effects }
    if let dialog = dialogs.last, dialog.takesPasteWhole {
      return take(dialog.pasted(text, in: surroundings)?.turn)
    }
    let paste = PastedLines(text)
    guard top.keyTable(in: surroundings)?.isText == true else {
      notice = .information("Nothing was pasted: this page is answered by its keys.")
      return []
    }
    guard paste.lines.count > 1 else {
      return insert(paste.lines.first ?? "", of: paste)
    }
    dialogs.append(PasteDialog(paste: paste))
    return []
  }

  /// Where an entry's name is typed, every line becomes an entry of its own,
  /// else all of them a text in one line.
  mutating func keep(_ paste: PastedLines) -> [Effect] {
    guard let turn = top.took(lines: paste.lines, in: surroundings) else {
      return insert(paste.lines.joined(separator: "; "), of: paste)
    }
    let effects = take(turn)
    let words = paste.leftOut()
    if case .information(let said) = notice, !words.isEmpty {
      notice = .information("\(said) \(words)")
    }
    return effects
  }

  /// Puts text into the field that has the focus.
  mutating func insert(_ text: String, of paste: PastedLines) -> [Effect] {
    guard let (turn, left) = top.pasted(text, in: surroundings) else { return [] }
    let effects = take(turn)
    let words = paste.leftOut(without: left)
    if !words.isEmpty { notice = .information(words) }
    return effects
  }
}
