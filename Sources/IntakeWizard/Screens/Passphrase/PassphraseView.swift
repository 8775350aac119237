import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension PassphraseDialog {
  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) { draw(&$0) }
  }

  private func draw(_ body: inout Canvas) {
    body.add(Span(" " + title, .strong))
    body.gap()
    if !name.isEmpty { body.add(Span("   Name: \(name)")) }
    body.wrap(label + ":", indent: 3)
    var shown = input
    if isSecret {
      shown = TextField(
        text: String(repeating: "•", count: input.text.count),
        lengthMax: Passphrase.lengths.upperBound)
    }
    let window = shown.window(width: min(64, body.width - 8))
    body.add(Span(" > [ "), Span(Canvas.fill(window.text, to: min(64, body.width - 8)), .field))
    body.placeCursor(column: 5 + window.cursorColumn)
    body.gap()
    if !words.isEmpty { body.wrap(words, indent: 3, style: .strong) }
    body.gap()
    body.wrap(
      "Once anybody has a PIN, the program asks for one when it starts and after a lock. "
        + "Records do not depend on it: a forgotten PIN is taken away with the command "
        + "mesoscreen staff remove NAME.", indent: 3)
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(
      place: "passphrase-\(step)",
      lines: [title + ".", isSecret ? "What is typed is not shown. < closes." : "< closes."],
      now: words.isEmpty ? [] : [words], prompt: label)
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    guard line.count <= input.lengthMax else {
      return .say(["The line is too long here. Nothing was taken."])
    }
    return .act(.give(line))
  }
}
