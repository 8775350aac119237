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
      frame.foot = foot(keyLine(.help), width)
    case .findings(let selected, _):
      findingsBody(selected, &body)
      frame.foot = foot(keyLine(.findings), width)
    case .jump(let field, let mark):
      jumpBody(field, mark, &body)
      frame.foot = foot(keyLine(.find, lead: "Type to narrow"), width)
    case .note(let field):
      noteBody(field, &body)
      frame.foot = foot(keyLine(.note), width)
    case .paste(let paste):
      pasteBody(paste, &body)
      frame.foot = foot(keyLine(.paste), width)
    case .actions(let mark):
      frame.foot = foot(actionsKeys, width)
      actionsBody(rows: size.rows - frame.head.count - frame.foot.count, mark, &body)
      // Where the menu fills the window its rule and the empty line give way.
      if body.lines.count > size.rows - frame.head.count - frame.foot.count, notice == .none {
        frame.foot.removeFirst(2)
      }
    case .parts:
      partsBody(&body)
      frame.foot = foot(keyLine(.parts), width)
    case .leave:
      leaveBody(&body)
      frame.foot = foot(leaveKeyLine, width)
    case .passphrase(let form):
      passphraseBody(form, &body)
      frame.foot = foot(keyLine(.passphrase), width)
    case .people:
      peopleBody(&body)
      frame.foot = foot(keyLine(.people), width)
    case .emergencies:
      emergencyList(&body)
      frame.foot = foot(keyLine(.emergencies), width)
    case .emergency(let id, let scroll):
      emergencyBody(id, &body)
      // What to do first stands on top, however low the window is.
      frame.follow = .scroll
      frame.scroll = scroll
      frame.foot = foot(keyLine(.emergency), width)
    case .about(let scroll):
      aboutBody(&body)
      frame.follow = .scroll
      frame.scroll = scroll
      frame.foot = foot(keyLine(.help), width)
    }
    frame.body = body
    return frame
  }

  /// Whether the consultation's pack asks for skin tests at all.
  var hasSkinTests: Bool {
    if case .open(let session) = desk { session.skinTestQuestion != nil } else { false }
  }

  private var leaveKeyLine: String {
    guard case .open(let session) = desk, case .failed = session.saving else {
      return keyLine(.leave)
    }
    return keyLine(.leave, lead: "X Leave without them", without: ["S"])
  }

  private func leaveBody(_ body: inout Canvas) {
    body.gap()
    guard case .open(let session) = desk, case .failed(let why) = session.saving else {
      body.add(Span(" Leave? All is saved.", .strong))
      body.gap()
      body.add(
        Span("   \(shownKey("s"))  Leave; the consultation can be resumed from the home screen"))
      body.add(Span("   \(shownKey("r"))  Return"))
      body.placeCursor(column: 3)
      return
    }
    body.add(Span(" NOT SAVED: \(session.unsaved.count) entries", .exclude))
    body.wrap(why)
    body.gap()
    body.add(Span("   \(shownKey("r"))  Return, then Ctrl-X A tries again to save"))
    body.add(Span("   \(shownKey("x"))  Leave without them; everything before them stays saved"))
  }

  private func emergencyList(_ body: inout Canvas) {
    body.add(Span(" Emergency screens", .strong))
    body.gap()
    for (index, emergency) in emergencies.enumerated() {
      body.add(Span("   \(index + 1)  \(emergency.title)"))
    }
  }

  func emergencyBody(_ id: Emergency.ID, _ body: inout Canvas) {
    guard let emergency = emergencies.first(where: { $0.id == id }) else { return }
    body.add(Span(Canvas.fill("  EMERGENCY: \(emergency.title)", to: body.width), .exclude))
    emergencyNumber(&body)
    for step in emergency.steps { body.wrap(step, indent: 2, hanging: 2, style: .strong) }
    body.gap()
    let sources = emergency.cite.map(\.rawValue).joined(separator: ", ")
    if !sources.isEmpty { body.add(Span("  Source: \(sources)")) }
  }
}
