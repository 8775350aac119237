import ClinicalModel
import Consultation
import Terminal

@testable import IntakeWizard

/// What a patient says to a question, whichever way it is put in.
indirect enum Said: Hashable, Sendable {
  case no, yes, unsure, declined
  /// The option at a place, counted from 1, none left out.
  case line(Int)
  case lines([Int])
  /// None of a list, or nothing to write.
  case none
  case text(String)
  /// A day as a person writes it, and as a file does.
  case date(String, iso: String)
  case entries([SaidEntry])
}

/// An entry of a list: its name, then fields in the order they are asked.
struct SaidEntry: Hashable, Sendable {
  let name: String
  /// Whether no table knows the name.
  var isFreeText = false
  var fields: [Question.ID: Said] = [:]
}

extension Said {
  /// The keys of a full screen.
  func keys(_ question: Question) -> String {
    switch self {
    case .no: "n"
    case .yes: "y"
    case .unsure: isTyped(question) ? "<ctrl-x>u" : "u"
    case .declined: isTyped(question) ? "<ctrl-x>d" : "d"
    case .line(let line): question.isPlural ? "\(line)<enter>" : "\(line)"
    case .lines(let lines): lines.map(String.init).joined() + "<enter>"
    case .none: "0<enter>"
    case .text(let text): text + "<enter>"
    case .date(let date, _):
      // With a key of its own the field opens first.
      question.opensDate.map { "\($0)\(date)<enter>" } ?? "\(date)<enter>"
    case .entries: ""
    }
  }

  /// The typed lines.
  func typedLines(_ question: Question) -> [String] {
    switch self {
    case .no: ["n"]
    case .yes: ["y"]
    case .unsure: ["u"]
    case .declined: ["d"]
    case .line(let line): ["\(line)"]
    case .lines(let lines): [lines.map(String.init).joined(separator: " ")]
    case .none: ["0"]
    case .text(let text): [text]
    case .date(let date, _): [date, "y"]
    case .entries: []
    }
  }

  /// How a file of answers says it.
  func json(_ question: Question) -> String {
    let plain = question.options.filter { $0.id != Option.none }
    return switch self {
    case .no: "\"no\""
    case .yes: "\"yes\""
    case .unsure: "\"unsure\""
    case .declined: "\"declined\""
    case .line(let line):
      question.isPlural
        ? "[\"\(plain[line - 1].id)\"]" : "\"\(question.options[line - 1].id)\""
    case .lines(let lines):
      "[" + lines.map { "\"\(plain[$0 - 1].id)\"" }.joined(separator: ",") + "]"
    case .none: question.isPlural ? "[\"none\"]" : "\"none\""
    case .text(let text):
      if case .number = question.kind { text } else { "\"\(text)\"" }
    case .date(_, let iso): "\"\(iso)\""
    case .entries(let entries):
      "[" + entries.map { $0.json(question) }.joined(separator: ",") + "]"
    }
  }

  private func isTyped(_ question: Question) -> Bool {
    switch question.kind {
    case .text, .number: true
    case .date(_, let orNever, let orCurrent):
      !orNever && !orCurrent && !question.answeredByStaff
    case .single, .multiple, .list, .name, .names: false
    }
  }
}

extension SaidEntry {
  func json(_ list: Question) -> String {
    let name = list.fields[0]
    let parts =
      ["\"\(name.id)\":\"\(self.name)\""]
      + list.fields.compactMap { field in
        fields[field.id].map { "\"\(field.id)\":\($0.fieldJSON(field))" }
      }
    return "{" + parts.joined(separator: ",") + "}"
  }
}

extension Said {
  /// In a field of an entry not sure may be an option of its own.
  func fieldJSON(_ field: Question) -> String {
    guard self == .unsure, field.option("unknown") != nil else { return json(field) }
    return "\"unknown\""
  }
}

extension Question {
  var isPlural: Bool { kind == .multiple }

  /// The key that opens the field of a date that has keys too.
  var opensDate: Character? {
    let page = QuestionScreen(self, draft: "", answer: .unknown(.notAsked), today: .bench)
    guard case .choice = page.input else { return nil }
    return page.choices.first { $0.outcome == .openField }?.key
  }
}
