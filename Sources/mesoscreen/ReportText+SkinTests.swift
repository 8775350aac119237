import ClinicalModel
import Consultation
import Screening
import Summary

extension ReportText {
  /// Plans with a milder outcome; proposals only.
  var nearest: [String] {
    nearestPlans(to: context.answers, with: pack, on: context.interviewDate).flatMap {
      hanging("- ", "Another plan: \($0.words(insteadOf: report.outcome)). Nothing is changed.")
    }
  }

  /// Each planned ingredient with its own outcome.
  var ingredients: [String] {
    let outcomes = ingredientOutcomes(of: context.answers, with: pack, on: context.interviewDate)
    guard !outcomes.isEmpty else { return [] }
    return heading("Planned ingredients")
      + outcomes.flatMap { ingredient in
        let verdict =
          ingredient.outcome == .proceed
          ? "nothing found for it" : "\(ingredient.outcome.mark) \(ingredient.outcome.word)"
        let could =
          ingredient.couldBecome > ingredient.outcome
          ? ", could become \(ingredient.couldBecome.word)" : ""
        return hanging("- ", "\(ingredient.ingredient): \(verdict)\(could)")
      }
  }

  /// Which tests are wanted, refused or under way, and when.
  var skinTests: [String] {
    let plan = skinTestPlan(
      context.answers, with: pack, on: context.interviewDate, today: context.interviewDate)
    guard !plan.items.isEmpty || !plan.reasons.isEmpty else { return [] }
    var lines = heading("Skin tests")
    for reason in plan.reasons {
      let perhaps = reason.isEstablished ? "" : " (perhaps)"
      let ends = reason.ends(in: pack).joined(separator: " ")
      lines += hanging("- ", "\(reason.title)\(perhaps): \(ends)")
    }
    for item in plan.wanted {
      lines += hanging("- ", "\(item.planned.name), \(item.kind.words): \(item.state.words)")
      func add(_ name: String, _ words: [String]) {
        if !words.isEmpty { lines += hanging("    \(name): ", words.joined(separator: "; ")) }
      }
      add("Asked by", item.askedBy.map(\.rawValue))
      add("May be asked by", item.mayBeAskedBy.map(\.rawValue))
      add("Not here", item.refusals.map { "\($0.staff) (\($0.rule))" } + item.never.map(\.reason))
      add("Instead", item.instead)
      add("Not here, perhaps", item.possibleRefusals.map { "\($0.title) (\($0.rule))" })
      if let schedule = item.schedule, item.isPossibleHere, !item.isSettled {
        add(
          schedule.standing == .suggested ? "Place, suggested" : "Place",
          ["\(schedule.placing.weekdayName) \(schedule.placing.spelled)"])
        add(
          "Read",
          schedule.readings.map { "day \($0.day) \($0.date.weekdayName) \($0.date.spelled)" })
        let earliest = schedule.earliestTreatment
        add("If all negative, earliest", ["\(earliest.weekdayName) \(earliest.spelled)"])
      }
    }
    for test in plan.others {
      lines += hanging(
        "- ", "\(test.planned.name), \(test.kind.words), not planned now: \(test.state.words)")
    }
    return lines
  }
}
