import ClinicalModel

/// Puts the findings of a report into lines, one for each cause and weight.
///
/// A cause is what the patient said: the entries, options and answers that
/// speak for a finding, whatever of the plan it is held against; of a finding
/// that no fact about the patient raises it is the plan. What only opens a
/// question is told by the answer to that question.
struct FindingLines {
  /// One part of one answer.
  private struct Atom: Hashable {
    let question: Question.ID
    let option: Option.ID?
    let entry: Int?

    init(_ question: Question.ID, option: Option.ID? = nil, entry: Int? = nil) {
      self.question = question
      self.option = option
      self.entry = entry
    }
  }

  /// A line while it is put together.
  private struct Draft {
    var kind: FindingLine.Kind
    var atoms: Set<Atom>
    var head: Int
    var others: [Int] = []
  }

  private let findings: [Finding]
  private let context: AnswerContext
  private let unanswered: Set<Question.ID>
  /// What opens each question that a finding rests on.
  private let gates: [Question.ID: Set<Atom>]

  init(_ findings: [Finding], unanswered: [Question.ID], in context: AnswerContext) {
    self.findings = findings
    self.unanswered = Set(unanswered)
    self.context = context
    let questions = Set(findings.flatMap { $0.because.map(\.question) })
    gates = Dictionary(
      uniqueKeysWithValues: questions.map { ($0, Self.gates(of: $0, in: context)) })
  }

  /// Heaviest first, then as the report has their heads; what is open last.
  var lines: [FindingLine] {
    var drafts = foundDrafts
    drafts += unknownDrafts
    let lines = drafts.map { draft in
      (
        draft.head,
        FindingLine(draft.kind, findings[draft.head], draft.others.sorted().map { findings[$0] })
      )
    }
    return lines.sorted { one, two in
      let (first, second) = (one.1, two.1)
      if (first.kind == .open) != (second.kind == .open) { return second.kind == .open }
      return first.weight == second.weight ? one.0 < two.0 : first.weight > second.weight
    }.map(\.1)
  }

  // MARK: What is found

  private var foundDrafts: [Draft] {
    var drafts: [Draft] = []
    for (place, finding) in findings.enumerated() {
      guard finding.origin == .rule, finding.certainty == .established else { continue }
      let atoms = cause(of: finding)
      let same = drafts.firstIndex { draft in
        draft.atoms == atoms && mayShareLine(finding, findings[draft.head])
      }
      if let same {
        drafts[same].others.append(place)
      } else {
        drafts.append(Draft(kind: .found, atoms: atoms, head: place))
      }
    }
    return withoutGates(drafts)
  }

  private func mayShareLine(_ one: Finding, _ other: Finding) -> Bool {
    one.severity == other.severity && one.urgency == .ordinary && other.urgency == .ordinary
  }

  /// What only opens the questions of another line of its weight is told there.
  private func withoutGates(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    let gates = drafts.map { draft in
      draft.atoms.reduce(into: Set<Atom>()) {
        $0.formUnion(self.gates[$1.question, default: []])
      }
    }
    var told: Set<Int> = []
    for place in drafts.indices {
      let detail = drafts.indices.first { other in
        other != place && !told.contains(other) && drafts[place].atoms.isSubset(of: gates[other])
          && mayShareLine(findings[drafts[place].head], findings[drafts[other].head])
      }
      guard let detail else { continue }
      drafts[detail].others += [drafts[place].head] + drafts[place].others
      told.insert(place)
    }
    return drafts.indices.filter { !told.contains($0) }.map { drafts[$0] }
  }

  /// The patient's part of what a finding rests on, else the plan's, without
  /// what only opens the rest.
  private func cause(of finding: Finding) -> Set<Atom> {
    let own = finding.because.filter { $0.part != .absence }
    let causes = own.isEmpty ? finding.because : own
    let facts = causes.filter { !isPlan($0.question) }
    let atoms = Set((facts.isEmpty ? causes : facts).flatMap { Self.atoms($0.question, $0.part) })
    let opened = atoms.reduce(into: Set<Atom>()) {
      $0.formUnion(gates[$1.question, default: []])
    }
    let left = atoms.subtracting(opened)
    return left.isEmpty ? atoms : left
  }

