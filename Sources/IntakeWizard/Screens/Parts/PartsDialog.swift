import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Whose questions are asked.
struct PartsDialog: Screen {
  typealias Around = Surroundings

  enum Act {
    case choose(Part)
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "My part",
      [
        .digits(choices.count, "Choose", "whose questions are asked") { .choose(choices[$0]) },
        .close,
      ])
  ]

  private static let choices = [Part.everyone] + StaffRole.allCases.map(Part.role)

  func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .choose(let part): [.close, .choose(part)]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    [.say("Press a number. Esc closes.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) { body in
      body.add(Span(" Whose questions are asked?", .strong))
      body.gap()
      for (index, choice) in Self.choices.enumerated() {
        let here = choice == around.part ? ">" : " "
        let words = Canvas.fill(choice.words, to: 12)
        body.wrap(
          "\(here) \(index + 1)  \(words) \(sections(choice, around))", indent: 1, hanging: 19)
      }
      body.gap()
      body.wrap(Self.remark)
      body.placeCursor(column: 1)
    }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(
      place: "parts",
      lines: ["Whose questions are asked? Now: \(around.part.words)."]
        + Self.choices.enumerated().map { index, choice in
          "\(index + 1) \(choice.words): \(sections(choice, around))"
        } + [Self.remark, "< Close"], prompt: "A number, or <")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    .number(line, of: Self.choices.count) { .choose(Self.choices[$0]) }
  }

  private static let remark =
    "What others ask stays open until they have asked it; nothing is left out."

  private func sections(_ part: Part, _ around: Surroundings) -> String {
    part == .everyone
      ? "all sections"
      : around.setting.pack.sections.filter { part.holds($0) }.map(\.short)
        .joined(separator: ", ")
  }
}
