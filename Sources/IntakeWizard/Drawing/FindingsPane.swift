import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

// What stands below the question column of a large window: the findings with
// their reasons, or beside the result what each decision does.

extension AnySurroundings {
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
    let findings = session.lines
    let counts = " Findings now: \(session.report.counts.words)"
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
    // The heaviest lines first, none of them in half.
    let drawn = findings.map { paneRows($0, width: width) }
    var shown = 0
    var taken = 0
    while shown < drawn.count {
      let rest = drawn.count - shown > 1 ? 1 : 0
      guard taken + drawn[shown].count + rest <= room else { break }
      taken += drawn[shown].count
      shown += 1
    }
    // Reasons are given from the top, as far as there is room for them.
    var reasons = room - taken - (shown < findings.count ? 1 : 0)
    for (finding, rows) in zip(findings, drawn).prefix(shown) {
      lines += rows
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

  /// The name of the rule stands beside a title that leaves room for it.
  private func paneRows(_ line: FindingLine, width: Int) -> [[Span]] {
    var rows = Self.rows(of: line, width: width)
    let rule = line.head.rule.rawValue
    let left = width - 22 - TextWidth.columns(of: rule) - 2
    let title = line.head.title
    if rows.count == 1, TextWidth.columns(of: title) <= left {
      rows[0][2] = Span(" \(Canvas.fill(title, to: left))  \(rule)")
    }
    return rows
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
    _ before: [FindingLine], _ after: [FindingLine], by question: Question.ID
  ) -> FindingChange? {
    func names(_ line: FindingLine) -> [[String]] {
      line.findings.map { [$0.rule.rawValue, line.shownWord] }
    }
    func new(_ lines: [FindingLine], than others: [FindingLine]) -> FindingLine? {
      let known = Set(others.flatMap(names))
      return lines.first { !known.isSuperset(of: names($0)) }
    }
    if let added = new(after, than: before) {
      return FindingChange(word: added.shownWord, isAdded: true, question: question)
    }
    return new(before, than: after).map {
      FindingChange(word: $0.shownWord, isAdded: false, question: question)
    }
  }
}
