import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Asks before the program ends.
struct LeaveDialog: Screen {
  typealias Around = Surroundings

  enum Act {
    case leave
    case leaveWithoutSaving
    case stay
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Leave",
      [
        .letter("s", "Save and leave", "leave; all is saved; 1 does the same", .leave),
        .letter("r", "Return", "stay", .stay),
        .quiet(
          Key.letter("x"), "X", "Leave without", "leave without what could not be saved",
          .leaveWithoutSaving),
        ScreenKey<Self>.closing("Return", "stay").hidden,
      ])
  ]

  func digits(_ around: Surroundings) -> [Character: Character] {
    Wizard.numbered(around.unsavedWhy == nil ? ["s", "r"] : ["r", "x"])
  }

  func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .leave:
      guard let session = around.openConsultation, around.unsavedWhy != nil else {
        return [.effects([.quit])]
      }
      return [
        .warn("\(session.unsaved.count) entries are not saved. X leaves without them; R returns.")
      ]
    case .leaveWithoutSaving: return around.unsavedWhy == nil ? [] : [.effects([.quit])]
    case .stay: return [.close]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    [.say("\(around.shownKey("s")) saves and leaves, \(around.shownKey("r")) returns.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    let table = Self.keyboards[0].table
    guard let session = around.openConsultation, let why = around.unsavedWhy else {
      return around.dialogFrame(around.keyLine(table), size) { body in
        body.gap()
        body.add(Span(" Leave? All is saved.", .strong))
        body.gap()
        body.add(
          Span(
            "   \(around.shownKey("s"))  Leave; the consultation can be resumed from the home screen"
          ))
        body.add(Span("   \(around.shownKey("r"))  Return"))
        body.placeCursor(column: 3)
      }
    }
    let keys = around.keyLine(table, lead: "X Leave without them", without: ["S"])
    return around.dialogFrame(keys, size) { body in
      body.gap()
      body.add(Span(" NOT SAVED: \(session.unsaved.count) entries", .exclude))
      body.wrap(why)
      body.gap()
      body.add(Span("   \(around.shownKey("r"))  Return, then Ctrl-X A tries again to save"))
      body.add(
        Span(
          "   \(around.shownKey("x"))  Leave without them; everything before them stays saved"))
    }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    guard let session = around.openConsultation, let why = around.unsavedWhy else {
      return LinearPage(
        place: "leave",
        lines: [
          "Leave? All is saved.",
          "S Leave; the consultation can be resumed from the home page", "R Return",
        ], prompt: "S or R")
    }
    return LinearPage(
      place: "leave-unsaved",
      lines: [
        "NOT SAVED: \(LinearWords.count(session.unsaved.count, "entry", "entries")). \(why)",
        "R Return, then xa tries again to save",
        "X Leave without them; everything before them stays saved",
      ], prompt: "R or X")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    switch line.lowercased() {
    case "s": .act(.leave)
    case "r": .act(.stay)
    case "x": .act(.leaveWithoutSaving)
    default: .say(["S saves and leaves, R returns."])
    }
  }
}

extension AnySurroundings {
  /// Why something is not saved; `nil` where all is, or may still be.
  var unsavedWhy: String? {
    if let openConsultation, case .failed(let why) = openConsultation.saving { why } else { nil }
  }
}
