import ClinicalModel
import ProtocolLibrary
import Testing

@Test func `a good pack reads as it is written`() throws {
  let pack = try SmallPack().pack()
  #expect(SmallPack().diagnostics == [])
  #expect(pack.version == "1.10")
  #expect(pack.sections.map(\.short) == ["Arrival", "Health"])
  #expect(
    pack.questions.map(\.id) == [
      "red-flags", "patient-date-of-birth", "name", "pregnancy", "filler-date", "isotretinoin",
      "depth", "trip",
    ])
  let pregnancy = try #require(pack.question("pregnancy"))
  #expect(
    pregnancy
      == Question(
        id: "pregnancy", ask: "Are you pregnant?", label: "Pregnancy",
        hint: "Count back to the last period", help: "Ask in private.",
        why: "Not treated in pregnancy.", cite: ["S1", "general"], kind: .single,
        options: [
          Option(id: "yes", label: "Yes"), Option(id: "no", label: "No"),
          Option(id: "unknown", label: "Not sure"),
        ], when: .compare(.age, .atLeast, Quantity(12)), onUnknown: .finding(.defer),
        privacy: .restricted))
  let depth = try #require(pack.question("depth"))
  #expect(depth.kind == .number(unit: "mm", range: Quantity(0)...Quantity(13)))
  #expect(depth.answeredByStaff)
  #expect(depth.changeability == .plan)
  #expect(pack.question("name")?.onUnknown == .noFinding)
  #expect(
    ["patient-date-of-birth", "filler-date", "isotretinoin", "trip"].map {
      pack.question($0)?.kind
    } == [
      .date(tense: .past, orNever: false, orCurrent: false),
      .date(tense: .past, orNever: true, orCurrent: false),
      .date(tense: .past, orNever: false, orCurrent: true),
      .date(tense: .future, orNever: false, orCurrent: false),
    ])
  #expect(
    pack.rules.map(\.until) == [
      .notDeferred, .date("filler-date", days: 28), .event("rash gone"),
    ])
  #expect(pack.rules.map(\.urgency) == [.ordinary, .ordinary, .emergency])
  #expect(pack.rule("filler-recent")?.note == "Sources differ.")
  #expect(pack.sources.map(\.id) == ["S1", "general"])
  #expect(pack.emergencies.map(\.when) == [.hasAny("red-flags", ["breathing"])])
  #expect(pack.emergencies.first?.steps == ["STOP.", "Call the doctor & stay: *now*."])
}

@Test func `no, on, 1.10 and a tilde stay text`() throws {
  let pack = SmallPack()
    .replacing("label: Trip", with: "label: no", in: "questions/02-health.yaml")
    .replacing("label: Last filler", with: "label: ~", in: "questions/02-health.yaml")
    .replacing("label: Depth", with: "label: 1.10", in: "questions/02-health.yaml")
    .replacing("version: \"1.10\"", with: "version: 0x1F", in: "protocol.yaml")
  let read = try pack.pack()
  #expect(read.question("trip")?.label == "no")
  #expect(read.question("filler-date")?.label == "~")
  #expect(read.question("depth")?.label == "1.10")
  #expect(read.version == "0x1F")
}

@Test func `files of no known name are refused`() {
  let remedy =
    "remove it, or name it questions/NN-name.yaml, rules/name.yaml or rules/name.cases.yaml"
  for path in [
    "notes.txt", "questions/arrival.yaml", "questions/1-a.yaml", "rules/a.yml", "rules/A.yaml",
    "questions/01-a/b.yaml", ".DS_Store", "tables/notes.csv",
  ] {
    #expect(
      SmallPack().with(path, "x").diagnostics == [
        "\(path):1:1: error: the file does not belong to a pack; \(remedy)"
      ])
  }
  #expect(
    SmallPack().with("source.yaml", "x").diagnostics == [
      "source.yaml:1:1: error: the file does not belong to a pack; did you mean \"sources.yaml\"?"
    ])
}

@Test func `a pack without its fixed files or questions says which are missing`() {
  #expect(
    SmallPack(texts: [:]).diagnostics == [
      "emergencies.yaml:1:1: error: the pack has no emergencies.yaml; add it",
      "protocol.yaml:1:1: error: the pack has no protocol.yaml; add it",
      "questions:1:1: error: the pack has no questions; add questions/01-name.yaml with a section",
      "sources.yaml:1:1: error: the pack has no sources.yaml; add it",
    ])
}

@Test func `every fault of a pack is told in one run, in the order of the files`() {
  let pack = SmallPack()
    .replacing("id: S1", with: "id: S2", in: "sources.yaml")
    .replacing("type: text", with: "type: txt", in: "questions/01-arrival.yaml")
    .replacing("when: \"age >= 12\"", with: "whne: \"age >= 12\"", in: "questions/02-health.yaml")
    .replacing("emergency: \"yes\"", with: "emergency: true", in: "rules/health.yaml")
  #expect(
    pack.diagnostics == [
      "emergencies.yaml:6:10: error: there is no source \"S1\"; "
        + "add it to sources.yaml or cite one that is there",
      "questions/01-arrival.yaml:10:10: error: there is no source \"S1\"; "
        + "add it to sources.yaml or cite one that is there",
      "questions/01-arrival.yaml:26:9: error: type has no value \"txt\"; did you mean \"text\"?",
      "questions/02-health.yaml:12:10: error: there is no source \"S1\"; "
        + "add it to sources.yaml or cite one that is there",
      "questions/02-health.yaml:15:3: error: a question has no key \"whne\"; "
        + "did you mean \"when\"?",
      "rules/health.yaml:9:10: error: there is no source \"S1\"; "
        + "add it to sources.yaml or cite one that is there",
      "rules/health.yaml:30:14: error: emergency has no value \"true\"; use one of yes, no",
    ])
}

@Test func `a hint that ends with a full stop is used but warned of`() throws {
  let pack = SmallPack().replacing(
    "hint: \"Count back to the last period\"", with: "hint: \"Count back.\"",
    in: "questions/02-health.yaml")
  #expect(
    pack.diagnostics == [
      "questions/02-health.yaml:9:9: warning: the hint ends with a full stop; remove the full stop"
    ])
  #expect(try pack.pack().question("pregnancy")?.hint == "Count back.")
}

@Test func `a hostile number of faults is cut short`() {
  let rules = (0..<5_000).map { "- {x\($0): y}" }.joined(separator: "\n")
  let lines = SmallPack().with("rules/health.yaml", "subject: health\nrules:\n\(rules)\n")
    .diagnostics
  #expect(lines.count == 201)
  #expect(lines.last?.hasSuffix("error: there are more than 200 faults; mend these first") == true)
}
