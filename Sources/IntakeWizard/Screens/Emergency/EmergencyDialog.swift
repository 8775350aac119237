import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// One emergency screen: what to do, step by step.
struct EmergencyDialog: Screen {
  typealias Around = Surroundings

  let emergency: Emergency.ID
  var scroll = 0

  enum Act {
    case scroll(Int)
    case returnToRecord
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Emergency screen",
      [
        .letter("r", "Return to the record", "nothing is lost", .returnToRecord),
        .quiet(Key.upDown + [.pageUp, .pageDown], "Up/Down", "Scroll", "read on") { _, key, _ in
          .scroll([.up, .pageUp].contains(key) ? -1 : 1)
        },
        .closing("Return", "back to where you were"),
      ])
  ]

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .scroll(let step):
      scroll = min(max(0, scroll + step), 12)
      return []
    // What was being typed below is still there.
    case .returnToRecord: return [.close]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    let key = around.shownKey("r") == " " ? "Esc" : "R"
    return [.say("\(key) returns to the record. Nothing is lost.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    var frame = around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) {
      around.drawEmergency(emergency, &$0)
    }
    // What to do first stands on top, however low the window is.
    frame.follow = .scroll
    frame.scroll = scroll
    return frame
  }

  func smallView(_ around: Surroundings, _ size: GridSize) -> Frame? {
    var frame = Frame(body: Canvas(width: size.columns))
    around.drawEmergency(emergency, &frame.body)
    frame.follow = .scroll
    frame.scroll = scroll
    frame.foot = [[Span(" R Return  Down More", .banner)]]
    return frame
  }

  func spoken(_ around: Surroundings) -> LinearPage { around.spokenEmergency(emergency) }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    line.lowercased() == "r"
      ? .act(.returnToRecord) : .say(["R returns to the record. Nothing is lost."])
  }
}
