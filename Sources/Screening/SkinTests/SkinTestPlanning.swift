public import ClinicalModel

/// Works out the plan of skin tests.
///
/// - Parameters:
///   - interviewDate: The day from which the answers' dates are judged.
///   - today: The day on which tests are placed and read; readings are due by it.
public func skinTestPlan(
  _ answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate, today: CalendarDate
) -> SkinTestPlan {
  let context = AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  let planner = SkinTestPlanner(
    context: context, offers: SkinTestOffers(context), rulesOfTests: RulesOfTests(context),
    today: today)
  func plan(_ standing: SkinTestPlan.Standing, _ ingredients: [SkinTestIngredient]) -> SkinTestPlan
  {
    let methods = planner.methods
    let others = context.testsOfOthers.compactMap(planner.other)
    return SkinTestPlan(
      today: today, standing: standing,
      reasons: skinTestReasons(
        in: context, standing, ingredients.flatMap(\.tests) + methods + others),
      ingredients: ingredients, methods: methods, others: others)
  }
  guard pack.question(ListSubject.plannedIngredients.question) != nil else {
    return plan(.notAsked, [])
  }
  guard context.isGiven(.plannedIngredients) else { return plan(.planNotKnown, []) }
  return plan(.made, context.plannedRecords.map(planner.ingredient))
}

private struct SkinTestPlanner {
  let context: AnswerContext
  let offers: SkinTestOffers
  let rulesOfTests: RulesOfTests
  let today: CalendarDate
  private var pack: ProtocolPack { context.pack }

  func ingredient(_ planned: PlannedRecord) -> SkinTestIngredient {
    let alone = context.weighed(planned, testing: nil)
    // What nobody knows of a mixture does not make it fit to be tested.
    let never = pack.skinTests.neverTest.filter {
      alone.assess($0.when).truth != .false || $0.names(planned)
    }
    let records = context.skinTests(of: planned)
    return SkinTestIngredient(
      planned: planned, never: never,
      tests: SkinTestKind.ofIngredients.compactMap { item(planned, $0, never, records) })
  }

  /// A test of what is not planned; nothing where its kind is not known.
  func other(_ record: SkinTestRecord) -> SkinTestItem? {
    guard let kind = record.kind else { return nil }
    let schedule = schedule(kind, record, refusedBy: [], [])
    return SkinTestItem(
      planned: PlannedRecord(testedOnly: record), method: .none, kind: kind,
      askedBy: rulesOfTests.speaking(of: [record]), mayBeAskedBy: [],
      refusals: [], possibleRefusals: [], never: [], state: state(record, schedule),
      records: [record], schedule: schedule, instead: [])
  }

  /// The tests of the method that are wanted or were made.
  var methods: [SkinTestItem] {
    SkinTestKind.allCases.filter(\.isOfMethod).compactMap { kind in
      let records = context.methodTests(kind)
      let asked = unique(
        offers.rules(ofMethod: kind, if: .true) + rulesOfTests.speaking(of: records))
      let possible = offers.rules(ofMethod: kind, if: .unknown)
      guard !asked.isEmpty || !possible.isEmpty || !records.isEmpty else { return nil }
      let schedule = schedule(kind, records.telling, refusedBy: [], [])
      return SkinTestItem(
        planned: PlannedRecord(method: name(ofMethod: kind)),
        method: kind == .methodArea ? context.plannedMethod.map { .by($0) } ?? .any : .any,
        kind: kind, askedBy: asked, mayBeAskedBy: possible, refusals: [], possibleRefusals: [],
        never: [], state: state(records.telling, schedule), records: records, schedule: schedule,
        instead: [])
    }
  }

  private func name(ofMethod kind: SkinTestKind) -> String {
    guard kind == .methodArea, let method = context.plannedMethod else { return "the skin" }
    return pack.question(.modality)?.option(method)?.label ?? method.rawValue
  }

  private func item(
    _ planned: PlannedRecord, _ kind: SkinTestKind, _ never: [NeverTest],
    _ tests: [SkinTestRecord]
  ) -> SkinTestItem? {
    let records = tests.filter { $0.kind == kind }
    let asked = unique(
      offers.rules(kind, for: planned, if: .true) + rulesOfTests.speaking(of: records))
    let possible = offers.rules(kind, for: planned, if: .unknown)
    guard !asked.isEmpty || !possible.isEmpty || !records.isEmpty else { return nil }
    let refusals = refusals(of: kind, for: planned)
    let established = refusals.filter { $0.certainty == .established }
    let schedule = schedule(kind, records.telling, refusedBy: established, never)
    return SkinTestItem(
      planned: planned, method: .none, kind: kind, askedBy: asked, mayBeAskedBy: possible,
      refusals: established,
      possibleRefusals: refusals.filter { $0.certainty != .established }, never: never,
      state: state(records.telling, schedule), records: records, schedule: schedule,
      instead: instead(of: established, never))
  }

  /// Who tests instead, once each.
  private func instead(of refusals: [Finding], _ never: [NeverTest]) -> [String] {
    unique(
      never.map(\.instead)
        + refusals.compactMap { finding in
          pack.skinTests.refusals.first { $0.rule == finding.rule }?.instead
        })
  }

  // MARK: Refusals

  /// The rules that forbid the kind, asked as if nothing but a test of this kind
  /// and ingredient were planned.
  private func refusals(of kind: SkinTestKind, for planned: PlannedRecord) -> [Finding] {
    let alone = context.weighed(planned, testing: kind)
    return pack.skinTests.refusals.filter { $0.kinds.contains(kind) }.compactMap { refusal in
      pack.rule(refusal.rule).flatMap { finding(of: $0, in: alone) }
    }
  }

  // MARK: Days

