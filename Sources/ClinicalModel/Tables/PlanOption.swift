/// What one option of a question puts into or onto the patient: a row of
/// `tables/plan.csv`.
///
/// With the list of planned ingredients these rows make one plan, whichever
/// question an ingredient was named by.
public struct PlanOption: Hashable, Sendable {
  /// The question, such as the one about numbing.
  public let question: Question.ID
  /// Its option.
  public let option: Option.ID
  /// What is certainly used.
  public let holds: [Ingredient.ID]
  /// Of these one is used, and the option does not say which.
  public let oneOf: [Ingredient.ID]
  /// Other rows under which the same thing may stand on the list.
  public let listedAs: [Ingredient.ID]
  /// Whether an ingredient of this row, wherever the plan has it from, counts
  /// as the option for rules that ask for the option.
  public let countsBack: Bool
  /// Whether it is given apart from the product: weighed for itself, and
  /// neither a kind of product nor a part of a test with the mixture.
  public let isApart: Bool
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A row from its parts.
  public init(
    question: Question.ID, option: Option.ID, holds: [Ingredient.ID] = [],
    oneOf: [Ingredient.ID] = [], listedAs: [Ingredient.ID] = [], countsBack: Bool = false,
    isApart: Bool = false, evidence: TableEvidence
  ) {
    self.question = question
    self.option = option
    self.holds = holds
    self.oneOf = oneOf
    self.listedAs = listedAs
    self.countsBack = countsBack
    self.isApart = isApart
    self.evidence = evidence
  }

  /// What it can bring.
  public var brings: [Ingredient.ID] { holds + oneOf }

  /// Everything that may stand on the list for it.
  public var all: [Ingredient.ID] { holds + oneOf + listedAs }
}

extension Tables {
  /// What counts back as which option of a question.
  static func countingBack(_ rows: [PlanOption]) -> [Question.ID: [Option.ID: Set<Ingredient.ID>]] {
    var counting: [Question.ID: [Option.ID: Set<Ingredient.ID>]] = [:]
    for row in rows where row.countsBack {
      counting[row.question, default: [:]][row.option, default: []].formUnion(row.all)
    }
    return counting
  }

  /// The questions that say what is planned beside the list, in the table's
  /// order.
  public var planQuestions: [Question.ID] { once([planOptions.map(\.question)]) }

  /// What counts as one of these options of a question; empty when nothing but
  /// the answer does.
  package func ingredients(countingAs options: [Option.ID], of question: Question.ID)
    -> Set<Ingredient.ID>
  {
    guard let counting = countingBack[question] else { return [] }
    return options.reduce(into: []) { $0.formUnion(counting[$1] ?? []) }
  }

  /// Every question that a condition reads: those it names, and those that say
  /// what is planned where it asks for that.
  public func questionsRead(by condition: Condition) -> [Question.ID] {
    once([condition.questions, planReadings(of: condition).flatMap(\.questions)])
  }

  /// What a condition reads of the plan beside what it names, as conditions.
  ///
  /// They are for those who work out which answers can be told apart; none of
  /// them is weighed.
  public func planReadings(of condition: Condition) -> [Condition] {
    guard !planOptions.isEmpty else { return [] }
    switch condition {
    case .and(let parts), .or(let parts): return parts.flatMap { planReadings(of: $0) }
    case .not(let part): return planReadings(of: part)
    case .isAny(let id, let options), .hasAny(let id, let options):
      let counting = ingredients(countingAs: options, of: id)
      guard !counting.isEmpty else { return [] }
      let others = planOptions.filter {
        !$0.isApart && $0.question != id && !counting.isDisjoint(with: $0.brings)
      }
      return [.list(.listed(counting.map(\.rawValue).sorted()))] + others.flatMap(\.readings)
    case .list(.planned(let names)):
      let meant = Set(names.flatMap { ingredients(meant: $0) }.map(\.id))
      return planOptions.filter { !meant.isDisjoint(with: $0.brings) }.flatMap(\.readings)
    case .list(.untested(_, let scope)):
      return planOptions.filter { option in
        !option.isApart && option.brings.compactMap(ingredient).contains { scope.holds([$0]) }
      }.flatMap(\.readings)
    case .list(.tested): return planOptions.filter { !$0.isApart }.flatMap(\.readings)
    case .list(.any(_, let inner)) where inner.asksForPlan:
      return planOptions.flatMap(\.readings)
    case .always, .isNot, .current, .compare, .list, .entry: return []
    }
  }
}

extension PlanOption {
  /// The option marked, and the list naming it.
  fileprivate var readings: [Condition] {
    [.hasAny(question, [option]), .list(.listed(all.map(\.rawValue).sorted()))]
  }
}

extension Condition {
  /// Whether a condition on an entry looks at the plan.
  fileprivate var asksForPlan: Bool {
    switch self {
    case .entry(.isPlanned), .isAny(.lotMatch, _), .isNot(.lotMatch, _): true
    case .and(let parts), .or(let parts): parts.contains(where: \.asksForPlan)
    case .not(let part): part.asksForPlan
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .list, .entry: false
    }
  }
}

extension IngredientScope {
  /// Whether a product of these ingredients is in it; one that no table knows
  /// is in every scope that names none.
  package func holds(_ ingredients: [Ingredient]) -> Bool {
    switch self {
    case .all: true
    case .ids(let ids): ingredients.contains { ids.contains($0.id.rawValue) }
    case .categories(let names):
      // Several ingredients in one product are a combination, whatever each is.
      ingredients.contains { names.contains($0.category.rawValue) }
        || ingredients.count > 1 && names.contains(Ingredient.Category.combination.rawValue)
    }
  }
}
