// The wizard by lines, for screen readers, terminals that cannot move their
// cursor, and very small windows:
//
//   typed line ──hear──▶ keys ──update──▶ Wizard ──speak──▶ lines, prompt
//
// It is a second face of the same wizard. A line becomes the keys that a person
// would press on the screen, so there is one engine, one set of guards and one
// journal. Nothing here reads or writes; the program owns the two ends.

public import Consultation
public import Terminal

/// What has been said so far, and how to go on.
public struct LinearFace: Sendable {
  /// What the person has been told.
  private var told = Told()
  /// Whether keys have gone to the wizard since something was last said.
  private var freshness = Freshness.stale

  private enum Freshness { case fresh, stale }

  /// A face that has said nothing yet.
  public init() {}

  /// The widest line that is spoken, in columns.
  public static let width = 78

  /// What came of one typed line.
  public enum Heard: Hashable, Sendable {
    /// It was taken; the program is to do this.
    case taken([Effect])
    /// Lines to say; nothing changes.
    case say([String])
  }

  /// Takes a line. Every line is whole: nothing in it is taken when part of it
  /// means nothing.
  public mutating func hear(_ line: String, _ wizard: inout Wizard, at time: Instant) -> Heard {
    let reader = LinearReader(wizard)
    let heard = take(reader.hear(line), &wizard, at: time)
    if case .taken = heard { freshness = .fresh }
    return heard
  }

  private func take(
    _ read: LinearReader.Heard, _ wizard: inout Wizard, at time: Instant
  ) -> Heard {
    switch read {
    case .say(let lines): return .say(lines)
    case .keys(let keys): return .taken(keys.flatMap { wizard.update(.key($0, at: time)) })
    case .line(let words):
      switch wizard.hear(words, at: time) {
      case .say(let lines): return .say(lines)
      case .taken(let effects): return .taken(effects)
      case .general(let isText, let otherwise):
        let read = LinearReader(wizard).general(words, isText: isText, otherwise: otherwise)
        return take(read, &wizard, at: time)
      }
    }
  }

  /// Everything that is new since the last call, in whole lines: what was
  /// recorded and saved, findings, words for the person, and the page where it
  /// is another one.
  public mutating func speak(_ wizard: Wizard) -> [String] {
    var lines = wizard.isLocked ? [] : told.news(wizard)
    let wasPressed = freshness == .fresh
    if wasPressed { lines += wizard.spokenNotice }
    freshness = .stale
    let page = wizard.linearPage
    if page.place != told.place {
      lines.append("")
      lines += told.patientLine(page, wizard)
      lines += told.standing(page) + page.now
    } else if page.now != told.now || (lines.isEmpty && wasPressed) {
      lines += page.now
    }
    told.place = page.place
    told.now = page.now
    return lines.flatMap(LinearWords.lines)
  }

  /// What stands before the place where the next line is typed.
  public func prompt(_ wizard: Wizard) -> String {
    var prompt = wizard.linearPage.prompt
    if wizard.setting.use == .training { prompt = "Training. " + prompt }
    if let session = wizard.openConsultation, case .failed = session.saving {
      prompt = "NOT SAVED. " + prompt
    }
    return (LinearWords.lines(prompt).last ?? "") + ": "
  }
}

/// A page of the wizard in words.
struct LinearPage: Hashable {
  /// Which page it is: another one is said as a whole.
  var place: String
  /// The section of the page; empty where there is none.
  var section = ""
  /// What does not change while the page is open.
  var lines: [String] = []
  /// How it stands: said again whenever it differs.
  var now: [String] = []
  /// What the next line is, in a few words without an end mark.
  var prompt: String
}

extension Wizard {
  /// Prepares for being spoken: every line of a page counts as shown, as it is
  /// said whole.
  public mutating func becomeLines() {
    window = GridSize(rows: 100_000, columns: 80)
    face = .lines
    dialogs.removeAll { !$0.staysByLines }
    notice = .none
  }

  /// Prepares for being shown on a screen again.
  public mutating func becomeScreen(_ size: GridSize) {
    window = size
    face = .screen
  }

  /// How lines come in.
  public enum Pace: Hashable, Sendable {
    /// Typed by a person, who must have heard a question before answering it.
    case typed
    /// From a file or another program, which may send them all at once.
    case piped
  }

  /// Whether a line that arrives now may be taken: one that comes sooner after
  /// an answer than anybody can have heard the next question is refused.
  public mutating func admitsLine(at time: Instant, _ pace: Pace) -> Bool {
    if pace == .typed, case .answered(let last, let key) = lastAnswer,
      time.milliseconds - last.milliseconds < 120
    {
      lastAnswer = .answered(at: time, by: key)
      return false
    }
    lastAnswer = .none
    return true
  }

  /// What is said of a line that came too soon.
  public static let tooSoonWords =
    "Too fast: hear the question first, then type the line again. It was not taken."

  /// How many entries could not be made durable; zero when all is saved.
  public var unsavedCount: Int {
    guard let session = openConsultation, case .failed = session.saving else { return 0 }
    return session.unsaved.count
  }

  var spokenNotice: [String] {
    switch notice {
    case .none: []
    case .information(let words), .trouble(let words): [LinearWords.withoutScreenKeys(words)]
    }
  }
}
