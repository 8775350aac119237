import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// What can be found by a part of its words or by its number.
enum FindTarget: Hashable, Sendable {
  case question(Question.ID)
  case section(Section.ID)
  case action(Command)
}

/// One line of what was found.
struct FindLine: Hashable, Sendable {
  let target: FindTarget
  /// `4.2`, the section's number, or the action's letter.
  let number: String
  let label: String
  /// The answer, how far the section is, or what the action does.
  let state: String
}

/// Questions, sections and actions in the order in which they fit what is
/// typed.
///
/// A number comes first (`4.2`, or `42`), then a label that begins so, then its
/// words and their first letters, then any part of the label, of the question,
/// of the section's title.
struct FindList {
  private let candidates: [Candidate]

  private struct Candidate {
    let line: FindLine
    let number: String
    let label: String
    let words: [String]
    let initials: String
    let rest: [String]

    init(_ line: FindLine, rest: [String]) {
      self.line = line
      number = line.number
      label = line.label.lowercased()
      words = label.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
      initials = String(words.compactMap(\.first))
      self.rest = rest.map { $0.lowercased() }
    }

    /// How well it fits, best first; nothing where it does not.
    func rank(_ wanted: String) -> Int? {
      if number == wanted { return 0 }
      if number.contains("."), number.filter({ $0 != "." }) == wanted { return 1 }
      if label.hasPrefix(wanted) { return 2 }
      if words.dropFirst().contains(where: { $0.hasPrefix(wanted) }) { return 3 }
      if wanted.count > 1, initials.hasPrefix(wanted) { return 4 }
      if number.hasPrefix(wanted), number.contains(".") { return 5 }
      if label.contains(wanted) { return 6 }
      // What an action does is looked at only for whole words: its sentence has
      // every letter.
      if case .action = line.target, wanted.count < 4 { return nil }
      return rest.contains(where: { $0.contains(wanted) }) ? 7 : nil
    }
  }

  init(_ session: Session, actions: [FindLine]) {
    let numbers = ReviewList.numbers(session)
    var candidates: [Candidate] = session.checklist.items.map { item in
      let title = session.pack.section(of: item.question.id)?.title ?? ""
      return Candidate(
        FindLine(
          target: .question(item.question.id), number: numbers[item.question.id] ?? "",
          label: item.question.label,
          state: item.answer.words(for: item.question, in: session.pack.names)),
        rest: [item.question.ask, title])
    }
    for (index, section) in session.pack.sections.enumerated() {
      let items = session.checklist.items(in: section.id)
      guard !items.isEmpty else { continue }
      let done = items.count(where: { !$0.isOpen })
      candidates.append(
        Candidate(
          FindLine(
            target: .section(section.id), number: "\(index + 1)", label: section.title,
            state: "section, \(done) of \(items.count) answered"), rest: [section.short]))
    }
    candidates += actions.map { Candidate($0, rest: [$0.state]) }
    self.candidates = candidates
  }

  /// What fits, best first; with nothing typed every question.
  func lines(_ typed: String) -> [FindLine] {
    let wanted = typed.lowercased()
    guard !wanted.isEmpty else {
      return candidates.map(\.line).filter {
        if case .question = $0.target { true } else { false }
      }
    }
    return candidates.enumerated().compactMap { index, candidate in
      candidate.rank(wanted).map { (rank: $0, index: index, line: candidate.line) }
    }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.line)
  }
}
