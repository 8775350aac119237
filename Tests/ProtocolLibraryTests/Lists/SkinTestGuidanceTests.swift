import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

private let file = "skin-test-guidance.yaml"

private func kind(_ id: String, _ days: [Int]) -> String {
  let readings = days.map { "  - {day: \($0), words: \"Read\"}" }.joined(separator: "\n")
  return """
    - id: \(id)
      title: "Test \(id)"
      finds: "One thing"
      sites: ["Forearm", "Back"]
      amount: "a drop"
      who: "Nurse"
      steps: ["Place it."]
      readings:
    \(readings)
      tell: ["Keep it dry."]
      before-placing:
      - {ask: "Cream on the site?", effect: "Hides it.", cite: [S1]}
      before-reading: []
      cite: [S1]
    """
}

private let guidance = """
  placing: {prefer: monday, avoid: [thursday, friday]}
  reaction-screen: anaphylaxis
  kinds:
  \(kind("patch", [2, 4, 7]))
  \(kind("spot", [0, 2, 7]))
  \(kind("prick-intradermal", [0]))
  grades:
  - {grade: "-", title: "Negative", definition: "Nothing seen"}
  - {grade: "+", title: "Positive", definition: "Redness"}
  refusals:
  - {rule: eczema, kinds: [patch, spot], instead: "A dermatologist."}
  never-test:
  - {id: never-acid, names: ["Acid"], reason: "It burns.", instead: "A dermatologist.", cite: [general], strength: policy-default}

  """

private func pack(_ old: String = "", _ new: String = "") -> SmallPack {
  let rule = SmallPack.withLists.firstRule
  return SmallPack.withLists.with(file, guidance.replacing("rule: eczema", with: "rule: \(rule)"))
    .replacing(old, with: new, in: file)
}

extension SmallPack {
  /// The name of some rule of the pack.
  fileprivate var firstRule: String {
    let text = texts["rules/health.yaml"] ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix("- id: ") }
      .map { String($0.dropFirst(6)) } ?? ""
  }
}

@Suite struct SkinTestGuidanceTests {
  @Test func `guidance on skin tests is read with its kinds, grades and days`() throws {
    let guidance = try pack().pack().skinTests
    #expect(guidance.kinds.map(\.kind) == [.patch, .spot, .prickIntradermal])
    #expect(guidance.guide(.patch)?.readings.map(\.day) == [2, 4, 7])
    #expect(guidance.guide(.patch)?.beforePlacing.map(\.ask) == ["Cream on the site?"])
    #expect(guidance.grades.map(\.grade) == ["-", "+"])
    #expect(guidance.placing == .prefer(weekday: 1, avoid: [4, 5]))
    #expect(guidance.reactionScreen == .screen("anaphylaxis"))
    #expect(guidance.refusals.map(\.kinds) == [[.patch, .spot]])
    #expect(guidance.neverTest.map(\.names) == [["acid"]])
  }

  @Test func `a pack without it has none`() throws {
    #expect(try SmallPack.withLists.pack().skinTests == .none)
  }

  @Test(arguments: [
    ("prefer: monday", "prefer: mondy", "\"mondy\" is no day of the week"),
    ("prefer: monday", "prefer: friday", "the preferred day is one to avoid"),
    ("screen: anaphylaxis", "screen: anaphylaxy", "there is no emergency screen \"anaphylaxy\""),
    ("id: spot", "id: spott", "id has no value \"spott\""),
    ("  - {day: 4, words: \"Read\"}\n", "", "a patch test needs one reading on day 3 or 4"),
    ("{day: 4, words: \"Read\"}", "{day: 5, words: \"Read\"}", "needs one reading on day 3 or 4"),
    ("{day: 4,", "{day: 1,", "the reading is not after the one before it"),
    ("{day: 4,", "{day: four,", "the day is no number of days"),
    ("grade: \"+\"", "grade: \"++\"", "a reading has no grade \"++\""),
    (
      "- {grade: \"+\", title: \"Positive\", definition: \"Redness\"}\n", "",
      "nothing defines the grade \"+\""
    ),
    ("kinds: [patch, spot], ", "kinds: [pach], ", "there is no kind of test \"pach\""),
    ("names: [\"Acid\"], ", "", "nothing says what is never tested"),
    ("names: [\"Acid\"]", "when: \"planned(acid)\"", "acid"),
    ("tell: [\"Keep it dry.\"]", "tell: []", "tell is empty"),
    ("who: \"Nurse\"", "whom: \"Nurse\"", "a kind of test has no key \"whom\""),
  ])
  func `a fault in it is named with its place`(old: String, new: String, words: String) {
    let found = pack(old, new).diagnostics
    #expect(found.contains { $0.hasPrefix(file) && $0.contains(words) }, "\(found)")
  }

  @Test func `a rule that refuses tests must be a rule of the pack`() {
    let found = SmallPack.withLists.with(
      file, guidance.replacing("rule: eczema", with: "rule: no-such-rule")
    ).diagnostics
    #expect(found.contains { $0.contains("there is no rule \"no-such-rule\"") }, "\(found)")
  }
}
