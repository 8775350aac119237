import ClinicalModel
import Screening

/// Entries of one list among which every kind is that some tests can tell
/// apart.
struct EntryCandidates {
  /// Up to so many all combinations of the fields' answers are taken; beyond,
  /// every pair, and whole entries with one answer changed.
  static let most = 500

  private let list: Question
  private let fields: EntryFields
  private let names: ListNames
  private let interviewDate: CalendarDate
  /// The answers to one field of a reading, by its name.
  private let readings: [Answer]

  init(
    of list: Question, _ fields: EntryFields, _ names: ListNames, on interviewDate: CalendarDate
  ) {
    self.list = list
    self.fields = fields
    self.names = names
    self.interviewDate = interviewDate
    readings =
      list.field(.readings).map {
        Self.readings(of: $0, fields.conditions, on: interviewDate)
      } ?? []
  }

  /// The entries, the plainest first.
  var entries: [Answers] {
    let domains = list.fields.map { field in
      AnswerDomain(question: field.id, values: values(of: field), unknownCount: 0)
    }
    let all: [Answers]
    if let space = AnswerSpace(domains, most: Self.most) {
      all = (0..<space.count).map(space.answers)
    } else {
      all =
        bases.flatMap { changed($0, domains) }
        + PairwiseRows(domains).rows.map { row in
          var entry = Answers()
          for (domain, digit) in zip(domains, row) { entry[domain.question] = domain.values[digit] }
          return entry
        }
    }
    return unique(all).filter { !$0.asked.isEmpty && list.admits(.known(.entries([$0]))) }
  }

  /// Whole entries, from which one answer after another is changed.
  private var bases: [Answers] {
    switch list.kind {
    case .list(.skinTests):
      names.ingredients.prefix(Self.basesMax).flatMap { ingredient in
        SkinTestKind.ofIngredients.map {
          Answers.negativeTest($0, of: ingredient, in: list, on: interviewDate)
        }
      }
        + SkinTestKind.allCases.filter { kind in
          kind.isOfMethod
            && list.field(.testKind)?.option(Option.ID(rawValue: kind.rawValue)) != nil
        }.map { Answers.negativeTest($0, of: "", in: list, on: interviewDate) }
    default:
      [Answers(firstOf: list, values(of:))]
    }
  }

  private static let basesMax = 4

  private func changed(_ base: Answers, _ domains: [AnswerDomain]) -> [Answers] {
    [base]
      + domains.flatMap { domain in
        domain.values.map { value in
          var entry = base
          entry[domain.question] = value
          return entry
        }
      }
  }

  // MARK: Answers to fields

  private func values(of field: Question) -> [Answer] {
    let isRead = fields.reads(field.id)
    switch field.kind {
    case .name(.medicines): return names.medicines.map { .known(.text($0)) }
    case .name(.ingredients): return names.ingredients.map { .known(.text($0)) }
    case .name(.allergens): return names.allergens.map { .known(.text($0)) }
    case .names(.allergens) where isRead:
      return [.unknown(.notAsked)]
        + names.allergens.filter { $0 != ListNames.unmatched }
        .map { .known(.choices([Option.ID(rawValue: $0)])) }
    case .single where isRead:
      // Not given reads as the option "unknown", where there is one.
      return field.options.filter { $0.id != "unknown" }.map { .known(.choice($0.id)) }
        + [.unknown(.notAsked)]
    case .text where isRead:
      return ["L1", "L2"].map { .known(.text($0)) } + [.unknown(.notAsked)]
    case .list where isRead: return readings
    case .single, .multiple, .text, .name, .names, .list: return [.unknown(.notAsked)]
    case .number, .date:
      return isRead
        ? Self.values(of: field, fields.conditions, interviewDate) : [.unknown(.notAsked)]
    }
  }

  /// Numbers and days around each limit, and not known.
  private static func values(
    of field: Question, _ conditions: [Condition], _ interviewDate: CalendarDate
  ) -> [Answer] {
    let limits = conditions.flatMap(\.entryLimits).filter { $0.measure.question == field.id }
    var values: [AnswerValue] = []
    switch field.kind {
    case .date(let tense, _, _):
      let days = TryingDays(interviewDate: interviewDate, tense: tense)
      values = limits.flatMap { limit in
        days.around(limit.measure, limit.limit).prefix(5).filter(days.admits).map { .date($0) }
      }
      let plain = PartialDate.day(interviewDate.adding(days: tense == .future ? 10 : -10))
      values.append(.date(plain))
    case .number(_, let range):
      values = limits.flatMap { limit in
        [0, -1000, 1000].map { Quantity(thousandths: limit.limit.thousandths + $0) }
      }.filter(range.contains).map { .number($0) }
    default: break
    }
    return unique(values).map { .known($0) } + [.unknown(.notAsked)]
  }

