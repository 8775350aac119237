import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

@Suite struct ConditionTextTests {
  @Test func `every condition of the shipped pack is shown as a pack would write it`() throws {
    let pack = try BuiltIn.pack.get()
    let vocabulary = QuestionVocabulary(pack.questions, tables: pack.tables)
    let conditions = pack.rules.map(\.when) + pack.questions.map(\.when)
    for condition in conditions where condition != .always {
      #expect(try parseCondition("\(condition)", naming: vocabulary) == condition)
    }
  }

  @Test(arguments: [UInt64](0..<100))
  func `a random condition is read again as it was shown`(seed: UInt64) throws {
    var numbers = RandomPatient(seed: seed, interviewDate: RuleCase.usualDate)
    let pack = RandomConditions.pack(&numbers)
    let condition = RandomConditions.condition(over: pack, depth: 4, &numbers)
    #expect(
      try parseCondition("\(condition)", naming: QuestionVocabulary(pack.questions)) == condition)
  }
}
