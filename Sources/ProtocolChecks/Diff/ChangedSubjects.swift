package import ClinicalModel
package import Screening

/// The rules, questions and emergency screens of two packs that may be weighed
/// otherwise, each to be tried by itself.
package struct ChangedSubjects: Sendable {
  /// What was changed, in the order of the new pack.
  package let subjects: [SubjectDiff.Subject]
  private let old: CompiledPack
  private let new: CompiledPack

  /// Finds what differs in itself or in a question that bears on it.
  package init(from old: CompiledPack, to new: CompiledPack) {
    self.old = old
    self.new = new
    let rules = Self.both(old.rules.map(\.id), new.rules.map(\.id)).filter { id in
      Weighable(rule: id, in: old) != Weighable(rule: id, in: new)
    }
    let questions = Self.both(old.questions.map(\.id), new.questions.map(\.id)).filter { id in
      Weighable(question: id, in: old) != Weighable(question: id, in: new)
    }
    let emergencies = Self.both(old.emergencies.map(\.id), new.emergencies.map(\.id)).filter {
      Weighable(emergency: $0, in: old) != Weighable(emergency: $0, in: new)
    }
    subjects =
      rules.map { .rule($0) } + questions.map { .question($0) }
      + emergencies.map { .emergency($0) }
  }

  /// What is said otherwise of the subject at a place.
  package func diff(
    at place: Int, on interviewDate: CalendarDate, exhaustingUpTo most: Int = combinationsMax
  ) -> SubjectDiff {
    let subject = subjects[place]
    let trial = DiffTrial(
      subject, from: old, to: new, on: interviewDate, exhaustingUpTo: most)
    let found = trial.smallest
    let definition = Definition.changes(of: subject, from: old, to: new)
    return SubjectDiff(
      subject: subject, kind: kind(subject), definition: definition, combinations: found.shown,
      moreCount: found.moreCount, extent: trial.extent, patientCount: trial.patientCount)
  }

  private func kind(_ subject: SubjectDiff.Subject) -> SubjectDiff.Kind {
    let (before, after) =
      switch subject {
      case .rule(let id): (old.rule(id) != nil, new.rule(id) != nil)
      case .question(let id): (old.question(id) != nil, new.question(id) != nil)
      case .emergency(let id): (old.emergency(id) != nil, new.emergency(id) != nil)
      }
    return before == after ? .changed : after ? .added : .removed
  }

  /// The names of both, those of the new pack first.
  private static func both<Name: Hashable>(_ old: [Name], _ new: [Name]) -> [Name] {
    unique(new + old)
  }
}

/// What is weighed of a subject, without a word that is only shown.
private struct Weighable: Hashable {
  private struct Asked: Hashable {
    let id: Question.ID
    let kind: AnswerKind
    let options: Set<Option.ID>
    let when: Condition
    let onUnknown: UnknownPolicy

    init(_ question: Question) {
      id = question.id
      // Which numbers may be typed is not weighed.
      kind =
        if case .number = question.kind {
          .number(unit: "", range: Quantity(0)...Quantity(0))
        } else {
          question.kind
        }
      options = Set(question.options.map(\.id))
      when = question.when
      onUnknown = question.onUnknown
    }
  }

  private let isThere: Bool
  private let when: Condition
  private let severity: Severity
  private let until: Until
  private let urgency: Urgency
  private let questions: Set<Asked>

  init(rule id: Rule.ID, in pack: CompiledPack) {
    let rule = pack.rule(id)
    isThere = rule != nil
    when = rule?.when ?? .always
    severity = rule?.severity ?? .proceed
    until = rule?.until ?? .notDeferred
    urgency = rule?.urgency ?? .ordinary
    let inputs = rule.map { RuleInputs(of: [$0], in: pack).questions.map(\.id) } ?? []
    // Not knowing an answer is a finding of the question, not of the rule.
    questions = Set(inputs.compactMap(pack.question).map { Asked($0.withoutPolicy) })
  }

  init(question id: Question.ID, in pack: CompiledPack) {
    let own = pack.question(id)
    self.init(
      isThere: own != nil, when: own?.when ?? .always,
      RuleInputs(of: [], in: pack, asking: [id]).questions.compactMap { pack.question($0.id) }
        .map { $0.id == id ? $0.withoutAnswers : $0.withoutPolicy })
  }

  init(emergency id: Emergency.ID, in pack: CompiledPack) {
    let own = pack.emergency(id)
    self.init(
      isThere: own != nil, when: own?.when ?? .always,
      RuleInputs(of: [], in: pack, emergencies: own.map { [$0] } ?? []).questions
        .compactMap { pack.question($0.id) }.map(\.withoutPolicy))
  }

  private init(isThere: Bool, when: Condition, _ questions: [Question]) {
    self.isThere = isThere
    self.when = when
    severity = .proceed
    until = .notDeferred
    urgency = .ordinary
    self.questions = Set(questions.map(Asked.init))
  }
}

extension Question {
  /// The question as far as rules read it.
  fileprivate var withoutPolicy: Question {
    Question(
      id: id, ask: "", label: "", kind: kind, options: options, fields: fields, when: when,
      unknownReads: unknownReads)
  }

  /// The question as far as it is asked.
  fileprivate var withoutAnswers: Question {
    Question(
      id: id, ask: "", label: "", kind: .text, when: when, onUnknown: onUnknown, validFor: validFor)
  }
}

extension CompiledPack {
  func emergency(_ id: Emergency.ID) -> Emergency? { pack.emergencies.first { $0.id == id } }
}
