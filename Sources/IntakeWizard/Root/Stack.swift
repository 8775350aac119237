import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// What a screen on the stack is asked, whatever its kind. Each gives the screen
// as it is afterwards; the wizard puts it back in its place and carries the
// outcomes out.

/// A screen after something was done on it, and what it wants.
struct Turn {
  let screen: any Screen
  let outcomes: [Outcome]
}

/// What a line did to a screen.
enum LineTurn {
  case turn(Turn)
  case say([String])
  case general(isText: Bool, otherwise: String)
}

extension Screen {
  /// A key was pressed on it.
  func pressed(_ key: Key, in all: Surroundings) -> Turn? {
    guard let around = Around(all) else { return nil }
    var next = self
    let board = keyboard(around)
    switch board.meaning(of: key, on: self, around) {
    case .act(let act):
      let outcomes = next.update(act, around)
      return Turn(screen: next, outcomes: outcomes)
    case .outcomes(let outcomes): return Turn(screen: self, outcomes: outcomes)
    case nil: break
    }
    if let command = board.table.command(for: key), takes(command, by: key) {
      return Turn(screen: self, outcomes: [.command(command)])
    }
    if board.table.isText, var field = next.field {
      let handled = field.handle(key)
      next.field = field
      if handled != .notMine {
        let outcomes = next.typed(key, handled, around)
        return Turn(screen: next, outcomes: outcomes)
      }
    }
    let outcomes = next.unused(key, around)
    return Turn(screen: next, outcomes: outcomes)
  }

  /// A line was typed.
  func heard(_ line: String, in all: Surroundings) -> LineTurn? {
    guard let around = Around(all) else { return nil }
    var next = self
    var outcomes: [Outcome] = []
    switch hear(line, around) {
    case .act(let act): outcomes = next.update(act, around)
    case .acts(let acts):
      // What is said of a step is past when the next one is done.
      for act in acts { outcomes = outcomes.filter { !$0.isSaid } + next.update(act, around) }
    case .outcomes(let wanted): outcomes = wanted
    case .say(let words): return .say(words)
    case .unused: outcomes = next.unused(.unrecognised, around)
    case .general(let otherwise):
      return .general(isText: keyboard(around).table.isText, otherwise: otherwise)
    }
    return .turn(Turn(screen: next, outcomes: outcomes))
  }

  /// Back, forward, clear, not sure or declined.
  func walked(_ step: Command, in all: Surroundings) -> Turn? {
    after(all) { $0.walk(step, $1) }
  }

  /// Something that was asked of the program has come.
  func took(_ reply: Reply, in all: Surroundings) -> Turn? { after(all) { $0.take(reply, $1) } }

  /// Another day has begun.
  func began(dayAfter before: CalendarDate, in all: Surroundings) -> Turn? {
    after(all) { $0.begin(dayAfter: before, $1) }
  }

  /// Text was pasted into its field; how much found no room, and what it wants.
  func pasted(_ text: String, in all: Surroundings) -> (turn: Turn, left: Int)? {
    guard let around = Around(all) else { return nil }
    var next = self
    guard let (left, outcomes) = next.paste(text, around) else { return nil }
    return (Turn(screen: next, outcomes: outcomes), left)
  }

  /// Lines were pasted, to be entries; `nil` where they cannot be.
  func took(lines: [String], in all: Surroundings) -> Turn? {
    guard let around = Around(all) else { return nil }
    var next = self
    guard let outcomes = next.take(lines: lines, around) else { return nil }
    return Turn(screen: next, outcomes: outcomes)
  }

  private func after(
    _ all: Surroundings, _ change: (inout Self, Around) -> [Outcome]
  ) -> Turn? {
    guard let around = Around(all) else { return nil }
    var next = self
    let outcomes = change(&next, around)
    return Turn(screen: next, outcomes: outcomes)
  }

  // MARK: - What it shows

  func frame(in all: Surroundings, _ size: GridSize) -> Frame? {
    Around(all).map { view($0, size) }
  }
  func smallFrame(in all: Surroundings, _ size: GridSize) -> Frame? {
    Around(all).flatMap { smallView($0, size) }
  }
  func spoken(in all: Surroundings) -> LinearPage? { Around(all).map { spoken($0) } }
  func keyTable(in all: Surroundings) -> KeyTable? { Around(all).map { keyboard($0).table } }
  func facts(in all: Surroundings) -> ScreenFacts? { Around(all).map { facts($0) } }
  func noteTarget(in all: Surroundings) -> NoteTarget? { Around(all).flatMap { noteTarget($0) } }
  func help(in all: Surroundings) -> ScreenHelp? { Around(all).flatMap { help($0) } }
  func digits(in all: Surroundings) -> [Character: Character] {
    Around(all).map { digits($0) } ?? [:]
  }
  func leaving(in all: Surroundings) -> [Outcome] { Around(all).map { leaving($0) } ?? [] }
  func holdsDraft(in all: Surroundings) -> Bool { Around(all).map { holdsDraft($0) } ?? false }

  /// What is told of all its keys.
  static var keyTables: [KeyTable] { keyboards.map(\.table) }
}
