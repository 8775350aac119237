import ClinicalModel
import Screening

/// One space of combinations, screened once each.
struct SpaceTrial {
  let trial: RuleTrial
  let space: AnswerSpace

  /// What a report says, as far as the proofs compare it.
  struct Cell {
    /// Whether the rule is established.
    var established: Bool
    /// Whether it says nothing at all.
    let silent: Bool
    var outcome: Severity
    let couldBecome: Severity
  }

  init(_ trial: RuleTrial, _ space: AnswerSpace) {
    self.trial = trial
    self.space = space
  }

  /// Screens each combination and looks for what must hold of answers that are
  /// missing or parked.
  mutating func tryUnknownAnswers(_ tally: inout Tally) {
    var cells: [Cell] = []
    cells.reserveCapacity(space.count)
    for combination in 0..<space.count {
      let answers = space.answers(combination)
      let report = trial.report(answers)
      tally.patientCount += 1
      let finding = report.findings.first { $0.origin == .rule }
      cells.append(
        Cell(
          established: finding?.certainty == .established, silent: finding == nil,
          outcome: report.outcome, couldBecome: report.couldBecome))
      tryOwn(report, answers, size: space.askedCount(combination), &tally)
    }
    tryCompletions(cells, &tally)
  }

  /// A completion may establish no rule that was silent, and may not lead past
  /// what was announced.
  private func tryCompletions(_ cells: [Cell], _ tally: inout Tally) {
    var worst = cells
    space.foldCompletions(into: &worst) { cell, later in
      cell.established = cell.established || later.established
      cell.outcome = max(cell.outcome, later.outcome)
    }
    let spoken = space.smallest(
      cells.indices.lazy.filter { cells[$0].silent && worst[$0].established })
    if let combination = spoken {
      add(
        .unknownSafety, combination, &tally, completedWhere: { cells[$0].established },
        words: { "the rule is silent, yet established once \($0)" })
    }
    let passed = space.smallest(
      cells.indices.lazy.filter {
        max(cells[$0].outcome, worst[$0].outcome) > cells[$0].couldBecome
      })
    if let combination = passed {
      let limit = cells[combination].couldBecome
      if cells[combination].outcome > limit {
        let found = cells[combination].outcome.rawValue
        tally.add(
          trial.violation(
            .intervalSoundness, space.answers(combination),
            "the outcome is \(found), although it could become \(limit.rawValue) at worst"),
          size: space.askedCount(combination))
      } else {
        add(
          .intervalSoundness, combination, &tally, completedWhere: { cells[$0].outcome > limit },
          words: { "the report could become \(limit.rawValue) at worst, yet is worse once \($0)" })
      }
    }
  }

  /// Adds a violation that shows in a completion of a combination.
  private func add(
    _ proof: Proof, _ combination: Int, _ tally: inout Tally, completedWhere holds: (Int) -> Bool,
    words: (String) -> String
  ) {
    let size = space.askedCount(combination)
    guard tally.wants(proof, size: size) else { return }
    let completions = (0..<space.count).filter { holds($0) && space.completes($0, combination) }
    guard let completion = space.smallest(completions) else { return }
    let added = space.domains.indices.filter {
      space.digit($0, of: completion) != space.digit($0, of: combination)
    }.map { "\(space.domains[$0].question) = \(space.answer($0, of: completion).words)" }
    tally.add(
      trial.violation(
        proof, space.answers(combination), words(added.joined(separator: ", "))), size: size)
  }

  /// The most combinations that are screened twice.
  private static let repeatedMax = 2_000
  /// The same where names must be looked up.
  private static let repeatedListMax = 200

  /// The same answers, put in the other way round, give an equal report.
  func tryDeterminism(_ tally: inout Tally, amongSpaces spaces: Int) {
    let most = space.domains.readsLists ? Self.repeatedListMax : Self.repeatedMax
    let step = max(1, space.count * spaces / most)
    for combination in stride(from: 0, to: space.count, by: step) {
      let answers = space.answers(combination)
      let size = space.askedCount(combination)
      tally.patientCount += 1
      guard tally.wants(.determinism, size: size),
        trial.report(answers) != trial.report(space.answersBackwards(combination))
      else { continue }
      tally.add(
        trial.violation(.determinism, answers, "the same answers give two different reports"),
        size: size)
    }
  }
}
