import ClinicalModel

// What forbids a test here, asked of one test at a time.

extension AnswerContext {
  /// The same patient with one entry of the plan alone, and with a test of it
  /// planned or none at all.
  func weighed(_ planned: PlannedRecord, testing kind: SkinTestKind?) -> AnswerContext {
    var answers = answers.planning(planned, in: pack)
    answers[ListSubject.skinTests.question] =
      kind.map { kind in
        .known(
          .entries([
            [
              .testKind: .known(.choice(Option.ID(rawValue: kind.rawValue))),
              .ingredient: .known(.text(planned.name)), .testState: .known(.choice("planned")),
            ]
          ]))
      } ?? .unknown(.notAsked)
    return AnswerContext(pack: compiled, answers: answers, interviewDate: interviewDate)
  }

  /// The rules that defer a test which a row of a table asks for, by place, each
  /// with the patient for whom it holds. What excludes says so by its own row.
  func refusals(ofTestsFor rules: [Rule], beside sayings: [WeighedPack.Saying]) -> [Int:
    AnswerContext]
  {
    let offers = rules.filter { $0.severity == .proceedAfterPatchTest }.flatMap(\.skinTestOffers)
    guard !offers.isEmpty else { return [:] }
    var open = pack.rules.indices.compactMap { place -> (place: Int, kinds: [SkinTestKind])? in
      guard pack.rules[place].severity == .defer,
        let refusal = pack.skinTests.refusals.first(where: { $0.rule == pack.rules[place].id })
      else { return nil }
      return (place, refusal.kinds)
    }
    open.removeAll { own in
      sayings.contains { saying in
        if case .rule(own.place) = saying.source { saying.isEstablished } else { false }
      }
    }
    var refused: [Int: AnswerContext] = [:]
    for planned in plannedRecords {
      for kind in SkinTestKind.ofIngredients
      where offers.contains(where: { $0.kind == kind && planned.isIn($0.scope) }) {
        let own = open.filter { $0.kinds.contains(kind) && refused[$0.place] == nil }
        guard !own.isEmpty else { continue }
        let alone = weighed(planned, testing: kind)
        for (place, _) in own where alone.truth(ofRule: place) == .true { refused[place] = alone }
      }
    }
    return refused
  }
}
