import ClinicalModel
import Foundation
import Testing

@Suite struct ListCodingTests {
  @Test func `a stored list comes back entry by entry`() throws {
    let warfarin: Answers = [
      "medicine": .known(.text("warfarin")), "use": .known(.choice("regular")),
      "last-taken": .unknown(.unsure),
    ]
    let test: Answers = [
      "kind": .known(.choice("patch")),
      "readings": .known(.entries([["day": .known(.number(Quantity(2)))]])),
    ]
    for list in [Answer.known(.entries([warfarin])), .known(.entries([test, warfarin]))] {
      let stored = try JSONEncoder().encode(list)
      #expect(try JSONDecoder().decode(Answer.self, from: stored) == list)
    }
  }

  @Test(arguments: [
    #"{"entries":[]}"#, #"{"entries":[{}]}"#, #"{"entries":{}}"#, #"{"entries":"none"}"#,
    #"{"entries":["warfarin"]}"#, #"{"entries":[{"medicine":"warfarin"}]}"#,
    #"{"entries":[{"medicine":{"text":"warfarin"}}],"unknown":"unsure"}"#,
    #"{"entries":[{"medicine":{"text":"warfarin"}},{}]}"#,
  ])
  func `a stored list in any other form is an error and never a guess`(stored: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Answer.self, from: Data(stored.utf8))
    }
  }

  @Test func `a list of more entries than anybody has is refused`() {
    let entry = #"{"medicine":{"text":"warfarin"}}"#
    func decode(_ count: Int) throws -> Answer {
      let entries = Array(repeating: entry, count: count).joined(separator: ",")
      return try JSONDecoder().decode(Answer.self, from: Data("{\"entries\":[\(entries)]}".utf8))
    }
    #expect(throws: Never.self) { try decode(Answer.entriesMax) }
    #expect(throws: DecodingError.self) { try decode(Answer.entriesMax + 1) }
  }
}
