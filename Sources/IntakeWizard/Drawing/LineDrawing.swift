import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

// A line of findings as it is drawn and spoken: mark, word, the head's title,
// and below it what else the same cause raises.

extension FindingLine {
  var isNotKnown: Bool { kind != .found }
  var shownWord: String { isNotKnown ? "NOT KNOWN" : severity.word }
  var shownMark: String { isNotKnown ? "???" : severity.mark }
  var shownStyle: Style { isNotKnown ? .notKnown : head.shownStyle }

  /// What the line says beside its head, once each: of what is not known with
  /// the weight that it could come to.
  var otherWords: [String] {
    var words: [String] = []
    for other in others where other.title != head.title {
      let line = kind == .found ? other.title : "could be \(other.severity.word): \(other.title)"
      if !words.contains(line) { words.append(line) }
    }
    return words
  }
}

extension AnySurroundings {
  /// The rows of one line: mark, word, fact. A title is never cut.
  static func rows(of line: FindingLine, width: Int, focus: Bool = false) -> [[Span]] {
    let label = Canvas.fill("\(line.shownMark) \(line.shownWord)", to: 20)
    let style: Style = focus ? .focus : .normal
    let titles = TextWrap.lines(line.head.title, width: max(8, width - 23))
    return (titles.isEmpty ? [""] : titles).enumerated().map { row, words in
      row == 0
        ? [Span(focus ? ">" : " "), Span(label, line.shownStyle), Span(" " + words, style)]
        : [Span(String(repeating: " ", count: 22)), Span(words, style)]
    }
  }

  /// Why a line stands: the answers that raise it, of a list only the entries,
  /// and what is missing.
  func becauseWords(_ line: FindingLine, _ session: Session) -> [String] {
    var parts = line.because.compactMap { because in
      session.pack.question(because.question).map {
        "\($0.label) = \(because.spoken.words(for: $0, in: session.pack.names))"
      }
    }
    if line.kind != .found {
      parts += line.head.missing.compactMap { session.pack.question($0) }.map {
        "\($0.label) is not known"
      }
    }
    return parts.isEmpty ? [] : ["because " + parts.joined(separator: "; ")]
  }

  /// What would end a line's head, and what would end the others of its cause;
  /// of what is not known the answer alone.
  func changeWords(_ line: FindingLine, _ session: Session) -> [String] {
    let first = changeWords(line.head, session)
    guard line.kind == .found else { return first }
    var said = Set(first)
    var title = line.head.title
    return first
      + line.others.flatMap { other -> [String] in
        let words = changeWords(other, session).filter { said.insert($0).inserted }
        defer { title = other.title }
        return (other.title == title ? [] : ["Also: \(other.title)"]) + words
      }
  }
}

extension Finding {
  /// The questions it waits for.
  var missing: [Question.ID] {
    if case .possible(let missing) = certainty { missing } else { [] }
  }
}
