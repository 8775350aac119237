import ClinicalModel
import Consultation
import Screening

/// What the person has been told, so that only what is new is said.
struct Told: Sendable {
  var place = ""
  var now: [String] = []
  private var consultation: Known = .none
  private var answers = Answers()
  private var findings: [FindingName: FindingLine] = [:]
  private var entryCount = 0
  private var failure = ""
  private var section = ""
  private var greeting = Greeting.due

  /// Whether the program has said what it is and how it is used.
  private enum Greeting: Sendable { case due, said }

  /// Which consultation was open when something was last said.
  private enum Known: Hashable, Sendable {
    case none
    case open(Consultation.ID)
  }

  /// What makes a finding the same one after another answer.
  struct FindingName: Hashable, Sendable {
    let rule: Rule.ID
    let title: String
  }

  /// What was recorded, saved and found since the last call.
  mutating func news(_ wizard: Wizard) -> [String] {
    guard let session = wizard.openConsultation else {
      defer { self = Told(place: place, now: now, greeting: greeting) }
      return consultation == .none ? [] : ["The consultation is closed. Everything is saved."]
    }
    guard consultation == .open(session.consultation.id) else {
      take(session)
      section = ""
      return [savedWords(session, wizard.setting)]
    }
    let lines =
      recorded(session) + saved(session, wizard.setting) + found(session)
    take(session)
    return lines
  }

  /// The patient's name at the head of each section, so that answers never go
  /// to another's record unnoticed.
  mutating func patientLine(_ page: LinearPage, _ wizard: Wizard) -> [String] {
    guard let session = wizard.openConsultation, !page.section.isEmpty, page.section != section
    else { return [] }
    section = page.section
    return [
      "Patient: "
        + Wizard.patientLine(session.answers, on: session.day) + "."
    ]
  }

  /// What does not change on a page. How the program is used is said once.
  mutating func standing(_ page: LinearPage) -> [String] {
    guard page.place == "home" else { return page.lines }
    defer { greeting = .said }
    return greeting == .due ? page.lines : []
  }

  private init(place: String, now: [String], greeting: Greeting) {
    self.place = place
    self.now = now
    self.greeting = greeting
  }

  init() {}

  private mutating func take(_ session: Session) {
    consultation = .open(session.consultation.id)
    answers = session.answers
    entryCount = session.consultation.entryCount
    if case .failed(let why) = session.saving { failure = why } else { failure = "" }
    findings = Self.named(session)
  }

  private static func named(_ session: Session) -> [FindingName: FindingLine] {
    Dictionary(
      session.lines.map { (FindingName(rule: $0.head.rule, title: $0.head.title), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func recorded(_ session: Session) -> [String] {
    let numbers = ReviewList.numbers(session)
    var lines: [String] = []
    for question in session.pack.questions
    where answers[question.id] != session.answers[question.id] {
      let answer = session.answers[question.id]
      let name = "\(numbers[question.id] ?? "") \(question.label)"
      switch answer {
      // Its day is over; the wizard says how many such answers there are.
      case .unknown(.notAsked) where session.outdatedWords(question) != nil: break
      case .unknown(.notAsked): lines.append("Cleared: \(name). It is not answered now.")
      case .unknown(let reason):
        lines.append(
          "Recorded: \(name): \(reason == .unsure ? "Not sure" : "Declined"). "
            + "This counts as not clear.")
      case .known(.entries(let entries)):
        lines += entryLines(question, name, entries, session)
      case .known:
        let words = answer.words(for: question, in: session.pack.names)
        lines.append("Recorded: \(name): \(LinearWords.sentence(words))")
      }
    }
    return lines
  }

  /// Of a list only what differs is said.
  private func entryLines(
    _ question: Question, _ name: String, _ entries: [Answers], _ session: Session
  ) -> [String] {
    let before = answers[question.id].entries
    let count = LinearWords.count(entries.count, "entry", "entries")
    var lines: [String] = []
    for (index, entry) in entries.enumerated() where !before.contains(entry) {
      let words = entry.words(asEntryOf: question, in: session.pack.names)
      lines.append("Recorded: \(name), entry \(index + 1): \(LinearWords.sentence(words))")
    }
    return lines.isEmpty ? ["Recorded: \(name): \(count) now."] : lines
  }

  private func saved(_ session: Session, _ setting: Setting) -> [String] {
    if case .failed(let why) = session.saving {
      // The wizard's own words say why where this is the first time.
      return why == failure && session.consultation.entryCount == entryCount
        && session.answers == answers ? [] : [notSavedWords(session)]
    }
    return session.consultation.entryCount == entryCount && failure.isEmpty
      ? [] : [savedWords(session, setting)]
  }

  private func notSavedWords(_ session: Session) -> String {
    "NOT SAVED: " + LinearWords.count(session.unsaved.count, "entry is", "entries are")
      + " not on the disk. Signing is not possible. xa tries again."
  }

  private func savedWords(_ session: Session, _ setting: Setting) -> String {
    if case .failed = session.saving { return notSavedWords(session) }
    let time = setting.localTime.time(of: session.consultation.lastSavedAt)
    return "saved #\(session.consultation.entryCount) \(time)"
  }

  /// New and changed findings, one line each, heaviest first; then what is no
  /// longer found, and the counts.
  private func found(_ session: Session) -> [String] {
    let now = Self.named(session)
    guard now.mapValues(\.shownWord) != findings.mapValues(\.shownWord) else { return [] }
    var lines: [String] = []
    for finding in session.lines {
      let title = LinearWords.sentence(finding.head.title)
      let name = FindingName(rule: finding.head.rule, title: finding.head.title)
      guard let before = findings[name] else {
        lines.append("\(finding.shownWord): new finding, \(title)")
        continue
      }
      if before.shownWord != finding.shownWord {
        lines.append(
          "\(finding.shownWord): changed finding, it was \(before.shownWord), "
            + title)
      }
    }
    // What now stands under another line's head is found all the same.
    let kept = Set(
      session.lines.flatMap(\.findings).map { FindingName(rule: $0.rule, title: $0.title) })
    let gone = findings.filter { !kept.contains($0.key) }.values.sorted {
      ($1.severity, $0.head.title) < ($0.severity, $1.head.title)
    }
    lines += gone.map { "No longer found: \($0.shownWord), \(LinearWords.sentence($0.head.title))" }
    return lines + ["Findings now: \(session.report.counts.words)."]
  }
}
