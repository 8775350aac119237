import ClinicalModel
import Screening

/// Changes that belong together, as JSON.
///
///     {"steps": [{"wait-until": "2026-12-05"},
///        {"question": "modality", "answer": "syringe-needle"}], "outcome": "caution"}
struct ChangeSetDocument: Encodable {
  let set: ChangeSet

  private enum Key: String, CodingKey { case steps, outcome }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(set.steps.map(ChangeDocument.init), forKey: .steps)
    try container.encode(set.outcome, forKey: .outcome)
  }
}

/// What would lower the outcome, as JSON.
struct OutcomeChangesDocument: Encodable {
  let changes: OutcomeChanges

  private enum Key: String, CodingKey {
    case ways, lasting
    case toAnswer = "to-answer"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(changes.ways.map(ChangeSetDocument.init), forKey: .ways)
    try container.encode(changes.toAnswer, forKey: .toAnswer)
    try container.encode(changes.lasting, forKey: .lasting)
  }
}

/// One change, as JSON.
private struct ChangeDocument: Encodable {
  let change: Change

  private enum Key: String, CodingKey {
    case question, answer, event
    case waitUntil = "wait-until"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch change {
    case .waitUntil(let date): try container.encode(date, forKey: .waitUntil)
    case .event(let event): try container.encode(event, forKey: .event)
    case .answer(let question): try container.encode(question, forKey: .question)
    case .change(let question, let value):
      try container.encode(question, forKey: .question)
      try container.encode(AnswerDocument(answer: .known(value)), forKey: .answer)
    }
  }
}

/// An answer in the form in which answers are given: a text, a list of options,
/// or the reserved word for an unknown.
struct AnswerDocument: Encodable {
  let answer: Answer

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch answer {
    case .known(.choice(let option)): try container.encode(option)
    case .known(.choices(let options)): try container.encode(options)
    case .known(.text(let text)): try container.encode(text)
    case .known(.number(let number)): try container.encode(number.description)
    case .known(.date(let date)): try container.encode(date.description)
    case .known(.never): try container.encode("no")
    case .known(.current): try container.encode("current")
    case .known(.entries(let entries)):
      try container.encode(
        entries.map { entry in
          Dictionary(
            uniqueKeysWithValues: entry.asked.map {
              ($0.rawValue, AnswerDocument(answer: entry[$0]))
            })
        })
    case .unknown(let reason): try container.encode(reason)
    }
  }
}