  private func isPlan(_ question: Question.ID) -> Bool {
    context.pack.question(question)?.changeability == .plan
  }

  private static func atoms(_ question: Question.ID, _ part: AnswerPart) -> [Atom] {
    switch part {
    case .whole, .absence: [Atom(question)]
    case .options(let options): options.map { Atom(question, option: $0) }
    case .entries(let places): places.map { Atom(question, entry: $0) }
    }
  }

  /// The answers that open a question, and those that open their questions.
  private static func gates(of question: Question.ID, in context: AnswerContext) -> Set<Atom> {
    var found: Set<Atom> = []
    var open = [question]
    var seen: Set<Question.ID> = []
    while let id = open.popLast() {
      guard seen.insert(id).inserted, let gate = context.pack.question(id)?.when.named else {
        continue
      }
      for (other, part) in context.parts(speakingFor: gate) {
        found.formUnion(atoms(other, part))
        open.append(other)
      }
    }
    return found
  }

  // MARK: What is not known

  private var unknownDrafts: [Draft] {
    var drafts: [Draft] = []
    var raised: [Question.ID: Int] = [:]
    for (place, finding) in findings.enumerated() {
      guard case .unknownAnswer(let question, let reason) = finding.origin else { continue }
      let isOpen = reason == .notAsked
      raised[question] = drafts.count
      drafts.append(
        Draft(kind: isOpen ? .open : .notKnown, atoms: [Atom(question)], head: place))
    }
    for (place, finding) in findings.enumerated() {
      guard case .possible(let missing) = finding.certainty else { continue }
      let roots = roots(of: missing)
      let told = roots.compactMap { raised[$0] }
      // What waits for an open question is told there, not as unknown.
      let first = told.first { drafts[$0].kind == .open } ?? told.first
      if let first, told.count == roots.count, finding.urgency == .ordinary {
        drafts[first].others.append(place)
        continue
      }
      let kind: FindingLine.Kind = roots.contains(where: unanswered.contains) ? .open : .notKnown
      let atoms = cause(of: finding).union(roots.map { Atom($0) })
      let same = drafts.firstIndex { draft in
        draft.kind == kind && draft.atoms == atoms
          && findings[draft.head].origin == .rule && mayShareLine(finding, findings[draft.head])
      }
      if let same {
        drafts[same].others.append(place)
      } else {
        drafts.append(Draft(kind: kind, atoms: atoms, head: place))
      }
    }
    return drafts
  }

  /// What is missing in the end: of a question that nobody could ask yet, what
  /// its gate waits for.
  private func roots(of missing: [Question.ID]) -> [Question.ID] {
    var roots: [Question.ID] = []
    var open = Array(missing.reversed())
    var seen: Set<Question.ID> = []
    while let id = open.popLast() {
      guard seen.insert(id).inserted else { continue }
      if context.applies(id) == .unknown, context.answer(id) == .unknown(.notAsked),
        let gate = context.pack.question(id)?.when
      {
        open += context.assess(gate).missing.reversed()
      } else if !roots.contains(id) {
        roots.append(id)
      }
    }
    return roots
  }
}

extension FindingLine {
  /// An unknown answer stands where the worst stands that it may hide.
  fileprivate var weight: Severity { kind == .found ? severity : worst }
}

extension Condition {
  /// What the condition names: answers that are asked for by name. That
  /// something is otherwise, or counted, opens questions without being their
  /// subject.
  fileprivate var named: Condition {
    switch self {
    case .isAny, .hasAny, .list: self
    case .and(let parts): .and(parts.map(\.named).filter { $0 != .always })
    case .or(let parts): .or(parts.map(\.named).filter { $0 != .always })
    case .always, .isNot, .current, .compare, .entry, .not: .always
    }
  }
}
