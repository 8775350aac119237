import ClinicalModel
import ProtocolLibrary
import Testing

@Suite struct ListReadingTests {
  let pack: ProtocolPack

  init() throws { pack = try SmallPack.withLists.pack() }

  @Test func `a list is a question whose fields are small questions`() throws {
    let medicines = try #require(pack.question("medicines"))
    #expect(medicines.kind == .list(.medicines))
    #expect(
      medicines.fields.map(\.id) == [
        "medicine", "use", "prescribed", "reason", "started", "last-taken",
      ])
    #expect(medicines.field("medicine")?.kind == .name(.medicines))
    #expect(medicines.field("use")?.options.map(\.id) == ["regular", "stopped", "unknown"])
    #expect(medicines.field("last-taken")?.when == .isAny("use", ["stopped"]))
    let planned = try #require(pack.question("planned-ingredients"))
    #expect(planned.field("free-of")?.kind == .names(.allergens))
    #expect(
      planned.field("expiry")?.kind == .date(tense: .either, orNever: false, orCurrent: false))
    let readings = try #require(pack.question("skin-tests")?.field("readings"))
    #expect(readings.kind == .list(.readings))
    #expect(readings.field("grade")?.options.map(\.id) == ["-", "+"])
  }

  @Test(arguments: [
    (
      "type: name, table: medicines}", "type: name, table: drugs}",
      "questions/03-lists.yaml:13:56: error: table has no value \"drugs\"; use one of medicines, ingredients, allergens"
    ),
    (
      "id: medicines\n", "id: remedies\n",
      "questions/03-lists.yaml:6:7: error: there is no list \"remedies\"; a list is one of medicines, planned-ingredients, earlier-products, allergies, skin-tests"
    ),
    (
      "id: medicines\n", "id: readings\n",
      "questions/03-lists.yaml:6:7: error: readings belong to a skin test; make them a field of the list skin-tests"
    ),
    (
      "when: \"use = stopped\"}", "when: \"usage = stopped\"}",
      "questions/03-lists.yaml:21:72: error: there is no field \"usage\"; name a field of the entry"
    ),
    (
      "{id: lot, label: Lot, type: text}", "{id: ingredient, label: Lot, type: text}",
      "questions/03-lists.yaml:31:10: error: the field \"ingredient\" exists already (questions/03-lists.yaml:30:10); give one of the two another name"
    ),
    (
      "{id: lot, label: Lot, type: text}", "{id: lot, label: Lot, type: text, cite: [S1]}",
      "questions/03-lists.yaml:31:39: error: a field has no key \"cite\"; use one of id, label, type, ask, hint, options, unit, range, tense, when, table, fields, for-record"
    ),
  ])
  func `a fault in a list question is found where it stands`(
    old: String, new: String, message: String
  ) {
    let broken = SmallPack.withLists.replacing(old, with: new, in: "questions/03-lists.yaml")
    #expect(broken.diagnostics.first == message)
  }

  private func list(_ json: String, of question: Question.ID = "medicines") throws -> Answer {
    try answers("{\"answers\": {\"\(question)\": \(json)}}", in: pack).answers[question]
  }

  @Test func `entries are read field by field, and a bare name is an entry`() throws {
    #expect(
      try list(#"[{"medicine": "warfarin", "use": "unsure", "last-taken": "2026-10"}, "aspirin"]"#)
        == .known(
          .entries([
            [
              "medicine": .known(.text("warfarin")), "use": .known(.choice("unknown")),
              "last-taken": .known(.date(.month(year: 2026, month: 10))),
            ],
            ["medicine": .known(.text("aspirin"))],
          ])))
    #expect(
      try list(
        #"[{"ingredient": "vitamin-e", "free-of": ["soy"], "lot": "unsure"}]"#,
        of: "planned-ingredients")
        == .known(
          .entries([
            [
              "ingredient": .known(.text("vitamin-e")), "free-of": .known(.choices(["soy"])),
              "lot": .unknown(.unsure),
            ]
          ])))
    #expect(
      try list(#"[{"kind": "patch", "readings": [{"day": "2", "grade": "+"}]}]"#, of: "skin-tests")
        == .known(
          .entries([
            [
              "kind": .known(.choice("patch")),
              "readings": .known(
                .entries([["day": .known(.number(Quantity(2))), "grade": .known(.choice("+"))]])),
            ]
          ])))
    #expect(try list("\"declined\"") == .unknown(.declined))
  }

  @Test(arguments: [
    (
      "medicines", "[]",
      "answers:2:14: error: the answer to \"medicines\" has no entries; leave it out, or write \"unsure\", \"declined\" or \"not-asked\""
    ),
    (
      "medicines", "\"warfarin\"",
      "answers:2:14: error: the answer to \"medicines\" is not a list of entries; write [{...}], or one of not-asked, unsure, declined"
    ),
    (
      "medicines", #"[{"medicin": "warfarin"}]"#,
      "answers:2:16: error: an entry of \"medicines\" has no field of this name; did you mean \"medicine\"?"
    ),
    (
      "medicines", #"[{"medicine": "warfarin", "use": "sometimes"}]"#,
      "answers:2:47: error: the answer to \"use\" is not one of its options; use regular, stopped, unknown, or one of not-asked, unsure, declined"
    ),
    (
      "medicines", "[{}]",
      "answers:2:15: error: an entry of \"medicines\" says nothing; remove the entry"
    ),
    (
      "medicines", "[[]]",
      "answers:2:15: error: an entry of \"medicines\" does not hold named fields; write {\"field\": \"answer\"}"
    ),
    (
      "medicines", #"[{"medicine": "warfarin", "started": "2027"}]"#,
      "answers:2:51: error: the answer to \"started\" lies after the interview on 2026-11-21; give the day it happened, or correct the interview date"
    ),
    (
      "planned-ingredients", #"[{"ingredient": "vitamin-e", "free-of": ["TESTNAME"]}]"#,
      "answers:2:65: error: the answer to \"free-of\" names what the table of allergens lacks; use an id of the table"
    ),
    (
      "skin-tests", #"[{"kind": "patch", "state": "placed", "placed": "2026-11-22"}]"#,
      "answers:2:16: error: a skin test that is not merely planned is placed after the interview; give the day it was placed, or the state planned"
    ),
    (
      "skin-tests", #"[{"kind": "patch", "readings": []}]"#,
      "answers:2:46: error: the answer to \"readings\" has no entries; leave it out, or write \"unsure\", \"declined\" or \"not-asked\""
    ),
  ])
  func `a fault in an entry is told without what was given`(
    question: String, json: String, message: String
  ) {
    #expect(
      refusal(ofAnswers: "{\"answers\": {\n\"\(question)\": \(json)}}", in: pack)
        .joined(separator: " | ") == message)
  }

  @Test func `a skin test that is only planned may lie ahead`() throws {
    let planned = try list(
      #"[{"kind": "patch", "state": "planned", "placed": "2026-11-24"}]"#, of: "skin-tests")
    guard case .known(.entries(let entries)) = planned else {
      Issue.record("not read")
      return
    }
    #expect(entries.count == 1)
  }
}
