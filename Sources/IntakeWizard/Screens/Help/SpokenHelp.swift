import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// Help by lines.

extension AnySurroundings {
  /// Why the question is asked, what follows from it, and what can be typed.
  var spokenHelp: [String] {
    var lines: [String] = []
    if let session = openConsultation, let question = currentQuestion.flatMap(session.pack.question)
    {
      lines += questionLines(question, session)
    } else if let open = pageFacts.group.flatMap({ openConsultation?.openGroup($0) }) {
      lines.append("N is recorded as one answer to these words and counts as no for each.")
      lines += open.members.map { "\($0.ask) \($0.why)" }
    } else {
      lines.append(LinearWords.sentence(setting.pack.intendedUse))
    }
    return lines + Self.typedHelp
  }

  private func questionLines(_ question: Question, _ session: Session) -> [String] {
    var lines = ["Ask it like this: \(question.ask)"]
    if !question.help.isEmpty { lines.append("For staff: \(question.help)") }
    if !question.why.isEmpty { lines.append("Why we ask: \(question.why)") }
    switch question.onUnknown {
    case .noFinding: lines.append("Not sure raises no finding by itself.")
    case .finding(let severity): lines.append("Not sure counts as not clear: \(severity.word).")
    }
    lines += question.cite.map { "Source \($0): \(session.pack.source($0)?.title ?? "")" }
    lines += session.pack.rules.filter { $0.when.questions.contains(question.id) }.map {
      "\($0.severity.word) can follow from it: \($0.title), rule \($0.id)."
    }
    return lines
  }

  private static var typedHelp: [String] {
    [
      "What can be typed, each with Enter:",
      "the letter or number of a line answers; an empty line never does;",
      "several numbers with blanks between mark several lines; 0 is none of these;",
      "a date as people write it is read back in words, and Y records it;",
      "? this help; < back; > next; - clears the answer; . says the page again;",
      "g findings; r review; c note; f and a word finds a question; q leaves;",
      "x every action, and then its letter, such as xs where no words are typed;",
      "!1 the first emergency screen, at any place;",
      "where words are typed, a single letter is still a key: \"u\" in quotes is the word.",
    ]
  }
}
