import ClinicalModel
import Consultation
import Screening
import Terminal

// What is said of each page: where it is, the question, the lines to choose
// from, and what the next line is.

extension Wizard {
  /// The page or what lies over it, in words.
  var linearPage: LinearPage {
    if case .locked(let page) = door { return linearLock(page) }
    if let overlay = overlays.last { return linearOverlay(overlay) }
    guard case .open(let session) = desk else {
      if case .returning(let page) = page { return linearReturning(page) }
      if case .worklist = page { return linearWorklist() }
      return linearHome
    }
    switch page {
    case .home: return linearHome
    case .returning(let page): return linearReturning(page)
    case .question(let page): return linearQuestion(page, session)
    case .list(let page): return linearList(page, session)
    case .group(let page): return linearGroup(page, session)
    case .table(let page): return linearTable(page, session)
    case .reconfirm(let page): return linearReconfirm(page, session)
    case .partDone: return linearPartDone(session)
    case .review: return linearReview(session)
    case .result(let page): return linearResult(page, session)
    case .skinTests(let page): return linearSkinTests(page, session)
    case .worklist: return linearWorklist()
    case .export(let page): return linearExport(page, session)
    }
  }

  private var linearHome: LinearPage {
    let local = setting.localTime
    var page = LinearPage(place: "home", prompt: "Home, N R W M Q or a number")
    page.lines = [
      (setting.clinic.isEmpty ? "Mesoscreen. " : "Mesoscreen, \(setting.clinic). ")
        + "\(local.date(of: now).spelled) \(local.time(of: now).prefix(5)). "
        + "Pack \(setting.pack.id) \(setting.pack.version).",
      LinearWords.sentence(setting.pack.intendedUse), LinearWords.sentence(setting.pack.approval),
      "Type the letter or number of a line, then Enter. ? explains, < goes back,",
      "> goes on, x lists every action, . repeats, !1 opens an emergency screen.",
    ]
    switch home.loading {
    case .underWay: page.now.append("Reading the records.")
    case .failed(let words): page.now.append(words)
    case .done:
      let drafts = home.rows.count { $0.condition == .draft }
      page.now.append("Open consultations: \(drafts). Everything is saved.")
    }
    var number = 0
    for row in home.rows {
      if case .damaged(let why) = row.condition {
        page.now.append("Record \(row.id.rawValue.prefix(8)): \(why)")
        continue
      }
      number += 1
      page.now.append("\(number) \(row.patient), \(row.stage), \(row.saved)")
    }
    page.now += [
      "N New consultation", "R Returning patient: new consultation",
      "W Skin tests to read, \(readingsDue.count) due", "M My part: \(part.words)",
      setting.use == .training
        ? "T Back to the clinic's records" : "T Training with made-up patients", "Q Quit",
    ]
    return page
  }

  private func linearReturning(_ page: ReturningPage) -> LinearPage {
    var spoken = LinearPage(
      place: "returning", prompt: "Part of the name, or a number, or < for home")
    spoken.lines = [
      "Returning patient. A new consultation begins.",
      "Who the patient is and the last plan are read aloud and confirmed;",
      "every no is asked again.",
    ]
    switch page.found {
    case .underWay: spoken.now = ["Reading the records."]
    case .failed(let words): spoken.now = [words]
    case .visits:
      let matches = page.matches
      let named = page.field.isBlank ? "" : " with \(page.field.committed) in the name"
      spoken.now = [
        "Signed consultations\(named), the latest of each patient: \(matches.count)."
      ]
      spoken.now += matches.prefix(20).enumerated().map {
        "\($0 + 1) \($1.patient), seen \($1.day.spelled)"
      }
      if matches.count > 20 {
        spoken.now.append("\(matches.count - 20) more: type more of the name.")
      }
    }
    return spoken
  }

  func linearGroup(_ page: GroupPage, _ session: Session) -> LinearPage {
    guard let open = session.openGroup(page.group) else {
      return LinearPage(place: "group", prompt: "> goes on")
    }
    var spoken = LinearPage(
      place: "group:\(page.group)", section: open.section.rawValue, prompt: "Answer, N or Y")
    spoken.lines =
      [sectionLine(open.section, session, "\(open.members.count) questions asked together")]
      + groupLines(open, session)
    return spoken
  }

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

  static let staffWords = "Staff answer this; it is not read aloud."

  /// `Section 5 of 14, Immune system. Question 2 of 4.`
  func sectionLine(_ id: Section.ID, _ session: Session, _ rest: String) -> String {
    let sections = session.pack.sections
    guard let index = sections.firstIndex(where: { $0.id == id }) else { return rest }
    return "Section \(index + 1) of \(sections.count), \(sections[index].title). \(rest)."
  }

  private func linearReconfirm(_ page: ReconfirmPage, _ session: Session) -> LinearPage {
    var spoken = LinearPage(
      place: "reconfirm:\(page.section)", section: page.section.rawValue,
      prompt: "Answer, Y N or numbers of what has changed")
    guard case .of(let visit, _) = session.earlier,
      let section = session.pack.sections.first(where: { $0.id == page.section })
    else { return spoken }
    spoken.lines = [
      sectionLine(page.section, session, "Recorded on \(visit.day.spelled)"),
      "Read each line aloud. Is it still right today?",
    ]
    for (number, fact) in session.factsToConfirm(in: section).enumerated() {
      let changed = page.changed.contains(fact.question.id) ? " Marked as changed." : ""
      let words = fact.answer.words(for: fact.question, in: session.pack.names)
      spoken.now.append(
        "\(number + 1) \(fact.question.label): \(LinearWords.sentence(words))\(changed)")
    }
    spoken.now += [
      page.changed.isEmpty
        ? "Y All of it is still right" : "Y The rest is still right; what has changed is asked",
      "N Ask every question anew",
    ]
    return spoken
  }

  private func linearPartDone(_ session: Session) -> LinearPage {
    let left = session.left(after: part)
    var spoken = LinearPage(place: "part-done", prompt: "Answer, A or a number")
    let words = left.map { "\($0.role.words) \($0.count)" }.joined(separator: ", ")
    spoken.lines = [
      "The \(part.words)'s part is done. Left: \(words).",
      "The result stays closed until everything has been asked.",
    ]
    spoken.lines += left.enumerated().map {
      "\($0 + 1) Hand over to the \($1.role.words): save and close"
    }
    spoken.lines.append("A Go on with all questions")
    return spoken
  }
}
