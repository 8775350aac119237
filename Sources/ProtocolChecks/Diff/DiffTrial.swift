import ClinicalModel
import Screening

/// One subject of two packs, tried with every combination of the answers that
/// bear on it in either.
struct DiffTrial {
  /// The most combinations that are shown of one kind of difference.
  private static let shownMax = 6
  /// The most smallest combinations that are told apart.
  private static let countedMax = 2_000

  let extent: Extent
  let patientCount: Int
  private let old: DiffSide
  private let new: DiffSide
  private let questions: [Question]
  private let spaces: [AnswerSpace]
  private let interviewDate: CalendarDate

  init(
    _ subject: SubjectDiff.Subject, from old: CompiledPack, to new: CompiledPack,
    on interviewDate: CalendarDate, exhaustingUpTo most: Int
  ) {
    let sides = (DiffSide(subject, in: old), DiffSide(subject, in: new))
    let ids = Set((sides.0.questions + sides.1.questions).map(\.id))
    // In the order of the new checklist; what it no longer asks comes last.
    let questions =
      new.questions.filter { ids.contains($0.id) }
      + old.questions.filter { ids.contains($0.id) && new.question($0.id) == nil }
    let conditions = sides.0.conditions + sides.1.conditions
    let domains = questions.map { question in
      AnswerDomain(
        of: [(old.question(question.id), old), (new.question(question.id), new)].compactMap {
          question, pack in question.map { ($0, pack) }
        }, for: conditions, on: interviewDate)
    }
    self.old = sides.0.beside(rulesDecidedBy: ids, in: old)
    self.new = sides.1.beside(rulesDecidedBy: ids, in: new)
    self.questions = questions
    self.interviewDate = interviewDate
    (spaces, extent) = domains.spaces(most: most)
    patientCount = spaces.map(\.count).reduce(0, +)
  }

  /// The smallest combinations with which the packs differ: for each kind of
  /// difference the first few, and how many more there are.
  var smallest: (shown: [ChangedCombination], moreCount: Int) {
    var found: [Difference: [Answers]] = [:]
    var order: [(difference: Difference, answers: Answers)] = []
    for (answers, before, after) in differing {
      let difference = Difference(before: before.withoutDay, after: after.withoutDay)
      let known = found[difference, default: []]
      if known.count >= Self.countedMax || known.contains(where: { contains(answers, $0) }) {
        continue
      }
      found[difference, default: []].append(answers)
      // The same window seen from a later day of treatment is not told again.
      let others = answers.asked.filter { $0 != .plannedTreatmentDate }
      if others.count == answers.asked.count || !known.contains(where: { $0.asked == others }) {
        order.append((difference, answers))
      }
    }
    var counts: [Difference: Int] = [:]
    let shown = order.filter { entry in
      counts[entry.difference, default: 0] += 1
      return counts[entry.difference, default: 0] <= Self.shownMax
    }
    return (shown.map { combination($0.answers) }, order.count - shown.count)
  }

  private struct Difference: Hashable {
    let before: DiffSaying
    let after: DiffSaying
  }

  /// Every combination in which the packs differ, the fewest answers first.
  private var differing: [(answers: Answers, before: DiffSaying, after: DiffSaying)] {
    var all: [(answers: Answers, before: DiffSaying, after: DiffSaying)] = []
    for space in spaces {
      for combination in 0..<space.count {
        let answers = space.answers(combination)
        let before = old.saying(answers, on: interviewDate)
        let after = new.saying(answers, on: interviewDate)
        if before != after { all.append((answers, before, after)) }
      }
    }
    return all.enumerated().sorted { first, second in
      (first.element.answers.asked.count, first.offset)
        < (second.element.answers.asked.count, second.offset)
    }.map(\.element)
  }

  /// Whether some answers hold all that others say, or mark more.
  private func contains(_ answers: Answers, _ smaller: Answers) -> Bool {
    smaller.asked.allSatisfy { question in
      switch (answers[question], smaller[question]) {
      case (.known(.choices(let more)), .known(.choices(let less))):
        Set(more).isSuperset(of: less)
      case (let answer, let other): answer == other
      }
    }
  }

  private func combination(_ answers: Answers) -> ChangedCombination {
    ChangedCombination(
      patient: ProofPatient(answers, of: questions, on: interviewDate),
      before: old.saying(answers, on: interviewDate), after: new.saying(answers, on: interviewDate),
      together: ChangedCombination.Together(
        before: old.together(answers, on: interviewDate),
        after: new.together(answers, on: interviewDate)))
  }
}

extension DiffSaying {
  /// The same whatever the day of a deferral: differences of one kind are shown
  /// by a few days each.
  fileprivate var withoutDay: DiffSaying {
    if case .established(let severity, .date) = self {
      .established(severity, .date(.last))
    } else {
      self
    }
  }
}

extension AnswerDomain {
  /// The answers worth trying in either of two packs.
  fileprivate init(
    of questions: [(Question, CompiledPack)], for conditions: [Condition],
    on interviewDate: CalendarDate
  ) {
    let domains = questions.map { question, pack in
      AnswerDomain(of: question, for: conditions, in: pack, on: interviewDate)
    }
    let first = domains[0]
    let unknown = first.values.prefix(first.unknownCount)
    let others = domains.flatMap { $0.values.dropFirst($0.unknownCount) }
    self.init(
      question: first.question, values: Array(unknown) + unique(others),
      unknownCount: first.unknownCount)
  }
}
