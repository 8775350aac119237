import ClinicalModel
import Consultation
import Screening
import TextLayout

/// What the parts of a summary are written from.
struct SummaryMaterial {
  let consultation: Consultation
  let pack: CompiledPack
  let report: Report
  let localTime: LocalTime
  /// The day on which tests are placed and read.
  let today: CalendarDate
  /// The answers with their gates, so that parked answers are never printed.
  let context: AnswerContext

  init(
    consultation: Consultation, pack: CompiledPack, report: Report, localTime: LocalTime,
    today: CalendarDate
  ) {
    self.consultation = consultation
    self.pack = pack
    self.report = report
    self.localTime = localTime
    self.today = today
    context = AnswerContext(
      pack: pack, answers: consultation.datedAnswers(by: localTime),
      interviewDate: consultation.day(today: today))
  }

  /// An instant on the clinic's clock: `21 Nov 2026 14:31:07 (UTC+05:30)`.
  func moment(_ instant: Instant) -> String {
    "\(localTime.date(of: instant).spelled) \(localTime.time(of: instant))"
      + " (UTC\(localTime.offset(at: instant)))"
  }

  /// When an answer was recorded: the time, and the day when it was another
  /// day than the consultation's first.
  func asked(_ instant: Instant) -> String {
    let day = localTime.date(of: instant)
    let time = localTime.time(of: instant)
    return day == localTime.date(of: consultation.openedAt) ? time : "\(day.spelled) \(time)"
  }

  /// A question's short name, with a mark when its answer is private.
  func label(_ id: Question.ID) -> String {
    guard let question = pack.question(id) else { return Printable.line(id.rawValue) }
    return Printable.line(question.label)
      + (question.privacy == .restricted ? Self.privateMark : "")
  }

  /// What stands after the name of a private question in the clinic's record.
  static let privateMark = " (private)"

  /// The lines that are found, and those of answers that are not known; what
  /// waits for an open question stands apart.
  var lines: [FindingLine] { report.lines.filter { $0.kind != .open } }

  /// Findings of one certainty, heaviest first as the report has them.
  var established: [Finding] { report.findings.filter { $0.certainty == .established } }
  var possible: [Finding] { report.findings.filter { $0.certainty != .established } }
}

/// "1 question", "2 questions".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
