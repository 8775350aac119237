import ClinicalModel
import Consultation
import Terminal

/// The search for a patient who was here before.
struct ReturningScreen: Screen {
  typealias Around = Surroundings

  var name = TextField(text: "", lengthMax: 40)
  var mark: ListMark = .nothing
  var found: Found = .underWay

  /// Whether the earlier consultations have been read.
  enum Found: Hashable, Sendable {
    case underWay
    case visits([EarlierVisit])
    case failed(String)
  }

  enum Act {
    case look(String)
    case move(Int)
    case beginMarked
    case begin(Int)
    case goHome
  }

  static let keyboards = [
    Keyboard<Self>(
      "Returning patient", isText: true,
      [
        // No name holds a digit: it picks a line.
        .digits(9, "Begin", "begin for that patient") { .begin($0) },
        .key(Key.upDown, "Up/Down", "Mark", "mark a patient") { _, key, _ in
          .move(key == .up ? -1 : 1)
        },
        .key(
          [.enter], "Enter", "Begin", "begin for the marked one, or for the only match",
          .beginMarked),
        .key([.escape], "Esc", "Home", "back to the home screen", .goHome),
      ], hintsActions: false)
  ]

  func facts(_ around: Surroundings) -> ScreenFacts { ScreenFacts(hasSideColumn: false) }

  var field: TextField? {
    get { name }
    set { if let newValue { name = newValue } }
  }

  mutating func typed(
    _ key: Key, _ handled: TextField.Handled, _ around: Surroundings
  ) -> [Outcome] {
    mark = .nothing
    return []
  }

  func takes(_ command: Command, by key: Key) -> Bool { command != .back }

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    let matches = matches
    switch act {
    case .look(let words):
      name = TextField(text: words, lengthMax: name.lengthMax)
      mark = .nothing
    case .move(let step): mark = mark.moved(by: step, of: matches.count)
    case .begin(let line):
      return matches.indices.contains(line) ? [.begin(matches[line])] : []
    case .beginMarked:
      switch mark {
      case .line(let line) where matches.indices.contains(line): return [.begin(matches[line])]
      case .nothing where matches.count == 1 && !name.isBlank: return [.begin(matches[0])]
      case .line, .nothing:
        return [.say("Type more of the name, or mark a line with Down or its number.")]
      }
    case .goHome: return [.home]
    }
    return []
  }

  mutating func take(_ reply: Reply, _ around: Surroundings) -> [Outcome] {
    switch reply {
    case .foundEarlier(let visits): found = .visits(visits)
    case .findFailed(let words): found = .failed(words)
    case .exported, .listed, .staff: break
    }
    return []
  }

  /// The consultations whose patient's words contain what was typed.
  var matches: [EarlierVisit] {
    guard case .visits(let visits) = found else { return [] }
    let wanted = name.committed.lowercased()
    return wanted.isEmpty
      ? visits : visits.filter { $0.patient.lowercased().contains(wanted) }
  }

  func hear(_ line: String, _ around: Surroundings) -> Heard<Act> {
    if line == "<" { return .act(.goHome) }
    if line == "x" || line == "?" { return .general(otherwise: "") }
    if let number = Int(line) {
      guard matches.prefix(20).indices.contains(number - 1) else {
        return .say(["There is no line \(number). Nothing was opened."])
      }
      return .act(.begin(number - 1))
    }
    guard line.count <= name.lengthMax, !line.contains(where: \.isNumber) else {
      return .say(["A name holds no digits and at most \(name.lengthMax) letters."])
    }
    return .act(.look(line))
  }
}
