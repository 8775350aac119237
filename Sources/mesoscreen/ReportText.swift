import ClinicalModel
import Consultation
import Screening
import Summary
import TextLayout

/// A report for people: 72 columns, what is not known first.
struct ReportText {
  private static let width = 72
  let report: Report
  let context: AnswerContext
  var pack: CompiledPack { context.compiled }

  /// The report on these answers.
  init(_ report: Report, on context: AnswerContext) {
    self.report = report
    self.context = context
  }

  /// The whole text, each line ended by a line feed.
  var text: String {
    let parts = [
      head, emergencies, result, notKnown, findings("Findings", established),
      findings("Still possible", possible), ingredients, skinTests, sources, foot,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private var head: [String] {
    lines(pack.title)
      + lines("For treatment on \(report.evaluatedFor.spelled).")
      + lines("Protocol \(pack.id) \(pack.version)")
      + lines(pack.digest)
  }

  private var emergencies: [String] {
    let called = pack.emergencies.filter { report.emergencies.contains($0.id) }
    return called.flatMap { emergency in
      heading("EMERGENCY: \(emergency.title)") + emergencyNumber
        + emergency.steps.flatMap { hanging("- ", $0) }
    }
  }

  /// The number to dial, where the clinic has given one.
  private var emergencyNumber: [String] {
    guard case .given(let clinic) = pack.clinic else { return [] }
    return lines("Emergency number: call \(clinic.emergencyNumber)")
  }

  private var result: [String] {
    heading("Result")
      + hanging(verdict, report.outcome.outcomeSentence)
      + (report.couldBecome > report.outcome
        ? lines("Answers are missing: it could become \(report.couldBecome.word).") : [])
      + lines("Findings: \(report.counts.words).")
      + (report.counts.openWords.isEmpty ? [] : lines("Questions: \(report.counts.openWords)."))
      + lines(earliest)
      + firsts.flatMap { hanging("- ", "First: \($0)") }
      + lower.flatMap { hanging("- ", "Lower: \($0)") }
      + patchTest + nearest
  }

  /// The mildest outcome has a sentence and no word: "Note" is no verdict.
  private var verdict: String {
    report.outcome == .proceed ? "" : "\(report.outcome.mark) \(report.outcome.word): "
  }

  private var earliest: String {
    switch report.earliestDate {
    case .excluded: "No treatment date is named."
    case .date(let date): "Earliest date: \(date.spelled)."
    case .notDeferred: "No wait with a date."
    }
  }

  /// What must happen first; the answers that are not known stand in a list of
  /// their own and are only counted here.
  private var firsts: [String] {
    let unknown = report.findings.filter { $0.isUnknownAnswer && $0.release != .notDeferred }
    let asked = unknown.map(\.release)
    let others = report.events.filter { !asked.contains(.event($0)) }
    return others
      + (unknown.isEmpty
        ? []
        : [
          unknown.count == 1
            ? "1 answer that is not known" : "\(unknown.count) answers that are not known"
        ])
  }

  /// What would lower the outcome.
  private var lower: [String] {
    let changes = outcomeChanges(context.answers, with: pack, on: context.interviewDate)
    return ChangeWords(pack).lines(changes)
  }

  private var patchTest: [String] {
    guard case .advised(let rules) = report.patchTest else { return [] }
    return lines("A patch test is advised: \(rules.map(title).joined(separator: "; ")).")
  }

  private func title(_ rule: Rule.ID) -> String {
    report.findings.first { $0.rule == rule }?.title ?? rule.rawValue
  }

  // MARK: Not known

  private var notKnown: [String] {
    let raised = report.findings.filter(\.isUnknownAnswer)
    let others = pack.questions.filter { question in
      !raised.contains { $0.rule == .unknown(question.id) }
    }.compactMap(unknown)
    guard !raised.isEmpty || !others.isEmpty else { return [] }
    return heading("Not known")
      + lines("Unknown is not clear. These answers are not known:")
      + raised.flatMap { hanging("\($0.mark) \($0.severity.word): ", $0.title) }
      + others.flatMap { hanging("\(NotKnown.mark) ", $0) }
  }

  /// How a question that applies, or may apply, is not known; nothing when it
  /// is, whether or not not knowing it has a weight of its own.
  private func unknown(_ question: Question) -> String? {
    guard case .unknown(let reason) = context.answer(question.id) else { return nil }
    switch (context.applies(question.id), reason) {
    case (.false, _): return nil
    case (.unknown, .notAsked): return "\(question.label): may not apply"
    case (.true, .notAsked) where question.whenNotAsked != .notKnown: return nil
    case (.true, _), (.unknown, _): return "\(question.label): \(reason.words)"
    }
  }

  // MARK: Findings

  private var established: [FindingLine] { report.lines.filter { $0.kind == .found } }

  /// What is only possible; an answer that is not known has its line above.
  private var possible: [FindingLine] {
    report.lines.compactMap { line in
      let waiting = line.findings.filter { !$0.isUnknownAnswer }
      return line.kind == .found || waiting.isEmpty ? nil : line
    }
  }

  private func findings(_ title: String, _ lines: [FindingLine]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let texts = lines.flatMap { line in
      line.kind == .found
        ? [self.lines(of: line)]
        : line.findings.filter { !$0.isUnknownAnswer }.map { self.lines(ofPossible: $0) }
    }
    return heading(title) + Array(texts.joined(separator: [""]))
  }

  private func lines(ofPossible finding: Finding) -> [String] {
    var missing: [Question.ID] = []
    if case .possible(let questions) = finding.certainty { missing = questions }
    return hanging("\(finding.mark) \(finding.severity.word): ", finding.title)
      + part("Because", finding.because.map(words))
      + part("Depends on", missing.map(label)) + source(of: finding)
      + part("Rule", [finding.rule.rawValue])
  }

  /// A line with its reasons. Nobody acts on a finding that is only possible,
  /// or tells a patient.
  private func lines(of line: FindingLine) -> [String] {
    var lines = hanging("\(line.head.mark) \(line.severity.word): ", line.head.title)
    for title in once(line.others.map(\.title)) where title != line.head.title {
      lines += part("Also", [title])
    }
    lines += part("Because", line.because.map(words))
    lines += line.staff.flatMap { part("Staff", [$0]) }
    lines += line.patient.flatMap { part("Patient", [$0]) }
    for release in line.releases {
      switch release {
      case .notDeferred: break
      case .date(let date): lines += part("Until", [date.spelled])
      case .event(let event): lines += part("Until", [event])
      }
    }
    let endings = once(line.findings.flatMap(endings))
    lines += part("Ends with", [endings.joined(separator: "; or ")])
    lines += line.notes.flatMap { part("Note", [$0]) }
    for finding in line.findings {
      lines += source(of: finding) + part("Rule", [finding.rule.rawValue])
    }
    return lines
  }

  private func source(of finding: Finding) -> [String] {
    let cited = finding.cite.map(\.rawValue).joined(separator: ", ")
    return part("Source", ["\(cited.isEmpty ? "none" : cited) (\(finding.strength.name))"])
  }

  /// One part of a finding below its title; nothing where it says nothing.
  private func part(_ name: String, _ texts: [String]) -> [String] {
    let text = texts.joined(separator: "; ")
    return text.isEmpty ? [] : hanging("    \(name): ", text)
  }

  private func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// What ends a finding besides the wait or the event that it names: a few of
  /// the smallest sets of changes; the report as JSON has them all.
  private func endings(of finding: Finding) -> [String] {
    let sets = changeSets(
      for: finding, answers: context.answers, with: pack, on: context.interviewDate)
    let others = sets.filter { set in
      if case .date(let date) = finding.release { set.steps != [.waitUntil(date)] } else { true }
    }
    let words = ChangeWords(pack).alternatives(others)
    return words.prefix(Self.endingsMax)
      + (words.count > Self.endingsMax ? ["\(words.count - Self.endingsMax) more"] : [])
  }

  private static let endingsMax = 3

  private func words(_ because: Because) -> String {
    guard let question = pack.question(because.question) else { return because.question.rawValue }
    return "\(question.label): \(because.spoken.words(for: question, in: pack.names))"
  }

  // MARK: Foot

  private var sources: [String] {
    let cited = Set(report.findings.flatMap(\.cite))
    let named = pack.sources.filter { cited.contains($0.id) }
    guard !named.isEmpty else { return [] }
    return heading("Sources") + named.flatMap { hanging("\($0.id)  ", $0.title) }
  }

  private var foot: [String] { heading("Intended use") + lines(pack.intendedUse) + approval }

  private var approval: [String] { pack.approval.isEmpty ? [] : lines(pack.approval) }

  // MARK: Layout

  private func label(_ question: Question.ID) -> String {
    pack.question(question)?.label ?? question.rawValue
  }

  func heading(_ title: String) -> [String] {
    let lines = lines(title)
    let widest = lines.map(TextWidth.paperColumns).max() ?? 0
    return lines + [String(repeating: "-", count: widest)]
  }

  private func lines(_ text: String) -> [String] {
    TextWrap.paperLines(Printable.line(text), width: Self.width)
  }

  /// A text whose further lines stand four columns in from its lead's margin.
  func hanging(_ lead: String, _ text: String) -> [String] {
    let margin = lead.prefix { $0 == " " }.count
    let blank = String(repeating: " ", count: margin + 4)
    let start = String(lead.dropFirst(margin))
    let room = Self.width - margin - 4
    // The first line begins four columns further left than the others.
    let wrapped = TextWrap.paperLines(Printable.line(start + text), width: room)
    return wrapped.enumerated().map { index, line in
      (index == 0 ? String(repeating: " ", count: margin) : blank) + line
    }
  }
}

extension Finding {
  /// Whether it stands for an answer that is not known.
  fileprivate var isUnknownAnswer: Bool { if case .unknownAnswer = origin { true } else { false } }
}
