import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening
import Testing

/// The shipped pack, and the patient of the first example in whom nothing is
/// found.
enum BuiltIn {
  static let interviewDate = CalendarDate(year: 2026, month: 11, day: 21) ?? .last

  /// The digest stands for no particular bytes, so that a corrected word in the
  /// pack does not change every recorded report.
  static let pack = Result {
    CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:examples"))
  }

  /// The pack's rules and tables alone. Answers drawn at random contradict one
  /// another by the dozen, each to be weighed both ways, as no patient's do.
  static let rulesAlone = Result { () throws -> CompiledPack in
    let whole = try pack.get()
    return CompiledPack(
      ProtocolPack(
        id: whole.id, version: whole.version, digest: whole.digest, title: whole.title,
        jurisdiction: whole.jurisdiction, approval: whole.approval, intendedUse: whole.intendedUse,
        sections: whole.sections, rules: whole.rules, sources: whole.sources,
        emergencies: whole.emergencies, riskOrders: whole.riskOrders, riskSets: whole.riskSets,
        guidance: whole.guidance, clinic: whole.clinic, overlay: whole.overlay,
        tables: whole.tables, skinTests: whole.skinTests, contradictions: .nothing), from: whole)
  }

  /// The report on the first example's patient with these answers instead.
  static func report(_ changes: [Question.ID: Answer]) throws -> Report {
    screen(try answers(changes), with: try pack.get(), on: interviewDate)
  }

  /// The first example's answers with these instead.
  static func answers(_ changes: [Question.ID: Answer]) throws -> Answers {
    var answers = try Example.named("01-nothing-found").read().answers
    for (question, answer) in changes { answers[question] = answer }
    return answers
  }
}

/// One file of answers in Examples, with its recorded reports beside it.
struct Example: Sendable, CustomTestStringConvertible {
  let name: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Examples")

  static func named(_ name: String) -> Example { Example(name: name) }

  /// Every example, in order.
  static let all: [Example] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".report.json") }.sorted()
      .map { Example(name: String($0.dropLast(5))) }
  }()

  var testDescription: String { name }

  /// The answers, read the way the program reads them.
  func read() throws -> AnswersFile {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
    return try readAnswers(
      Array(bytes), named: "\(name).json", for: try BuiltIn.pack.get().pack,
      today: BuiltIn.interviewDate)
  }
}
