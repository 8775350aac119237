import ClinicalModel
import Consultation
import Screening

extension SummaryMaterial {
  /// A print of a consultation that has hardly begun would have a card for
  /// nearly every rule: past this number, findings that rest on missing
  /// answers stand in a table.
  static let cardsForMissingAnswers = 12

  var findingBlocks: [SummaryBlock] {
    guard !report.findings.isEmpty else {
      return [.heading("Findings"), .paragraph("No rule found anything in the answers.", .normal)]
    }
    let late = report.findings.filter(\.restsOnMissingAnswers)
      .dropFirst(Self.cardsForMissingAnswers)
    let inTable = Set(late.map(\.rule))
    var blocks: [SummaryBlock] = [.heading("Findings")]
    blocks += report.findings.filter { !inTable.contains($0.rule) }.map { .finding(card($0)) }
    if !late.isEmpty {
      blocks += [
        .subheading("Further findings for want of answers", remark: "heaviest first"),
        .table(table(Array(late))),
      ]
    }
    return blocks
  }

  private func card(_ finding: Finding) -> FindingCard {
    switch (finding.certainty, finding.origin) {
    case (.possible, _):
      FindingCard(
        badges: [.notKnown],
        title: "Could be \(finding.severity.word): \(Printable.line(finding.title))",
        facts: facts(finding))
    case (.established, .unknownAnswer):
      FindingCard(
        badges: [Badge(finding.severity), .notKnown], title: Printable.line(finding.title),
        facts: facts(finding))
    case (.established, .rule):
      FindingCard(
        badges: [Badge(finding.severity)], title: Printable.line(finding.title),
        facts: facts(finding))
    }
  }

  private func facts(_ finding: Finding) -> [Fact] {
    var facts = [Fact("Certainty", certainty(finding))]
    if !finding.because.isEmpty { facts.append(Fact("Because", because(finding))) }
    if finding.urgency == .emergency {
      facts.append(Fact("Emergency", "Opens the emergency screen; cannot be overridden."))
    }
    facts.append(Fact("For staff", Printable.line(finding.staff)))
    facts.append(Fact("To the patient", Printable.line(finding.patient)))
    switch finding.release {
    case .notDeferred: break
    case .date(let day): facts.append(Fact("Until", day.spelled))
    case .event(let event): facts.append(Fact("Until", Printable.line(event)))
    }
    let change = change(finding).filter { finding.release != .event($0) }
    if !change.isEmpty { facts.append(Fact("Would change it", change)) }
    if !finding.note.isEmpty { facts.append(Fact("Note", Printable.line(finding.note))) }
    facts.append(
      Fact("Rule", "\(finding.rule), \(finding.strength.words)"))
    if !finding.cite.isEmpty {
      facts.append(Fact("Sources", finding.cite.map(shortSource)))
    }
    for override in consultation.overrides where override.rule == finding.rule {
      facts.append(
        Fact(
          "Overridden",
          "\(Printable.line(override.reason)) (\(Printable.line(override.clinician)))"))
    }
    return facts
  }

  private func certainty(_ finding: Finding) -> String {
    switch finding.certainty {
    case .established:
      if case .unknownAnswer = finding.origin {
        "established: the answer is not known, and that counts"
      } else {
        "established"
      }
    case .possible(let missing):
      "NOT KNOWN, depends on \(missing.map(label).joined(separator: "; "))"
    }
  }

  private func because(_ finding: Finding) -> [String] {
    finding.because.map { "\(label($0.question)): \(words($0.answer, to: $0.question))" }
  }

  /// What would change the finding, besides the wait it names: an answer that
  /// is missing, another plan, a paper, a test, or a day that it does not name.
  private func change(_ finding: Finding) -> [String] {
    let sets = changeSets(
      for: finding, answers: consultation.answers, with: pack, on: context.interviewDate)
    let alone = changes(
      for: finding, answers: consultation.answers, with: pack, on: context.interviewDate
    ).filter { change in
      switch (change, finding.release) {
      case (.event, _), (.waitUntil, .date): false
      case (.waitUntil, _), (.answer, _), (.change, _): true
      }
    }
    let words = ChangeWords(pack, privateMark: Self.privateMark)
    return alone.map(words.words) + words.together(sets)
  }

  private func basis(_ finding: Finding) -> String {
    ([finding.rule.rawValue, finding.strength.words] + finding.cite.map(\.rawValue))
      .joined(separator: ", ")
  }

  private func table(_ findings: [Finding]) -> SummaryTable {
    SummaryTable(
      columns: [
        SummaryColumn(title: "Weight", share: 18), SummaryColumn(title: "Finding", share: 30),
        SummaryColumn(title: "Depends on", share: 24),
      ],
      rows: findings.map { finding in
        let missing: [Question.ID] =
          if case .possible(let missing) = finding.certainty { missing } else { [] }
        return SummaryRow(
          cells: [
            finding.restsOnMissingAnswers && missing.isEmpty
              ? finding.severity.word : "could be \(finding.severity.word)",
            Printable.line(finding.title),
            missing.map(label).joined(separator: "; "),
          ],
          details: [
            "For staff: \(Printable.line(finding.staff)) Rule \(basis(finding))."
          ],
          emphasis: .normal)
      })
  }
}

extension Finding {
  /// Whether it is there because somebody did not or could not answer.
  fileprivate var restsOnMissingAnswers: Bool {
    switch (certainty, origin) {
    case (.established, .rule): false
    case (.possible, _), (.established, .unknownAnswer): true
    }
  }
}
