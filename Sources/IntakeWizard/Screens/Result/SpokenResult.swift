import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension ResultScreen {
  func spoken(_ around: Around) -> LinearPage {
    let session = around.session
    var spoken = LinearPage(
      place: "result", section: "result", prompt: "Decision, 1 to 5, S signs, P prints, < review")
    spoken.lines = verdictLines(session)
    for finding in session.lines {
      spoken.lines += around.findingLines(finding, session)
    }
    spoken.lines += releaseLines(around)
    spoken.lines.append("Decision by the clinician. The software advises.")
    for choice in DecisionChoice.all(session) {
      switch choice.available {
      case .yes: spoken.lines.append("\(choice.key) \(choice.words)")
      case .no(let because):
        spoken.lines.append("\(choice.key) is not available, \(choice.short): \(because).")
      }
    }
    switch asked {
    case nil: spoken.now = [decisionWords(around)]
    case .until:
      spoken.now = untilLines(session)
      spoken.prompt = "A day, Y, or < to decide otherwise"
    case .code:
      spoken.now = ["Treat against advice. Why?"] + Self.codeLines
      spoken.prompt = "The number of the reason, or < to decide otherwise"
    case .reason: ask("Reason, in the clinician's words.", "Reason, or < to decide otherwise")
    case .override(let grounds):
      ask(
        "\(Self.overrideWords(grounds)) in capitals.", "The word, or < to decide otherwise")
    case .second(_, let clinician):
      ask("\(Self.secondWords(clinician)).", "Name, or < to decide otherwise")
    case .overrider:
      ask("Name of the clinician who decides to treat anyway.", "Name, or < to decide otherwise")
    case .name:
      ask(
        "Sign: the clinician's name. Answers cannot be changed after this.",
        "Name, or < to leave it unsigned")
    }
    func ask(_ words: String, _ prompt: String) {
      spoken.now = [words]
      spoken.prompt = prompt
    }
    return spoken
  }

  private func verdictLines(_ session: Session) -> [String] {
    let report = session.report
    let word = report.outcome == .proceed ? "" : report.outcome.word + ": "
    var lines = ["Result. \(word)\(LinearWords.sentence(report.outcome.outcomeSentence))"]
    let open = session.openCount
    lines.append(
      open > 0
        ? "NOT FINISHED: \(open) not answered. Not answered is not clear."
        : "Findings: \(session.report.counts.words).")
    if report.couldBecome > report.outcome {
      lines.append(
        "\(report.couldBecome.word) is possible: some answers are not known.")
    }
    return lines
  }

  private func releaseLines(_ around: Around) -> [String] {
    let session = around.session
    var lines: [String] = []
    switch session.report.earliestDate {
    case .notDeferred: break
    case .date(let date): lines.append("Earliest date: \(date.spelled).")
    case .excluded: lines.append("Earliest date: none while a finding excludes treatment.")
    }
    lines += session.report.events.map { "Before treatment: \(LinearWords.sentence($0))" }
    lines += around.lowerWords(session).map { "What would lower it: \(LinearWords.sentence($0))" }
    switch session.report.patchTest {
    case .notAdvised: lines.append("Patch test: not advised by these answers.")
    case .advised:
      lines.append("Patch test: \(session.skinTestScreen(around.day).plan.adviceWords).")
    }
    return lines
  }

  private func decisionWords(_ around: Around) -> String {
    let session = around.session
    return switch session.consultation.decision {
    case .undecided: "Not decided yet."
    case .decided(let decision, let time):
      "Decided: " + LinearWords.sentence(decision.words(in: session.consultation))
        + " Not signed yet; "
        + (around.decidedEarlier(at: time).map { "\($0), decide again." } ?? "S signs it.")
    }
  }

  private func untilLines(_ session: Session) -> [String] {
    guard let field else { return [] }
    var lines = ["Defer until which day?"]
    let today = session.day
    let entry = DateEntry(today: today, tense: .future)
    if let date = entry.named(field.committed) {
      lines += ["\(field.committed) is \(entry.readBack(date)).", "Is that right? Y takes it."]
    } else if !field.isBlank {
      lines.append("\(field.committed) is not read as a date.")
    }
    if !session.report.events.isEmpty { lines.append("0 Until what must happen before treatment") }
    return lines
  }
}
