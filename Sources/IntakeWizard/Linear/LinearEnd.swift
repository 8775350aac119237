import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// The end of a consultation: review, result, decision, signature, export.

extension Wizard {
  /// The review is always said whole: the result may follow only then.
  func linearReview(_ session: Session) -> LinearPage {
    var spoken = LinearPage(
      place: "review", section: "review", prompt: "R result, a number such as 4.2, E or <")
    spoken.lines.append("Check the answers before the result.")
    for row in reviewList(session).rows {
      switch row {
      case .rule, .end: break
      case .heading(let text, let right):
        spoken.lines.append(LinearWords.sentence(text))
        if !right.isEmpty { spoken.lines.append("\(right).") }
      case .notApplicable(let words): spoken.lines.append(LinearWords.sentence(words))
      case .note(let words): spoken.lines.append("Note: \(LinearWords.sentence(words))")
      case .contradiction(let words, _, let number):
        spoken.lines.append("\(number) Check: \(words).")
      case .section(let title): spoken.lines.append("Section \(title):")
      case .answer(let item, let number):
        let words = item.answer.words(for: item.question)
        let name = "\(number) \(item.question.label)"
        switch item.answer {
        case .unknown(.notAsked):
          let outdated = session.outdatedWords(item.question).map { ", \($0)" } ?? ""
          spoken.lines.append("\(name): not answered\(outdated)")
        case .unknown: spoken.lines.append("\(name): \(words), counts as not clear")
        case .known(.entries):
          let lines = item.answer.lines(for: item.question, in: session.pack.names)
          spoken.lines += lines.enumerated().map { "\(name), entry \($0 + 1): \($1)" }
        case .known:
          let together =
            if case .together = session.consultation.recordings[item.question.id]?.asked {
              ", asked together with others"
            } else { "" }
          spoken.lines.append("\(name): \(words)\(together)")
        }
        spoken.lines += session.notes(on: .question(item.question.id)).map {
          "Note on \(number): \(LinearWords.sentence($0.text))"
        }
      }
    }
    spoken.lines.append("End of the review.")
    spoken.now = [
      "R Show the result", "E Go to the next question that is not answered",
      "The number of a question, such as 4.2, changes its answer.",
    ]
    return spoken
  }

  func linearResult(_ page: ResultPage, _ session: Session) -> LinearPage {
    var spoken = LinearPage(
      place: "result", section: "result", prompt: "Decision, 1 to 5, S signs, P prints, < review")
    spoken.lines = verdictLines(session)
    for finding in session.lines {
      spoken.lines += findingLines(finding, session)
    }
    spoken.lines += releaseLines(session)
    spoken.lines.append("Decision by the clinician. The software advises.")
    for choice in DecisionChoice.all(session) {
      switch choice.available {
      case .yes: spoken.lines.append("\(choice.key) \(choice.words)")
      case .no(let because):
        spoken.lines.append("\(choice.key) is not available, \(choice.short): \(because).")
      }
    }
    switch page.step {
    case .reading: spoken.now = [decisionWords(session)]
    case .until(let field):
      spoken.now = untilLines(field, session)
      spoken.prompt = "A day, Y, or < to decide otherwise"
    case .code:
      spoken.now = ["Treat against advice. Why?"] + Self.codeLines
      spoken.prompt = "The number of the reason, or < to decide otherwise"
    case .reason: ask("Reason, in the clinician's words.", "Reason, or < to decide otherwise")
    case .override(_, let grounds):
      ask(
        "\(Self.overrideWords(grounds)) in capitals.", "The word, or < to decide otherwise")
    case .second(_, _, let clinician):
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

  /// A finding with its reasons and what would end it, its word first.
  func findingLines(_ finding: FindingLine, _ session: Session) -> [String] {
    ["\(finding.shownWord): \(LinearWords.sentence(finding.head.title))"]
      + becauseWords(finding, session).map {
        "Reason: \(LinearWords.sentence(String($0.dropFirst("because ".count))))"
      }
      + changeWords(finding, session).map(LinearWords.sentence)
  }

  /// All of a finding: for whom, from where.
  func findingDetails(_ finding: FindingLine, _ session: Session) -> [String] {
    var lines = findingLines(finding, session)
    if finding.kind != .found {
      lines += finding.otherWords.map { "Also: \(LinearWords.sentence($0))" }
    }
    lines += finding.staff.map { "Staff: \($0)" }
    lines += finding.patient.map { "Patient: \($0)" }
    lines += finding.notes.map { "Note: \($0)" }
    lines += sourceWords(finding).map { "Source: \($0)." }
    return lines
  }

  private func releaseLines(_ session: Session) -> [String] {
    var lines: [String] = []
    switch session.report.earliestDate {
    case .notDeferred: break
    case .date(let date): lines.append("Earliest date: \(date.spelled).")
    case .excluded: lines.append("Earliest date: none while a finding excludes treatment.")
    }
    lines += session.report.events.map { "Before treatment: \(LinearWords.sentence($0))" }
    lines += lowerWords(session).map { "What would lower it: \(LinearWords.sentence($0))" }
    switch session.report.patchTest {
    case .notAdvised: lines.append("Patch test: not advised by these answers.")
    case .advised: lines.append("Patch test: \(session.skinTestPage(day).plan.adviceWords).")
    }
    return lines
  }

  private func decisionWords(_ session: Session) -> String {
    switch session.consultation.decision {
    case .undecided: "Not decided yet."
    case .decided(let decision, let time):
      "Decided: " + LinearWords.sentence(decision.words(in: session.consultation))
        + " Not signed yet; "
        + (decidedEarlier(at: time, session).map { "\($0), decide again." } ?? "S signs it.")
    }
  }

  private func untilLines(_ field: TextField, _ session: Session) -> [String] {
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

  func linearExport(_ page: ExportPage, _ session: Session) -> LinearPage {
    var spoken = LinearPage(
      place: "export", section: "export", prompt: "1 2 3 mark, W writes, F folder, N next, H home")
    if case .signed(let signature, let time) = session.consultation.signature {
      spoken.lines.append(
        "Signed \(setting.localTime.time(of: time)) by \(LinearWords.sentence(signature.clinician))"
      )
    } else {
      spoken.lines.append("Print or export, UNSIGNED: marked on every page.")
    }
    spoken.lines.append("File names carry no patient name. Files are for this account only.")
    for (index, sheet) in SummarySheet.allCases.enumerated() {
      let state = page.sheets.contains(sheet) ? "will be written" : "will not be written"
      spoken.now.append("\(index + 1) \(sheet.words): \(state)")
    }
    spoken.now += ["F Folder: \(page.folder)"]
    if page.folder != setting.exportFolder {
      spoken.now.append("This folder is outside the program's own. Others may read it.")
    }
    // The name alone: the folder is said above, and a path is wider than a line.
    spoken.now += page.written.map { "Written: \($0.split(separator: "/").last ?? "")" }
    spoken.now += ["W Write now", "N Next consultation of this patient", "H Home"]
    if page.isEditingFolder {
      spoken.now = ["The folder is \(page.folder)."]
      spoken.prompt = "Another folder, or < to leave it"
    }
    return spoken
  }
}
