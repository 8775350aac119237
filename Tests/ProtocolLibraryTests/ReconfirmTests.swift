import ClinicalModel
import ProtocolLibrary
import Testing

private let health = "questions/02-health.yaml"

@Test func `a section names the facts that a returning patient confirms`() throws {
  let pack = try SmallPack()
    .replacing("questions:", with: "reconfirm: [depth]\nquestions:", in: health).pack()
  #expect(pack.sections.map(\.reconfirmed) == [[], ["depth"]])
}

@Test func `a fact to confirm that is no question of its section is refused`() {
  let faults = SmallPack()
    .replacing("questions:", with: "reconfirm: [name, dept]\nquestions:", in: health).diagnostics
  #expect(
    faults == [
      "\(health):5:13: error: the section has no question \"name\"; name a question of this section",
      "\(health):5:19: error: the section has no question \"dept\"; did you mean \"depth\"?",
    ])
}