  /// Lists of readings: each kind of reading that the conditions tell apart,
  /// those of a negative test, and none.
  private static func readings(
    of list: Question, _ conditions: [Condition], on interviewDate: CalendarDate
  ) -> [Answer] {
    let inner = conditions.flatMap(\.entryLeaves).compactMap { leaf -> Condition? in
      if case .list(.any(.readings, let condition)) = leaf { condition } else { nil }
    }
    let negative = SkinTestKind.ofIngredients.map { Answers.negativeReadings($0, in: list) }
    var fieldsRead = Set(inner.flatMap(\.questions))
    // The wheal over the control is worked out from both.
    if fieldsRead.contains(.whealOverSaline) { fieldsRead.formUnion([.wheal, .saline]) }
    let limits = inner.flatMap(\.entryLimits).filter { $0.measure.question == .whealOverSaline }
      .map { Condition.compare(.number(.wheal), .atLeast, $0.limit) }
    let domains = list.fields.map { field -> AnswerDomain in
      var values: [Answer] = [.unknown(.notAsked)]
      if fieldsRead.contains(field.id) {
        switch field.kind {
        case .single: values += field.options.map { .known(.choice($0.id)) }
        case .number:
          values += Self.values(of: field, inner + limits, interviewDate).dropLast()
          if field.id == .saline { values.append(.known(.number(Quantity(0)))) }
        default: break
        }
      }
      return AnswerDomain(question: field.id, values: unique(values), unknownCount: 0)
    }
    let single =
      AnswerSpace(domains, most: 60).map { space in (0..<space.count).map(space.answers) }
      ?? PairwiseRows(domains).rows.map { row in
        var entry = Answers()
        for (domain, digit) in zip(domains, row) { entry[domain.question] = domain.values[digit] }
        return entry
      }
    let lists = negative + single.filter { !$0.asked.isEmpty }.map { [$0] }
    return [.unknown(.notAsked)]
      + unique(lists).filter { !$0.isEmpty }.map { .known(.entries($0)) }
  }
}

extension Condition {
  /// Every comparison with a number, also within entries.
  fileprivate var entryLimits: [(measure: Measure, limit: Quantity)] {
    entryLeaves.compactMap { leaf in
      if case .compare(let measure, _, let limit) = leaf { (measure, limit) } else { nil }
    }
  }
}

extension Answers {
  /// The first answer to each field.
  init(firstOf list: Question, _ values: (Question) -> [Answer]) {
    self.init()
    for field in list.fields { self[field.id] = values(field).first ?? .unknown(.notAsked) }
  }

  /// A complete and negative skin test of lot "L1", placed 30 days ago, as far
  /// as the list has fields for it.
  static func negativeTest(
    _ kind: SkinTestKind, of ingredient: String, in list: Question, on interviewDate: CalendarDate
  ) -> Answers {
    var entry = Answers()
    func give(_ id: Question.ID, _ value: AnswerValue) {
      if let field = list.field(id), field.admits(.known(value)) { entry[id] = .known(value) }
    }
    give(.testKind, .choice(Option.ID(rawValue: kind.rawValue)))
    if kind.isOfMethod {
      if let method = list.field(.method)?.options.first { give(.method, .choice(method.id)) }
    } else {
      give(.ingredient, .text(ingredient))
      give(.lot, .text("L1"))
    }
    give(.testState, .choice("placed"))
    give(.placed, .date(.day(interviewDate.adding(days: -max(30, kind.lastReadingDay)))))
    give(.lateReaction, .choice("no"))
    if let readings = list.field(.readings) {
      give(.readings, .entries(negativeReadings(kind, in: readings)))
    }
    return entry
  }

  /// The readings that a kind of test needs, all of them negative.
  static func negativeReadings(_ kind: SkinTestKind, in list: Question) -> [Answers] {
    func reading(_ values: [(Question.ID, AnswerValue)]) -> Answers {
      var entry = Answers()
      for (id, value) in values where list.field(id)?.admits(.known(value)) == true {
        entry[id] = .known(value)
      }
      return entry
    }
    switch kind {
    case .prickIntradermal:
      return [
        reading([
          (.readingDay, .number(Quantity(0))), (.wheal, .number(Quantity(0))),
          (.histamine, .number(Quantity(3))), (.saline, .number(Quantity(0))),
        ])
      ]
    case .patch:
      return [2, 3, 7].map {
        reading([(.readingDay, .number(Quantity($0))), (.grade, .choice("-"))])
      }
    case .spot:
      return [2, 7].map {
        reading([(.readingDay, .number(Quantity($0))), (.grade, .choice("-"))])
      }
    case .methodArea, .methodPuncture:
      return [
        reading([(.readingDay, .number(Quantity(kind.lastReadingDay))), (.grade, .choice("-"))])
      ]
    }
  }
}
