package import ClinicalModel

/// Something that must hold for every patient.
package enum Proof: String, CaseIterable, Codable, Sendable {
  /// A silent rule is not made to speak by an answer that was missing.
  case unknownSafety = "unknown-safety"
  /// A missing answer that weighs by itself is announced.
  case unknownFinding = "unknown-finding"
  /// Nothing gets worse than the report said it could.
  case intervalSoundness = "interval-soundness"
  /// An answer that does not apply changes nothing, and a question whose gate
  /// is unknown is offered.
  case skipSafety = "skip-safety"
  /// Waiting never brings up a dated deferral, and ends it on its day.
  case waiting
  /// The same answers give the same report.
  case determinism
  /// An answer of more risk never leads to a milder outcome.
  case monotonicity
  /// A row of a table weighs what it says for a patient who meets it.
  case tableRows = "table-rows"
  /// With a clinic's overlay nothing is milder or earlier than without it.
  case overlay
}

/// A patient made up to show something.
package struct ProofPatient: Hashable, Sendable {
  /// The day of the interview.
  package let interviewDate: CalendarDate
  /// What was asked, in the order of the checklist.
  package let answers: [Because]

  /// The patient in one line, as an answers file would say it.
  package var words: String {
    let said = answers.map { "\($0.question) = \($0.answer.words)" }
    return "interview \(interviewDate): "
      + (said.isEmpty ? "nothing answered" : said.joined(separator: ", "))
  }
}

/// A patient for whom a proof does not hold: the one with the fewest answers.
package struct ProofViolation: Hashable, Sendable {
  /// What does not hold.
  package let proof: Proof
  /// The rules it was looked for in; all of the pack's for a whole
  /// consultation.
  package let rules: [Rule.ID]
  /// The patient.
  package let patient: ProofPatient
  /// What is said of the patient and should not be.
  package let words: String
}

/// How thoroughly something was tried.
package enum Extent: String, Codable, Sendable {
  /// Every combination of the answers worth trying.
  case exhausted
  /// Too many combinations: every pair of answers at least once.
  case pairwise
}

extension Answer {
  var words: String { asWritten }

  /// The answer as an answers file writes it.
  package var asWritten: String {
    switch self {
    case .unknown(let reason): reason.rawValue
    case .known(.choice(let option)): option.rawValue
    case .known(.choices(let options)):
      "[\(options.map(\.rawValue).joined(separator: ", "))]"
    case .known(.text(let text)): text
    case .known(.number(let number)): "\(number)"
    case .known(.date(let date)): "\(date)"
    case .known(.never): "no"
    case .known(.current): "current"
    case .known(.entries(let entries)):
      "[\(entries.map(\.words).joined(separator: ", "))]"
    }
  }
}

extension Answers {
  /// One entry as an answers file writes it.
  fileprivate var words: String {
    "{\(asked.map { "\($0): \(self[$0].words)" }.joined(separator: ", "))}"
  }
}

extension ProofPatient {
  /// The answers that differ from "not asked", in the order of the questions.
  init(_ answers: Answers, of questions: [Question], on interviewDate: CalendarDate) {
    self.interviewDate = interviewDate
    self.answers = questions.compactMap { question in
      let answer = answers[question.id]
      return answer == .unknown(.notAsked)
        ? nil : Because(question: question.id, answer: answer)
    }
  }
}
