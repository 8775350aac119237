import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Wizard {
  /// The keys that work now.
  var keyTable: KeyTable { dialogs.last?.keyTable(in: surroundings) ?? pageKeys }

  /// The place that the page is, whatever lies over it.
  var pagePlace: Place {
    switch page {
    case .screen: return .other
    case .home: return .home
    case .returning: return .returning
    case .question(let page):
      return switch page.input {
      case .choice: .choice
      case .several: .marks
      case .field: .field
      }
    case .list(let page): return page.keyPlace
    case .group: return .group
    case .table(let page): if case .field = page.entry { return .tableField } else { return .table }
    case .reconfirm: return .reconfirm
    case .partDone: return .partDone
    case .review: return .review
    case .result(let page): return page.hasField ? .decision : .result
    case .skinTests(let page):
      guard case .form(let form) = page.step else { return .skinTests }
      return switch form.row.entry {
      case .asked, .options: .skinTestChoice
      case .typed: .skinTestField
      case .button: .skinTestButton
      }
    case .worklist: return .worklist
    case .export(let page): return page.isEditingFolder ? .folder : .export
    }
  }
}

extension ListPage {
  /// Where a key is pressed on the list's page.
  var keyPlace: Place {
    switch level.input {
    case .adding: .listTyping
    case .browsing: .list
    case .removing: .listRemoving
    case .rereading: .listRereading
    case .form(let form):
      switch form.input {
      case .choice: .entryChoice
      case .text: .entryText
      case .name, .names: .entryName
      case .list: .entryList
      }
    }
  }
}

extension Around {
  func keyLine(
    _ place: Place, lead: String = "", without: Set<String> = [], words: [String: String] = [:]
  ) -> String {
    keyLine(place.table, lead: lead, without: without, words: words)
  }
}

extension Wizard {
  /// The page or what lies over it, in words.
  var linearPage: LinearPage {
    if case .locked(let page) = door { return linearLock(page) }
    if let spoken = dialogs.last?.spoken(in: surroundings) { return spoken }
    if case .screen(let screen) = page, let spoken = screen.spoken(in: surroundings) {
      return spoken
    }
    guard let session = opened else {
      if case .returning(let page) = page { return linearReturning(page) }
      if case .worklist = page { return linearWorklist() }
      return linearHome
    }
    switch page {
    case .screen: return linearHome
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
}
