import ClinicalModel
import ProtocolLibrary
import Testing

private let file = "guidance.yaml"

private let guidance = """
  request: [trip, depth]
  evidence:
  - {text: "Experts disagree.", cite: [S1]}
  red-flags:
  - {title: "Call now", call: emergency-number, signs: ["Collapse"], cite: [S1]}
  aftercare-topics: [Sun, Sport]
  aftercare:
  - id: needle
    title: "Needle"
    when: "depth > 1"
    cite: [S1]
    advice:
    - {topic: Sun, text: "Cover it for 14 days.", lasts: "14 days", note: "2 to 14."}
    - {topic: Sport, text: "Sport from the next day.", lasts: "next day", cite: [general]}

  """

/// What is said when one text of the guidance is replaced.
private func faults(_ old: String = "", _ new: String = "") -> [String] {
  SmallPack().with(file, guidance).replacing(old, with: new, in: file).diagnostics
}

@Test func `guidance is read with its terms, its sources and whom to call`() throws {
  let pack = try SmallPack().with(file, guidance).pack()
  #expect(
    pack.guidance
      == Guidance(
        evidence: [GuidanceText(text: "Experts disagree.", cite: ["S1"])],
        aftercare: [
          AftercareSheet(
            id: "needle", title: "Needle",
            when: .compare(.number("depth"), .greater, Quantity(1)),
            advice: [
              AftercareAdvice(
                topic: "Sun", text: "Cover it for 14 days.", note: "2 to 14.", term: .hours(336)),
              AftercareAdvice(
                topic: "Sport", text: "Sport from the next day.", note: "", term: .hours(24),
                cite: ["general"]),
            ], cite: ["S1"])
        ],
        redFlags: [
          RedFlagGroup(
            title: "Call now", signs: ["Collapse"], cite: ["S1"], call: .emergencyNumber)
        ],
        neverSay: [], aftercareTopics: ["Sun", "Sport"], request: ["trip", "depth"]))
  #expect(try SmallPack().pack().guidance == .none)
}

@Test func `guidance cites sources that are there and has no other keys`() {
  #expect(
    faults("disagree.\", cite: [S1]", "disagree.\", cite: [S2]") == [
      "\(file):3:38: error: there is no source \"S2\"; add it to sources.yaml or cite one that is there"
    ])
  #expect(
    faults("disagree.\", cite: [S1]", "disagree.\", cite: []") == [
      "\(file):3:31: error: the paragraph cites no source; "
        + "name its sources; general for general knowledge"
    ])
  #expect(
    faults("note: \"2", "notes: \"2") == [
      "\(file):13:67: error: a line of aftercare has no key \"notes\"; did you mean \"note\"?"
    ])
  #expect(
    faults("[\"Collapse\"]", "[]") == [
      "\(file):5:47: error: signs is empty; add an entry or remove the key"
    ])
  #expect(
    faults("call: emergency-number", "call: doctor") == [
      "\(file):5:29: error: call has no value \"doctor\"; use one of emergency-number, clinic, nobody"
    ])
}

@Test func `the condition of an aftercare sheet is typed like any other`() {
  #expect(
    faults("depth > 1", "dept > 1") == [
      "\(file):10:10: error: there is no question \"dept\"; did you mean \"depth\"?"
    ])
  #expect(
    faults("depth > 1", "depth has rash") == [
      "\(file):10:16: error: \"depth\" is a number question, not a multiple choice; "
        + "compare it with <, <=, > or >="
    ])
}

@Test func `the time that decides which line is stricter is the time the patient reads`() {
  #expect(
    faults("for 14 days.", "for 7 days.") == [
      "\(file):13:55: error: the text does not say \"14 days\"; "
        + "let the patient read the same time that lasts gives"
    ])
  // 114 days are not 14 days.
  #expect(faults("for 14 days.", "for 114 days.").count == 1)
  for wrong in ["14", "14 weeks", "0 days", "366 days", "014 days", "-1 days", "1.5 days"] {
    #expect(
      faults("lasts: \"14 days\"", "lasts: \"\(wrong)\"") == [
        "\(file):13:56: error: lasts is no time; write it like 48 hours, 14 days, next day or none"
      ], "\(wrong)")
  }
}

@Test func `every topic is declared once, used, and said once on a sheet`() {
  #expect(
    faults("{topic: Sport", "{topic: Sprot") == [
      "\(file):6:25: error: no sheet says anything on \"Sport\"; remove the topic or add advice on it",
      "\(file):14:13: error: \"Sprot\" is not one of aftercare-topics; "
        + "add it there, at its place in the order",
    ])
  #expect(
    faults("{topic: Sport", "{topic: Sun").contains(
      "\(file):14:13: error: the advice on \"Sun\" exists already (\(file):13:13); give one of "
        + "the two another name"))
  #expect(
    faults("[Sun, Sport]", "[Sun, Sport, Sun]") == [
      "\(file):6:32: error: the topic \"Sun\" exists already (\(file):6:20); give one of the "
        + "two another name"
    ])
  #expect(
    faults("[Sun, Sport]", "[Sun, Sport, A topic far too long]").first
      == "\(file):6:32: error: a topic has 20 characters, at most 15 are allowed; shorten it")
}

@Test func `nothing private is ever declared for the patient's sheet`() {
  #expect(
    faults("[trip, depth]", "[trip, pregnancy]") == [
      "\(file):1:17: error: \"pregnancy\" is private and would stand on the patient's sheet; "
        + "leave it out"
    ])
  #expect(
    faults("[trip, depth]", "[trip, dept]") == [
      "\(file):1:17: error: there is no question \"dept\"; did you mean \"depth\"?"
    ])
  let entry = "[trip, depth]\nprivate-options:\n- {question: pregnancy, options: [yes]}"
  #expect(
    faults("[trip, depth]", entry) == [
      "\(file):3:14: error: \"pregnancy\" is not a private multiple choice; "
        + "name one, or remove the entry"
    ])
}
