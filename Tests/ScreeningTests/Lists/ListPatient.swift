import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening
import Testing

/// A patient in whom nothing is found without lists, with these answers
/// instead; treated on 1 December 2026 after an interview on 21 November.
struct ListPatient {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  let pack: CompiledPack
  private(set) var answers: Answers

  /// - Parameter lists: answers as in a file, `"medicines": [...]`.
  init(_ lists: String) throws {
    pack = try BuiltIn.pack.get()
    // What the first example says of lists and of the plan is left to the test.
    answers = try BuiltIn.answers([
      "medicines-any": .unknown(.notAsked), "planned-ingredients": .unknown(.notAsked),
      "product-class": .known(.choices(["none-carrier"])),
      "anaesthetic-plan": .known(.choice("none")),
    ])
    let bytes = Array("{\"answers\": {\(lists)}}".utf8)
    let given = try readAnswers(bytes, named: "lists", for: pack.pack, today: BuiltIn.interviewDate)
    for id in given.answers.asked { answers[id] = given.answers[id] }
  }

  /// A patient who takes these medicines, each an entry as in a file.
  init(taking medicines: String, _ others: String = "\"allergies-any\": \"no\"") throws {
    try self.init("\"medicines-any\": \"yes\", \"medicines\": [\(medicines)], \(others)")
  }

  var context: AnswerContext {
    AnswerContext(pack: pack, answers: answers, interviewDate: BuiltIn.interviewDate)
  }

  var report: Report { screen(answers, with: pack, on: BuiltIn.interviewDate) }

  func truth(_ text: String) throws -> Truth {
    let vocabulary = QuestionVocabulary(pack.questions, tables: pack.tables)
    return context.assess(try parseCondition(text, naming: vocabulary)).truth
  }

  /// The finding of a rule; nothing where the report is silent about it.
  func finding(_ rule: Rule.ID) -> Finding? { report.findings.first { $0.rule == rule } }

  func isEstablished(_ rule: Rule.ID) -> Bool { finding(rule)?.certainty == .established }
}
