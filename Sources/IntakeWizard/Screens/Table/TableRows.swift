import ClinicalModel
import Consultation
import Screening

/// One line of a section that is one table.
enum TableRow: Hashable, Sendable {
  /// The questions below it may be denied together.
  case group(QuestionGroup.ID)
  case question(Question.ID)
}

extension Session {
  /// The lines of a table. Members of a declared group stand together, at the
  /// place of the first, whether or not the group can still be denied: a line
  /// that is answered must not move.
  func tableRows(_ section: Section.ID) -> [TableRow] {
    guard let declared = pack.sections.first(where: { $0.id == section })?.groups else { return [] }
    let items = tableItems(section).map(\.question.id)
    var rows: [TableRow] = []
    var placed: Set<Question.ID> = []
    for id in items where !placed.contains(id) {
      guard let group = declared.first(where: { $0.members.contains(id) }) else {
        rows.append(.question(id))
        placed.insert(id)
        continue
      }
      if checklist.openGroups.contains(where: { $0.group.id == group.id }) {
        rows.append(.group(group.id))
      }
      let members = items.filter(group.members.contains)
      rows += members.map { .question($0) }
      placed.formUnion(members)
    }
    return rows
  }

  /// The questions of a table's lines. A detail has no line while the question
  /// that decides about it still has one that is open: it appears with the
  /// answer. One that waits for another section is asked, for nobody may come
  /// back here.
  func tableItems(_ section: Section.ID) -> [Checklist.Item] {
    let items = checklist.items(in: section)
    let open = Set(items.filter(\.isOpen).map(\.question.id))
    return items.filter { item in
      !isWaiting(item) || !item.question.when.questions.contains(where: open.contains)
    }
  }

  /// The line at which a question is asked: its group's while that is open.
  func row(of question: Question.ID) -> TableRow {
    checklist.openGroup(with: question).map { .group($0.group.id) } ?? .question(question)
  }

  /// The next line that nobody has answered, else the first such; nothing when
  /// the table is done.
  func nextOpenRow(in section: Section.ID, after row: TableRow) -> TableRow? {
    let rows = tableRows(section)
    let start = rows.firstIndex(of: row).map { $0 + 1 } ?? 0
    return (rows[start...] + rows[..<start]).first(where: isOpen)
  }

  /// The first line that nobody has answered.
  func firstOpenRow(in section: Section.ID) -> TableRow? {
    tableRows(section).first(where: isOpen)
  }

  private func isOpen(_ row: TableRow) -> Bool {
    switch row {
    case .group: true
    case .question(let id): item(id)?.isOpen ?? false
    }
  }

  /// The group of a line, if it is one that can be denied.
  func openGroup(_ id: QuestionGroup.ID) -> Checklist.OpenGroup? {
    checklist.openGroups.first { $0.group.id == id }
  }
}
