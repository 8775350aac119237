import ClinicalModel
import Consultation
import Screening
import Terminal

extension AnySurroundings {
  /// A group that may be denied as one, with its members and its two lines.
  func groupLines(_ open: Checklist.OpenGroup, _ session: Session) -> [String] {
    let numbers = ReviewList.numbers(session)
    var lines = [open.group.ask]
    if open.members.allSatisfy(\.answeredByStaff) { lines.append(Self.staffWords) }
    lines += open.members.map { member in
      let last = session.lastAnswer(to: member).map { ", last visit \($0)" } ?? ""
      return "It holds \(numbers[member.id] ?? "") \(member.label)\(last)"
    }
    return lines + [
      "N No to each of them",
      "Y Ask them one by one: also when one answer is yes, not sure or not said",
    ]
  }

  static var staffWords: String { "Staff answer this; it is not read aloud." }

  /// `Section 5 of 14, Immune system. Question 2 of 4.`
  func sectionLine(_ id: Section.ID, _ session: Session, _ rest: String) -> String {
    let sections = session.pack.sections
    guard let index = sections.firstIndex(where: { $0.id == id }) else { return rest }
    return "Section \(index + 1) of \(sections.count), \(sections[index].title). \(rest)."
  }
}
