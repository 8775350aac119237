import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

// What surrounds every page of an open consultation: banner and save state,
// sections, findings, keys.

extension AnySurroundings {
  /// The banner: who the patient is and whether everything is saved.
  func banner(_ session: Session, width: Int) -> [Span] {
    let patient = Self.patientLine(
      session.answers, on: session.day)
    let saved: String
    var style = Style.banner
    switch session.saving {
    case .done:
      let number = session.consultation.entryCount
      let time = setting.localTime.time(of: session.consultation.lastSavedAt)
      saved = session.isSigned ? "signed  saved #\(number) \(time)" : "saved #\(number) \(time)"
    case .underWay: saved = "saving"
    case .failed:
      saved = "XXX NOT SAVED (\(session.unsaved.count))"
      style = .exclude
    }
    let line = Canvas.justified(useMark + " " + patient, saved, width: width)
    let split = line.count - saved.count - 1
    return [
      Span(String(line.prefix(max(0, split))), .banner),
      Span(String(line.dropFirst(max(0, split))), style),
    ]
  }

  /// What the first row of every screen begins with where no patient is real.
  var useMark: String { setting.use == .training ? " TRAINING " : "" }

  /// The program and the clinic, on screens without a patient.
  var clinicLine: String { useMark + " Mesoscreen  \(setting.clinic)" }

  /// Name and date of birth with age, as far as they are known.
  static func patientLine(_ answers: Answers, on day: CalendarDate) -> String {
    var name = "Name not recorded yet"
    if case .known(.text(let text)) = answers["patient-full-name"] { name = text }
    var born = ""
    if case .known(.date(let date)) = answers[.dateOfBirth] {
      let age = day.completedYears(since: min(date.latest, day))
      born = "  b. \(date.spelled) (\(date.isExact ? "" : "about ")\(age))"
    }
    // A name that does not fit says so: two long names must not look alike.
    let shown = TextWidth.columns(of: name) > 34 ? Canvas.cut(name, to: 31) + "..." : name
    return shown + born
  }

  /// A page inside a section: banner, sections and a rule above its body.
  func sectionFrame(_ session: Session, _ section: Section.ID?, _ body: Canvas) -> Frame {
    var frame = Frame(body: body)
    frame.head = [banner(session, width: body.width)]
    if let section {
      frame.head.append(sectionStrip(session, current: section, width: body.width))
    }
    frame.head.append([Span(String(repeating: "─", count: body.width))])
    frame.outerHead = frame.head.count
    return frame
  }

  /// Findings and keys below such a page, and above them what is to be said.
  func closeFrame(
    _ frame: inout Frame, _ session: Session, isLow: Bool, keys: String,
    otherwise: [[Span]] = []
  ) {
    let width = frame.body.width
    frame.foot = findingsStrip(session, width: width, rows: isLow ? 0 : 2)
    frame.outerFoot = frame.foot.count + 1
    frame.foot.insert(contentsOf: notice == .none ? otherwise : [noticeLine("")], at: 0)
    frame.keys = keys
    frame.foot.append([Span(Canvas.keys(keys, width: width), .banner)])
  }

  /// The counts and the two heaviest findings.
  func findingsStrip(_ session: Session, width: Int, rows: Int) -> [[Span]] {
    let counts = session.report.counts.words
    let title = "─ Findings: \(counts) "
    let end = title.count + 8 <= width ? " G opens" : ""
    let fill = max(0, width - title.count - end.count)
    var lines: [[Span]] = [[Span(title + String(repeating: "─", count: fill) + end)]]
    for line in session.lines.prefix(rows) { lines += Self.rows(of: line, width: width) }
    lines = Array(lines.prefix(rows + 1))
    while lines.count <= rows { lines.append([]) }
    return lines
  }
}

extension Answer {
  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}

extension Finding {
  var shownStyle: Style {
    switch severity {
    case .doNotTreat: .exclude
    case .defer: .deferral
    case .caution: .caution
    case .proceedAfterPatchTest: .patchTest
    case .proceed: .normal
    }
  }
}
