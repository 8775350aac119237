import ClinicalModel
import Consultation
import Screening
import Terminal

extension Wizard {
  func homeFrame(_ width: Int) -> Frame {
    var frame = Frame(body: Canvas(width: width))
    let local = setting.localTime
    let person = user.name.isEmpty ? "" : Canvas.cut(user.name, to: 24) + "  "
    let clock = person + "\(local.date(of: now).spelled) \(local.time(of: now).prefix(5))"
    frame.head = [
      [
        Span(
          Canvas.justified(clinicLine, clock, width: width), .banner)
      ],
      [Span(String(repeating: "─", count: width))],
    ]
    let pack = "pack \(setting.pack.id) \(setting.pack.version)"
    var body = Canvas(width: width)
    let drafts = home.rows.count { $0.condition == .draft }
    body.ends(" Open consultations (\(drafts))", pack, style: .strong)
    body.gap()
    homeRows(&body)
    body.gap()
    body.add(Span("   \(shownKey("n"))  New consultation"))
    body.add(Span("   \(shownKey("r"))  Returning patient: new consultation"))
    if readsSkinTests {
      body.add(Span("   \(shownKey("w"))  Skin tests to read (\(readingsDue.count) due today)"))
    }
    body.add(Span("   \(shownKey("m"))  My part: \(part.words)"))
    body.add(
      Span(
        "   \(shownKey("t"))  "
          + (setting.use == .training
            ? "Back to the clinic's records" : "Training with made-up patients")))
    body.add(Span("   \(shownKey("q"))  Quit"))
    if case .nothing = home.mark { body.placeCursor(column: 1) }
    body.gap()
    body.wrap(setting.pack.intendedUse, indent: 1)
    body.wrap(setting.pack.approval, indent: 1)
    frame.body = body
    let saved = home.loading == .underWay ? "Reading the records." : "Everything is saved."
    frame.foot = foot(
      keyLine(.home, without: readsSkinTests ? [] : ["W"]), width,
      otherwise: saved)
    return frame
  }

  /// Whether there can be skin tests to read: the pack asks for them, or an
  /// earlier one did.
  private var readsSkinTests: Bool {
    setting.pack.question(ListSubject.skinTests.question) != nil || !readings.isEmpty
  }

  private func homeRows(_ body: inout Canvas) {
    if case .failed(let words) = home.loading {
      body.wrap(words, indent: 3, style: .strong)
      return
    }
    if home.rows.isEmpty { body.add(Span("   No consultation is open. N begins one.")) }
    let openable = openableRows
    for row in home.rows {
      if case .damaged(let why) = row.condition {
        body.wrap("\(row.id.rawValue.prefix(8))  \(why)", indent: 6, style: .strong)
        continue
      }
      let place = openable.firstIndex { $0.id == row.id } ?? 0
      let marked = home.mark.marks(place)
      let number = place < 9 ? "\(place + 1)" : " "
      let line =
        " \(marked ? ">" : " ") \(number)  " + Canvas.fill(row.patient, to: 38)
        + "  " + Canvas.fill(row.stage, to: 18) + "  " + row.saved
      body.add(Span(line, marked ? .focus : .normal))
      if marked { body.placeCursor(column: 1) }
    }
  }
}
