import ClinicalModel
import Consultation
import Summary
import Terminal

extension Around {
  func exportFrame(_ page: ExportPage, _ session: Session, _ width: Int) -> Frame {
    var right = "UNSIGNED: marked on every page"
    if case .signed(let signature, let time) = session.consultation.signature {
      let name = Canvas.cut(signature.clinician, to: 24)
      right = "signed \(setting.localTime.time(of: time)) by \(name)"
    }
    var frame = plainFrame(session, title: "Print or export", right: right, width)
    var body = Canvas(width: width)
    body.add(Span(" What", .strong))
    for (index, sheet) in session.sheets.enumerated() {
      let box = page.sheets.contains(sheet) ? "[x]" : "[ ]"
      body.add(Span("   \(box) \(index + 1)  \(sheet.words)"))
    }
    body.gap()
    body.add(Span(" Where", .strong))
    switch page.editing {
    case .nothing:
      body.wrap("\(shownKey("f"))  Folder: \(page.folder)", indent: 3, hanging: 6)
      if page.folder != setting.exportFolder {
        body.wrap("This folder is outside the program's own. Others may read it.", indent: 6)
      }
    case .folder(let field):
      let room = width - 16
      let window = field.window(width: room - 4)
      body.add(
        Span("   F  Folder: [ "), Span(Canvas.fill(window.text, to: room - 4), .field), Span(" ]"))
      body.placeCursor(column: 16 + window.cursorColumn)
    }
    body.gap()
    body.wrap("File names carry no patient name. Files can be read by this account only.")
    body.wrap("If writing fails the consultation stays saved as it is.")
    body.gap()
    for path in page.written { body.wrap("Written: " + path, indent: 1, hanging: 10) }
    if body.cursor == .nowhere {
      body.add(Span(" Enter writes what is marked."))
      body.placeCursor(column: 1)
    }
    frame.body = body
    frame.foot = foot(
      page.isEditingFolder
        ? keyLine(.folder) : keyLine(.export, lead: "1-\(session.sheets.count) What"),
      width)
    return frame
  }
}

extension SummarySheet {
  var words: String {
    switch self {
    case .recordPDF: "Summary for the chart, PDF, A4"
    case .patientPDF: "Sheet for the patient, PDF, A4"
    case .recordText: "Summary for the chart, plain text"
    case .skinTestPDF: "Skin tests: plan and reading form, PDF, A4"
    }
  }
}
