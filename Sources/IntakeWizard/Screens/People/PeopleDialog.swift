import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Who goes on at this terminal.
struct PeopleDialog: Screen {
  typealias Around = Surroundings

  enum Act {
    case choose(Int)
    case newcomer
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Other user",
      [
        .digits(9, "Choose", "that person goes on, with a PIN") { .choose($0) },
        .letter("n", "New user", "a person who has no PIN yet", .newcomer), .close,
      ])
  ]

  func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .newcomer: return [.close, .open(PassphraseDialog(.newcomer))]
    case .choose(let line):
      guard around.roster.members.indices.contains(line) else {
        return unused(.unrecognised, around)
      }
      return [.close, .staff(.lockFor(around.roster.members[line]))]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    [.say("Press the number before a name, or N. Esc closes.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) { body in
      let now = around.user.name.isEmpty ? "" : " Now: \(around.user.name)."
      body.add(Span(" Who is there?\(now)", .strong))
      body.gap()
      for (line, member) in around.roster.members.prefix(9).enumerated() {
        body.add(Span("   \(line + 1)  \(member.name)"))
      }
      body.add(Span("   N  A new user with a PIN of their own"))
      body.gap()
      body.wrap(
        "The open consultation is saved and waits in the list of the home screen.", indent: 3)
    }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(
      place: "people",
      lines: ["Who is there?"]
        + around.roster.members.prefix(9).enumerated().map { "\($0 + 1) \($1.name)" }
        + ["N A new user with a PIN of their own", "< Close"],
      prompt: "A number, N or <")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    guard line.count == 1, let key = line.lowercased().first, key == "n" || key.isNumber else {
      return .say(["A number of the list, N or <. Nothing was taken."])
    }
    return key == "n" ? .act(.newcomer) : .act(.choose((key.wholeNumberValue ?? 0) - 1))
  }
}
