import ClinicalModel
import Consultation
import Terminal

/// The search for a returning patient.
struct ReturningPage: Sendable {
  var field = TextField(text: "", lengthMax: 40)
  var mark: ListMark = .nothing
  var found: Found = .underWay

  /// Whether the earlier consultations have been read.
  enum Found: Hashable, Sendable {
    case underWay
    case visits([EarlierVisit])
    case failed(String)
  }

  /// The consultations whose patient's words contain what was typed.
  var matches: [EarlierVisit] {
    guard case .visits(let visits) = found else { return [] }
    let wanted = field.committed.lowercased()
    return wanted.isEmpty
      ? visits : visits.filter { $0.patient.lowercased().contains(wanted) }
  }
}

extension Wizard {
  mutating func returningKey(_ key: Key, _ page: ReturningPage) -> [Effect] {
    var page = page
    let matches = page.matches
    switch key {
    case .escape: self.page = .home
    case .up, .down:
      page.mark = page.mark.moved(by: key == .up ? -1 : 1, of: matches.count)
      self.page = .returning(page)
    case .enter:
      switch page.mark {
      case .line(let line) where matches.indices.contains(line):
        return begin(with: matches[line])
      case .nothing where matches.count == 1 && !page.field.isBlank:
        return begin(with: matches[0])
      case .line, .nothing:
        notice = .information("Type more of the name, or mark a line with Down or its number.")
      }
    case .character(let character):
      // No name holds a digit: it picks a line.
      if let number = character.wholeNumberValue {
        guard matches.indices.contains(number - 1) else { return [] }
        return begin(with: matches[number - 1])
      }
      page.field.handle(key)
      page.mark = .nothing
      self.page = .returning(page)
    default:
      if let command = KeyMap.command(for: key, in: .field), command != .back {
        return perform(command)
      }
      page.field.handle(key)
      page.mark = .nothing
      self.page = .returning(page)
    }
    return []
  }

  /// Begins a new consultation for a patient who was here before.
  mutating func begin(with visit: EarlierVisit) -> [Effect] {
    returning = .of(visit, asked: [])
    return [.flushInput, .begin]
  }

  func returningFrame(_ page: ReturningPage, _ width: Int) -> Frame {
    var frame = Frame(body: Canvas(width: width))
    frame.head = [
      [Span(Canvas.fill(clinicLine, to: width), .banner)],
      [Span(String(repeating: "─", count: width))],
    ]
    var body = Canvas(width: width)
    let window = page.field.window(width: 40)
    body.add(Span(" Returning patient, name: "), Span(Canvas.fill(window.text, to: 40), .field))
    body.placeCursor(column: 26 + window.cursorColumn)
    body.gap()
    switch page.found {
    case .underWay: body.add(Span("   Reading the records."))
    case .failed(let words): body.wrap(words, indent: 3, style: .strong)
    case .visits:
      body.add(Span(" Signed consultations, the latest of each patient", .strong))
      if page.matches.isEmpty { body.add(Span("   No signed consultation has this name.")) }
      for (index, visit) in page.matches.enumerated() {
        let here = page.mark.marks(index)
        let number = index < 9 ? "\(index + 1)" : " "
        let room = width - 22
        body.add(
          Span(here ? " > " : "   "),
          Span("\(number)  \(Canvas.fill(visit.patient, to: room))", here ? .focus : .normal),
          Span("  \(visit.day.spelled)"))
        if here { body.placeCursor(column: 1) }
      }
      body.gap()
      body.wrap(
        "A new consultation begins. Who the patient is and the last plan are read aloud and "
          + "confirmed; every no is asked again.")
    }
    frame.body = body
    frame.foot = foot(keyLine(.returning, lead: "Type to narrow"), width)
    return frame
  }
}
