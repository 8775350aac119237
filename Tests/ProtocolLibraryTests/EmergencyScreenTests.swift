import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

// The emergency screens and sources of the pack carried inside.

private func emergencies() throws -> [Emergency] {
  try BuiltIn.pack.get().emergencies
}

@Test(arguments: [
  ("anaphylaxis", ["ANAPHYLAXIS", "legs raised", "sit up a little", "stand or walk", "5 minutes"]),
  ("blocked-vessel", ["STOP injecting", "time and the product", "send them home", "dusky"]),
  ("sight-or-stroke", ["emergency number at once"]),
  ("infection", ["a doctor sees the patient today", "mycobacteria", "3 weeks"]),
  ("chest-pain", ["emergency number", "180/110"]),
  ("faint", ["flat with legs raised", "15 minutes", "seizure or pregnancy", "breathing"]),
  (
    "self-harm",
    ["Thank you for telling me", "Never leave them alone", "plan or the means", "today"]
  ),
  ("safeguarding", ["alone", "safeguarding policy"]),
]) func `each emergency has a screen that says what to do`(id: String, words: [String]) throws {
  let screen = try #require(emergencies().first { $0.id.rawValue == id })
  let text = screen.steps.joined(separator: " ")
  for word in words { #expect(text.contains(word), "\(word)") }
}

@Test func `the screen leaves the dose of adrenaline to the clinic's own protocol`() throws {
  let pack = try BuiltIn.pack.get()
  let steps = pack.emergencies.flatMap(\.steps)
  #expect(steps.contains { $0.contains("Clinic protocol: adrenaline into the outer mid-thigh") })
  #expect(!steps.contains { $0.contains("0.5") })
}

@Test(arguments: ["0.5 mg", "0.5mg", "0,5 ml of 1 mg/ml", "500 micrograms", "500 µg", "10 units."])
func `a screen that names a dose is refused`(dose: String) {
  let file = "emergencies.yaml"
  let pack = SmallPack().replacing("STOP.", with: "Adrenaline \(dose)", in: file)
  #expect(
    pack.diagnostics == [
      "\(file):5:11: error: the step names a dose; "
        + "leave it out: a dose stands only in the clinic's own signed protocol"
    ])
}

@Test(arguments: [
  "180/110 or more", "15 minutes", "after 3 weeks on average", "2 people", "1. Stay",
])
func `other numbers on a screen are no dose`(words: String) {
  let pack = SmallPack().replacing("STOP.", with: words, in: "emergencies.yaml")
  #expect(pack.diagnostics == [])
}

@Test func `every red flag of the first question opens a screen`() throws {
  let pack = try BuiltIn.pack.get()
  let compiled = CompiledPack(pack)
  let flags = try #require(pack.question("red-flags-now")).options.map(\.id)
  for flag in flags where flag != Option.none {
    var answers = Answers()
    answers["red-flags-now"] = .known(.choices([flag]))
    let context = AnswerContext(
      pack: compiled, answers: answers,
      interviewDate: CalendarDate(year: 2026, month: 11, day: 21) ?? .last)
    #expect(pack.emergencies.contains { context.assess($0.when).truth == .true }, "\(flag)")
  }
}

@Test func `the screen that a companion may read over a shoulder names no cause`() throws {
  let screen = try #require(emergencies().first { $0.id == "safeguarding" })
  #expect(screen.title == "Speak with the patient alone")
}

@Test func `all seventy-five sources are there and each says how it was read`() throws {
  let expected =
    (0...4).map { "S\($0)" } + (1...70).map { "R\($0)" } + ["general"]
  let sources = try BuiltIn.pack.get().sources.filter { expected.contains($0.id.rawValue) }
  #expect(sources.map(\.id.rawValue) == expected)
  let readings = [
    "read", "page", "article", "blog", "abstract", "unconfirmed", "extent read not recorded",
  ]
  for source in sources {
    #expect(readings.contains(where: source.title.contains), "\(source.id): \(source.title)")
  }
}

@Test func `fifty-seven rules rest on general knowledge and await a clinician`() throws {
  let rules = try BuiltIn.pack.get().rules
  #expect(rules.count { $0.strength == .generalKnowledge } == 57)
}
