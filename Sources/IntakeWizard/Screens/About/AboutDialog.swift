import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Which program and which protocol pack this is, and what they are for.
struct AboutDialog: Screen {
  typealias Around = Surroundings

  var scroll = 0

  enum Act {
    case scroll(Int)
  }

  static let isDialog = true
  static let keyboards = [Keyboard<Self>("About", HelpDialog.keys { .scroll($0) })]

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .scroll(let step): scroll = Scrolling.line(scroll, by: step) { draw(around, &$0) }
    }
    return []
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] { [.say("Esc closes this.")] }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    var frame = around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) {
      draw(around, &$0)
    }
    frame.follow = .scroll
    frame.scroll = scroll
    return frame
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    LinearPage(
      place: "about",
      lines: ["About this program and its protocol pack."]
        + lines(around).map { "\($0.label): \($0.words)" } + ["< Close"], prompt: "< closes")
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    .say(["< closes this. Nothing was taken."])
  }

  var staysByLines: Bool { false }

  private func draw(_ around: Surroundings, _ body: inout Canvas) {
    body.add(Span(" About this program and its protocol pack", .strong))
    body.gap()
    for (label, words) in lines(around) {
      body.wrap(Canvas.fill(label, to: 14) + words, indent: 1, hanging: 15)
    }
    body.gap()
    body.wrap(
      "It points to what a clinician must look at. It does not diagnose and does not decide.")
  }

  /// Of the pack in hand; before a consultation is open, of the one for new ones.
  private func lines(_ around: Surroundings) -> [(label: String, words: String)] {
    let pack = around.openConsultation?.pack ?? around.setting.pack
    return [
      ("Program", "Mesoscreen \(around.setting.programVersion)"),
      ("Pack", "\(pack.id) \(pack.version)"), ("Title", pack.title), ("Digest", pack.digest),
      ("Jurisdiction", pack.jurisdiction), ("Approval", pack.approval),
      ("Intended use", pack.intendedUse),
    ].filter { !$0.1.isEmpty }
  }
}
