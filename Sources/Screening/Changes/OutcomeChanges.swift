public import ClinicalModel

/// What would lower the outcome of a whole consultation.
public struct OutcomeChanges: Hashable, Sendable {
  /// The outcome as things stand.
  public let outcome: Severity
  /// The smallest sets of changes with which it is lower, smaller sets first;
  /// empty when there is none, or as long as the next two are not.
  public let ways: [ChangeSet]
  /// Questions whose missing answers weigh as much as the outcome: nobody knows
  /// what comes of them, and they are asked first.
  public let toAnswer: [Question.ID]
  /// Rules of the outcome's weight that no plan, paper, test or day of
  /// treatment ends; something may still have to happen first.
  public let lasting: [Rule.ID]
}

/// What would lower the outcome of `screen(answers, with: pack, on:)`.
///
/// It is lower only when nothing of its weight is left. So every heaviest
/// finding must end, and nothing as heavy may come in its place; screening
/// again has shown both of each way.
public func outcomeChanges(
  _ answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> OutcomeChanges {
  let visit = ChangeVisit(answers: answers, pack: pack, interviewDate: interviewDate)
  let weighed = WeighedPack(visit.context(with: CombinedChange(), in: pack))
  let outcome = weighed.outcome
  var toAnswer: [Question.ID] = []
  var lasting: [Rule.ID] = []
  var endings: [(changes: RuleChanges, ways: [CombinedChange])] = []
  func end(_ rule: Rule) {
    let changes = RuleChanges(ending: rule, in: visit)
    let ways = changes.smallest
    if ways.isEmpty { lasting.append(rule.id) }
    endings.append((changes, ways))
  }
  for saying in weighed.sayings where saying.isEstablished && saying.severity == outcome {
    switch saying.source {
    case .unknownAnswer(let place): toAnswer.append(pack.questions[place].id)
    // Nothing but the right answer settles it.
    case .contradiction(let place):
      toAnswer += weighed.contradictions[place].suspect.found.questions.prefix(1)
    case .rule(let place): end(pack.rules[place])
    case .tableRule(let place): end(weighed.tableRules[place])
    }
  }
  var ways: [ChangeSet] = []
  // The mildest outcome cannot be lower.
  if outcome > .proceed, toAnswer.isEmpty, lasting.isEmpty {
    ways = joined(endings, in: visit).compactMap { change in
      let after = visit.outcome(with: change)
      return after < outcome ? visit.changeSet(change, outcome: after) : nil
    }
  }
  return OutcomeChanges(
    outcome: outcome, ways: Array(ways.prefix(waysMax)),
    toAnswer: outcome > .proceed ? toAnswer : [], lasting: outcome > .proceed ? lasting : [])
}

/// More ways than anybody reads.
private let waysMax = 20
/// The most combinations that are carried from one finding to the next.
private let carriedMax = 200
/// The most changes of one way.
private let sizeMax = 4

/// One way of ending each finding, put together in every manner that agrees
/// with itself.
private func joined(
  _ endings: [(changes: RuleChanges, ways: [CombinedChange])], in visit: ChangeVisit
) -> [CombinedChange] {
  var carried = [CombinedChange()]
  for ending in endings {
    let next = carried.flatMap { change in
      ending.changes.isSilent(with: change)
        ? [change] : ending.ways.flatMap { join(change, $0, in: visit) }
    }
    carried = Array(unique(next).filter { $0.size <= sizeMax }.minimal.prefix(carriedMax))
  }
  return carried
}

/// Both changes together, in each way in which that is possible.
private func join(_ first: CombinedChange, _ second: CombinedChange, in visit: ChangeVisit)
  -> [CombinedChange]
{
  var joined = [CombinedChange(wait: max(first.wait, second.wait), values: first.values)]
  for (id, value) in second.values.sorted(by: { $0.key < $1.key }) {
    guard let other = first.values[id], other != value else {
      for place in joined.indices { joined[place].values[id] = value }
      continue
    }
    let values = agreed(other, value, visit.pack.question(id))
    joined = joined.flatMap { change in
      values.map { value in
        var change = change
        change.values[id] = value
        return change
      }
    }
  }
  return joined
}

/// What two wishes for one question come to: either of two numbers, the options
/// that both leave in a plan, the papers that either asks for.
private func agreed(_ first: AnswerValue, _ second: AnswerValue, _ question: Question?)
  -> [AnswerValue]
{
  guard let question else { return [] }
  switch (first, second) {
  case (.number, .number): return [first, second]
  case (.choices(let one), .choices(let other)):
    let all = question.options.map(\.id)
    let options =
      question.changeability == .letter
      ? all.filter { one.contains($0) || other.contains($0) }
      : all.filter { one.contains($0) && other.contains($0) }
    return options.isEmpty ? [] : [.choices(options)]
  default: return []
  }
}
