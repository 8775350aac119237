package import ClinicalModel
package import Screening

/// What was shown of one declared list of risks.
package struct RiskSetProof: Hashable, Sendable {
  /// The list.
  package let set: RiskSet
  /// How many patients an entry was added to.
  package let baseCount: Int
  /// How many entries were added to them.
  package let entryCount: Int
  /// How many patients were screened.
  package let patientCount: Int
  /// Where one entry more is milder, one for each rule that falls silent; empty
  /// when nowhere.
  package let violations: [ProofViolation]
}

/// Tries whether one entry more in a list ever makes the outcome, or how bad it
/// could become, milder: every row of the table is added to patients in whom
/// one rule after another holds, and to one in whom none does.
///
/// A patient of whom more is known is milder only where something that held
/// holds no more, so that rules that hold are where to look.
package struct RiskSetTrial: Sendable {
  private let set: RiskSet
  private let pack: CompiledPack
  private let gate: Answers
  private let whole: CompiledPack
  private let rules: [Rule]
  private let interviewDate: CalendarDate

  /// A patient, with the entries to be added.
  private struct Base {
    let answers: Answers
    let entries: [Answers]
  }

  /// Prepares the patients and the entries: every row of the table for a
  /// patient in whom nothing is found, and for one in whom a rule holds one of
  /// each kind that the rule can tell apart.
  package init(
    of set: RiskSet, in whole: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate
  ) {
    let excepted = Set(set.exceptions.map(\.rule))
    let pack = CompiledPack(
      whole.pack.with(rules: whole.rules.filter { !excepted.contains($0.id) }), from: whole)
    self.set = set
    // What not knowing weighs would hide what the rules say.
    self.pack = CompiledPack(pack.pack.withoutUnknownPolicies.withoutWording, from: pack)
    self.interviewDate = interviewDate
    let list = pack.question(set.list.question)
    let opening = list.map { Situations(of: $0.when, in: pack, on: interviewDate) }
    gate =
      opening.flatMap { opening in
        list.flatMap { list in
          opening.smallest { opening.truth(of: list.when, for: $0) == .true }
        }
      } ?? Answers()
    self.whole = pack
    rules = pack.rules.filter {
      $0.severity > .proceed && inputs(of: $0, in: pack).contains(set.list.question)
    }
  }

  /// The patient at a place: the one in whom nothing is found, then one for
  /// each rule; nothing where none was found in whom the rule holds.
  private func base(_ number: Int) -> Base? {
    let calm = whole.calmAnswers
    guard number > 0 else {
      return Base(answers: calm, entries: entries(Self.names(of: set.list, in: whole.tables)))
    }
    let rule = rules[number - 1]
    let situations = Situations(of: [rule], in: whole, on: interviewDate)
    let answers = situations.smallest { situations.truth(of: rule.when, for: $0) == .true }
    let names = ListNames(
      for: RuleInputs(of: [rule], in: whole).conditions.flatMap(\.listTests), in: whole.names,
      of: Set(NameTable.allCases))
    return answers.map {
      Base(answers: calm.overlaid(with: $0), entries: entries(names.of(set.list)))
    }
  }

  private func entries(_ names: [String]) -> [Answers] {
    whole.question(set.list.question).map { Self.entries(of: $0, names) } ?? []
  }

  /// How many patients there are to add entries to.
  package var count: Int { rules.count + 1 }

  /// Adds every entry to one patient, counted from 0.
  package func prove(_ number: Int) -> RiskSetProof {
    guard let patient = base(number) else {
      return RiskSetProof(set: set, baseCount: 0, entryCount: 0, patientCount: 0, violations: [])
    }
    let base = patient.answers
    let entries = patient.entries
    let before = WeighedPack(context(base))
    var violations: [ProofViolation] = []
    var silenced: Set<[Rule.ID]> = []
    var count = 1
    for entry in entries {
      guard let more = adding(entry, to: base) else { continue }
      count += 1
      let after = WeighedPack(context(more))
      guard after.outcome < before.outcome || after.couldBecome < before.couldBecome else {
        continue
      }
      let lost = before.rules.subtracting(after.rules).sorted()
      guard silenced.insert(lost).inserted else { continue }
      violations.append(
        ProofViolation(
          proof: .monotonicity, rules: lost,
          patient: ProofPatient(
            base.beyond(pack.calmAnswers), of: pack.questions, on: interviewDate),
          words: "the outcome is \(before.outcome.rawValue) and could become "
            + "\(before.couldBecome.rawValue), yet \(after.outcome.rawValue) and "
            + "\(after.couldBecome.rawValue) with \(set.list.rawValue) + \(entry.asEntry)"))
    }
    return RiskSetProof(
      set: set, baseCount: 1, entryCount: entries.count, patientCount: count,
      violations: violations)
  }

  private func context(_ answers: Answers) -> AnswerContext {
    AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  }

  /// The answers with one entry more; nothing while it is open what the list
  /// holds, as then the entry is an answer and not a risk more.
  private func adding(_ entry: Answers, to base: Answers) -> Answers? {
    let question = set.list.question
    var more = base
    switch base[question] {
    case .known(.entries(let entries)) where context(base).isGiven(set.list):
      more[question] = .known(.entries(entries + [entry]))
    default:
      guard !context(base).isOpen(set.list) else { return nil }
      more = base.overlaid(with: gate)
      more[question] = .known(.entries([entry]))
    }
    return more
  }

  /// Every name of a table, and one that it lacks.
  private static func names(of list: ListSubject, in tables: Tables) -> [String] {
    let names: [String] =
      switch list {
      case .medicines: tables.medicines.map(\.id.rawValue)
      case .plannedIngredients: tables.ingredients.map(\.id.rawValue)
      case .allergies: tables.allergens.map(\.id.rawValue)
      case .earlierProducts, .skinTests, .readings: []
      }
    return names + [ListNames.unmatched]
  }

  /// One entry for each name, in each of the ways that matter.
  private static func entries(of list: Question, _ names: [String]) -> [Answers] {
    let reactions = list.field(.reaction)?.options.map(\.id) ?? []
    let made: [Answers] =
      switch list.kind {
      case .list(.medicines):
        names.flatMap { name in
          ["yes", "no"].map { (prescribed: Option.ID) -> Answers in
            [
              .medicine: .known(.text(name)), .use: .known(.choice("regular")),
              .prescribed: .known(.choice(prescribed)),
            ]
          }
        }
      case .list(.plannedIngredients):
        names.map { [.ingredient: .known(.text($0))] }
      case .list(.allergies):
        names.flatMap { name in
          reactions.map { [.allergen: .known(.text(name)), .reaction: .known(.choice($0))] }
        }
      default: []
      }
    return made.filter { list.admits(.known(.entries([$0]))) }
  }
}

