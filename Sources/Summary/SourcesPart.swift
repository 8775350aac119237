import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  /// A source's name with the beginning of its title.
  func shortSource(_ id: Source.ID) -> String {
    guard let source = pack.source(id) else { return Printable.line(id.rawValue) }
    let title = Printable.line(source.title)
    let limit = 90
    guard title.count > limit else { return "\(id)  \(title)" }
    let head = title.prefix(limit)
    // Cut at a word, so that a number is never shortened to another number.
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return "\(id)  \(cut) ..."
  }

  func sourceBlocks(_ record: RecordMark) -> [SummaryBlock] {
    let cited = Set(report.findings.flatMap(\.cite) + handedOutCitations)
    var blocks: [SummaryBlock] = []
    let sources = pack.sources.filter { cited.contains($0.id) }
    let unlisted = cited.filter { pack.source($0) == nil }.sorted()
    if !cited.isEmpty {
      blocks.append(.heading("Sources"))
      blocks.append(
        .list(
          sources.map { "\($0.id)  \(Printable.line($0.title))" }
            + unlisted.map { "\(Printable.line($0.rawValue))  not in the pack's list of sources" }))
    }
    blocks.append(.heading("Record"))
    blocks.append(.facts(recordFacts(record)))
    return blocks
  }

  private func recordFacts(_ record: RecordMark) -> [Fact] {
    var facts = [
      Fact("Consultation", Printable.line(record.consultation.rawValue)),
      Fact("Opened", moment(consultation.openedAt)),
      Fact("Last entry", "\(moment(consultation.lastSavedAt)), \(record.entryCount) entries"),
      Fact("Head hash", record.headHash),
      Fact("Protocol pack", record.pack), Fact("Pack digest", record.packDigest),
    ]
    if consultation.opened.packDigest != pack.digest {
      facts.append(
        Fact(
          "Opened with",
          Printable.line(
            "another pack: \(consultation.opened.pack) \(consultation.opened.packVersion), "
              + consultation.opened.packDigest)))
    }
    if !pack.jurisdiction.isEmpty {
      facts.append(Fact("May be used in", Printable.line(pack.jurisdiction)))
    }
    if !record.clinic.isEmpty { facts.append(Fact("Clinic", record.clinic)) }
    facts.append(Fact("Printed", record.printed))
    return facts
  }
}
