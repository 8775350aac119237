import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// The facts of pages that are not screens of their own yet.

extension Place {
  /// What is told of its keys.
  var table: KeyTable {
    KeyTable(
      title: title, isText: isText, keys: KeyMap.keys(in: self), commands: hinted,
      hintsActions: hintsActions,
      hasAnswerKeys: [.choice, .table, .entryChoice, .skinTestChoice].contains(self))
  }
}

extension Wizard {
  var pageKeys: KeyTable {
    if case .screen(let screen) = page, let table = screen.keyTable(in: factlessSurroundings) {
      return table
    }
    return pagePlace.table
  }

  var pageFacts: ScreenFacts {
    var facts = ScreenFacts()
    func section(_ question: Question.ID) -> SideMark {
      (opened?.pack.section(of: question)).map { .section($0.id) } ?? .nothing
    }
    switch page {
    case .screen(let screen): return screen.facts(in: factlessSurroundings) ?? facts
    case .home, .returning, .worklist: facts.hasSideColumn = false
    case .question(let page):
      facts.question = page.question.id
      facts.stop = .question(page.question.id)
      facts.sideMark = section(page.question.id)
    case .list(let page):
      facts.question = page.question.id
      facts.stop = .question(page.question.id)
      facts.sideMark = section(page.question.id)
      if case .form = page.level.input { facts.keepsEscape = true }
      if page.levels.count > 1 { facts.keepsEscape = true }
      facts.noteTarget = opened.map(page.noteTarget)
      facts.help = page.help
    case .group(let page):
      facts.group = page.group
      facts.stop = .group(page.group)
      if let open = opened?.openGroup(page.group) { facts.sideMark = .section(open.section) }
    case .table(let page):
      facts.question = page.question
      if case .group(let id) = page.row { facts.group = id }
      facts.stop = .table(page.section, page.row)
      facts.sideMark = .section(page.section)
      if case .field = page.entry { facts.keepsEscape = true }
    case .reconfirm(let page):
      facts.stop = .reconfirm(page.section)
      facts.sideMark = .section(page.section)
    case .partDone: facts.stop = .partDone
    case .review(let page):
      facts.stop = .review
      facts.sideMark = .review
      if let session = opened, let id = reviewList(session).question(at: page.selected) {
        facts.noteTarget = session.pack.question(id).map(NoteTarget.init)
      }
    case .result(let page):
      facts.sideMark = .result
      facts.pane = page.hasField ? .findings : .decisions
    case .skinTests:
      facts.question = ListSubject.skinTests.question
      facts.sideMark = section(ListSubject.skinTests.question)
    case .export: facts.pane = .none
    }
    return facts
  }
}
