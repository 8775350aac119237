import ClinicalModel
import Consultation
import Screening

/// Whose part of the checklist is walked through. A choice of the screen: no
/// question counts as answered because another part holds it.
enum Part: Hashable, Sendable {
  case everyone
  case role(StaffRole)

  /// Whether this part asks a section; one without roles is anybody's.
  func holds(_ section: Section) -> Bool {
    switch self {
    case .everyone: true
    case .role(let role): section.roles.isEmpty || section.roles.contains(role)
    }
  }

  /// `front desk`, or `everyone`.
  var words: String {
    switch self {
    case .everyone: "everyone"
    case .role(let role): role.words
    }
  }
}

/// Where the walk through the checklist stops.
enum Stop: Hashable, Sendable {
  /// One question on its page.
  case question(Question.ID)
  /// A group that may be denied as one.
  case group(QuestionGroup.ID)
  /// A row of a section that is one table.
  case table(Section.ID, TableRow)
  /// Facts of an earlier consultation that are to be confirmed.
  case reconfirm(Section.ID)
  /// The end of this part: others still have something to ask.
  case partDone
  /// The end of the checklist.
  case review
}

extension Session {
  /// How a question is asked: alone, in its table, or with its group.
  func stop(at question: Question.ID) -> Stop {
    guard let section = pack.section(of: question) else { return .question(question) }
    if factsToConfirm(in: section).contains(where: { $0.question.id == question }) {
      return .reconfirm(section.id)
    }
    if section.form == .table { return .table(section.id, row(of: question)) }
    if let open = checklist.openGroup(with: question), !opened.contains(open.group.id) {
      return .group(open.group.id)
    }
    return .question(question)
  }

  /// The next stop after a question: the next one that nobody has asked, else
  /// the first such, else the end.
  ///
  /// Offered questions are asked too: skipping them would treat an unknown
  /// gate as "does not apply". A table is finished before it is left.
  func nextStop(after question: Question.ID, in part: Part) -> Stop {
    if let section = pack.section(of: question), section.form == .table,
      let row = nextOpenRow(in: section.id, after: .question(question))
    {
      return .table(section.id, row)
    }
    let items = checklist.items
    let start = items.firstIndex { $0.question.id == question }.map { $0 + 1 } ?? 0
    return firstOpen(in: part, among: Array(items[start...] + items[..<start]))
  }

  /// The first stop of a part.
  func firstStop(in part: Part) -> Stop { firstOpen(in: part, among: checklist.items) }

  private func firstOpen(in part: Part, among items: [Checklist.Item]) -> Stop {
    let mine = Set(pack.sections.filter(part.holds).map(\.id))
    if let item = items.first(where: { $0.isOpen && mine.contains($0.section) }) {
      // A table is begun at its first open line, which may be another question.
      if case .table(let section, let row) = stop(at: item.question.id) {
        return .table(section, firstOpenRow(in: section) ?? row)
      }
      return stop(at: item.question.id)
    }
    return items.contains(where: \.isOpen) ? .partDone : .review
  }

  /// The stop before or after a question, whoever asks it.
  func neighbour(of question: Question.ID, offset: Int) -> Stop {
    switch checklist.neighbour(of: question, offset: offset) {
    case .question(let id): stop(at: id)
    case .end: .review
    }
  }

  /// Whether a detail waits for the question that decides about it: nobody has
  /// asked that one yet, so nobody can know whether this one will be.
  func isWaiting(_ item: Checklist.Item) -> Bool {
    item.isOpen && item.requirement == .offered
      && item.question.when.questions.contains { answers[$0] == .unknown(.notAsked) }
  }

  /// The questions of a section that say how far it is: not those that are
  /// settled without being asked, nor details that nobody can yet know of.
  func counted(in section: Section.ID) -> [Checklist.Item] {
    checklist.items(in: section).filter {
      ($0.isOpen || $0.answer != .unknown(.notAsked)) && !isWaiting($0)
    }
  }

  /// Whether nothing of a section is left to ask, details that nobody can yet
  /// know of among it.
  func isComplete(_ section: Section.ID) -> Bool {
    checklist.items(in: section).allSatisfy { !$0.isOpen }
  }

  /// Where a question stands in its section: its number, and of how many.
  func place(of question: Question.ID, in section: Section.ID) -> (number: Int, count: Int) {
    let counted = counted(in: section)
    let isCounted = counted.contains { $0.question.id == question }
    let items = isCounted ? counted : checklist.items(in: section)
    return ((items.firstIndex { $0.question.id == question } ?? 0) + 1, items.count)
  }

  /// What is left for others, in the order of their first section: how many
  /// open questions each role has that this part does not ask.
  func left(after part: Part) -> [(role: StaffRole, count: Int)] {
    var counts: [StaffRole: Int] = [:]
    var order: [StaffRole] = []
    for section in pack.sections where !part.holds(section) {
      guard let role = section.roles.first else { continue }
      let open = checklist.items(in: section.id).count { $0.isOpen && !isWaiting($0) }
      guard open > 0 else { continue }
      if counts[role] == nil { order.append(role) }
      counts[role, default: 0] += open
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }
}
