import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Why it is asked, what follows from it, where that comes from, and the keys.
struct HelpDialog: Screen {
  typealias Around = Surroundings

  var scroll = 0

  enum Act {
    case scroll(Int)
  }

  static let isDialog = true
  static let keyboards = [Keyboard<Self>("Help", keys { .scroll($0) })]

  /// The keys of a dialog that is only read.
  static func keys<S: Screen>(
    _ scroll: @escaping @Sendable (Int) -> S.Act
  ) -> [ScreenKey<S>] {
    [
      .key(Scrolling.keys, "Up/Down", "Scroll", "read on") { _, key, _ in
        Scrolling.step(key).map(scroll)
      },
      .close,
      ScreenKey(told: .quiet([.character("?"), .enter], "?", "Close", "close this")) { _, _, _ in
        .outcomes([.close])
      },
    ]
  }

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .scroll(let step):
      scroll = Scrolling.line(scroll, by: step) { around.drawHelp(&$0) }
    }
    return []
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] { [.say("Esc closes this.")] }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    var frame = around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) {
      around.drawHelp(&$0)
    }
    frame.follow = .scroll
    frame.scroll = scroll
    return frame
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(place: "help", lines: around.spokenHelp, prompt: "< closes")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    .say(["< closes this. Nothing was taken."])
  }

  var staysByLines: Bool { false }
}
