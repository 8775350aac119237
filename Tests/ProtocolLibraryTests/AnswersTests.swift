import ClinicalModel
import ProtocolLibrary
import Testing

@Test func `answers of every kind read from JSON`() throws {
  let pack = try SmallPack().pack()
  let file = try answers(
    """
    {"answers": {"red-flags": ["rash", "breathing"], "patient-date-of-birth": "1990-02-28",
      "name": "TESTPATIENT, Mari\\u00e1 \\ud83c\\udf3f", "pregnancy": "no",
      "filler-date": "no", "isotretinoin": "current", "depth": 1.50, "trip": "2026-12"},
     "interview-date": "2026-11-20"}
    """, in: pack)
  #expect(
    file.answers == [
      "red-flags": .known(.choices(["breathing", "rash"])),
      "patient-date-of-birth": .known(.date(try #require(PartialDate(iso: "1990-02-28")))),
      "name": .known(.text("TESTPATIENT, Mari\u{E1} \u{1F33F}")),
      "pregnancy": .known(.choice("no")), "filler-date": .known(.never),
      "isotretinoin": .known(.current), "depth": .known(.number(Quantity(thousandths: 1500))),
      "trip": .known(.date(.month(year: 2026, month: 12))),
    ])
  #expect(file.interviewDate == .given(try #require(CalendarDate(iso: "2026-11-20"))))
}

@Test func `answers read from YAML without a word turning into a truth value`() throws {
  let file = try answers(
    """
    # what the patient said
    answers:
      pregnancy: no
      filler-date: no
      red-flags: none
      depth: "1.5"
      isotretinoin: 2025
      name: on

    """, in: try SmallPack().pack())
  #expect(
    file.answers == [
      "pregnancy": .known(.choice("no")), "filler-date": .known(.never),
      "red-flags": .known(.choices(["none"])),
      "depth": .known(.number(Quantity(thousandths: 1500))),
      "isotretinoin": .known(.date(.year(2025))), "name": .known(.text("on")),
    ])
  #expect(file.interviewDate == .today)
}

@Test func `the three unknowns are taken for every question and none of them is no`() throws {
  let pack = try SmallPack().pack()
  for (word, reason) in [("unsure", UnknownReason.unsure), ("declined", .declined)] {
    let body = pack.questions.map { "\"\($0.id)\": \"\(word)\"" }.joined(separator: ", ")
    let given = try answers("{\"answers\": {\(body)}}", in: pack).answers
    for question in pack.questions where question.id != "pregnancy" {
      #expect(given[question.id] == .unknown(reason))
    }
  }
  #expect(
    try answers("{\"answers\": {\"pregnancy\": \"not-asked\"}}", in: pack).answers == Answers())
  #expect(
    try answers("{\"answers\": {\"red-flags\": [\"declined\"]}}", in: pack).answers["red-flags"]
      == .unknown(.declined))
}

@Test func `unsure is the option unknown where a question has one`() throws {
  let pack = try SmallPack().pack()
  #expect(
    try answers("{\"answers\": {\"pregnancy\": \"unsure\"}}", in: pack).answers["pregnancy"]
      == .known(.choice("unknown")))
  #expect(
    try answers("{\"answers\": {\"pregnancy\": \"declined\"}}", in: pack).answers["pregnancy"]
      == .unknown(.declined))
}

@Test func `a date may be known by its month or year, and is judged by what it can be`() throws {
  let pack = try SmallPack().pack()
  func accepts(_ question: String, _ date: String, interview: String = "2026-11-21") throws
    -> Bool
  {
    refusal(
      ofAnswers:
        "{\"answers\": {\"\(question)\": \"\(date)\"}, \"interview-date\": \"\(interview)\"}",
      in: pack
    ).isEmpty
  }
  #expect(try accepts("filler-date", "2026-11-21"))
  #expect(try !accepts("filler-date", "2026-11-22"))
  #expect(try accepts("filler-date", "2026-11"))
  #expect(try !accepts("filler-date", "2026-12"))
  #expect(try accepts("filler-date", "2026"))
  #expect(try !accepts("filler-date", "2027"))
  #expect(try accepts("trip", "2026-11-21"))
  #expect(try !accepts("trip", "2026-11-20"))
  #expect(try accepts("trip", "2026-11"))
  #expect(try !accepts("trip", "2026-10"))
  #expect(try accepts("filler-date", "2026-11-22", interview: "2026-11-22"))
}

@Test func `a file of answers holds answers and an interview date, nothing else`() throws {
  let pack = try SmallPack().pack()
  #expect(
    refusal(ofAnswers: "{\"answer\": {}, \"interview-date\": \"2026-02-30\"}", in: pack) == [
      "answers:1:1: error: there is no \"answers\"; write {\"answers\": {...}}",
      "answers:1:2: error: beside \"answers\" and \"interview-date\" there is another key; "
        + "did you mean \"answers\"?",
      "answers:1:34: error: the interview date is not a day of the calendar; "
        + "write it like \"2026-11-21\"",
    ])
  #expect(
    refusal(ofAnswers: "- a\n", in: pack) == [
      "answers:1:1: error: the file does not hold named answers; write {\"answers\": {...}}"
    ])
  #expect(
    refusal(ofAnswers: "answers: none\n", in: pack) == [
      "answers:1:10: error: \"answers\" does not hold named answers; "
        + "write {\"question\": \"answer\"}"
    ])
  #expect(
    refusal(ofAnswers: "", in: pack) == [
      "answers:1:1: error: the file is empty; write its content or remove the file"
    ])
  #expect(
    refusal(ofAnswers: [UInt8](repeating: 0x20, count: (1 << 20) + 1), in: pack) == [
      "answers:1:1: error: the file is larger than 1048576 bytes; "
        + "split it or remove what is not needed"
    ])
}

@Test func `standard input and strange file names are shown fit for a terminal`() throws {
  let pack = try SmallPack().pack()
  func file(named name: String) -> String {
    do {
      _ = try readAnswers([], named: name, for: pack, today: .last)
      return ""
    } catch {
      return error.diagnostics.map(\.file).joined()
    }
  }
  #expect(file(named: "-") == "standard input")
  #expect(file(named: "a\u{1B}[31m\n.json") == "a\u{FFFD}[31m\u{FFFD}.json")
}

@Test func `a file says which answers are of another day`() throws {
  let file = try answers(
    """
    {"answers": {"pregnancy": "no", "trip": "2026-11-18"},
     "interview-date": "2026-11-20",
     "answered-on": {"pregnancy": "2026-11-14", "trip": "2026-11-14"}}
    """, in: try SmallPack().pack())
  let then = try #require(CalendarDate(iso: "2026-11-14"))
  #expect(file.answers.day(of: "pregnancy") == .on(then))
  // Planned then, and gone by since: no mistake of the file.
  #expect(file.answers.day(of: "trip") == .on(then))
}

@Test(arguments: [
  #"{"answers": {"pregnancy": "no"}, "interview-date": "2026-11-20", "answered-on": {"pregnancy": "2026-11-21"}}"#,
  #"{"answers": {"pregnancy": "no"}, "answered-on": {"nonsense": "2026-11-14"}}"#,
  #"{"answers": {"pregnancy": "no"}, "answered-on": {"pregnancy": "2026-11"}}"#,
  #"{"answers": {"pregnancy": "no"}, "answered-on": ["pregnancy"]}"#,
])
func `a day of an answer that cannot be is refused`(text: String) throws {
  let pack = try SmallPack().pack()
  #expect(throws: AnswersDiagnostics.self) { try answers(text, in: pack) }
}
