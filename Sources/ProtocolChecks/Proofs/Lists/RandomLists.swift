import ClinicalModel
import Screening

/// Random lists of entries from the tables, some with answers left out or with
/// names that no table has.
struct RandomLists {
  let pack: CompiledPack
  let interviewDate: CalendarDate
  private let medicines: [String]
  private let ingredients: [String]
  private let allergens: [String]

  /// The most entries of one list.
  private static let entriesMax = 4
  /// One name in so many is in no table.
  private static let unmatchedEvery = 12
  /// One answer in so many is left out.
  private static let openEvery = 5

  init(in pack: CompiledPack, on interviewDate: CalendarDate) {
    let tables = pack.tables
    self.pack = pack
    self.interviewDate = interviewDate
    medicines = tables.medicines.map(\.id.rawValue) + tables.combinationBrands.map(\.name)
    ingredients = tables.ingredients.map(\.id.rawValue)
    allergens = tables.allergens.map(\.id.rawValue)
  }

  /// So many lists, none of them empty.
  func answers(to list: Question, count: Int, _ numbers: inout SplitMix64) -> [Answer] {
    (0..<count).compactMap { _ in
      let answer = entries(of: list, &numbers)
      return list.admits(answer) ? answer : nil
    }
  }

  private func entries(of list: Question, _ numbers: inout SplitMix64) -> Answer {
    let count = Int.random(in: 1...Self.entriesMax, using: &numbers)
    return .known(.entries((0..<count).map { _ in entry(of: list, &numbers) }))
  }

  private func entry(of list: Question, _ numbers: inout SplitMix64) -> Answers {
    var entry = Answers()
    for (place, field) in list.fields.enumerated() {
      // The first field says what the entry is, so that none is empty.
      guard place == 0 || Int.random(in: 0..<Self.openEvery, using: &numbers) > 0 else { continue }
      let answer = answer(to: field, &numbers)
      if field.admits(answer) { entry[field.id] = answer }
    }
    return entry
  }

  private func answer(to field: Question, _ numbers: inout SplitMix64) -> Answer {
    switch field.kind {
    case .list: return entries(of: field, &numbers)
    case .name(let table):
      let isUnmatched = Int.random(in: 0..<Self.unmatchedEvery, using: &numbers) == 0
      let name = isUnmatched ? nil : names(of: table).randomElement(using: &numbers)
      return .known(.text(name ?? ListNames.unmatched))
    case .names(let table):
      let name = names(of: table).randomElement(using: &numbers)
      return name.map { .known(.choices([Option.ID(rawValue: $0)])) } ?? .unknown(.notAsked)
    case .text: return .known(.text(Bool.random(using: &numbers) ? "L1" : "L2"))
    case .single: return pick(field.options.map { .choice($0.id) }, &numbers)
    case .multiple: return pick(field.options.map { .choices([$0.id]) }, &numbers)
    case .number(_, let range):
      // Small numbers are where readings and their limits lie.
      let most = min(range.upperBound.thousandths, range.lowerBound.thousandths + 10_000)
      let number = Int.random(in: range.lowerBound.thousandths...most, using: &numbers) / 1000
      return .known(.number(Quantity(number)))
    case .date(let tense, _, _):
      let days = Int.random(in: tense == .future ? 0...40 : -400...0, using: &numbers)
      return .known(.date(.day(interviewDate.adding(days: days))))
    }
  }

  private func names(of table: NameTable) -> [String] {
    switch table {
    case .medicines: medicines
    case .ingredients: ingredients
    case .allergens: allergens
    }
  }

  private func pick(_ values: [AnswerValue], _ numbers: inout SplitMix64) -> Answer {
    values.randomElement(using: &numbers).map { .known($0) } ?? .unknown(.notAsked)
  }
}

extension AnswerDomain {
  /// How many lists of each kind random patients share.
  private static let listCount = 500

  /// What random patients answer: what conditions can tell apart, and random
  /// lists.
  static func random(
    of questions: [Question], for conditions: [Condition], in pack: CompiledPack, seed: UInt64,
    on interviewDate: CalendarDate
  ) -> [AnswerDomain] {
    let lists = RandomLists(in: pack, on: interviewDate)
    var numbers = SplitMix64(seed: seed)
    return questions.map { question in
      guard case .list = question.kind else {
        return AnswerDomain(of: question, for: conditions, in: pack, on: interviewDate)
      }
      let unknown = UnknownReason.allCases.map { Answer.unknown($0) }
      return AnswerDomain(
        question: question.id,
        values: unknown + lists.answers(to: question, count: listCount, &numbers),
        unknownCount: unknown.count)
    }
  }
}
