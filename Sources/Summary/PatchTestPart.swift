import ClinicalModel
import Screening
import TextLayout

extension SummaryMaterial {
  var patchTestBlocks: [SummaryBlock] {
    var blocks: [SummaryBlock] = [.heading("Patch test")]
    switch report.patchTest {
    case .advised(let rules):
      blocks.append(.paragraph("A patch test is advised before treatment, because of:", .normal))
      let reasons = testPlan.reasons
      blocks.append(
        .list(
          rules.map { rule in
            let ends = reasons.first { $0.rule == rule }?.ends(in: pack) ?? []
            let why = ends.isEmpty ? "" : ". " + Printable.line(ends.joined(separator: " "))
            return findingLine(rule) + why
          }))
    case .notAdvised:
      blocks.append(.paragraph("No established finding advises a patch test.", .normal))
    }
    let open = possible.filter { $0.severity == .proceedAfterPatchTest }
    if !open.isEmpty {
      blocks.append(.paragraph("Not known, could advise one:", .normal))
      blocks.append(.list(open.map { findingLine($0.rule) }))
    }
    blocks += skinTestRecordBlocks
    return blocks
  }

  /// A finding's title with its rule's name.
  func findingLine(_ rule: Rule.ID) -> String {
    let title = report.findings.first { $0.rule == rule }?.title ?? pack.rule(rule)?.title
    return title.map { "\(Printable.line($0)) (\(rule))" } ?? Printable.line(rule.rawValue)
  }
}
