import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

/// Facts of an earlier consultation, read aloud to be confirmed.
struct ReconfirmScreen: Screen {
  typealias Around = ConsultationSurroundings

  let section: Section.ID
  /// Facts that are no longer right and are asked again.
  var changed: Set<Question.ID> = []

  enum Act {
    case confirm
    case turn([Int])
    case askAnew
  }

  static let keyboards = [
    Keyboard<Self>(
      "Facts of the last visit",
      [
        .letter("y", "Still right", "all that is not marked is still right", .confirm),
        .key(Key.digits(9), "1-9", "Has changed", "mark a line that has changed") {
          screen, key, around in
          guard let digit = key.digit, screen.facts(of: around).indices.contains(digit - 1) else {
            return nil
          }
          return .turn([digit - 1])
        },
        .letter("n", "Ask anew", "ask every question anew", .askAnew),
      ], commands: [.back, .note, .jump])
  ]

  func facts(_ around: Around) -> ScreenFacts {
    ScreenFacts(stop: .reconfirm(section), sideMark: .section(section))
  }

  func isHasty(_ key: Key) -> Bool { key.answers }

  /// What is read out.
  func facts(of around: Around) -> [EarlierFact] {
    around.session.pack.sections.first { $0.id == section }
      .map(around.session.factsToConfirm) ?? []
  }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    let facts = facts(of: around)
    switch act {
    case .turn(let lines):
      for line in lines where facts.indices.contains(line) {
        changed.formSymmetricDifference([facts[line].question.id])
      }
      return []
    case .confirm: return confirm(facts, around)
    case .askAnew: return askAnew(around)
    }
  }

  private func confirm(_ facts: [EarlierFact], _ around: Around) -> [Outcome] {
    guard case .of(let visit, _) = around.session.earlier, let first = facts.first else {
      return []
    }
    // A line below the edge is one that nobody read aloud.
    guard fits(around) else {
      return [.warn("Not every line is on screen: make the window larger, or N asks them.")]
    }
    let events: [Event] = facts.filter { !changed.contains($0.question.id) }.map {
      .answerRecorded(
        $0.question.id, $0.answer,
        wording: "Read out from \(visit.day.spelled) and confirmed: \($0.question.ask)")
    }
    guard !events.isEmpty else { return askAnew(around) }
    return [
      .mark(.asksAnew(section)),
      .confirm(events, of: section, after: changed.isEmpty ? first.question.id : ""),
    ]
  }

  private func askAnew(_ around: Around) -> [Outcome] {
    guard case .of = around.session.earlier else { return [] }
    return [
      .mark(.asksAnew(section)), .pause, .askFirst(of: section),
      .say("Nothing was taken over: every question is asked."),
    ]
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    switch key {
    case .enter, .escape:
      [.say("Read the lines aloud, then Y; a number marks one that has changed.")]
    case .character: [.say("Y confirms, N asks everything anew, a number marks a change.")]
    default: []
    }
  }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    switch step {
    case .back: facts(of: around).first.map { [.back(from: $0.question.id)] } ?? []
    case .forward, .clearAnswer: [.say("Nothing is answered here yet.")]
    default: [.say("Y confirms, N asks everything anew, a number marks a change.")]
    }
  }

  private func fits(_ around: Around) -> Bool {
    let size = around.columnSize(around.window) { view(around, $0) }
    let frame = view(around, size)
    return frame.head.count + frame.body.lines.count + frame.foot.count <= size.rows
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    let parts = line.split(whereSeparator: { " ,;".contains($0) }).map(String.init)
    let numbers = parts.compactMap(Int.init)
    if !numbers.isEmpty, numbers.count == parts.count {
      let facts = facts(of: around)
      guard numbers.allSatisfy({ facts.indices.contains($0 - 1) && $0 < 10 }) else {
        return .say(["There is no such line. Nothing was taken."])
      }
      return .act(.turn(Set(numbers).sorted().map { $0 - 1 }))
    }
    switch line.lowercased() {
    case "y": return .act(.confirm)
    case "n": return .act(.askAnew)
    default:
      return .general(
        otherwise: "Y confirms, N asks everything anew, a number marks a change.")
    }
  }
}
