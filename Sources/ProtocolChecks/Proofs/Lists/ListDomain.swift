import ClinicalModel
import Screening

/// The answers to one list question that are worth trying: for each way in
/// which some conditions can tell two lists apart, one of either kind.
///
/// Entries are made up from the tables and from what the conditions compare
/// with. Two lists that no condition near these tells apart, whatever else is
/// known, count as one; the list with fewer entries stays.
struct ListDomain {
  /// The lists, those with one entry first.
  let values: [AnswerValue]
  /// Whether there are more kinds of lists than are tried.
  let isSampled: Bool

  /// The most lists.
  private static let valuesMax = 48
  /// The most lists of several entries that are made up.
  private static let severalMax = 160

  /// The lists, made up once for the same question, tests and tables.
  static func lists(
    of list: Question, for conditions: [Condition], in pack: CompiledPack,
    on interviewDate: CalendarDate
  ) -> ListDomain {
    guard case .list(let subject) = list.kind else {
      return ListDomain(values: [], isSampled: false)
    }
    let tests = unique(conditions.flatMap(\.listTests))
    let key = ListDomainKey(
      list: list, tests: tests, lists: pack.questions.filter(\.isList),
      names: NamesIdentity(names: pack.names), interviewDate: interviewDate)
    return ListDomainStore.shared.domain(key) {
      ListDomain(of: list, subject, for: tests, in: pack, on: interviewDate)
    }
  }

  private init(values: [AnswerValue], isSampled: Bool) {
    self.values = values
    self.isSampled = isSampled
  }

  private init(
    of list: Question, _ subject: ListSubject, for tests: [ListTest], in pack: CompiledPack,
    on interviewDate: CalendarDate
  ) {
    let own = tests.filter { $0.subjects.contains(subject) }
    // Where a test of one list looks at others too, these are made up as well.
    let isAlone = own.allSatisfy { $0.subjects == [subject] }
    let names = ListNames(
      for: tests, in: pack.names, of: isAlone ? list.nameTables : Set(NameTable.allCases))
    let candidates = EntryCandidates(
      of: list, EntryFields(of: subject, for: own, in: pack.tables), names, on: interviewDate)
    var kinds = ListKinds(of: subject, own, names, in: pack, on: interviewDate)
    for entry in candidates.entries { kinds.add([entry]) }
    let single = kinds.lists.map { $0[0] }
    let isCounted = own.contains { if case .countTaking = $0 { true } else { false } }
    var several: [[Answers]] = []
    for (place, first) in single.enumerated() {
      if isCounted, let twin = first.twin(names.twins) { several.append([first, twin]) }
      several += single.dropFirst(place + 1).map { [first, $0] }
    }
    let tried = Self.spread(several, most: Self.severalMax)
    for entries in tried { kinds.add(entries) }
    if own.count > 1 || isCounted {
      let pairs = kinds.lists.filter { $0.count == 2 }
      let triples = pairs.flatMap { pair in single.filter { !pair.contains($0) }.map { pair + [$0] }
      }
      for entries in Self.spread(triples, most: Self.severalMax) { kinds.add(entries) }
    }
    values = Self.spread(kinds.lists, most: Self.valuesMax).map { .entries($0) }
    isSampled = names.isSampled || kinds.lists.count > Self.valuesMax
  }

  /// So many of the elements, evenly chosen, the first among them.
  private static func spread<Element>(_ elements: [Element], most: Int) -> [Element] {
    guard elements.count > most else { return elements }
    return (0..<most).map { elements[$0 * elements.count / most] }
  }
}

extension Answers {
  /// The same entry with a medicine that is told from its own by nothing.
  fileprivate func twin(_ twins: [String: String]) -> Answers? {
    guard case .known(.text(let name)) = self[.medicine], let other = twins[name] else {
      return nil
    }
    var twin = self
    twin[.medicine] = .known(.text(other))
    return twin
  }
}

/// Lists of one subject, one of each kind that some tests can tell apart.
private struct ListKinds {
  private(set) var lists: [[Answers]] = []
  private var seen: Set<[Truth]> = []
  private let question: Question.ID
  private let pack: CompiledPack
  private let atoms: [CompiledCondition]
  /// What else is known: nothing, or a plan with negative tests.
  private let backgrounds: [Answers]
  private let interviewDate: CalendarDate

  /// The most tests that are weighed.
  private static let atomsMax = 120

  init(
    of subject: ListSubject, _ tests: [ListTest], _ names: ListNames, in whole: CompiledPack,
    on interviewDate: CalendarDate
  ) {
    question = subject.question
    self.interviewDate = interviewDate
    pack = whole.listsOnly(findings: [])
    let pack = pack
    atoms = unique(tests.flatMap(\.atoms)).prefix(Self.atomsMax).map { pack.compiled($0) }
    let isAlone = tests.allSatisfy { $0.subjects == [subject] }
    backgrounds =
      isAlone
      ? [Answers()] : [Answers(), Answers(testedPlanOf: names, in: pack, on: interviewDate)]
  }

  mutating func add(_ entries: [Answers]) {
    let kind = backgrounds.flatMap { background -> [Truth] in
      var answers = background
      answers[question] = .known(.entries(entries))
      let context = AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
      return atoms.map { context.truth($0) }
    }
    if seen.insert(kind).inserted { lists.append(entries) }
  }
}

extension Answers {
  /// How many ingredients are planned and tested.
  fileprivate static let testedMax = 4

  /// A plan of some names with a complete negative test of each kind for each,
  /// nothing that spoils one being known.
  fileprivate init(testedPlanOf names: ListNames, in pack: CompiledPack, on day: CalendarDate) {
    self.init()
    func give(_ subject: ListSubject, _ entries: (Question) -> [Answers]) {
      guard let list = pack.question(subject.question) else { return }
      let answer = Answer.known(.entries(entries(list)))
      if list.admits(answer) { self[list.id] = answer }
    }
    // A few stand for all: what spoils one test spoils the others likewise.
    let tested = names.ingredients.prefix(Self.testedMax)
    give(.plannedIngredients) { _ in
      tested.map { [.ingredient: .known(.text($0)), .lot: .known(.text("L1"))] }
    }
    give(.medicines) { _ in [[.medicine: .known(.text(ListNames.unmatched))]] }
    give(.allergies) { list in
      [
        [
          .allergen: .known(.text(ListNames.unmatched)),
          .reaction: list.field(.reaction)?.option("intolerance") == nil
            ? .unknown(.notAsked) : .known(.choice("intolerance")),
        ]
      ]
    }
    give(.skinTests) { list in
      tested.flatMap { name in
        SkinTestKind.ofIngredients.map { Answers.negativeTest($0, of: name, in: list, on: day) }
      }
    }
  }
}

extension CompiledPack {
  /// The list questions alone, asked of everybody.
  func listsOnly(findings: [TableFinding]) -> CompiledPack {
    let lists = pack.questions.filter { if case .list = $0.kind { true } else { false } }
    let part = ProtocolPack(
      id: pack.id, version: "", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "lists", title: "", short: "", askedBy: "",
          questions: lists.map {
            Question(id: $0.id, ask: "", label: "", kind: $0.kind, fields: $0.fields)
          })
      ],
      rules: [], tables: pack.tables.with(findings: findings))
    return CompiledPack(part, from: self)
  }
}

extension Question {
  /// The tables whose names the fields of a list hold.
  fileprivate var nameTables: Set<NameTable> {
    Set(
      fields.compactMap { field in
        switch field.kind {
        case .name(let table), .names(let table): table
        default: nil
        }
      })
  }
}
