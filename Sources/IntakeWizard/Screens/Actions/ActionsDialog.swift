import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// The Ctrl-X menu: every action with its letter, and why one cannot be taken
/// now. Arrows and Enter take one too.
struct ActionsDialog: Screen {
  typealias Around = Surroundings

  var mark: ListMark = .nothing

  enum Act {
    case move(Int)
    case takeMarked
    case take(Command)
    case emergency(Int)
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Actions",
      [
        .quiet(Key.digits(9), "1-9", "Emergency screen", "open that emergency screen") {
          _, key, around in
          let line = (key.digit ?? 0) - 1
          return around.emergencies.indices.contains(line) ? .emergency(line) : nil
        },
        .quiet(Key.upDown, "Up/Down", "Mark", "mark an action") { _, key, _ in
          .move(key == .up ? -1 : 1)
        },
        .quiet([.enter], "Enter", "Take", "take the marked action", .takeMarked), .close,
      ])
  ]

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .move(let step):
      mark = mark.moved(by: step, of: around.menuEntries.count)
      return []
    case .takeMarked:
      let entries = around.menuEntries
      guard case .line(let line) = mark, entries.indices.contains(line) else {
        return [.say("Nothing is marked. Press a letter, or mark an action with Down.")]
      }
      return switch entries[line].action {
      case .command(let command): take(command, around)
      case .press(let key): [.close, .press(key)]
      }
    case .take(let command): return take(command, around)
    case .emergency(let line): return [.close, .emergency(around.emergencies[line].id)]
    }
  }

  private func take(_ command: Command, _ around: Surroundings) -> [Outcome] {
    // The review, which comes before the result, says so itself.
    if command != .result, case .not(let because) = around.standing(of: command),
      let words = KeyMap.binding(command)?.words
    {
      return [.close, .say("\(words): not now, \(because).")]
    }
    // What was open before the menu stays only below what covers it for a while.
    switch command {
    case .actions, .emergency, .lock, .repaint, .suspend, .face, .leave:
      return [.close, .command(command)]
    default: return [.closeAll, .command(command)]
    }
  }

  /// A letter of the menu, or a key that is none.
  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    if let letter = key.letter, let command = KeyMap.command(forMenuLetter: letter) {
      return take(command, around)
    }
    return [.close, .say("No such action. Ctrl-X shows them all.")]
  }

  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    let last = min(9, around.emergencies.count)
    let digits = last == 0 ? "" : "\(last == 1 ? "1" : "1-\(last)") Emergency screen  "
    let keys = "Actions: press a letter  \(digits)Esc Close"
    var frame = around.dialogFrame(keys, size) { _ in }
    let room = size.rows - frame.head.count - frame.foot.count
    around.drawActions(rows: room, mark, &frame.body)
    // Where the menu fills the window its rule and the empty line give way.
    if frame.body.lines.count > room, around.notice == .none { frame.foot.removeFirst(2) }
    return frame
  }

  func smallView(_ around: Surroundings, _ size: GridSize) -> Frame? {
    around.smallEmergencies(size)
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    var spoken = LinearPage(
      place: "actions", prompt: "A letter, a number for an emergency screen, or <")
    spoken.lines.append("Actions.")
    for binding in KeyMap.bindings where binding.command != .actions {
      let letter = String(binding.letter).uppercased()
      switch around.standing(of: binding.command) {
      case .available: spoken.lines.append("\(letter) \(binding.words): \(binding.sentence)")
      case .not(let because):
        spoken.lines.append("\(letter) \(binding.words): not now, \(because)")
      }
    }
    spoken.lines += around.emergencies.prefix(9).enumerated().map {
      "\($0 + 1) Emergency screen: \($1.title)"
    }
    spoken.lines.append("< Close")
    return spoken
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    guard line.count == 1, let letter = line.lowercased().first else {
      return .say(["One letter of the list, or < closes it. Nothing was taken."])
    }
    if let number = letter.wholeNumberValue {
      return around.emergencies.indices.contains(number - 1)
        ? .act(.emergency(number - 1)) : .unused
    }
    guard let command = KeyMap.command(forMenuLetter: letter) else {
      return .say(["No action has this letter. Nothing was taken."])
    }
    if case .not(let because) = around.standing(of: command) {
      return .say(["Not now: \(because)."])
    }
    return .act(.take(command))
  }
}
