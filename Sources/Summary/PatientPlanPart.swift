import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  /// The clinic's name and how to reach it, in one line; empty when the pack
  /// does not know.
  var clinicLine: String {
    guard case .given(let clinic) = pack.clinic else { return "" }
    return Printable.line(([clinic.name] + clinic.contacts).joined(separator: ", "))
  }

  /// What was asked for, and room for what is on the box.
  var requestBlocks: [SummaryBlock] {
    let rows = pack.guidance.request.compactMap { id -> SummaryRow? in
      guard context.applies(id) != .false, pack.question(id) != nil else { return nil }
      return SummaryRow(cells: [label(id), planned(id)], details: [], emphasis: .normal)
    }
    guard !rows.isEmpty else { return [] }
    let table = SummaryTable(
      columns: [
        SummaryColumn(title: "What", share: 30), SummaryColumn(title: "Planned", share: 42),
      ], rows: rows)
    return [.heading("What was asked for"), .table(table)]
      + (isRuledOut ? [] : [.signatureLines(["Product and lot"])])
  }

  private func planned(_ id: Question.ID) -> String {
    switch context.answer(id) {
    case .known(let value):
      pack.question(id).map { Printable.line(Answer.known(value).words(for: $0)) } ?? ""
    case .unknown(let reason): reason == .notAsked ? "not settled yet" : reason.words
    }
  }

  /// Nothing is quoted for a treatment that is not given.
  var costBlocks: [SummaryBlock] {
    guard !isRuledOut else { return [] }
    var blocks: [SummaryBlock] = [.heading("Costs and sessions")]
    var open = ["Sessions quoted"]
    if case .given(let clinic) = pack.clinic, !clinic.costs.isEmpty {
      let currency = Printable.line(clinic.currency)
      let amount = currency.isEmpty ? "Cost" : "Cost in \(currency)"
      blocks.append(
        .table(
          SummaryTable(
            columns: [
              SummaryColumn(title: "For", share: 46), SummaryColumn(title: amount, share: 26),
            ],
            rows: clinic.costs.map {
              SummaryRow(
                cells: [Printable.line($0.item), Printable.line($0.amount)], details: [],
                emphasis: .normal)
            })))
    } else {
      open.append("Cost quoted")
    }
    return blocks + [.signatureLines(open)]
  }
}
