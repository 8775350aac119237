import ClinicalModel
import Consultation
import Screening
import Terminal

/// The result, the clinician's decision and the signature.
struct ResultScreen: Screen {
  typealias Around = ConsultationSurroundings

  /// What is typed, if anything is.
  var asked: Asked?
  var field: TextField?
  var scroll = 0
  /// Plans with a milder outcome, for the clinician to choose or not: worked out
  /// once.
  let nearest: [PlanProposal]

  init(_ session: Session) {
    nearest = nearestPlans(to: session.given, with: session.pack, on: session.day)
  }

  /// What is asked of the clinician.
  enum Asked: Sendable {
    /// A day, or nothing for the event.
    case until
    /// The number of a coded reason for treating against the advice.
    case code
    /// A reason.
    case reason(Chosen)
    /// The word OVERRIDE.
    case override(Grounds)
    /// The name of the clinician who overrides.
    case overrider(Grounds)
    /// The name of the second person who stands for it.
    case second(Grounds, clinician: String)
    /// The clinician's name, which signs.
    case name
  }

  /// What was chosen and needs a reason.
  enum Chosen: Sendable {
    case doNotTreat
    case deferral(Release)
    case treat
    case treatAgainstAdvice(AgainstAdvice.Code)
  }

  /// Why findings are overridden.
  struct Grounds: Sendable {
    let reason: String
    let weight: Weight

    /// Whether findings exclude what is to be done.
    enum Weight: Hashable, Sendable {
      case ordinary
      case againstAdvice(AgainstAdvice.Code)
    }
  }

  enum Act {
    case scroll(Int)
    case decide(DecisionChoice.Kind)
    case write(String)
    case take(String?)
    case decideOtherwise
    case sign
  }

  static let keyboards = [reading, typing]

  private static let reading = Keyboard<Self>(
    "Result",
    [
      .digits(5, "Decide", "take that decision") { .decide(DecisionChoice.Kind.allCases[$0]) },
      .letter("s", "Sign", "sign the decision; 6 does the same", .sign),
      ScreenKey(
        told: .letter(
          "p", "Skin tests", "the skin tests, or the print where the pack asks for none")
      ) { _, _, around in
        .outcomes([.command(around.session.skinTestQuestion == nil ? .export : .skinTests)])
      },
      .letter("x", "Export", "write the summary to a file", command: .export),
      .key(
        Key.upDown + [.pageUp, .pageDown, .character(" ")], "Up/Down", "Scroll", "read on"
      ) { _, key, _ in
        .scroll([Key.up: -1, .down: 1, .pageUp: -12][key] ?? 12)
      },
    ], commands: [.back, .help])

  private static let typing = Keyboard<Self>(
    "Result, a field", isText: true,
    [
      .key([.enter], "Enter", "Continue", "take what is typed", .take(nil)),
      .key([.escape], "Esc", "Decide otherwise", "back to the findings", .decideOtherwise),
      .clear,
    ])

  func keyboard(_ around: Around) -> Keyboard<Self> {
    field == nil ? Self.reading : Self.typing
  }

  func facts(_ around: Around) -> ScreenFacts {
    ScreenFacts(sideMark: .result, pane: field == nil ? .decisions : .findings)
  }

  func digits(_ around: Around) -> [Character: Character] { field == nil ? ["6": "s"] : [:] }

  func takes(_ command: Command, by key: Key) -> Bool { field == nil || command != .back }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    switch act {
    case .scroll(let lines):
      let last = max(0, body(around, width: 80).lines.count - 12)
      scroll = min(max(0, scroll + lines), last)
      return []
    case .decide(let kind): return decide(kind, around)
    case .write(let words):
      if let field { self.field = TextField(text: words, lengthMax: field.lengthMax) }
      return []
    case .take(let typed): return take(typed ?? field?.committed ?? "", around)
    case .decideOtherwise:
      ask(nil)
      return []
    case .sign: return startSigning(around)
    }
  }

  /// What is asked next, with what is offered for it.
  mutating func ask(_ asked: Asked?, offering text: String = "", lengthMax: Int = 300) {
    self.asked = asked
    field = asked == nil ? nil : TextField(text: text, lengthMax: lengthMax)
  }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    step == .back ? [.review(at: nil)] : []
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    if field != nil { return [] }
    return [
      .say(
        key == .escape
          ? "< goes back to the review." : "1 to 5 decide, S signs, < goes back to the review.")
    ]
  }

  func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] { [.review(at: nil)] }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    if let asked, let field {
      if line == "<" { return .act(.decideOtherwise) }
      if line.count == 1, "?gxr".contains(line.lowercased()) { return .general(otherwise: "") }
      guard case .until = asked else { return .words(line, into: field) { .take($0) } }
      if line == "0", !around.session.report.events.isEmpty { return .act(.take("")) }
      return .date(
        line, into: field, DateEntry(today: around.session.day, tense: .future),
        write: { .write($0) }, take: .take(nil))
    }
    if line == "<" { return .outcomes([.command(.back)]) }
    switch line.lowercased() {
    case "s": return .act(.sign)
    case "p":
      return .outcomes([.command(around.session.skinTestQuestion == nil ? .export : .skinTests)])
    default:
      if line.count == 1, let number = line.first?.wholeNumberValue, (1...5).contains(number) {
        return .act(.decide(DecisionChoice.Kind.allCases[number - 1]))
      }
      return .general(otherwise: "1 to 5 decide, S signs, < goes back to the review.")
    }
  }
}
