// wording.yaml: what a pack's texts may never say.
//
//   never-say:
//   - phrases: ["stop/pause ... medicine/tablets"]   alternatives; ... is a few words
//     unless: ["never/not stop/pause"]               words that make it harmless
//     texts: all                                     patient (when left out) or all
//     own-choice: allowed                            in rules for own choice only
//     why: "Only the prescriber decides."
//     instead: "Keep taking your medicine."          left out when nothing is to be said

import ClinicalModel

/// Reads `wording.yaml`.
struct WordingReader {
  private static let entriesMax = 100
  private static let phrasesMax = 60
  private static let phraseMax = 1_000

  func neverSay(_ root: DocumentNode, _ faults: inout Faults) -> [NeverSay] {
    guard let file = Fields(root, of: "wording.yaml", required: ["never-say"], &faults) else {
      return []
    }
    let items = file.items("never-say", &faults)
    if items.count > Self.entriesMax {
      faults.add(
        file.place(of: "never-say"), "there are more than \(Self.entriesMax) entries",
        "put phrases with the same reason together")
      return []
    }
    var unique = UniqueNames()
    return items.compactMap { entry($0, &unique, &faults) }
  }

  private func entry(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> NeverSay?
  {
    guard
      let fields = Fields(
        node, of: "an entry", required: ["phrases", "why"],
        optional: ["unless", "texts", "own-choice", "instead"], &faults)
    else { return nil }
    let phrases = self.phrases("phrases", fields, &faults)
    for (place, phrase) in phrases {
      unique.use(phrase.lowercased(), of: "phrase", at: place, &faults)
    }
    if fields.node("phrases")?.items != nil, phrases.isEmpty {
      faults.add(
        fields.place(of: "phrases"), "there are no phrases", "write one or remove the entry")
    }
    return NeverSay(
      phrases: phrases.map(\.text), unless: self.phrases("unless", fields, &faults).map(\.text),
      why: fields.text("why", most: 200, &faults),
      instead: fields.text("instead", most: 300, &faults),
      reach: fields.word("texts", of: WordingReach.allCases, default: .patient, &faults),
      ownChoice: fields.word(
        "own-choice", of: OwnChoiceWording.allCases, default: .refused, &faults))
  }

  private func phrases(_ key: String, _ fields: Fields, _ faults: inout Faults)
    -> [(place: Place, text: String)]
  {
    let items = fields.items(key, &faults)
    if items.count > Self.phrasesMax {
      faults.add(
        fields.place(of: key), "there are more than \(Self.phrasesMax) phrases",
        "join them with / or split the entry")
      return []
    }
    return items.map { item in
      let text = oneLine(item, of: "a phrase", most: Self.phraseMax, &faults)
      if !text.isEmpty, !SpokenPhrase(text).isProper {
        faults.add(
          item.place, "\(shown(text)) can never be found in a text",
          "write words, a/b for either, and ... between two words; no hyphens or full stops")
      }
      return (item.place, text)
    }
  }
}
