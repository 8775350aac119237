import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// The list of emergency screens.
struct EmergenciesDialog: Screen {
  typealias Around = Surroundings

  enum Act {
    case open(Int)
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Emergency screens", [.digits(9, "Open", "open that screen") { .open($0) }, .close])
  ]

  func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .open(let line):
      guard around.emergencies.indices.contains(line) else { return unused(.unrecognised, around) }
      return [.close, .emergency(around.emergencies[line].id)]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    [.say("Press the number of a screen. Esc closes.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) { body in
      body.add(Span(" Emergency screens", .strong))
      body.gap()
      for (index, emergency) in around.emergencies.enumerated() {
        body.add(Span("   \(index + 1)  \(emergency.title)"))
      }
    }
  }

  func smallView(_ around: Surroundings, _ size: GridSize) -> Frame? {
    around.smallEmergencies(size)
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(
      place: "emergencies",
      lines: ["Emergency screens."]
        + around.emergencies.prefix(9).enumerated().map { "\($0 + 1) \($1.title)" } + ["< Close"],
      prompt: "A number, or <")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    .number(line, of: 9) { .open($0) }
  }
}
