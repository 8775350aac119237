import ClinicalModel
import Consultation
import Screening
import TextLayout

// The result and its reasons in plain words, for somebody who may read the
// sheet where others can see it.

extension SummaryMaterial {
  /// Whether treatment is ruled out, by the clinician or, before a decision, by
  /// the answers.
  var isRuledOut: Bool {
    switch consultation.decision {
    case .decided(.doNotTreat, _): true
    case .decided: false
    case .undecided: report.outcome == .doNotTreat
    }
  }

  private var isToBeTreated: Bool {
    if case .decided(.treat, _) = consultation.decision { true } else { false }
  }

  var plainResultBlocks: [SummaryBlock] {
    var lines: [String] = []
    if case .yes = consultation.againstAdvice {
      lines.append(
        "This checklist advises against the treatment. The clinician decided otherwise and has "
          + "written down why. Ask about it before you agree.")
    }
    if case .undecided = consultation.decision { lines.append("The clinician decides.") }
    if let missing = unknownSentence { lines.append(missing) }
    if let day = plainEarliestDay { lines.append(day) }
    return [
      .callout(Callout(title: plainResult, urgency: .ordinary, lines: lines, entries: []))
    ]
  }

  private var plainResult: String {
    switch consultation.decision {
    case .decided(.treat, _):
      consultation.againstAdvice == .no
        ? "The clinician has decided to treat you as planned."
        : "The clinician has decided to treat you against the advice of this checklist."
    case .decided(.patchTestFirst, _): "The clinician has decided on a small skin test first."
    case .decided(.deferred(let until, _), _):
      "The clinician has decided to wait\(plainWords(until))."
    case .decided(.doNotTreat, _):
      "The clinician has decided that this treatment is not the right one now."
    case .undecided: plainOutcome
    }
  }

  /// The outcome as it is told to a patient: nobody is cleared, and nobody is
  /// refused in words that blame.
  private var plainOutcome: String {
    switch report.outcome {
    case .proceed:
      unknowns.isEmpty && report.couldBecome == .proceed
        ? "Nothing was found in the answers." : "Nothing was found in the answers given so far."
    case .proceedAfterPatchTest: "A small skin test comes first."
    case .caution: "Some answers need a doctor's look before treatment."
    case .defer: "We wait before treating."
    case .doNotTreat: "With what we know, this treatment is not the right one now."
    }
  }

  /// Only an event that the sheet may name is named.
  private func plainWords(_ until: Release) -> String {
    switch until {
    case .notDeferred: ""
    case .date(let day): " until \(day.spelled)"
    case .event(let event):
      plainEvents.contains(event)
        ? " until this is done: \(Printable.line(event))" : " until what you agreed on is done"
    }
  }

  private var plainEarliestDay: String? {
    guard !isRuledOut, !isToBeTreated, case .date(let day) = report.earliestDate else { return nil }
    let also = report.events.isEmpty ? "" : ", and not before what must come first"
    return "Earliest day: \(day.spelled)\(also)."
  }

  // MARK: Reasons

  /// Findings of rules that hold, without the private ones.
  private var told: [Finding] {
    established.filter { finding in
      if case .unknownAnswer = finding.origin { return false }
      return !isPrivate(finding)
    }
  }

  private var plainEvents: [String] {
    told.compactMap { finding in
      if case .event(let event) = finding.release { event } else { nil }
    }
  }

  var plainReasonBlocks: [SummaryBlock] {
    var blocks: [SummaryBlock] = []
    func add(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      blocks += [.heading(title), .list(lines)]
    }
    var reasons = once(told.filter { $0.severity > .proceed }.map(\.patient))
    if established.contains(where: isPrivate) {
      reasons.append(
        "Some private answers are part of this. We talk about them with you alone.")
    }
    add("Why", reasons)
    if !isRuledOut, !isToBeTreated {
      add("What must come first", once(plainEvents.map(capitalized)))
      if !plainEvents.isEmpty {
        blocks.append(
          .paragraph("Bring letters and test results with you.", .normal))
      }
    }
    add("Please note", once(told.filter { $0.severity == .proceed }.map(\.patient)))
    add("What we do not know", plainUnknowns)
    if !isRuledOut { blocks += patientTestBlocks }
    return blocks
  }

  /// The questions by name, the private ones only counted.
  private var plainUnknowns: [String] {
    let most = 10
    let questions = unknowns.compactMap { pack.question($0.question) }
    let named = questions.filter { $0.privacy == .ordinary }.map { Printable.line($0.label) }
    var lines = Array(named.prefix(most))
    if named.count > most { lines.append("and \(counted(named.count - most, "further question"))") }
    let kept = questions.count - named.count
    if kept > 0 {
      lines.append(
        "\(counted(kept, "private question")). You may prefer not to say; then the clinician "
          + "decides with less information.")
    }
    return lines
  }

  private func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.map(Printable.line).filter { seen.insert($0).inserted }
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
