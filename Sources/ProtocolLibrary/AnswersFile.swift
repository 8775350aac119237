// A file of answers, as JSON or as YAML:
//
//   {"answers": {"pregnancy-status": "no",
//                "filler-date": "2026-10",
//                "area": ["face", "neck"],
//                "planned-depth-mm": 1.5,
//                "smoking": "unsure"},
//    "interview-date": "2026-11-21",
//    "answered-on": {"pregnancy-status": "2026-11-14"}}
//
// `answered-on` is for a consultation that was begun on another day: an answer
// that speaks of now counts as not asked when it is of another day.
// `unsure`, `declined` and `not-asked` are taken for every question; `no` to a
// date that may never have happened; `current` to one that may still go on.

public import ClinicalModel

/// The day the answers were given.
public enum InterviewDate: Hashable, Sendable {
  /// The file does not say: the day the caller calls today.
  case today
  /// The file says.
  case given(CalendarDate)
}

/// The answers of one patient, checked against a pack.
public struct AnswersFile: Hashable, Sendable {
  /// The answers; a question the file does not name was not asked.
  public let answers: Answers
  /// The day they were given.
  public let interviewDate: InterviewDate
}

/// Reads a file of answers; nothing in it is guessed.
///
/// - Parameters:
///   - bytes: the file, at most 1 MiB; it is JSON when its first letter is `{`,
///     else YAML.
///   - name: what messages call the file; `-` becomes "standard input".
///   - pack: the pack whose questions were asked.
///   - today: the day that dates are judged by when the file gives none.
/// - Throws: every fault found; no message repeats an answer.
public func readAnswers(
  _ bytes: [UInt8], named name: String, for pack: ProtocolPack, today: CalendarDate
) throws(AnswersDiagnostics) -> AnswersFile {
  var faults = Faults()
  let file = name == "-" ? "standard input" : String(shown(name).dropFirst().dropLast())
  let answers = answersDocument(bytes, file, &faults).flatMap {
    AnswersReading(pack: pack, today: today).file($0, &faults)
  }
  guard let answers, faults.isUsable else {
    throw AnswersDiagnostics(diagnostics: faults.diagnostics)
  }
  return answers
}

/// The largest file of answers, 1 MiB: some thousand times what a consultation
/// needs.
private let answersBytesMax = 1 << 20

private func answersDocument(_ bytes: [UInt8], _ file: String, _ faults: inout Faults)
  -> DocumentNode?
{
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  let isJSON = bytes.prefix(answersBytesMax).first { !blanks.contains($0) } == UInt8(ascii: "{")
  guard
    let source = SourceText(
      bytes, file: file, bytesMax: answersBytesMax, tabs: isJSON ? .allowed : .refused, &faults)
  else { return nil }
  return isJSON ? jsonDocument(source, &faults) : yamlDocument(source, .discreet, &faults)
}

/// Walks the top level of the file.
private struct AnswersReading {
  let pack: ProtocolPack
  let today: CalendarDate

  func file(_ root: DocumentNode, _ faults: inout Faults) -> AnswersFile? {
    guard let entries = root.entries else {
      faults.add(
        root.place, "the file does not hold named answers", "write {\"answers\": {...}}")
      return nil
    }
    let keys = ["answers", "interview-date", "answered-on"]
    for entry in entries where !keys.contains(entry.key) {
      faults.add(
        entry.keyPlace, "beside \"answers\" and \"interview-date\" there is another key",
        didYouMean(
          entry.key, keys,
          otherwise: "move it below \"answers\" or remove it"))
    }
    let interview = root.value("interview-date").map { interviewDate($0, &faults) } ?? .today
    guard let answers = root.value("answers") else {
      faults.add(root.place, "there is no \"answers\"", "write {\"answers\": {...}}")
      return nil
    }
    let day = if case .given(let date) = interview { date } else { today }
    let days = root.value("answered-on").map { self.days($0, until: day, &faults) } ?? [:]
    let reader = AnswerReader(pack: pack, interviewDate: day)
    return AnswersFile(
      answers: reader.answers(answers, under: "answers", on: days, &faults),
      interviewDate: interview)
  }

  /// The days of answers that were given before the interview.
  private func days(
    _ node: DocumentNode, until day: CalendarDate, _ faults: inout Faults
  ) -> [Question.ID: CalendarDate] {
    guard let entries = node.entries else {
      faults.add(
        node.place, "\"answered-on\" does not hold named days",
        "write {\"question\": \"2026-11-14\"}")
      return [:]
    }
    var days: [Question.ID: CalendarDate] = [:]
    for entry in entries where !faults.isFull {
      let id = Question.ID(rawValue: entry.key)
      guard pack.question(id) != nil else {
        faults.add(
          entry.keyPlace, "the pack has no question of this name",
          didYouMean(
            entry.key, pack.questions.map(\.id.rawValue), otherwise: "name a question of the pack"))
        continue
      }
      guard let text = entry.value.scalar?.text, let given = CalendarDate(iso: text), given <= day
      else {
        faults.add(
          entry.value.place, "the day of the answer is no day up to the interview on \(day)",
          "write it like \"2026-11-14\"")
        continue
      }
      days[id] = given
    }
    return days
  }

  private func interviewDate(_ node: DocumentNode, _ faults: inout Faults) -> InterviewDate {
    if let text = node.scalar?.text, let date = CalendarDate(iso: text) { return .given(date) }
    faults.add(
      node.place, "the interview date is not a day of the calendar",
      "write it like \"2026-11-21\"")
    return .today
  }
}

extension AnswerReader {
  /// The answers of a map from question to answer, which stands under a key.
  ///
  /// - Parameter days: the days of answers that were not given on the day of the
  ///   interview.
  func answers(
    _ node: DocumentNode, under key: String, on days: [Question.ID: CalendarDate] = [:],
    _ faults: inout Faults
  ) -> Answers {
    var answers = Answers()
    guard let entries = node.entries else {
      faults.add(
        node.place, "\"\(key)\" does not hold named answers", "write {\"question\": \"answer\"}")
      return answers
    }
    let names = pack.questions.map(\.id.rawValue)
    for entry in entries where !faults.isFull {
      guard let question = pack.question(Question.ID(rawValue: entry.key)) else {
        faults.add(
          entry.keyPlace, "the pack has no question of this name",
          didYouMean(entry.key, names, otherwise: "name a question of the pack"))
        continue
      }
      guard let day = days[question.id] else {
        if let answer = answer(entry.value, to: question, &faults) {
          answers[question.id] = answer
        }
        continue
      }
      let then = AnswerReader(pack: pack, interviewDate: day)
      if let answer = then.answer(entry.value, to: question, &faults) {
        answers.record(answer, to: question.id, on: day)
      }
    }
    return answers
  }
}
