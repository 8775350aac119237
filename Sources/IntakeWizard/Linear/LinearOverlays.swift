import ClinicalModel
import Consultation
import Screening
import Terminal

// What lies over a page, in words.

extension Wizard {
  func linearOverlay(_ overlay: Overlay) -> LinearPage {
    switch overlay {
    case .help: return LinearPage(place: "help", lines: linearHelp, prompt: "< closes")
    case .findings:
      return LinearPage(place: "findings", lines: linearFindings(0), prompt: "< closes")
    case .actions: return linearActions
    case .jump(let field, _): return linearJump(field)
    case .note: return linearNote
    case .paste(let paste):
      return LinearPage(
        place: "paste", lines: ["\(paste.lines.count) lines pasted."] + paste.lines,
        now: ["1 Keep as list", "2 Join with spaces", "3 Cancel"], prompt: "1, 2 or 3")
    case .parts: return linearParts
    case .leave: return linearLeave
    case .emergencies:
      return LinearPage(
        place: "emergencies", lines: ["Emergency screens."] + emergencyLines + ["< Close"],
        prompt: "A number, or <")
    case .emergency(let id, _): return linearEmergency(id)
    case .about: return linearAbout
    case .passphrase(let form): return linearPassphrase(form)
    case .people: return linearPeople
    }
  }

  private var emergencyLines: [String] {
    emergencies.prefix(9).enumerated().map { "\($0 + 1) \($1.title)" }
  }

  private var linearActions: LinearPage {
    var spoken = LinearPage(
      place: "actions", prompt: "A letter, a number for an emergency screen, or <")
    spoken.lines.append("Actions.")
    for binding in KeyMap.bindings where binding.command != .actions {
      let letter = String(binding.letter).uppercased()
      switch standing(of: binding.command) {
      case .available: spoken.lines.append("\(letter) \(binding.words): \(binding.sentence)")
      case .not(let because):
        spoken.lines.append("\(letter) \(binding.words): not now, \(because)")
      }
    }
    spoken.lines += emergencies.prefix(9).enumerated().map {
      "\($0 + 1) Emergency screen: \($1.title)"
    }
    spoken.lines.append("< Close")
    return spoken
  }

  private var linearNote: LinearPage {
    var spoken = LinearPage(place: "note", prompt: "Note, or < to keep none")
    guard case .open(let session) = desk else { return spoken }
    let target = noteTarget(session)
    spoken.lines = [LinearWords.sentence(target.title)]
    spoken.lines += session.notes(on: target.subject).reversed().map { "Kept: \($0.text)" }
    spoken.lines.append("Words on one line.")
    return spoken
  }

  private var linearParts: LinearPage {
    var spoken = LinearPage(place: "parts", prompt: "A number, or <")
    spoken.lines.append("Whose questions are asked? Now: \(part.words).")
    for (index, choice) in ([.everyone] + StaffRole.allCases.map(Part.role)).enumerated() {
      let sections =
        choice == .everyone
        ? "all sections"
        : setting.pack.sections.filter { choice.holds($0) }.map(\.short).joined(separator: ", ")
      spoken.lines.append("\(index + 1) \(choice.words): \(sections)")
    }
    spoken.lines += [
      "What others ask stays open until they have asked it; nothing is left out.", "< Close",
    ]
    return spoken
  }

  private var linearLeave: LinearPage {
    guard case .open(let session) = desk, case .failed(let why) = session.saving else {
      return LinearPage(
        place: "leave",
        lines: [
          "Leave? All is saved.",
          "S Leave; the consultation can be resumed from the home page", "R Return",
        ], prompt: "S or R")
    }
    return LinearPage(
      place: "leave-unsaved",
      lines: [
        "NOT SAVED: \(LinearWords.count(session.unsaved.count, "entry", "entries")). \(why)",
        "R Return, then xa tries again to save",
        "X Leave without them; everything before them stays saved",
      ], prompt: "R or X")
  }

  func linearEmergency(_ id: Emergency.ID) -> LinearPage {
    var spoken = LinearPage(place: "emergency:\(id)", prompt: "R returns to the record")
    guard let emergency = emergencies.first(where: { $0.id == id }) else { return spoken }
    spoken.lines = ["EMERGENCY: \(LinearWords.sentence(emergency.title))"]
    if !emergencyCall.isEmpty { spoken.lines.append(emergencyCall) }
    spoken.lines += emergency.steps
    let sources = emergency.cite.map(\.rawValue).joined(separator: ", ")
    if !sources.isEmpty { spoken.lines.append("Source: \(sources)") }
    spoken.lines.append("R Return to the record; nothing is lost")
    return spoken
  }

  /// Findings so far with their reasons; one of them, counted from 1, in full.
  func linearFindings(_ number: Int) -> [String] {
    guard case .open(let session) = desk else { return ["Open a consultation first."] }
    let findings = session.lines
    if findings.indices.contains(number - 1) {
      return findingDetails(findings[number - 1], session)
    }
    guard !findings.isEmpty else {
      return ["Nothing was found in the answers so far. \(session.openCount) not answered."]
    }
    var lines = [
      "Findings so far: \(session.report.counts.words). \(session.openCount) not answered."
    ]
    for (index, finding) in findings.enumerated() {
      lines.append(
        "\(finding.shownWord): \(LinearWords.sentence(finding.head.title)) Number \(index + 1).")
      lines += becauseWords(finding, session).map { LinearWords.sentence("It is so \($0)") }
      lines += finding.otherWords.map { "Also: \(LinearWords.sentence($0))" }
    }
    return lines + ["g and its number say all of a finding, such as g 1."]
  }

  /// Why the question is asked, what follows from it, and what can be typed.
  var linearHelp: [String] {
    var lines: [String] = []
    if case .open(let session) = desk, let question = currentQuestion.flatMap(session.pack.question)
    {
      lines += questionLines(question, session)
    } else if case .open(let session) = desk, case .group(let page) = page,
      let open = session.openGroup(page.group)
    {
      lines.append("N is recorded as one answer to these words and counts as no for each.")
      lines += open.members.map { "\($0.ask) \($0.why)" }
    } else {
      lines.append(LinearWords.sentence(setting.pack.intendedUse))
    }
    return lines + Self.typedHelp
  }

  private func questionLines(_ question: Question, _ session: Session) -> [String] {
    var lines = ["Ask it like this: \(question.ask)"]
    if !question.help.isEmpty { lines.append("For staff: \(question.help)") }
    if !question.why.isEmpty { lines.append("Why we ask: \(question.why)") }
    switch question.onUnknown {
    case .noFinding: lines.append("Not sure raises no finding by itself.")
    case .finding(let severity): lines.append("Not sure counts as not clear: \(severity.word).")
    }
    lines += question.cite.map { "Source \($0): \(session.pack.source($0)?.title ?? "")" }
    lines += session.pack.rules.filter { $0.when.questions.contains(question.id) }.map {
      "\($0.severity.word) can follow from it: \($0.title), rule \($0.id)."
    }
    return lines
  }

  private static let typedHelp = [
    "What can be typed, each with Enter:",
    "the letter or number of a line answers; an empty line never does;",
    "several numbers with blanks between mark several lines; 0 is none of these;",
    "a date as people write it is read back in words, and Y records it;",
    "? this help; < back; > next; - clears the answer; . says the page again;",
    "g findings; r review; c note; f and a word finds a question; q leaves;",
    "x every action, and then its letter, such as xs where no words are typed;",
    "!1 the first emergency screen, at any place;",
    "where words are typed, a single letter is still a key: \"u\" in quotes is the word.",
  ]
}
