import ClinicalModel
import ProtocolChecks
import Screening

/// What two packs say otherwise, as JSON.
///
///     {"a": {"id": "mesotherapy", …}, "b": {…}, "wording": […],
///      "changes": [{"rule": "filler-28-days", "kind": "changed",
///        "definition": [{"part": "when", "before": "…", "after": "…"}],
///        "combinations": [{"answers": {"filler-date": "2026-11-03"},
///          "before": "nothing", "after": "defer until 2026-12-01",
///          "together-before": "proceed", "together-after": "defer"}],
///        "more": 0, "extent": "exhausted"}]}
struct DiffDocument: Encodable {
  private struct Pack: Encodable {
    let id: String
    let version: String
    let digest: String

    init(_ pack: CompiledPack) {
      id = pack.id
      version = pack.version
      digest = pack.digest
    }
  }

  private struct Definition: Encodable {
    let part: String
    let before: String
    let after: String
  }

  private struct Combination: Encodable {
    let answers: [String: AnswerDocument]
    let before: String
    let after: String
    let togetherBefore: Severity
    let togetherAfter: Severity

    enum CodingKeys: String, CodingKey {
      case answers, before, after
      case togetherBefore = "together-before"
      case togetherAfter = "together-after"
    }

    init(_ combination: ChangedCombination) {
      let words = DiffWords(interviewDate: combination.patient.interviewDate)
      answers = Dictionary(
        combination.patient.answers.map {
          ($0.question.rawValue, AnswerDocument(answer: $0.answer))
        }, uniquingKeysWith: { first, _ in first })
      before = words.words(combination.before)
      after = words.words(combination.after)
      togetherBefore = combination.together.before
      togetherAfter = combination.together.after
    }
  }

  private struct Subject: Encodable {
    let subject: SubjectDiff

    private enum Key: String, CodingKey {
      case rule, question, emergency, kind, definition, combinations, more, extent, patients
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      switch subject.subject {
      case .rule(let id): try container.encode(id, forKey: .rule)
      case .question(let id): try container.encode(id, forKey: .question)
      case .emergency(let id): try container.encode(id, forKey: .emergency)
      }
      try container.encode(subject.kind.rawValue, forKey: .kind)
      try container.encode(
        subject.definition.map {
          Definition(part: $0.part, before: $0.before, after: $0.after)
        }, forKey: .definition)
      try container.encode(subject.combinations.map(Combination.init), forKey: .combinations)
      try container.encode(subject.moreCount, forKey: .more)
      try container.encode(subject.extent, forKey: .extent)
      try container.encode(subject.patientCount, forKey: .patients)
    }
  }

  private struct Wording: Encodable {
    let subject: String
    let parts: [String]
  }

  private struct Row: Encodable {
    let table: String
    let row: [String]
    let kind: String
    let parts: [Definition]
  }

  private let a: Pack
  private let b: Pack
  private let changes: [Subject]
  private let tables: [Row]
  private let wording: [Wording]

  init(_ diff: PackDiff, from old: CompiledPack, to new: CompiledPack) {
    a = Pack(old)
    b = Pack(new)
    changes = diff.subjects.map(Subject.init)
    tables = diff.tables.map { change in
      Row(
        table: change.table, row: change.row, kind: change.kind.rawValue,
        parts: change.parts.map {
          Definition(part: $0.part, before: $0.before, after: $0.after)
        })
    }
    wording = diff.wording.map { Wording(subject: $0.subject, parts: $0.parts) }
  }
}
