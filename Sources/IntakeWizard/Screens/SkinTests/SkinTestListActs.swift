import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension SkinTestScreen {
  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    switch act {
    case .move(let step):
      mark = min(max(0, mark + step), max(0, plan.items.count - 1))
      return []
    case .mark(let line):
      if plan.items.indices.contains(line) { mark = line }
      return []
    case .planAll: return planAll(around)
    case .takeOver: return takeOver(around)
    case .leave: return left(around)
    case .goOn, .read, .plan, .placeAnew, .refuse, .takeBack:
      guard let item else { return [.say("There is no test to mark.")] }
      return update(act, item, around)
    case .row, .next, .tell, .choose, .write, .save, .leaveForm: return updateForm(act, around)
    }
  }

  private mutating func update(
    _ act: Act, _ item: SkinTestItem, _ around: Around
  ) -> [Outcome] {
    switch act {
    case .goOn where item.isToBePlaced: return openForm(.placing, item, around)
    case .goOn, .read:
      guard item.isPlaced else {
        return [
          .say(
            item.state == .refused
              ? "The patient declined it. - takes that back."
              : "It is not placed yet: Enter first.")
        ]
      }
      return openForm(.reading, item, around)
    case .plan: return plan([item], around)
    case .placeAnew:
      guard item.isMissed || item.isToBePlaced else {
        return [.say("N places a test anew whose reading was missed.")]
      }
      return openForm(.placing, item, around)
    case .refuse:
      guard item.state == .notPlanned || item.isOnlyPlanned else {
        return [.say("It is placed: what follows is read, not declined.")]
      }
      return keep(item, .refused, around, "Recorded: the patient declines it.")
    default:
      guard item.isOnlyPlanned || item.state == .refused, let test = item.current else {
        return [.say("- takes back a plan or a refusal, never a placed test.")]
      }
      var entries = around.session.testEntries
      entries.remove(at: test.place)
      return record(entries, around, "Taken back. The history keeps it.")
    }
  }

  /// Plans tests for the suggested day.
  private mutating func plan(_ items: [SkinTestItem], _ around: Around) -> [Outcome] {
    let wanted = items.filter { $0.isAllowed && $0.state == .notPlanned && $0.schedule != nil }
    guard !wanted.isEmpty else {
      return [
        .say(
          items.first.map(Self.whyNot) ?? "Nothing here can be planned that is not planned yet.")
      ]
    }
    var entries = around.session.testEntries
    for item in wanted {
      guard let day = item.schedule?.placing else { continue }
      entries.append(item.entry(.planned, on: day))
    }
    let words = wanted.count == 1 ? "1 test is planned." : "\(wanted.count) tests are planned."
    return record(entries, around, words)
  }

  private mutating func planAll(_ around: Around) -> [Outcome] {
    let open = plan.items.filter {
      $0.isAllowed && $0.state == .notPlanned && !$0.askedBy.isEmpty
    }
    guard !open.isEmpty else {
      return [.say("Nothing here can be planned that is not planned yet.")]
    }
    return plan(open, around)
  }

  private static func whyNot(_ item: SkinTestItem) -> String {
    if let refusal = item.refusals.first { return refusal.title }
    if let never = item.never.first { return never.reason }
    return "It is \(item.state.words) already."
  }

  private mutating func openForm(
    _ purpose: SkinTestForm.Purpose, _ item: SkinTestItem, _ around: Around
  ) -> [Outcome] {
    guard let list = around.session.skinTestQuestion else { return [] }
    if purpose == .placing, !item.isAllowed { return [.warn(Self.whyNot(item))] }
    let rows = SkinTestRows(
      list: list, guidance: around.session.pack.skinTests, today: around.day)
    form = SkinTestForm(
      purpose: purpose, item: item,
      rows: purpose == .placing ? rows.placing(item) : rows.reading(item))
    return [.effects([.flushInput])]
  }

  /// The clinic's own records of tests of this patient, by one key.
  private mutating func takeOver(_ around: Around) -> [Outcome] {
    let kept = around.session.testsOnRecord
    guard !kept.isEmpty, case .of(let visit, _) = around.session.earlier else {
      return [.say("There are no earlier tests on record to take over.")]
    }
    return record(
      kept,
      notes: [
        "Skin tests taken over from this clinic's record of \(visit.day.spelled): \(kept.count)"
      ], around,
      "Taken over: \(kept.count) from \(visit.day.spelled). They are weighed for today's plan.")
  }
}
