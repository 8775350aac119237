import ClinicalModel
import Foundation
import Testing

@Suite struct AnswerCodingTests {
  @Test(arguments: [
    #"{"choice":"no"}"#, #"{"choices":["lupus","other"]}"#, #"{"text":"TESTPATIENT, Maria"}"#,
    #"{"text":"unsure"}"#, #"{"choice":"never"}"#, #"{"number":"1.5"}"#, #"{"date":"2026-10"}"#,
    #"{"date":"2026-11-21"}"#, #"{"date":"never"}"#, #"{"date":"current"}"#,
    #"{"unknown":"unsure"}"#,
    #"{"unknown":"declined"}"#, #"{"unknown":"not-asked"}"#,
  ])
  func `a stored answer comes back as it was written`(stored: String) throws {
    let answer = try JSONDecoder().decode(Answer.self, from: Data(stored.utf8))
    #expect(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self) == stored)
  }

  @Test func `no, never and the three ways of not knowing are all different`() {
    let answers: [Answer] = [
      .known(.choice("no")), .known(.never), .unknown(.notAsked), .unknown(.unsure),
      .unknown(.declined),
    ]
    #expect(Set(answers).count == 5)
  }

  @Test(arguments: [
    "{}", #"{"choice":"no","unknown":"unsure"}"#, #"{"choice":"no","note":"x"}"#,
    #"{"answer":"no"}"#,
    #"{"choices":[]}"#, #"{"choices":["a","a"]}"#, #"{"choices":"none"}"#, #"{"text":""}"#,
    #"{"number":"1,5"}"#, #"{"number":1.5}"#, #"{"date":"2026-02-30"}"#, #"{"date":"no"}"#,
    #"{"unknown":"no"}"#, #"{"unknown":""}"#, #"{"choice":null}"#, #""no""#, "null", "[]",
  ])
  func `a stored answer in any other form is an error and never a guess`(stored: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Answer.self, from: Data(stored.utf8))
    }
  }

  @Test func `a question nobody has asked is not asked, not no`() {
    var answers: Answers = ["pregnancy-status": .known(.choice("no"))]
    #expect(answers["breastfeeding-status"] == .unknown(.notAsked))
    answers["pregnancy-status"] = .unknown(.notAsked)
    #expect(answers == Answers())
    #expect(answers.asked.isEmpty)
  }
}
