package import ClinicalModel

/// A test that ends a finding: of which kind, for which ingredients, and when it
/// is wanted, apart from whether it has been made.
struct SkinTestOffer {
  let rule: Rule.ID
  let kind: SkinTestKind
  let scope: IngredientScope
  let when: Condition
}

extension Rule {
  /// The tests that end the rule's finding when they are complete and negative.
  ///
  /// `offers-test` asks `untested(...)` beside the rule's own condition;
  /// `unless: tested(kind)` asks for a test of everything planned, and stands
  /// also while nobody knows what is planned.
  var skinTestOffers: [SkinTestOffer] {
    guard severity > .proceed else { return [] }
    return when.offers.map {
      SkinTestOffer(rule: id, kind: $0.kind, scope: $0.scope, when: $0.when)
    }
  }

  /// The list that ends the rule's finding once it is complete, as
  /// `unless: complete(list)` says.
  var endingList: ListSubject? {
    when.parts.lazy.compactMap { part -> ListSubject? in
      if case .not(.list(.complete(let list))) = part { list } else { nil }
    }.first
  }

  /// Whether it speaks of tests on record.
  var isAboutTests: Bool {
    when.parts.contains { if case .list(.any(.skinTests, _)) = $0 { true } else { false } }
  }

  /// Whether a finding of this weight says what ends it: a test, a list that is
  /// to be completed, or a test on record.
  package var namesItsTest: Bool {
    !skinTestOffers.isEmpty || endingList != nil || isAboutTests
  }
}

/// A kind of test for some ingredients, and what else must hold.
private struct Offered {
  let kind: SkinTestKind
  let scope: IngredientScope
  let when: Condition
}

extension Condition {
  /// What must hold together, however deep it is nested.
  fileprivate var parts: [Condition] {
    if case .and(let parts) = self { parts.flatMap(\.parts) } else { [self] }
  }

  /// Tests that are wanted as long as this holds.
  private var wanted: [Offered] {
    switch self {
    case .list(.untested(let kind, let scope)):
      return kind.skinTest.map { [Offered(kind: $0, scope: scope, when: .always)] } ?? []
    case .not(.list(.tested(let kind))):
      return kind.skinTest.map { [Offered(kind: $0, scope: .all, when: .always)] } ?? []
    case .or(let parts):
      // Several kinds that are all wanted.
      let wanted = parts.map(\.wanted)
      return wanted.allSatisfy { !$0.isEmpty } ? wanted.flatMap(\.self) : []
    default: return []
    }
  }

  fileprivate var offers: [Offered] {
    // One row of several that make the same finding.
    if case .or(let rows) = self { return rows.flatMap(\.offers) }
    let parts = parts
    return parts.enumerated().flatMap { place, part -> [Offered] in
      var rest = parts
      rest.remove(at: place)
      return part.wanted.map { Offered(kind: $0.kind, scope: $0.scope, when: .and(rest)) }
    }
  }
}

/// Which kinds of test findings want for what is planned.
struct SkinTestOffers {
  /// An offer that stands, or may stand while answers are missing.
  private let standing: [(offer: SkinTestOffer, truth: Truth)]

  /// Those of the pack's rules, of the tables and of answers that are not known.
  init(_ context: AnswerContext) {
    let offered = (context.pack.rules + tableRules(in: context)).flatMap(\.skinTestOffers)
      .compactMap { offer -> (SkinTestOffer, Truth)? in
        let truth = context.assess(offer.when).truth
        return truth == .false ? nil : (offer, truth)
      }
    standing =
      offered
      + context.unknownsThatATestEnds.map { question in
        let offer = SkinTestOffer(
          rule: .unknown(question), kind: .ofUnknownAnswers, scope: .all, when: .always)
        return (offer, .true)
      }
  }

  /// The rules that ask for a kind, or may ask for it.
  func rules(_ kind: SkinTestKind, for planned: PlannedRecord, if wanted: Truth) -> [Rule.ID] {
    unique(
      standing.filter {
        $0.truth == wanted && $0.offer.kind == kind && planned.isIn($0.offer.scope)
      }.map(\.offer.rule))
  }

  /// The rules that ask for a kind of test of the method, or may ask for it.
  func rules(ofMethod kind: SkinTestKind, if wanted: Truth) -> [Rule.ID] {
    unique(standing.filter { $0.truth == wanted && $0.offer.kind == kind }.map(\.offer.rule))
  }
}

extension SkinTestKind {
  /// What is tested while an answer is not known that would ask for a test: the
  /// small area, as for every reason that names no substance.
  static let ofUnknownAnswers = SkinTestKind.spot
}

extension AnswerContext {
  /// The questions whose answer is not known at the weight of "patch test
  /// first"; a negative test of everything planned answers them as well.
  var unknownsThatATestEnds: [Question.ID] {
    pack.questions.indices.compactMap { place in
      guard pack.questions[place].onUnknown == .finding(.proceedAfterPatchTest),
        isUnknownRaised(at: place)
      else { return nil }
      return pack.questions[place].id
    }
  }

  /// Whether not knowing the answer at a place is said: it applies, or may apply
  /// and was asked.
  private func isUnknownRaised(at place: Int) -> Bool {
    guard case .unknown(let reason) = answer(at: place) else { return false }
    return switch applies(at: place) {
    case .true: true
    case .unknown: reason != .notAsked
    case .false: false
    }
  }

  /// Whether the test is made and negative that an unknown answer of this weight
  /// waits for.
  func isEndedByTest(_ severity: Severity) -> Bool {
    guard severity == .proceedAfterPatchTest else { return false }
    let kind = Option.ID(rawValue: SkinTestKind.ofUnknownAnswers.rawValue)
    return isGiven(.skinTests) && assess(.list(.tested(kind))).truth == .true
  }
}
