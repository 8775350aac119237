import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  /// That the clinician treats although findings exclude it; it stands before
  /// everything else. Nothing where that is not so.
  var againstAdviceBlocks: [SummaryBlock] {
    guard case .yes(let against, let at) = consultation.againstAdvice else { return [] }
    return [
      .heading("Treated against advice"),
      .paragraph(
        "The outcome is DO NOT TREAT. The clinician decided to treat against this advice.",
        .strong),
      .facts([
        Fact("Against", against.rules.map(findingLine)),
        Fact("Reason", against.because.words),
        Fact("In own words", Printable.line(against.reason)),
        Fact("Clinician", Printable.line(against.clinician)),
        Fact("Second person", Printable.line(against.second)),
        Fact("Decided", moment(at)),
      ]),
    ]
  }

  var decisionBlocks: [SummaryBlock] {
    var blocks: [SummaryBlock] = [.heading("Decision and signature")]
    blocks += decisionStatement
    if !consultation.overrides.isEmpty {
      blocks.append(.subheading("Treated in spite of", remark: "overrides"))
      blocks.append(.table(overrideTable))
    }
    if !consultation.acknowledged.isEmpty {
      blocks.append(.subheading("Looked at by staff", remark: ""))
      blocks.append(.list(unique(consultation.acknowledged).map(findingLine)))
    }
    blocks += signatureBlocks
    let notes = consultation.notes.filter { $0.subject == .consultation }
    if !notes.isEmpty {
      blocks.append(.subheading("Notes on the consultation", remark: ""))
      blocks.append(.list(notes.map { Printable.line($0.text) }))
    }
    if !consultation.addenda.isEmpty {
      blocks.append(.subheading("Added after signing", remark: "addenda"))
      blocks.append(.list(consultation.addenda.map(addendum)))
    }
    return blocks
  }

  private var decisionStatement: [SummaryBlock] {
    guard case .decided(let decision, let at) = consultation.decision else {
      return [.paragraph("The clinician has not decided yet.", .strong)]
    }
    let words: [Fact] =
      switch decision {
      case .treat: [Fact("Decision", treating)]
      case .patchTestFirst: [Fact("Decision", "Patch test first")]
      case .deferred(let until, let reason):
        [Fact("Decision", "Defer\(Self.words(until))"), Fact("Reason", Printable.line(reason))]
      case .doNotTreat(let reason):
        [Fact("Decision", "Do not treat"), Fact("Reason", Printable.line(reason))]
      }
    return [.facts(words + [Fact("Decided", moment(at))])]
  }

  private static func words(_ until: Release) -> String {
    switch until {
    case .notDeferred: ""
    case .date(let day): " until \(day.spelled)"
    case .event(let event): " until: \(Printable.line(event))"
    }
  }

  private var overrideTable: SummaryTable {
    SummaryTable(
      columns: [
        SummaryColumn(title: "Finding", share: 28), SummaryColumn(title: "Reason", share: 28),
        SummaryColumn(title: "Clinician", share: 16),
      ],
      rows: consultation.overrides.map {
        SummaryRow(
          cells: [
            findingLine($0.rule), Printable.line($0.reason), Printable.line($0.clinician),
          ], details: [], emphasis: .normal)
      })
  }

  private var signatureBlocks: [SummaryBlock] {
    var blocks: [SummaryBlock] = []
    if case .voided(let reason) = consultation.standing {
      blocks.append(
        .paragraph(SummaryStanding.withdrawn(reason: Printable.line(reason)).sentence, .strong))
    }
    guard case .signed(let signature, let at) = consultation.signature else {
      blocks.append(.paragraph(SummaryStanding.unsigned.sentence, .strong))
      blocks.append(.signatureLines(["Clinician", "Signature", "Date and time"]))
      return blocks
    }
    var facts = [
      Fact("Signed by", Printable.line(signature.clinician)),
      Fact("Signed at", moment(at)),
      Fact("Result seen", seen(signature)),
      Fact("Signed hash", Printable.line(signature.headHash)),
    ]
    if signature.outcome != report.outcome || signature.couldBecome != report.couldBecome {
      // A later pack or date may judge otherwise; the paper must not pretend
      // that the clinician signed what is printed above.
      facts.append(Fact("Differs now", "The result printed above is not the one that was signed."))
    }
    blocks.append(.facts(facts))
    return blocks
  }

  /// An override is never told as the plan.
  private var treating: String {
    if case .yes = consultation.againstAdvice { return "Treat against advice" }
    let overrides = consultation.overrides.count
    return overrides == 0
      ? "Treat as planned"
      : "Treat in spite of \(overrides) \(overrides == 1 ? "finding" : "findings")"
  }

  private func seen(_ signature: Signature) -> String {
    let outcome = signature.outcome == .proceed ? "no finding" : signature.outcome.word
    return signature.couldBecome > signature.outcome
      ? "\(outcome), could become \(signature.couldBecome.word)" : outcome
  }

  private func addendum(_ note: Note) -> String {
    switch note.subject {
    case .consultation: Printable.line(note.text)
    case .question(let id): "\(label(id)): \(Printable.line(note.text))"
    }
  }

  private func unique(_ rules: [Rule.ID]) -> [Rule.ID] {
    var seen: Set<Rule.ID> = []
    return rules.filter { seen.insert($0).inserted }
  }
}
