import ClinicalModel
import ProtocolChecks
import Screening
import Synchronization

/// Engines with one fault each, on which the proofs are tried.
enum FaultyScreening {
  /// Takes whatever is not known for "no".
  static let unknownIsNo: Screener = { answers, pack, day in
    var taken = answers
    for question in pack.questions {
      guard case .unknown = answers[question.id] else { continue }
      switch question.kind {
      case .single where question.option("no") != nil:
        taken[question.id] = .known(.choice("no"))
      case .multiple where question.option(Option.none) != nil:
        taken[question.id] = .known(.choices([Option.none]))
      case .date(_, orNever: true, _): taken[question.id] = .known(.never)
      default: break
      }
    }
    return screen(taken, with: pack, on: day)
  }

  /// Says nothing of answers that are not known.
  static let quietOnUnknown: Screener = { answers, pack, day in
    let report = screen(answers, with: pack, on: day)
    return report.with(findings: report.findings.filter { $0.origin == .rule })
  }

  /// Announces no more than it has found.
  static let noForesight: Screener = { answers, pack, day in
    let report = screen(answers, with: pack, on: day)
    return report.with(couldBecome: report.outcome)
  }

  /// Announces less than it has found.
  static let belittling: Screener = { answers, pack, day in
    let report = screen(answers, with: pack, on: day)
    return report.outcome == .caution ? report.with(couldBecome: .proceed) : report
  }

  /// Asks nothing while it is open whether it applies.
  static let hiding: Screener = { answers, pack, day in
    screen(answers, with: pack, on: day).with(offered: [])
  }

  /// Lets every answer count, whether its question applies or not.
  static let gateless: Screener = { answers, pack, day in
    screen(answers, with: pack.withoutGates, on: day)
  }

  /// Says something else every other time.
  static func wavering() -> Screener {
    let turn = Turn()
    return { answers, pack, day in
      let report = screen(answers, with: pack, on: day)
      return turn.next() ? report.with(couldBecome: .doNotTreat) : report
    }
  }

  private final class Turn: Sendable {
    private let isOdd = Mutex(false)
    func next() -> Bool {
      isOdd.withLock { isOdd in
        isOdd.toggle()
        return isOdd
      }
    }
  }
}

extension Report {
  fileprivate func with(
    couldBecome: Severity? = nil, findings: [Finding]? = nil, offered: [Question.ID]? = nil
  ) -> Report {
    Report(
      evaluatedFor: evaluatedFor, outcome: outcome, couldBecome: couldBecome ?? self.couldBecome,
      complete: complete, findings: findings ?? self.findings, lines: lines,
      earliestDate: earliestDate, events: events, patchTest: patchTest, unanswered: unanswered,
      offered: offered ?? self.offered, emergencies: emergencies)
  }
}

extension CompiledPack {
  fileprivate var withoutGates: CompiledPack {
    ProofPack.pack(
      pack.questions.map {
        Question(
          id: $0.id, ask: $0.ask, label: $0.label, kind: $0.kind, options: $0.options,
          onUnknown: $0.onUnknown)
      }, pack.rules)
  }
}
