import ClinicalModel
import Consultation
import Screening
import Terminal

// What stands below the question column of a large window: the findings with
// their reasons, or beside the result what each decision does.

extension Wizard {
  /// The pane in so many rows.
  func paneLines(_ session: Session, _ pane: Pane, rows: Int) -> [[Span]] {
    switch pane {
    case .none: []
    case .findings: findingsPane(session, rows: rows)
    case .decisions: Array(decisionsPane.prefix(rows))
    }
  }

  private func findingsPane(_ session: Session, rows: Int) -> [[Span]] {
    let width = 80
    let findings = session.causes
    let counts = " Findings now: \(Self.counts(findings))"
    let title =
      TextWidth.columns(of: counts) + 9 > width
      ? counts : Canvas.justified(counts, "G opens", width: width)
    var lines = [[Span(title, .strong)], []]
    var room = rows - lines.count
    var news: [[Span]] = []
    if room >= 4, let words = newsWords(session) {
      news = [[Span(" " + Canvas.cut(words, to: width - 2))]]
      room -= 1
    }
    let shown = findings.count <= room ? findings.count : max(0, room - 1)
    // Reasons are given from the top, as far as there is room for them.
    var reasons = room - shown - (shown < findings.count ? 1 : 0)
    for finding in findings.prefix(shown) {
      lines.append(paneLine(finding, width: width))
      for reason in becauseWords(finding, session).prefix(1) where reasons > 0 {
        reasons -= 1
        let isLong = TextWidth.columns(of: reason) > width - 24
        lines.append([
          Span(
            String(repeating: " ", count: 22)
              + (isLong ? Canvas.cut(reason, to: width - 27) + "..." : reason))
        ])
      }
    }
    if shown < findings.count {
      lines.append([Span(" \(findings.count - shown) more: G opens all of them")])
    }
    return lines + news
  }

  private func paneLine(_ finding: Finding, width: Int) -> [Span] {
    let rule = finding.rule.rawValue
    let label = Canvas.fill("\(finding.shownMark) \(finding.shownWord)", to: 20)
    let room = width - 22
    let left = room - TextWidth.columns(of: rule) - 2
    // The finding comes before the name of its rule.
    let isLong = TextWidth.columns(of: finding.title) > left
    let words =
      TextWidth.columns(of: finding.title) > room
      ? Canvas.cut(finding.title, to: room - 3) + "..." : finding.title
    return [
      Span(" "), Span(label, finding.shownStyle),
      Span(" " + (isLong ? words : "\(Canvas.fill(words, to: left))  \(rule)")),
    ]
  }

  /// `Newest change  14:33:12  DEFER added by answer 4.1`
  private func newsWords(_ session: Session) -> String? {
    guard case .change(let change) = session.newest else { return nil }
    let number = ReviewList.numbers(session)[change.question].map { " \($0)" } ?? ""
    let time = session.consultation.recordings[change.question].map {
      setting.localTime.time(of: $0.at) + "  "
    }
    let what = change.isAdded ? "added" : "ended"
    return "Newest change  \(time ?? "")\(change.word) \(what) by answer\(number)"
  }

  private var decisionsPane: [[Span]] {
    [
      [Span(" What each decision does", .strong)], [],
      [Span(" 1 and 2  ask for the reason and are printed with it; 2 also for the day")],
      [Span(" 3        keeps the answers, opens the plan and screens it again")],
      [Span(" 4        treating in spite of a finding keeps reason and name with the record")],
      [Span(" 5        waits for the patch test; a new consultation decides after it")], [],
      [Span(" S signs: decision, answers and findings of this moment can no longer be changed.")],
    ]
  }
}

/// What changed last among the findings.
enum NewestChange: Hashable {
  case none
  case change(FindingChange)
}

/// One finding that came or went.
struct FindingChange: Hashable {
  let word: String
  let isAdded: Bool
  /// The question whose answer did it.
  let question: Question.ID

  /// The heaviest finding that an answer added, else the heaviest it ended.
  static func between(
    _ before: [Finding], _ after: [Finding], by question: Question.ID
  ) -> FindingChange? {
    func new(_ findings: [Finding], than others: [Finding]) -> Finding? {
      let known = Set(others.map { [$0.rule.rawValue, $0.shownWord] })
      return findings.first { !known.contains([$0.rule.rawValue, $0.shownWord]) }
    }
    if let added = new(after, than: before) {
      return FindingChange(word: added.shownWord, isAdded: true, question: question)
    }
    return new(before, than: after).map {
      FindingChange(word: $0.shownWord, isAdded: false, question: question)
    }
  }
}
