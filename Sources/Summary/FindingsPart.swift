import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  /// A print of a consultation that has hardly begun would have a card for
  /// nearly every rule: past this number, findings that rest on missing
  /// answers stand in a table.
  static let cardsForMissingAnswers = 12

  var findingBlocks: [SummaryBlock] {
    guard !report.lines.isEmpty else {
      return [.heading("Findings"), .paragraph("No rule found anything in the answers.", .normal)]
    }
    let waiting = report.lines.filter { $0.kind == .open }
    let late = Array(waiting.dropFirst(Self.cardsForMissingAnswers))
    let cards = lines + waiting.prefix(Self.cardsForMissingAnswers)
    var blocks: [SummaryBlock] = [.heading("Findings")]
    blocks += cards.map { .finding(card($0)) }
    if !late.isEmpty {
      blocks += [
        .subheading("Further findings for want of answers", remark: "heaviest first"),
        .table(table(late.flatMap(\.findings))),
      ]
    }
    return blocks
  }

  private func card(_ line: FindingLine) -> FindingCard {
    let title = Printable.line(line.head.title)
    return switch (line.head.certainty, line.head.origin) {
    case (.possible, _):
      FindingCard(
        badges: [.notKnown], title: "Could be \(line.worst.word): \(title)", facts: facts(line))
    case (.established, .unknownAnswer):
      FindingCard(
        badges: [Badge(line.severity), .notKnown], title: title, facts: facts(line))
    case (.established, .rule):
      FindingCard(badges: [Badge(line.severity)], title: title, facts: facts(line))
    }
  }

  private func facts(_ line: FindingLine) -> [Fact] {
    var facts = [Fact("Certainty", certainty(line))]
    if !line.because.isEmpty { facts.append(Fact("Because", because(line))) }
    let also = others(line)
    if !also.isEmpty { facts.append(Fact("Also", also)) }
    if line.findings.contains(where: { $0.urgency == .emergency }) {
      facts.append(Fact("Emergency", "Opens the emergency screen; cannot be overridden."))
    }
    facts.append(Fact("For staff", line.staff.map(Printable.line)))
    facts.append(Fact("To the patient", line.patient.map(Printable.line)))
    let until = line.releases.compactMap { release -> String? in
      switch release {
      case .notDeferred: nil
      case .date(let day): day.spelled
      case .event(let event): Printable.line(event)
      }
    }
    if !until.isEmpty { facts.append(Fact("Until", until)) }
    let change = once(line.findings.map(change)).filter { words in
      !line.releases.contains(.event(words))
    }
    if !change.isEmpty { facts.append(Fact("Would change it", change)) }
    if !line.notes.isEmpty { facts.append(Fact("Note", line.notes.map(Printable.line))) }
    facts.append(Fact("Rule", line.findings.map { "\($0.rule), \($0.strength.words)" }))
    if !line.cite.isEmpty { facts.append(Fact("Sources", line.cite.map(shortSource))) }
    for override in consultation.overrides
    where line.findings.contains(where: { $0.rule == override.rule }) {
      let words = "\(Printable.line(override.reason)) (\(Printable.line(override.clinician)))"
      if !facts.contains(Fact("Overridden", words)) { facts.append(Fact("Overridden", words)) }
    }
    return facts
  }

  /// What else the cause raises; of what is not known with its own weight.
  private func others(_ line: FindingLine) -> [String] {
    once([
      line.others.filter { $0.title != line.head.title }.map { other in
        line.kind == .found
          ? Printable.line(other.title)
          : "could be \(other.severity.word): \(Printable.line(other.title))"
      }
    ])
  }

  private func once(_ lists: [[String]]) -> [String] {
    var seen: Set<String> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }

  private func certainty(_ line: FindingLine) -> String {
    switch line.head.certainty {
    case .established:
      if case .unknownAnswer = line.head.origin {
        "established: the answer is not known, and that counts"
      } else {
        "established"
      }
    case .possible:
      "NOT KNOWN, depends on \(line.missing.map(label).joined(separator: "; "))"
    }
  }

  private func because(_ line: FindingLine) -> [String] {
    line.because.map { because in
      let words = "\(label(because.question)): \(words(because.spoken, to: because.question))"
      guard case .given(_, .on(let day)) = context.earlier(because.question) else { return words }
      return "\(words) (answered on \(day.spelled), to be asked again)"
    }
  }

  /// What would change the finding, besides the wait it names: an answer that
  /// is missing, another plan, a paper, a test, or a day that it does not name.
  private func change(_ finding: Finding) -> [String] {
    let sets = changeSets(
      for: finding, answers: context.answers, with: pack, on: context.interviewDate)
    let alone = changes(
      for: finding, answers: context.answers, with: pack, on: context.interviewDate
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
