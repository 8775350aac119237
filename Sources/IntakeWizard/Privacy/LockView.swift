import ClinicalModel
import Consultation
import Terminal
import TextLayout

extension Wizard {
  /// The whole screen while it is locked, at any size.
  func lockGrid(_ page: LockPage, _ size: GridSize) -> Grid {
    var frame = Frame(body: Canvas(width: Frame.width(size)))
    let width = frame.body.width
    switch page.over {
    case .emergency(let id, let scroll):
      frame.head = [[Span(Canvas.fill(useMark + " Mesoscreen", to: width), .banner)]]
      drawEmergency(id, &frame.body)
      frame.follow = .scroll
      frame.scroll = scroll
    case .menu: lockMenu(page, &frame.body)
    case .leave: lockLeave(page, &frame.body)
    case .nothing: lockBody(page, size, &frame.body)
    }
    let local = setting.localTime
    let clock = "\(local.date(of: now).spelled) \(local.time(of: now).prefix(5))"
    let place = [setting.use == .training ? "" : setting.clinic, clock].filter { !$0.isEmpty }
      .joined(separator: "  ")
    var left = useMark + " Mesoscreen"
    if case .emergency = page.over { left = " R Return to the lock" }
    frame.foot = [
      [Span(String(repeating: "─", count: width))],
      [Span(Canvas.justified(left, place, width: width), .banner)],
    ]
    if size.rows < 8 { frame.foot = [] }
    return frame.grid(size)
  }

  private func lockBody(_ page: LockPage, _ size: GridSize, _ body: inout Canvas) {
    let width = body.width
    func centred(_ text: String, _ style: Style = .normal) {
      for line in TextWrap.lines(text, width: max(8, width - 2)) {
        let margin = max(0, (width - TextWidth.columns(of: line)) / 2)
        body.add(Span(String(repeating: " ", count: margin)), Span(line, style))
      }
    }
    // In a small window the field and what was said of it come before all else.
    let isSmall = size.rows < Self.smallest.rows
    let room = isSmall ? 0 : max(0, (size.rows - 18) / 2)
    for _ in 0..<room { body.gap() }
    centred("Screen locked", .strong)
    if !isSmall { body.gap() }
    if !isSmall || page.words.isEmpty {
      for (words, style) in lockedWords(page) { centred(words, style) }
    }
    if !isSmall { body.gap() }
    switch page.step {
    case .unprotected: centred("Press Enter to return", .strong)
    case .choosing(let mark):
      centred("Who is there?", .strong)
      for (line, member) in roster.members.enumerated() {
        let here = mark.marks(line)
        let margin = String(repeating: " ", count: max(0, width / 2 - 14))
        body.add(
          Span("\(margin)\(here ? ">" : " ") \(line < 9 ? "\(line + 1)" : " ")  "),
          Span(member.name, here ? .focus : .normal))
        if here || line == 0 { body.placeCursor(column: margin.count) }
      }
    case .passphrase(let member, let field):
      let shown = String(repeating: "•", count: field.text.count)
      let label = "PIN or passphrase of \(member.name): "
      let margin = max(0, (width - TextWidth.columns(of: label) - 12) / 2)
      let space = max(1, width - margin - TextWidth.columns(of: label) - 3)
      let dots = String(shown.suffix(space - 1))
      body.add(
        Span(String(repeating: " ", count: margin) + label),
        Span(Canvas.fill(dots, to: min(space, max(12, dots.count + 1))), .field))
      body.placeCursor(column: margin + TextWidth.columns(of: label) + dots.count)
    }
    if !page.words.isEmpty {
      if !isSmall { body.gap() }
      centred(page.words, .strong)
    }
    if !isSmall {
      body.gap()
      for words in lockHints(page) { centred(words) }
    }
    if case .unprotected = page.step { body.placeCursor(column: 0) }
  }

  /// When and by whom, and whether all is saved.
  func lockedWords(_ page: LockPage) -> [(String, Style)] {
    let time = setting.localTime.time(of: page.since)
    let by = page.holder.name.isEmpty ? "" : " by \(page.holder.name)"
    let of = page.holder.name.isEmpty ? "" : " (\(page.holder.name))"
    let locked =
      switch page.cause {
      case .started: "Mesoscreen was started \(time)."
      case .asked, .switching: "Locked \(time)\(by)."
      case .idle: "Locked \(time), as nobody pressed a key\(of)."
      case .suspended: "Locked \(time), as the program was stopped\(of)."
      }
    guard let unsaved else { return [("\(locked) All work is saved.", .normal)] }
    return [
      (locked, .normal),
      ("NOT SAVED: \(unsaved.events.count) entries. They are kept here; unlock to save.", .exclude),
    ]
  }

  /// What else can be done here.
  func lockHints(_ page: LockPage) -> [String] {
    var hints: [String]
    switch page.step {
    case .unprotected:
      hints = ["No PIN is set, so anybody can return. Ctrl-X * sets your PIN."]
    case .choosing: hints = ["Press the number before your name."]
    case .passphrase:
      hints = ["Other user? Press Enter on an empty line to switch."]
      if isOpen { hints.append("The consultation waits where it is.") }
      hints.append(
        "PIN forgotten? The command: mesoscreen staff remove NAME. Records stay.")
    }
    if !emergencies.isEmpty { hints.append("Emergency: Ctrl-X, then its number.") }
    return hints
  }

  private func lockMenu(_ page: LockPage, _ body: inout Canvas) {
    body.add(Span(" Screen locked. Press a key:", .strong))
    body.gap()
    for (index, emergency) in emergencies.prefix(9).enumerated() {
      body.add(Span("   \(index + 1)  \(emergency.title)"))
      if index == 0 { body.placeCursor(column: 3) }
    }
    body.gap()
    if !roster.members.isEmpty { body.add(Span("   @  Other user")) }
    body.add(Span("   T  Lines or screen"))
    body.add(Span("   Q  Leave the program"))
    body.add(Span(" Esc  Back to the lock"))
    if !page.words.isEmpty { body.wrap(page.words, style: .strong) }
  }

  private func lockLeave(_ page: LockPage, _ body: inout Canvas) {
    body.add(Span(" Leave the program?", .strong))
    body.gap()
    body.add(Span("   S  Leave; every consultation can be resumed"))
    body.add(Span("   R  Back to the lock"))
    if !page.words.isEmpty { body.wrap(page.words, style: .strong) }
    body.placeCursor(column: 3)
  }
}
