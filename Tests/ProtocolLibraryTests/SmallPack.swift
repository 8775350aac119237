import ClinicalModel
import ProtocolLibrary

/// A pack of a few files in which single files, or single lines of them, can
/// be replaced.
struct SmallPack {
  var texts: [String: String] = [
    "protocol.yaml": """
    id: small
    version: "1.10"
    title: Small pack
    jurisdiction: Nowhere
    languages: [en]
    reviewed: "2026-11-21"
    approval: Not approved
    intended-use: For tests

    """,
    "sources.yaml": """
    sources:
    - {id: S1, title: "A clinic page"}
    - {id: general, title: "General knowledge"}

    """,
    "emergencies.yaml": """
    emergencies:
    - id: anaphylaxis
      title: "Severe allergic reaction"
      when: "red-flags has breathing"
      steps: ["STOP.", "Call the doctor & stay: *now*."]
      cite: [S1]

    """,
    "questions/01-arrival.yaml": """
    section: arrival
    title: "Before anything else"
    short: Arrival
    asked_by: "front desk"
    questions:
    - id: red-flags
      ask: "Right now, do you have any of these?"
      label: "Red flags"
      why: "They end the interview."
      cite: [S1]
      type: multi
      options: {"none": "None of these", "breathing": "Trouble breathing", "rash": "Rash"}
      on_unknown: "defer"
    - id: patient-date-of-birth
      ask: "When were you born?"
      label: "Date of birth"
      why: "Gives the age."
      cite: []
      type: date
      on_unknown: "defer"
    - id: name
      ask: "What is your name?"
      label: "Name"
      why: "Right patient."
      cite: []
      type: text
      on_unknown: none

    """,
    "questions/02-health.yaml": """
    section: health
    title: Health
    short: Health
    asked_by: nurse
    questions:
    - id: pregnancy
      ask: "Are you pregnant?"
      label: Pregnancy
      hint: "Count back to the last period"
      help: "Ask in private."
      why: "Not treated in pregnancy."
      cite: [S1, general]
      type: single
      options: {"yes": "Yes", "no": "No", "unknown": "Not sure"}
      when: "age >= 12"
      on_unknown: defer
      privacy: restricted
    - id: filler-date
      ask: "When was your last filler?"
      label: Last filler
      why: "Fillers need time."
      cite: [general]
      type: date-or-no
      on_unknown: caution
    - id: isotretinoin
      ask: "When did you stop?"
      label: Isotretinoin stopped
      why: "Skin heals slowly."
      cite: [general]
      type: date-or-current
      on_unknown: caution
    - id: depth
      ask: "How deep?"
      label: Depth
      why: "Depth matters."
      cite: [general]
      type: number
      unit: mm
      range: ["0", "13"]
      on_unknown: caution
      staff: "yes"
      changeable: plan
    - id: trip
      ask: "When is the trip?"
      label: Trip
      why: "Sun."
      cite: [general]
      type: date
      tense: future
      on_unknown: proceed

    """,
    "rules/health.cases.yaml": """
    subject: health
    cases:
    - rule: pregnant
      cases:
      - name: "a pregnant patient is not treated"
        given: {"patient-date-of-birth": "1994-05-20", "pregnancy": "yes"}
        expect: established
        severity: do-not-treat
      - name: "a patient who is not sure may be pregnant"
        given: {"patient-date-of-birth": "1994-05-20", "pregnancy": "unsure"}
        expect: possible
    - rule: filler-recent
      cases:
      - name: "a filler 27 days ago waits one more day"
        on: "2027-01-04"
        given: {"filler-date": "2026-12-08"}
        expect: established
        until: "2027-01-05"
      - name: "nothing was asked"
        given: {}
        expect: possible
    - rule: rash
      cases:
      - name: "no red flag raises nothing"
        given: {"red-flags": ["none"]}
        expect: nothing

    """,
    "rules/health.yaml": """
    subject: health
    rules:
    - id: pregnant
      title: Pregnant
      when: "pregnancy = yes"
      severity: do-not-treat
      staff: "Do not treat."
      patient: "Not now."
      cite: [S1]
      strength: seed-stated
    - id: filler-recent
      title: Filler less than 28 days ago
      when: "days(filler-date) < 28"
      severity: defer
      until: "filler-date + 28"
      staff: "Wait."
      patient: "We wait 4 weeks."
      cite: [general]
      strength: general-knowledge
      note: "Sources differ."
    - id: rash
      title: Rash
      when: "red-flags has rash"
      severity: defer
      until: "event: rash gone"
      staff: "Wait."
      patient: "We wait."
      cite: [general]
      strength: expert-opinion
      emergency: "yes"

    """,
  ]

  var files: PackFiles {
    PackFiles(texts.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  func pack() throws -> ProtocolPack { try readPack(files, digest: "sha256:0") }

  /// The pack with one text of one file replaced.
  func replacing(_ old: String, with new: String, in path: String) -> SmallPack {
    var pack = self
    let text = texts[path, default: ""]
    guard let range = text.range(of: old) else { return SmallPack(texts: [:]) }
    pack.texts[path] = text.replacingCharacters(in: range, with: new)
    return pack
  }

  func with(_ path: String, _ text: String) -> SmallPack {
    var pack = self
    pack.texts[path] = text
    return pack
  }

  /// What is said about the pack, one line each.
  var diagnostics: [String] { lintPack(files).map(\.description) }
}

extension StringProtocol {
  /// Where a text first stands in this one.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}

/// What a condition's refusal says, as `offset: cause; remedy`.
func refusal(of condition: String, in pack: ProtocolPack) -> [String] {
  do {
    _ = try parseCondition(condition, naming: QuestionVocabulary(pack.questions))
    return []
  } catch {
    return error.errors.map { "\($0.offset): \($0.cause); \($0.remedy)" }
  }
}

/// What an answers file's refusal says.
func refusal(ofAnswers text: String, in pack: ProtocolPack) -> [String] {
  refusal(ofAnswers: Array(text.utf8), in: pack)
}

func refusal(ofAnswers bytes: [UInt8], in pack: ProtocolPack) -> [String] {
  guard let today = CalendarDate(iso: "2026-11-21") else { return ["no today"] }
  do {
    _ = try readAnswers(bytes, named: "answers", for: pack, today: today)
    return []
  } catch {
    return error.diagnostics.map(\.description)
  }
}

func answers(_ text: String, in pack: ProtocolPack) throws -> AnswersFile {
  let today = CalendarDate(year: 2026, month: 11, day: 21) ?? .last
  return try readAnswers(Array(text.utf8), named: "answers", for: pack, today: today)
}

/// The generator of Steele, Lea and Flood ("Fast splittable pseudorandom number
/// generators"): the same numbers for a seed on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