extension ListNames {
  /// The names of one list.
  fileprivate func of(_ list: ListSubject) -> [String] {
    switch list {
    case .medicines: medicines
    case .plannedIngredients: ingredients
    case .allergies: allergens
    case .earlierProducts, .skinTests, .readings: []
    }
  }
}

extension RiskSetProof {
  /// Several parts as one, each way of getting milder once.
  package init?(joining parts: [RiskSetProof]) {
    guard let first = parts.first else { return nil }
    var seen: Set<[Rule.ID]> = []
    self.init(
      set: first.set, baseCount: parts.map(\.baseCount).reduce(0, +),
      entryCount: parts.map(\.entryCount).reduce(0, +),
      patientCount: parts.map(\.patientCount).reduce(0, +),
      violations: parts.flatMap(\.violations).filter { seen.insert($0.rules).inserted })
  }
}

extension WeighedPack {
  /// The rules that hold.
  fileprivate var rules: Set<Rule.ID> {
    Set(sayings.filter(\.isEstablished).map(rule))
  }
}

extension Answers {
  /// These answers with those of others on top.
  func overlaid(with others: Answers) -> Answers {
    var all = self
    for id in others.asked { all[id] = others[id] }
    return all
  }

  /// The answers that differ from others.
  fileprivate func beyond(_ others: Answers) -> Answers {
    var own = Answers()
    for id in asked where self[id] != others[id] { own[id] = self[id] }
    return own
  }

  /// One entry in words.
  fileprivate var asEntry: String {
    Answer.known(.entries([self])).asWritten
  }
}

extension ProtocolPack {
  /// A patient of whom everything is known and little is found: no to what
  /// bears a finding, none of what can be marked, never, and no list.
  var calmAnswers: Answers {
    var answers = Answers()
    for question in questions {
      switch question.kind {
      case .single:
        let calm: Option.ID = question.findingSide == .yes ? "no" : "yes"
        let chosen = question.option(calm) ?? question.options.first
        if let chosen { answers[question.id] = .known(.choice(chosen.id)) }
      case .multiple where question.option(Option.none) != nil:
        answers[question.id] = .known(.choices([Option.none]))
      case .date(_, orNever: true, _): answers[question.id] = .known(.never)
      case .multiple, .date, .number, .text, .list, .name, .names: break
      }
    }
    return answers
  }
}

extension ProtocolPack {
  /// The pack in which not knowing weighs nothing by itself.
  fileprivate var withoutUnknownPolicies: ProtocolPack {
    ProtocolPack(
      id: id, version: version, digest: digest, title: title, jurisdiction: jurisdiction,
      approval: approval, intendedUse: intendedUse,
      sections: sections.map { section in
        section.with(
          groups: section.groups,
          questions: section.questions.map {
            $0.with(onUnknown: .noFinding, help: "", validFor: $0.validFor)
          })
      }, rules: rules, emergencies: emergencies, tables: tables)
  }
}
