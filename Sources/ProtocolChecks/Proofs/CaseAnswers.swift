import ClinicalModel
import Screening

extension CompiledPack {
  /// The answers of a case: what it gives, and nothing planned for what the rule
  /// reads of the plan without naming it.
  ///
  /// A rule that names the list also reads the kind of product and the numbing,
  /// as all of them are one plan. A case about the list need not speak of these;
  /// one about them gives them.
  func answers(of example: RuleCase, for rule: Rule) -> Answers {
    let list = ListSubject.plannedIngredients.question
    let named = questionsNamed(by: rule)
    var answers = example.given
    for id in inputs(of: rule, in: self)
    where !named.contains(id) && answers[id] == .unknown(.notAsked) {
      guard let question = question(id) else { continue }
      if id == list {
        answers[id] = .known(.entries([[.ingredient: .known(.text(idleIngredient))]]))
      } else if let idle = pack.idleOption(of: question) {
        answers[id] = question.kind == .single ? .known(.choice(idle)) : .known(.choices([idle]))
      }
    }
    return answers
  }

  /// An ingredient that counts as no option.
  private var idleIngredient: String {
    let counting = Set(pack.tables.planOptions.flatMap(\.all))
    return pack.tables.ingredients.first { !counting.contains($0.id) }?.id.rawValue ?? ""
  }

  /// The questions that a rule, its deferral and the gates before them name.
  private func questionsNamed(by rule: Rule) -> Set<Question.ID> {
    var named: Set<Question.ID> = []
    var open = rule.when.questions + rule.until.questions
    while let id = open.popLast() {
      guard named.insert(id).inserted, let question = question(id) else { continue }
      open += question.when.questions
    }
    return named
  }
}
