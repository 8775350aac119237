import ClinicalModel
import Consultation
import Screening
import Terminal

extension Wizard {
  func overlayFrame(_ overlay: Overlay, _ size: GridSize, _ width: Int) -> Frame {
    var frame = Frame(body: Canvas(width: width))
    if case .open(let session) = desk {
      frame.head = [banner(session, width: width)]
    } else {
      frame.head = [[Span(Canvas.fill(clinicLine, to: width), .banner)]]
    }
    var body = Canvas(width: width)
    switch overlay {
    case .help(let scroll):
      helpBody(&body)
      frame.scroll = scroll
      frame.follow = .scroll
      frame.foot = foot("Up/Down PgUp/PgDn Scroll  Esc Close", width)
    case .findings(let selected, _):
      findingsBody(selected, &body)
      frame.foot = foot("Up/Down Move  Enter Go to the answer  G or Esc Close", width)
    case .jump(let field, let mark):
      jumpBody(field, mark, &body)
      frame.foot = foot("Type to narrow  Up/Down Mark  Enter Go there  Esc Close", width)
    case .note(let field):
      noteBody(field, &body)
      frame.foot = foot("Enter Keep the note  ^U Clear  Esc Close without keeping", width)
    case .paste(let paste):
      pasteBody(paste, &body)
      frame.foot = foot("1 Keep as list  2 Join with spaces  3 Cancel  Esc Cancel", width)
    case .actions:
      actionsBody(rows: size.rows, &body)
      frame.foot = foot(actionsKeys, width)
      // With its sentences the menu fills a screen of 24 rows but for the keys.
      if size.rows < KeyMap.bindings.count + 3 { frame.foot.removeFirst(2) }
    case .parts:
      partsBody(&body)
      frame.foot = foot("1-4 Choose  Esc Close", width)
    case .leave:
      leaveBody(&body)
      frame.foot = foot("S Save and leave  R Return", width)
    case .emergencies:
      emergencyList(&body)
      frame.foot = foot("1-9 Open  Esc Close", width)
    case .emergency(let id, let scroll):
      emergencyBody(id, &body)
      // What to do first stands on top, however low the window is.
      frame.follow = .scroll
      frame.scroll = scroll
      frame.foot = foot("R Return to the record", width)
    }
    frame.body = body
    return frame
  }

  private var actionsKeys: String {
    let last = min(9, emergencies.count)
    let digits = last == 0 ? "" : "\(last == 1 ? "1" : "1-\(last)") Emergency screen  "
    return "Actions: press a letter  \(digits)Esc Close"
  }

  /// Every action with its letter; in two columns where the window is low.
  private func actionsBody(rows: Int, _ body: inout Canvas) {
    let actions = KeyMap.bindings.filter { binding in
      binding.command != .actions && (binding.command != .skinTests || hasSkinTests)
    }
    // The banner and the key line take a row each.
    let isLow = rows < actions.count + 2
    let lines = actions.map { binding in
      let letter = String(binding.letter).uppercased()
      return isLow
        ? Canvas.fill("   \(letter)  \(binding.words)", to: body.width / 2)
        : "   \(letter)  \(Canvas.fill(binding.words, to: 18)) \(binding.sentence)"
    }
    if !isLow {
      for line in lines { body.add(Span(line)) }
    } else {
      let half = (lines.count + 1) / 2
      for row in 0..<half {
        body.add(Span(lines[row] + (row + half < lines.count ? lines[row + half] : "")))
      }
    }
  }

  /// Whether the consultation's pack asks for skin tests at all.
  var hasSkinTests: Bool {
    if case .open(let session) = desk { session.skinTestQuestion != nil } else { false }
  }

  private func leaveBody(_ body: inout Canvas) {
    body.gap()
    guard case .open(let session) = desk, case .failed(let why) = session.saving else {
      body.add(Span(" Leave? All is saved.", .strong))
      body.gap()
      body.add(Span("   S  Leave; the consultation can be resumed from the home screen"))
      body.add(Span("   R  Return"))
      body.placeCursor(column: 3)
      return
    }
    body.add(Span(" NOT SAVED: \(session.unsaved.count) entries", .exclude))
    body.wrap(why)
    body.gap()
    body.add(Span("   R  Return, then Ctrl-X A tries again to save"))
    body.add(Span("   X  Leave without them; everything before them stays saved"))
  }

  private func emergencyList(_ body: inout Canvas) {
    body.add(Span(" Emergency screens", .strong))
    body.gap()
    for (index, emergency) in emergencies.enumerated() {
      body.add(Span("   \(index + 1)  \(emergency.title)"))
    }
  }

  private func emergencyBody(_ id: Emergency.ID, _ body: inout Canvas) {
    guard let emergency = emergencies.first(where: { $0.id == id }) else { return }
    body.add(Span(Canvas.fill("  " + emergency.title, to: body.width), .exclude))
    emergencyNumber(&body)
    for step in emergency.steps { body.wrap(step, indent: 2, hanging: 2, style: .strong) }
    body.gap()
    let sources = emergency.cite.map(\.rawValue).joined(separator: ", ")
    if !sources.isEmpty { body.add(Span("  Source: \(sources)")) }
  }
}
