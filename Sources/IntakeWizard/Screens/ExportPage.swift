import ClinicalModel
import Consultation
import Summary
import Terminal

/// Which summaries are written, and where.
struct ExportPage: Sendable {
  var sheets: Set<SummarySheet> = [.recordPDF, .patientPDF]
  var folder: String
  var editing: Editing = .nothing
  /// What has been written since the page was opened.
  var written: [String] = []

  /// Whether the folder is being typed.
  enum Editing: Sendable {
    case nothing
    case folder(TextField)
  }

  init(folder: String) { self.folder = folder }

  var isEditingFolder: Bool {
    if case .folder = editing { true } else { false }
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    guard case .folder(var field) = editing else { return }
    change(&field)
    editing = .folder(field)
  }
}

extension Wizard {
  mutating func exportKey(_ key: Key, _ page: ExportPage) -> [Effect] {
    guard let session = opened else { return [] }
    var page = page
    if case .folder(let field) = page.editing {
      switch key {
      case .escape: page.editing = .nothing
      case .enter:
        if !field.committed.isEmpty { page.folder = field.committed }
        page.editing = .nothing
        guard page.folder != setting.exportFolder else { break }
        // Nothing typed ahead may send a patient's data out of the clinic.
        self.page = .export(page)
        notice = .information("This is another folder: what is written there leaves the clinic.")
        return [.flushInput]
      default: page.edit { $0.handle(key) }
      }
      self.page = .export(page)
      return []
    }
    switch key {
    case .character(let digit)
    where (1...session.sheets.count).contains(digit.wholeNumberValue ?? 0):
      let place = (digit.wholeNumberValue ?? 1) - 1
      page.sheets.formSymmetricDifference([session.sheets[place]])
    case .character("f"), .character("F"):
      page.editing = .folder(TextField(text: page.folder, lengthMax: 500))
    case .enter:
      guard !page.sheets.isEmpty else {
        notice = .information("Nothing is marked. 1 marks the record, 2 the patient's sheet.")
        return []
      }
      guard session.saving == .done else {
        notice = .trouble("Not everything is saved yet. Ctrl-X A tries again.")
        return []
      }
      return SummarySheet.allCases.filter(page.sheets.contains).map {
        .export($0, session.consultation.id, folder: page.folder)
      }
    case .character("n"), .character("N"):
      guard session.isSigned, session.saving == .done else {
        notice = .information("Sign this consultation first, then N begins the patient's next.")
        return []
      }
      return begin(with: EarlierVisit(session.consultation, session.answersWithTests))
    case .character("h"), .character("H"): return closeConsultation()
    case .character("<"), .backspace, .left, .function(3), .escape:
      if session.isSigned { return closeConsultation() }
      openReview(at: nil)
      return []
    default:
      guard let command = KeyMap.command(for: key, in: .other) else {
        notice = .information("1 to \(session.sheets.count) mark, Enter writes, H goes home.")
        return []
      }
      return perform(command)
    }
    self.page = .export(page)
    return []
  }

  mutating func exported(_ path: String, _ note: String) -> [Effect] {
    if case .export(var page) = page {
      page.written.append(path)
      self.page = .export(page)
    }
    notice = note.isEmpty ? .information("Written.") : .trouble(note)
    guard var session = opened else { return [] }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let format: SummaryFormat = name.hasSuffix(".pdf") ? .pdf : .text
    let effect = session.record([
      .exported(Export(format: format == .pdf ? "pdf" : "text", fileName: name))
    ])
    opened = session
    return [effect]
  }
}

extension Session {
  /// The papers that this consultation can give.
  var sheets: [SummarySheet] {
    SummarySheet.allCases.filter { $0 != .skinTestPDF || skinTestQuestion != nil }
  }
}
