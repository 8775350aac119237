import ClinicalModel
import Consultation
import Screening
import TextLayout

// What the patient is given: aftercare, warning signs, the evidence statement.
// The patient's sheet has them as they are; the clinic's record keeps a copy,
// with the sources and how they differ.

extension SummaryMaterial {
  // MARK: The patient's sheet

  /// Aftercare is for reading before consent as much as after the treatment:
  /// whoever swims or works in the sun must know it while deciding. So it is
  /// printed unless treatment is ruled out, and headed by what it depends on.
  var aftercareBlocks: [SummaryBlock] {
    guard !isRuledOut, !pack.guidance.aftercare.isEmpty else { return [] }
    var title = "If you are treated: aftercare"
    if case .decided(.treat, _) = consultation.decision { title = "Aftercare" }
    return [.heading(title)] + aftercare(withSources: false)
  }

  /// Always printed: an earlier treatment, here or elsewhere, can do harm weeks
  /// later, and this may be the one sheet that is kept.
  var warningSignBlocks: [SummaryBlock] {
    let groups = pack.guidance.redFlags
    guard !groups.isEmpty else { return [] }
    return [.newPage, .heading("Warning signs after a treatment")]
      + groups.flatMap { group -> [SummaryBlock] in
        let signs = group.signs.map(Printable.line)
        guard group.call != .nobody else {
          let title = Printable.line(group.title)
          return [
            .subheading(title, remark: ""), .paragraph(signs.joined(separator: "; "), .normal),
          ]
        }
        return [
          .callout(
            Callout(
              title: Printable.line(group.title),
              urgency: group.call == .emergencyNumber ? .urgent : .ordinary,
              lines: numbers(for: group.call), entries: signs))
        ]
      }
  }

  var evidenceBlocks: [SummaryBlock] {
    let paragraphs = pack.guidance.evidence
    guard !paragraphs.isEmpty else { return [] }
    let cited = listed(paragraphs.flatMap(\.cite))
    return [.heading("What is known about this treatment")]
      + paragraphs.map { .paragraph(Printable.line($0.text), .normal) }
      + [.paragraph("Sources: \(cited). Ask us for the list.", .quiet)]
  }

  /// The number to call, or room to write it: a sheet that says "call" without
  /// a number is worth little at night.
  private func numbers(for call: WhomToCall) -> [String] {
    let blank = "____________________"
    var clinicNumbers: [String] = []
    var emergencyNumber = ""
    if case .given(let clinic) = pack.clinic {
      clinicNumbers = clinic.contacts.map(Printable.line).filter { !$0.isEmpty }
      emergencyNumber = Printable.line(clinic.emergencyNumber)
    }
    switch call {
    case .emergencyNumber:
      return ["Emergency number: \(emergencyNumber.isEmpty ? blank : emergencyNumber)"]
    case .clinic:
      return ["Clinic: \(clinicNumbers.isEmpty ? blank : clinicNumbers.joined(separator: "; "))"]
    case .nobody: return []
    }
  }

  // MARK: The clinic's copy

  var handedOutBlocks: [SummaryBlock] {
    let guidance = pack.guidance
    guard guidance != .none.with(neverSay: guidance.neverSay) else { return [] }
    var blocks: [SummaryBlock] = [.heading("For the patient, a copy")]
    if !guidance.aftercare.isEmpty {
      let sheets = guidance.sheets(for: context).map { Printable.line($0.title) }
      blocks.append(.subheading("Aftercare", remark: sheets.joined(separator: "; ")))
      blocks +=
        isRuledOut
        ? [.paragraph("None is given: the treatment is ruled out.", .normal)]
        : aftercare(withSources: true)
    }
    for group in guidance.redFlags {
      blocks.append(.subheading(Printable.line(group.title), remark: listed(group.cite)))
      blocks.append(
        .paragraph(group.signs.map(Printable.line).joined(separator: "; "), .normal))
    }
    if !guidance.evidence.isEmpty {
      blocks.append(.subheading("Evidence statement", remark: ""))
      blocks += guidance.evidence.map {
        .paragraph("\(Printable.line($0.text)) [\(listed($0.cite))]", .normal)
      }
    }
    return blocks
      + costBlocks.map { block in
        if case .heading(let title) = block { .subheading(title, remark: "") } else { block }
      }
  }

  /// What the copy cites, for the list of sources.
  var handedOutCitations: [Source.ID] {
    let guidance = pack.guidance
    var cited = guidance.evidence.flatMap(\.cite) + guidance.redFlags.flatMap(\.cite)
    if case .lines(let lines, _) = guidance.aftercare(for: context), !isRuledOut {
      cited += lines.flatMap(\.cite)
    }
    return cited
  }

  // MARK: Aftercare

  private func aftercare(withSources: Bool) -> [SummaryBlock] {
    switch pack.guidance.aftercare(for: context) {
    case .noSheet:
      return [
        .paragraph(
          "How you would be treated is not settled yet. You get the aftercare before any "
            + "treatment.", .strong)
      ]
    case .lines(let lines, let settled):
      let table = SummaryTable(
        columns: [
          SummaryColumn(title: "About", share: 17), SummaryColumn(title: "What to do", share: 55),
        ],
        rows: rows(lines, withSources: withSources))
      let open = SummaryBlock.paragraph(
        "Part of the plan is not settled yet: this is the strictest advice for what it may become.",
        .strong)
      let sources = SummaryBlock.paragraph(
        "Sources of the aftercare: \(listed(lines.flatMap(\.cite))).", .quiet)
      return (settled ? [] : [open]) + [.table(table)] + (withSources ? [sources] : [])
    }
  }

  /// One row for each topic; the lines of a topic stand together.
  private func rows(_ lines: [AftercareLine], withSources: Bool) -> [SummaryRow] {
    var topics: [String] = []
    for line in lines where line.advice.topic != topics.last { topics.append(line.advice.topic) }
    return topics.map { topic in
      let said = lines.filter { $0.advice.topic == topic }
      return SummaryRow(
        cells: [
          Printable.line(topic), Printable.line(said.map(\.advice.text).joined(separator: " ")),
        ], details: withSources ? said.flatMap(details) : [], emphasis: .normal)
    }
  }

  private func details(_ line: AftercareLine) -> [String] {
    var details: [String] = []
    if !line.advice.note.isEmpty { details.append(Printable.line(line.advice.note)) }
    // Those of the sheet are the same for every line and stand in the list.
    if !line.advice.cite.isEmpty {
      let review =
        line.cite == ["general"] ? " (\(EvidenceStrength.generalKnowledge.words))" : ""
      details.append("Sources: \(listed(line.cite))\(review)")
    }
    return details
  }

  /// Source names in the order of the pack's list, each once.
  private func listed(_ cited: [Source.ID]) -> String {
    let known = pack.sources.map(\.id).filter(cited.contains)
    let rest = Set(cited).subtracting(known).sorted()
    return (known + rest).map { Printable.line($0.rawValue) }.joined(separator: ", ")
  }
}
