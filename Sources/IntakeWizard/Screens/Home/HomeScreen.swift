import ClinicalModel
import Consultation
import Terminal

/// The open consultations, and what else can be begun.
struct HomeScreen: Screen {
  typealias Around = Surroundings

  var mark: ListMark = .nothing

  enum Act {
    case move(Int)
    case openMarked
    case open(Int)
    case begin
    case beginForReturning
    case showReadings
    case switchUse
    case quit
  }

  static let keyboards = [
    Keyboard<Self>(
      "Home",
      [
        .key(Key.digits(9), "1-9", "Open", "open that consultation") { _, key, around in
          guard let digit = key.digit, around.openableRows.indices.contains(digit - 1) else {
            return nil
          }
          return .open(digit - 1)
        },
        .letter("n", "New", "a new consultation; 0 does the same", .begin),
        .letter(
          "r", "Returning", "a new consultation for a patient who was here before",
          .beginForReturning),
        .letter("w", "Skin tests", "skin tests that are to be read", .showReadings),
        .letter("m", "My part", "whose questions are asked", command: .part),
        .letter("q", "Quit", "leave the program", .quit),
        .quiet(
          Key.letter("t"), "T", "Training", "made-up patients, or back to the records", .switchUse),
        .quiet(Key.upDown, "Up/Down", "Mark", "mark a consultation") { _, key, _ in
          .move(key == .up ? -1 : 1)
        },
        .quiet([.enter], "Enter", "Open", "open the marked one", .openMarked),
      ], commands: [.help])
  ]

  func facts(_ around: Surroundings) -> ScreenFacts { ScreenFacts(hasSideColumn: false) }

  func digits(_ around: Surroundings) -> [Character: Character] { ["0": "n"] }

  func takes(_ command: Command, by key: Key) -> Bool {
    [.help, .leave, .repaint, .suspend].contains(command)
  }

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    let rows = around.openableRows
    switch act {
    case .move(let step): mark = mark.moved(by: step, of: rows.count)
    case .openMarked:
      guard case .line(let line) = mark, rows.indices.contains(line) else {
        return [.say("Nothing is marked. Press N for a new consultation, or a number.")]
      }
      return [.resume(rows[line].id, at: .whereLeft)]
    case .open(let line): return [.resume(rows[line].id, at: .whereLeft)]
    case .begin: return [.begin(nil)]
    case .beginForReturning: return [.show(ReturningScreen()), .effects([.findEarlier])]
    case .showReadings: return [.show(WorklistScreen())]
    case .switchUse: return [.effects([.switchUse])]
    case .quit: return [.effects([.quit])]
    }
    return []
  }

  mutating func take(_ reply: Reply, _ around: Surroundings) -> [Outcome] {
    if case .listed = reply { mark = .nothing }
    return []
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    guard case .character = key else { return [] }
    return [.say("Press N for a new consultation, a number to open one, Q to quit.")]
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    if let number = Int(line) {
      guard around.openableRows.indices.contains(number - 1) else {
        return .say(["There is no consultation \(number). Nothing was opened."])
      }
      return .act(.open(number - 1))
    }
    switch line.lowercased() {
    case "n": return .act(.begin)
    case "r": return .act(.beginForReturning)
    case "w": return .act(.showReadings)
    case "m": return .outcomes([.command(.part)])
    case "t": return .act(.switchUse)
    case "q": return .act(.quit)
    default:
      return .general(otherwise: "N begins a new consultation, a number opens one, Q quits.")
    }
  }
}

extension AnySurroundings {
  /// Rows that carry a number: those that can be opened.
  var openableRows: [HomeRow] {
    home.rows.filter { row in
      if case .damaged = row.condition { false } else { true }
    }
  }
}