  private func schedule(
    _ kind: SkinTestKind, _ record: SkinTestRecord?, refusedBy refusals: [Finding],
    _ never: [NeverTest]
  ) -> SkinTestSchedule? {
    if let record, case .on(let day) = record.placed, isUnderWay(record) {
      return schedule(kind, on: day, record.step == .placed ? .placed : .planned, record)
    }
    guard never.isEmpty, record?.step != .refused else { return nil }
    var earliest = today
    for refusal in refusals {
      guard case .date(let day) = refusal.release else { return nil }
      earliest = max(earliest, day)
    }
    return schedule(kind, on: pack.skinTests.placing.best(from: earliest), .suggested, nil)
  }

  /// Whether the test's own days are shown; one that answers nothing any more is
  /// to be repeated.
  private func isUnderWay(_ record: SkinTestRecord) -> Bool {
    guard record.step == .planned || record.step == .placed else { return false }
    if isMissed(record) { return false }
    switch record.verdict {
    case .open, .valid, .afterTreatment, .confoundersNotKnown: return true
    case let verdict: return verdict.stands
    }
  }

  /// Whether it was planned for a day that is over.
  private func isMissed(_ record: SkinTestRecord) -> Bool {
    guard record.step == .planned, record.readings.isEmpty, case .on(let day) = record.placed
    else { return false }
    return day < today
  }

  private func schedule(
    _ kind: SkinTestKind, on placing: CalendarDate, _ standing: SkinTestSchedule.Standing,
    _ record: SkinTestRecord?
  ) -> SkinTestSchedule {
    let windows = kind.readingWindows
    let guided = pack.skinTests.guide(kind)?.readings ?? []
    let readings =
      guided.isEmpty ? windows.map { ReadingGuide(day: $0.upperBound, words: "") } : guided
    return SkinTestSchedule(
      placing: placing, standing: standing,
      readings: readings.map { reading in
        let window = windows.first { $0.contains(reading.day) } ?? reading.day...reading.day
        let date = placing.adding(days: reading.day)
        let end = placing.adding(days: window.upperBound)
        let isRead =
          record.map { test in
            test.isRead(window) || test.readings.contains { $0.day == reading.day }
          } ?? false
        let isNeeded = windows.contains { $0.contains(reading.day) }
        return SkinTestSchedule.Reading(
          day: reading.day, date: date, words: reading.words,
          standing: isRead
            ? .read
            : standing != .placed || today < date
              ? .ahead : today <= end ? .due : isNeeded ? .overdue : .missed)
      })
  }

  private func state(_ record: SkinTestRecord?, _ schedule: SkinTestSchedule?) -> SkinTestState {
    guard let record else { return .notPlanned }
    switch record.step {
    case .refused: return .refused
    case .planned where isMissed(record):
      guard case .on(let day) = record.placed else { return .planned(.notKnown) }
      return .planMissed(day)
    case .planned where record.readings.isEmpty: return .planned(record.placed)
    case .planned, .placed, .notKnown: break
    }
    guard record.verdict == .open else { return .read(record.verdict) }
    // What no window asks for, such as a look after 20 minutes, is never overdue.
    let windows = record.kind?.readingWindows ?? []
    guard let schedule, schedule.standing == .placed else { return .placed }
    let open = schedule.readings.filter { reading in
      [.due, .overdue].contains(reading.standing)
        && windows.contains { $0.contains(reading.day) }
    }
    // The latest that can still be made tells more than one that was missed.
    guard let next = open.first(where: { $0.standing == .due }) ?? open.first else {
      return .placed
    }
    let end = windows.first { $0.contains(next.day) }?.upperBound ?? next.day
    return .readingDue(
      day: next.day, date: next.date,
      overdue: max(0, today.days(after: schedule.placing.adding(days: end))))
  }
}

extension PlacingDays {
  /// The best day from a day on.
  public func best(from day: CalendarDate) -> CalendarDate {
    switch self {
    case .any: day
    case .prefer(let weekday, _): day.adding(days: (weekday - day.weekday + 7) % 7)
    }
  }

  /// Whether a reading would fall on a weekend.
  public func avoids(_ day: CalendarDate) -> Bool {
    if case .prefer(_, let avoided) = self { avoided.contains(day.weekday) } else { false }
  }
}

extension Answers {
  /// The answers with this one ingredient planned and nothing else, whichever
  /// question named it.
  func planning(_ planned: PlannedRecord, in pack: ProtocolPack) -> Answers {
    let list = ListSubject.plannedIngredients.question
    guard case .known(.entries(let entries)) = self[list], planned.origin == list,
      entries.indices.contains(planned.place)
    else {
      let name = planned.ingredients.first?.id.rawValue ?? planned.name
      return planning(entry: [.ingredient: .known(.text(name))], in: pack)
    }
    return planning(entry: entries[planned.place], in: pack)
  }

  /// The answers with this one entry planned and nothing else.
  func planning(entry: Answers, in pack: ProtocolPack) -> Answers {
    var other = self
    other[ListSubject.plannedIngredients.question] = .known(.entries([entry]))
    for id in pack.tables.planQuestions {
      guard let question = pack.question(id), let idle = pack.idleOption(of: question) else {
        continue
      }
      other[id] = question.kind == .single ? .known(.choice(idle)) : .known(.choices([idle]))
    }
    return other
  }
}

extension ProtocolPack {
  /// The option of a question of the plan that brings nothing; none for another
  /// question.
  package func idleOption(of question: Question) -> Option.ID? {
    let bringing = tables.planOptions.filter { $0.question == question.id }.map(\.option)
    guard !bringing.isEmpty else { return nil }
    return question.options.first { !bringing.contains($0.id) }?.id
  }
}
