import ClinicalModel

// The words of skin tests: staff read how they are done, patients what they are
// told and asked.

extension SkinTestGuidance {
  /// Every text on skin tests.
  var passages: [WordingLint.Passage] {
    let never = neverTest.enumerated().map { place, test in
      passage(test.reason, .staff, "never-test", .item(place), "reason")
    }
    let defined = grades.enumerated().map { place, grade in
      passage(grade.definition, .staff, "grades", .item(place), "definition")
    }
    return kinds.enumerated().flatMap { texts(of: $1, at: $0) } + never + defined
  }

  private func texts(of guide: SkinTestKindGuide, at place: Int) -> [WordingLint.Passage] {
    let staff: [(PackSpot.Step, [String])] = [
      ("title", [guide.title]), ("finds", [guide.finds]), ("sites", guide.sites),
      ("amount", [guide.amount]), ("who", [guide.who]), ("steps", guide.steps),
      ("readings", guide.readings.map(\.words)), ("positive", [guide.positive]),
    ]
    let patient: [(PackSpot.Step, [String])] = [
      ("tell", guide.tell),
      ("before-placing", guide.beforePlacing.flatMap { [$0.ask, $0.effect] }),
      ("before-reading", guide.beforeReading.flatMap { [$0.ask, $0.effect] }),
    ]
    func passages(
      _ texts: [(PackSpot.Step, [String])], _ reader: WordingLint.Passage.Reader
    ) -> [WordingLint.Passage] {
      texts.flatMap { key, lines in
        lines.map { passage($0, reader, "kinds", .item(place), key) }
      }
    }
    return passages(staff, .staff) + passages(patient, .patient)
  }

  private func passage(
    _ text: String, _ reader: WordingLint.Passage.Reader, _ list: PackSpot.Step,
    _ item: PackSpot.Step, _ key: PackSpot.Step
  ) -> WordingLint.Passage {
    WordingLint.Passage(text: text, spot: PackSpot(.skinTests, list, item, key), reader: reader)
  }
}
