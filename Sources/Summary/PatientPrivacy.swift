import ClinicalModel
import Screening

extension SummaryMaterial {
  /// Whether a finding would tell those at home something private.
  ///
  /// It does when an answer that it rests on is private. Of the questions the
  /// pack lists under its private options only those options are: a sheet that
  /// hid every illness could not say which letter to bring.
  func isPrivate(_ finding: Finding) -> Bool {
    finding.because.contains { because in
      guard let question = pack.question(because.question), question.privacy == .restricted
      else { return false }
      // The words for an answer that is not known name no private question.
      if case .unknownAnswer = finding.origin { return false }
      guard
        let listed = pack.guidance.privateOptions.first(where: { $0.question == question.id }),
        case .known(.choices(let marked)) = because.answer, let rule = pack.rule(finding.rule)
      else { return true }
      let named = rule.when.optionsNamed(of: question.id)
      return listed.options.contains { marked.contains($0) && named.contains($0) }
    }
  }
}

extension Condition {
  /// The options of a multiple choice that the condition asks for.
  fileprivate func optionsNamed(of question: Question.ID) -> Set<Option.ID> {
    switch self {
    case .hasAny(question, let options): Set(options)
    case .and(let parts), .or(let parts):
      parts.reduce(into: []) { $0.formUnion($1.optionsNamed(of: question)) }
    case .not(let part): part.optionsNamed(of: question)
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .list, .entry: []
    }
  }
}
