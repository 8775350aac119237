import ClinicalModel
import Consultation
import Summary
import Terminal

/// The skin tests of all patients that are to be read.
struct WorklistScreen: Screen {
  typealias Around = Surroundings

  var mark: ListMark = .nothing

  enum Act {
    case move(Int)
    case openMarked
    case open(Int)
    case goHome
  }

  static let keyboards = [
    Keyboard<Self>(
      "Skin tests to read",
      [
        .key(Key.digits(9), "1-9", "Open", "open that patient's skin tests") { _, key, around in
          guard let digit = key.digit, around.readings.indices.contains(digit - 1) else {
            return nil
          }
          return .open(digit - 1)
        },
        .key(Key.upDown, "Up/Down", "Mark", "mark a line") { _, key, _ in
          .move(key == .up ? -1 : 1)
        },
        .key([.enter], "Enter", "Open", "open the marked one", .openMarked),
        .key([.escape], "Esc", "Home", "back to the home screen", .goHome),
      ])
  ]

  func facts(_ around: Surroundings) -> ScreenFacts { ScreenFacts(hasSideColumn: false) }

  func takes(_ command: Command, by key: Key) -> Bool {
    if case .character = key { command == .back } else { true }
  }

  func walk(_ step: Command, _ around: Surroundings) -> [Outcome] { step == .back ? [.home] : [] }

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    switch act {
    case .move(let step):
      mark = mark.moved(by: step, of: around.readings.count)
      return []
    case .openMarked:
      guard case .line(let line) = mark, around.readings.indices.contains(line) else {
        return [.say("Mark a line with Down or press its number.")]
      }
      return [.resume(around.readings[line].id, at: .skinTests)]
    case .open(let line): return [.resume(around.readings[line].id, at: .skinTests)]
    case .goHome: return [.home]
    }
  }

  func unused(_ key: Key, _ around: Surroundings) -> [Outcome] {
    guard case .character = key else { return [] }
    return [.say("A number opens a patient's skin tests, Esc goes home.")]
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    if line == "<" || line.lowercased() == "back" { return .act(.goHome) }
    if line.count == 1, let number = line.first?.wholeNumberValue, number > 0 {
      return around.readings.indices.contains(number - 1) ? .act(.open(number - 1)) : .unused
    }
    return .general(otherwise: "A number opens a patient, < goes home.")
  }
}
