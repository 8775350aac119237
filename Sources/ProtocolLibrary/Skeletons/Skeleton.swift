// A skeleton is an entry of a pack with everything a person must write still
// to be written:
//
//     - id: gum-chewing
//       ask: "FILL IN: the question as it is read aloud"
//
// A pack that holds such a text is refused, so that no half-written question
// is ever asked; the diagnostic repeats what is to be written there.

import ClinicalModel

/// The lines of an entry that is to be filled in.
struct Skeleton {
  /// What begins a text that is still to be written.
  static let mark = "FILL IN: "

  /// What is to be written in place of a text; `nil` if it is written already.
  static func wanted(in text: String) -> String? {
    text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : nil
  }

  /// The entry's lines; the first begins with a hyphen.
  let lines: [String]

  /// A question of a kind.
  static func question(_ id: String, _ kind: QuestionKindWord) -> Skeleton {
    Skeleton(
      lines: [
        "- id: \(id)",
        "  ask: \(blank("the question as it is read aloud, in one breath"))",
        "  label: \(blank("what it is about, in two or three words"))",
        "  why: \(blank("why it is asked, for staff and for a patient who wonders"))",
        "  cite: [\(blank("the name of a source in sources.yaml"))]",
        "  type: \(kind.rawValue)",
      ] + kind.ownLines + [
        "  on_unknown: \(blank("what not knowing weighs: none, \(severities)"))"
      ])
  }

  /// A rule.
  static func rule(_ id: String) -> Skeleton {
    Skeleton(lines: [
      "- id: \(id)",
      "  title: \(blank("what was found, in a few words"))",
      "  when: \(blank("the condition on the answers, such as a-question = yes"))",
      "  severity: \(blank("\(severities); with defer also until"))",
      "  staff: \(blank("what staff do now"))",
      "  patient: \(blank("the same in words for the patient"))",
      "  cite: [\(blank("the name of a source in sources.yaml"))]",
      "  strength: \(blank(oneOf(EvidenceStrength.allCases.map(\.rawValue))))",
    ])
  }

  /// The three cases that every rule has.
  static func cases(_ rule: String) -> Skeleton {
    Skeleton(
      lines: ["- rule: \(rule)", "  cases:"]
        + example("a patient for whom the rule holds", "established")
        + example("a patient for whom it does not hold", "nothing")
        + example("a patient of whom it is not known", "possible"))
  }

  private static func example(_ who: String, _ expected: String) -> [String] {
    ["  - name: \(blank("a sentence about \(who)"))", "    given: {}", "    expect: \(expected)"]
  }

  private static let severities = oneOf(Severity.allCases.map(\.rawValue))

  private static func oneOf(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  fileprivate static func blank(_ wanted: String) -> String { "\"\(mark)\(wanted)\"" }
}

/// The kinds of question for which there is a skeleton, as packs write them.
package enum QuestionKindWord: String, CaseIterable, Sendable {
  /// One option of several.
  case single
  /// Any number of options.
  case multi
  /// A number with its unit.
  case number
  /// A day, exact or not.
  case date
  /// A day, or that it never happened.
  case dateOrNo = "date-or-no"
  /// A day, or that it is still going on.
  case dateOrCurrent = "date-or-current"
  /// Free text, which no condition reads.
  case text

  /// The keys that only this kind has.
  fileprivate var ownLines: [String] {
    switch self {
    case .single: ["  options:", "    \"yes\": \"Yes\"", "    \"no\": \"No\""]
    case .multi:
      [
        "  options:", "    \"none\": \"None of these\"",
        "    \"first\": \(Skeleton.blank("what the first option says"))",
      ]
    case .number:
      [
        "  unit: \(Skeleton.blank("the unit, such as kg"))",
        "  range: [\(Skeleton.blank("the least")), \(Skeleton.blank("the most"))]",
      ]
    case .date, .dateOrNo, .dateOrCurrent: ["  tense: past"]
    case .text: []
    }
  }
}
