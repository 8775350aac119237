import ClinicalModel
import Consultation
import Screening
import Terminal

// From the key of a decision, over what it asks for, to the decision on record.

extension ResultScreen {
  mutating func decide(_ kind: DecisionChoice.Kind, _ around: Around) -> [Outcome] {
    let session = around.session
    guard let choice = DecisionChoice.all(session).first(where: { $0.kind == kind }) else {
      return []
    }
    if case .no(let because) = choice.available { return [.say("Not available: \(because).")] }
    switch kind {
    case .doNotTreat: ask(.reason(.doNotTreat))
    case .defer:
      var proposed = ""
      if case .date(let date) = session.report.earliestDate { proposed = date.spelled }
      ask(.until, offering: proposed)
    case .changePlan:
      let plan = session.checklist.items.first { $0.question.changeability == .plan }
      return plan.map { [.visit($0.question.id, then: .review)] } ?? []
    case .treat where DecisionChoice.isAgainstAdvice(session.report): ask(.code)
    case .treat:
      if !DecisionChoice.needsReason(session.report) { return record(.treat, [], session) }
      ask(.reason(.treat))
    case .patchTestFirst: return record(.patchTestFirst, [], session)
    }
    // An override must not be answered by keys typed before it was on screen.
    return [.effects([.flushInput])]
  }

  /// Takes what was typed for what is asked.
  mutating func take(_ typed: String, _ around: Around) -> [Outcome] {
    let session = around.session
    switch asked {
    case nil: return []
    case .until: return takeDay(typed, session)
    case .code:
      guard let number = Int(typed), AgainstAdvice.Code.allCases.indices.contains(number - 1)
      else { return [.warn("Enter the number of a reason, or Esc to decide otherwise.")] }
      ask(.reason(.treatAgainstAdvice(AgainstAdvice.Code.allCases[number - 1])))
    case .reason(let chosen):
      guard !typed.isEmpty else {
        return [.warn("Enter the reason, or Esc to decide otherwise.")]
      }
      return takeReason(typed, chosen, around)
    case .override(let grounds):
      guard typed == "OVERRIDE" else {
        return [.warn("Type the word OVERRIDE in capitals, or Esc to decide otherwise.")]
      }
      ask(.overrider(grounds), offering: around.user.name, lengthMax: 80)
    case .overrider(let grounds):
      guard !typed.isEmpty else {
        return [.warn("Enter the name of the clinician who decides, or Esc.")]
      }
      guard case .againstAdvice = grounds.weight else {
        return record(.treat, overrides(because: grounds.reason, as: typed, session), session)
      }
      ask(.second(grounds, clinician: typed), lengthMax: 80)
    case .second(let grounds, let clinician):
      guard !typed.isEmpty, !AgainstAdvice.isSamePerson(typed, clinician) else {
        return [
          .warn(
            "Enter the full name of another person than \(clinician), or Esc to decide otherwise.")
        ]
      }
      return treatAgainstAdvice(grounds, clinician, typed, session)
    case .name: return sign(as: typed, around)
    }
    return [.effects([.flushInput])]
  }

  private mutating func takeDay(_ typed: String, _ session: Session) -> [Outcome] {
    let release: Release
    switch DateEntry(today: session.day, tense: .future).read(typed, label: "The day") {
    case .date(.day(let day)): release = .date(day)
    case .date:
      return [.warn("Enter a day, for example 5 Dec 2026, or clear the field for an event.")]
    case .refused(let words): return [.warn(words)]
    case .empty:
      guard !session.report.events.isEmpty else {
        return [.warn("Enter a day, for example 5 Dec 2026 or 2w.")]
      }
      release = .event(session.report.events.joined(separator: "; "))
    }
    ask(.reason(.deferral(release)))
    return [.effects([.flushInput])]
  }

  private mutating func takeReason(
    _ reason: String, _ chosen: Chosen, _ around: Around
  ) -> [Outcome] {
    let session = around.session
    switch chosen {
    case .doNotTreat: return record(.doNotTreat(reason: reason), [], session)
    case .deferral(let release):
      return record(.deferred(until: release, reason: reason), [], session)
    case .treat:
      let grounds = Grounds(reason: reason, weight: .ordinary)
      if DecisionChoice.needsOverride(session.report) {
        ask(.override(grounds), lengthMax: 20)
      } else {
        ask(.overrider(grounds), offering: around.user.name, lengthMax: 80)
      }
    case .treatAgainstAdvice(let code):
      ask(.override(Grounds(reason: reason, weight: .againstAdvice(code))), lengthMax: 20)
    }
    return [.effects([.flushInput])]
  }

  /// Treating in spite of findings names each of them.
  private func overrides(
    because reason: String, as clinician: String, _ session: Session
  ) -> [Event] {
    session.report.findings.filter {
      $0.certainty == .established && $0.severity > .proceed && $0.severity < .doNotTreat
    }.map { .overridden(Override(rule: $0.rule, reason: reason, clinician: clinician)) }
  }

  /// Treating although findings exclude it names all of these at once; the
  /// outcome stays what it is.
  private func treatAgainstAdvice(
    _ grounds: Grounds, _ clinician: String, _ second: String, _ session: Session
  ) -> [Outcome] {
    let excluding = session.report.findings.filter {
      $0.certainty == .established && $0.severity == .doNotTreat
    }
    guard case .againstAdvice(let code) = grounds.weight,
      let against = AgainstAdvice(
        rules: excluding.map(\.rule), because: code, reason: grounds.reason,
        clinician: clinician, second: second)
    else { return [] }
    return record(
      .treat,
      [.treatedAgainstAdvice(against)]
        + overrides(because: grounds.reason, as: clinician, session), session)
  }

  private func record(_ decision: Decision, _ overrides: [Event], _ session: Session) -> [Outcome] {
    [
      .append(overrides + [.decided(decision)]), .showResult,
      .say("The decision is recorded. S signs it."),
    ]
  }
}
