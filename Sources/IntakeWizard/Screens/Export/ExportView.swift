import ClinicalModel
import Consultation
import Summary
import Terminal

extension ExportScreen {
  func view(_ around: Around, _ size: GridSize) -> Frame {
    let session = around.session
    let width = Frame.width(size)
    var right = "UNSIGNED: marked on every page"
    if case .signed(let signature, let time) = session.consultation.signature {
      let name = Canvas.cut(signature.clinician, to: 24)
      right = "signed \(around.setting.localTime.time(of: time)) by \(name)"
    }
    var frame = around.plainFrame(session, title: "Print or export", right: right, width)
    draw(around, &frame.body)
    let table = keyboard(around).table
    let lead = field == nil ? "1-\(session.sheets.count) What" : ""
    frame.foot = around.foot(around.keyLine(table, lead: lead), width)
    return frame
  }

  private func draw(_ around: Around, _ body: inout Canvas) {
    body.add(Span(" What", .strong))
    for (index, sheet) in around.session.sheets.enumerated() {
      let box = sheets.contains(sheet) ? "[x]" : "[ ]"
      body.add(Span("   \(box) \(index + 1)  \(sheet.words)"))
    }
    body.gap()
    body.add(Span(" Where", .strong))
    if let field {
      let room = body.width - 16
      let window = field.window(width: room - 4)
      body.add(
        Span("   F  Folder: [ "), Span(Canvas.fill(window.text, to: room - 4), .field), Span(" ]"))
      body.placeCursor(column: 16 + window.cursorColumn)
    } else {
      body.wrap("\(around.shownKey("f"))  Folder: \(folder)", indent: 3, hanging: 6)
      if folder != around.setting.exportFolder { body.wrap(Self.outside, indent: 6) }
    }
    body.gap()
    body.wrap("File names carry no patient name. Files can be read by this account only.")
    body.wrap("If writing fails the consultation stays saved as it is.")
    body.gap()
    for path in written { body.wrap("Written: " + path, indent: 1, hanging: 10) }
    if body.cursor == .nowhere {
      body.add(Span(" Enter writes what is marked."))
      body.placeCursor(column: 1)
    }
  }

  private static let outside =
    "This folder is outside the program's own. Others may read it."

  func spoken(_ around: Around) -> LinearPage {
    var spoken = LinearPage(
      place: "export", section: "export", prompt: "1 2 3 mark, W writes, F folder, N next, H home")
    if case .signed(let signature, let time) = around.session.consultation.signature {
      spoken.lines.append(
        "Signed \(around.setting.localTime.time(of: time)) by "
          + LinearWords.sentence(signature.clinician))
    } else {
      spoken.lines.append("Print or export, UNSIGNED: marked on every page.")
    }
    spoken.lines.append("File names carry no patient name. Files are for this account only.")
    if field != nil {
      spoken.now = ["The folder is \(folder)."]
      spoken.prompt = "Another folder, or < to leave it"
      return spoken
    }
    for (index, sheet) in SummarySheet.allCases.enumerated() {
      let state = sheets.contains(sheet) ? "will be written" : "will not be written"
      spoken.now.append("\(index + 1) \(sheet.words): \(state)")
    }
    spoken.now += ["F Folder: \(folder)"]
    if folder != around.setting.exportFolder { spoken.now.append(Self.outside) }
    // The name alone: the folder is said above, and a path is wider than a line.
    spoken.now += written.map { "Written: \($0.split(separator: "/").last ?? "")" }
    spoken.now += ["W Write now", "N Next consultation of this patient", "H Home"]
    return spoken
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
