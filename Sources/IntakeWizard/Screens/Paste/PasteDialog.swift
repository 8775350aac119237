import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Several lines were pasted: they are shown before anything of them is taken.
struct PasteDialog: Screen {
  typealias Around = Surroundings

  let paste: PastedLines

  enum Act {
    case keepAsList
    case join
    case cancel
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Several lines pasted",
      [
        .key([.character("1")], "1", "Keep as list", "keep the lines as a list", .keepAsList),
        .key([.character("2")], "2", "Join with spaces", "join the lines with spaces", .join),
        .key([.character("3"), .escape], "3", "Cancel", "nothing is pasted") { _, key, _ in
          key == .escape ? nil : .cancel
        },
      ])
  ]

  func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .keepAsList: [.close, .keepLines(paste)]
    case .join: [.close, .insert(paste.lines.joined(separator: " "), of: paste)]
    case .cancel: [.close, .say("Nothing was pasted.")]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    [.say("1 keeps a list, 2 joins the lines, 3 or Esc takes nothing.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) { body in
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

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(
      place: "paste", lines: ["\(paste.lines.count) lines pasted."] + paste.lines,
      now: ["1 Keep as list", "2 Join with spaces", "3 Cancel"], prompt: "1, 2 or 3")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    .number(line, of: 3) { [.keepAsList, .join, .cancel][$0] }
  }

  var staysByLines: Bool { false }
}
