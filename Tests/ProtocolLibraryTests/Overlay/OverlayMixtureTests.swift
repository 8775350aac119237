import ClinicalModel
import NameSearch
import Foundation
import ProtocolLibrary
import Screening
import Testing

private let shipped = PackFiles.builtIn

/// An overlay over the shipped pack that says nothing but this.
private func overlay(_ mixtures: String) throws -> ProtocolPack {
  let pack = try readPack(shipped, digest: "sha256:base")
  let manifest = """
    overlay: test-clinic
    version: "1"
    of: \(pack.id)
    of-version: "\(pack.version)"
    title: Test Clinic

    """
  let file = PackFile(path: "overlay.yaml", bytes: Array((manifest + mixtures).utf8))
  return try readPack(
    PackFiles(overlay: PackFiles([file]), over: shipped), digest: "sha256:overlay")
}

private let glow = """
  mixtures:
  - id: glow-mix
    name: "Glow mix No 2"
    ingredients:
    - {ingredient: hyaluronic-acid, concentration: "1 %"}
    - {ingredient: lidocaine-inj}

  """

@Test func `a planned mixture of the clinic is all its ingredients`() throws {
  let pack = try overlay(glow)
  #expect(pack.tables.mixtures.map(\.name) == ["Glow mix No 2"])
  #expect(
    TableNames(of: pack.tables).ingredients(named: "glow mix no 2").map(\.id) == [
      "hyaluronic-acid", "lidocaine-inj",
    ])
  let answers: Answers = [
    "planned-ingredients": .known(.entries([["ingredient": .known(.text("Glow mix No 2"))]]))
  ]
  let context = AnswerContext(
    pack: CompiledPack(pack), answers: answers, interviewDate: .last)
  let vocabulary = QuestionVocabulary(pack.questions, tables: pack.tables)
  for condition in ["planned(lidocaine-inj)", "planned(hyaluronic-acid)"] {
    #expect(context.assess(try parseCondition(condition, naming: vocabulary)).truth == .true)
  }
  #expect(
    context.assess(try parseCondition("any-planned(unmatched)", naming: vocabulary)).truth == .false
  )
}

@Test func `a product of several ingredients counts as a combination for its first test`() throws {
  let pack = try overlay(glow)
  let compiled = CompiledPack(pack)
  let vocabulary = QuestionVocabulary(pack.questions, tables: pack.tables)
  let wanted = try parseCondition("untested(spot, category [combination])", naming: vocabulary)
  func truth(_ name: String) -> Truth {
    let answers: Answers = [
      "planned-ingredients": .known(.entries([["ingredient": .known(.text(name))]]))
    ]
    return AnswerContext(pack: compiled, answers: answers, interviewDate: .last).assess(wanted)
      .truth
  }
  #expect(truth("Glow mix No 2") == .true)
  #expect(truth("hyaluronic-acid") == .false)
}

@Test(arguments: [
  (
    "id: glow-mix", "id: Glow", "name"
  ),
  ("lidocaine-inj", "lidocain", "the pack has no ingredient"),
  ("Glow mix No 2", "Hyaluronic acid", "is the name of an ingredient"),
  ("{ingredient: lidocaine-inj}", "{ingredient: hyaluronic-acid}", "exists already"),
  ("concentration", "strength", "has no key"),
])
func `a mixture that cannot be understood is refused`(old: String, new: String, words: String) {
  let error = #expect(throws: PackDiagnostics.self) {
    try overlay(glow.replacingOccurrences(of: old, with: new))
  }
  #expect(error?.diagnostics.contains { $0.description.contains(words) } == true)
}
