import ClinicalModel
import Consultation
import Screening
import Terminal

extension HomeScreen {
  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    let width = Frame.width(size)
    var frame = Frame(body: Canvas(width: width))
    let local = around.setting.localTime
    let name = around.user.name
    let person = name.isEmpty ? "" : Canvas.cut(name, to: 24) + "  "
    let clock =
      person + "\(local.date(of: around.now).spelled) \(local.time(of: around.now).prefix(5))"
    frame.head = [
      [Span(Canvas.justified(around.clinicLine, clock, width: width), .banner)],
      [Span(String(repeating: "─", count: width))],
    ]
    draw(around, &frame.body)
    let saved = around.home.loading == .underWay ? "Reading the records." : "Everything is saved."
    let keys = around.keyLine(
      Self.keyboards[0].table, without: around.readsSkinTests ? [] : ["W"])
    frame.foot = around.foot(keys, width, otherwise: saved)
    return frame
  }

  private func draw(_ around: Surroundings, _ body: inout Canvas) {
    let setting = around.setting
    let drafts = around.home.rows.count { $0.condition == .draft }
    body.ends(
      " Open consultations (\(drafts))", "pack \(setting.pack.id) \(setting.pack.version)",
      style: .strong)
    body.gap()
    drawRows(around, &body)
    body.gap()
    func line(_ key: Character, _ words: String) {
      body.add(Span("   \(around.shownKey(key))  \(words)"))
    }
    line("n", "New consultation")
    line("r", "Returning patient: new consultation")
    if around.readsSkinTests {
      line("w", "Skin tests to read (\(around.readingsDue.count) due today)")
    }
    line("m", "My part: \(around.part.words)")
    line(
      "t",
      setting.use == .training ? "Back to the clinic's records" : "Training with made-up patients")
    line("q", "Quit")
    if case .nothing = mark { body.placeCursor(column: 1) }
    body.gap()
    body.wrap(setting.pack.intendedUse, indent: 1)
    body.wrap(setting.pack.approval, indent: 1)
  }

  private func drawRows(_ around: Surroundings, _ body: inout Canvas) {
    if case .failed(let words) = around.home.loading {
      body.wrap(words, indent: 3, style: .strong)
      return
    }
    if around.home.rows.isEmpty { body.add(Span("   No consultation is open. N begins one.")) }
    let openable = around.openableRows
    for row in around.home.rows {
      if case .damaged(let why) = row.condition {
        body.wrap("\(row.id.rawValue.prefix(8))  \(why)", indent: 6, style: .strong)
        continue
      }
      let line = openable.firstIndex { $0.id == row.id } ?? 0
      let marked = mark.marks(line)
      let number = line < 9 ? "\(line + 1)" : " "
      let words =
        " \(marked ? ">" : " ") \(number)  " + Canvas.fill(row.patient, to: 38)
        + "  " + Canvas.fill(row.stage, to: 18) + "  " + row.saved
      body.add(Span(words, marked ? .focus : .normal))
      if marked { body.placeCursor(column: 1) }
    }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    let setting = around.setting
    let local = setting.localTime
    var page = LinearPage(place: "home", prompt: "Home, N R W M Q or a number")
    page.lines = [
      (setting.clinic.isEmpty ? "Mesoscreen. " : "Mesoscreen, \(setting.clinic). ")
        + "\(local.date(of: around.now).spelled) \(local.time(of: around.now).prefix(5)). "
        + "Pack \(setting.pack.id) \(setting.pack.version).",
      LinearWords.sentence(setting.pack.intendedUse), LinearWords.sentence(setting.pack.approval),
      "Type the letter or number of a line, then Enter. ? explains, < goes back,",
      "> goes on, x lists every action, . repeats, !1 opens an emergency screen.",
    ]
    switch around.home.loading {
    case .underWay: page.now.append("Reading the records.")
    case .failed(let words): page.now.append(words)
    case .done:
      let drafts = around.home.rows.count { $0.condition == .draft }
      page.now.append("Open consultations: \(drafts). Everything is saved.")
    }
    var number = 0
    for row in around.home.rows {
      if case .damaged(let why) = row.condition {
        page.now.append("Record \(row.id.rawValue.prefix(8)): \(why)")
        continue
      }
      number += 1
      page.now.append("\(number) \(row.patient), \(row.stage), \(row.saved)")
    }
    page.now += [
      "N New consultation", "R Returning patient: new consultation",
      "W Skin tests to read, \(around.readingsDue.count) due", "M My part: \(around.part.words)",
      setting.use == .training
        ? "T Back to the clinic's records" : "T Training with made-up patients", "Q Quit",
    ]
    return page
  }
}

extension AnySurroundings {
  /// Whether there can be skin tests to read: the pack asks for them, or an
  /// earlier one did.
  fileprivate var readsSkinTests: Bool {
    setting.pack.question(ListSubject.skinTests.question) != nil || !readings.isEmpty
  }
}
