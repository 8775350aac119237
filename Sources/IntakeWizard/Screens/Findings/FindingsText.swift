import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// The findings so far, drawn and spoken.

extension AnySurroundings {
  func drawFindings(_ selected: Int, _ body: inout Canvas) {
    guard let session = openConsultation else { return }
    let findings = session.lines
    let items = session.pack.sections.flatMap { session.counted(in: $0.id) }.filter {
      $0.requirement == .required
    }
    let open = session.openCount
    body.ends(
      " Findings so far",
      "\(items.count) to ask: \(max(0, items.count - open)) answered, \(open) open", style: .strong)
    body.rule()
    if findings.isEmpty { body.wrap("Nothing was found in the answers so far.") }
    for (index, line) in findings.enumerated() {
      for (row, spans) in Self.rows(of: line, width: body.width, focus: index == selected)
        .enumerated()
      {
        body.add(spans: spans)
        if index == selected, row == 0 { body.placeCursor(column: 0) }
      }
      for words in becauseWords(line, session) { body.wrap(words, indent: 22) }
      for words in line.otherWords { body.wrap("also: \(words)", indent: 22) }
      if index == selected { lineDetail(line, session, &body) }
    }
  }

  private func lineDetail(_ line: FindingLine, _ session: Session, _ body: inout Canvas) {
    for words in line.staff { body.wrap("Staff    \(words)", indent: 4, hanging: 13) }
    for words in line.patient { body.wrap("Patient  \(words)", indent: 4, hanging: 13) }
    for words in changeWords(line, session) {
      body.wrap("Change   \(words)", indent: 4, hanging: 13)
    }
    for words in line.notes { body.wrap("Note     \(words)", indent: 4, hanging: 13) }
    for words in sourceWords(line) {
      body.wrap("Source   \(words)", indent: 4, hanging: 13)
    }
  }

  /// The sources of each finding of a line, with its strength and its rule.
  func sourceWords(_ line: FindingLine) -> [String] {
    line.findings.map { finding in
      let cited = finding.cite.map(\.rawValue).joined(separator: ", ")
      return "\(cited), strength: \(finding.strength.name), rule \(finding.rule)"
    }
  }

  /// Findings so far with their reasons; one of them, counted from 1, in full.
  func spokenFindings(_ number: Int) -> [String] {
    guard let session = openConsultation else { return ["Open a consultation first."] }
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
}
