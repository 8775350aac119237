import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// A screen as the read-me adds one: how often a patient was greeted, and a note
/// that says so.
private struct GreetingDialog: Screen {
  typealias Around = ConsultationSurroundings

  var count = 0

  enum Act {
    case greet(Int)
    case write
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Greeting",
      [
        .letter("h", "Greet", "greet the patient once", .greet(1)),
        .key([.enter], "Enter", "Write", "write it as a note", .write), .close,
      ])
  ]

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    switch act {
    case .greet(let times):
      count += times
      return []
    case .write:
      let note = Note(subject: .consultation, text: "greeted \(count) times")
      return [.append([.noteAdded(note)]), .close, .say("Written down.")]
    }
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    around.dialogFrame(around.keyLine(Self.keyboards[0].table), size) {
      $0.wrap("Greeted \(count) times")
    }
  }

  func spoken(_ around: Around) -> LinearPage {
    LinearPage(place: "greeting", now: ["Greeted \(count) times."], prompt: "A number, or W")
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    if let times = Int(line) { return .act(.greet(times)) }
    return line == "w" ? .act(.write) : .say(["A number greets, W writes."])
  }
}

@Suite struct AddingScreenTests {
  private var open: Bench {
    var bench = Bench()
    bench.press("n")
    bench.wizard.dialogs.append(GreetingDialog())
    return bench
  }

  @Test func `an added screen shows itself and its keys and does what they say`() {
    var bench = open
    #expect(bench.screen.contains("H Greet  Enter Write  Esc Close"))
    bench.press("hH")
    #expect(bench.screen.contains("Greeted 2 times"))
    bench.press("<enter>")
    #expect(bench.wizard.dialogs.isEmpty)
    #expect(bench.screen.contains("Written down."))
    #expect(
      bench.entries.last?.event
        == .noteAdded(Note(subject: .consultation, text: "greeted 2 times")))
  }

  @Test func `an added screen is spoken and takes lines as what the person did`() {
    var lines = LineBench(open)
    #expect(lines.said.contains("Greeted 0 times."))
    lines.type("3", "w")
    #expect(lines.wizard.dialogs.isEmpty)
    #expect(lines.said.contains("Written down."))
  }

  @Test func `lock, emergency screens and Esc work over an added screen`() {
    var bench = open
    bench.press("<ctrl-x><ctrl-x>")
    #expect(bench.wizard.isLocked)
    bench = open
    bench.press("<ctrl-x>1")
    #expect(bench.wizard.dialogs.last is EmergencyDialog)
    bench.press("r")
    #expect(bench.wizard.dialogs.last is GreetingDialog)
    bench.press("<esc>")
    #expect(bench.wizard.dialogs.isEmpty)
  }

  @Test func `an added screen that needs a consultation is not shown where none is open`() {
    var bench = Bench()
    bench.wizard.dialogs.append(GreetingDialog())
    #expect(bench.screen.contains("New consultation"))
    bench.press("h<esc>")
    #expect(bench.wizard.dialogs.isEmpty)
  }
}
