import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// The findings so far, with their reasons.
struct FindingsDialog: Screen {
  typealias Around = Surroundings

  var selected = 0

  enum Act {
    case move(Int)
    case goToAnswer
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Findings",
      [
        .key(Key.upDown, "Up/Down", "Move", "move to a finding") { _, key, _ in
          .move(key == .up ? -1 : 1)
        },
        .key([.enter], "Enter", "Go to the answer", "go to the answer that raised it", .goToAnswer),
        .close,
        ScreenKey(told: .quiet(Key.letter("g"), "G", "Close", "close this")) { _, _, _ in
          .outcomes([.close])
        },
      ])
  ]

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    let findings = around.openConsultation?.lines ?? []
    switch act {
    case .move(let step): selected = min(max(0, selected + step), max(0, findings.count - 1))
    case .goToAnswer:
      guard findings.indices.contains(selected) else { return [] }
      let line = findings[selected]
      guard let question = (line.because.map(\.question) + line.missing).first else { return [] }
      return [.closeAll, .visit(question, then: .nextOpen)]
    }
    return []
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    [.say("Enter goes to the answer. Esc closes the findings.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) {
      around.drawFindings(selected, &$0)
    }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(place: "findings", lines: around.spokenFindings(0), prompt: "< closes")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    .say(["< closes this. Nothing was taken."])
  }

  var staysByLines: Bool { false }
}
