import ClinicalModel
public import Screening

// What ends a finding that lets a test come first, the same on screen, by
// lines, in reports and on paper.

extension SkinTestReason {
  /// What ends it, one sentence for each way; never empty.
  public func ends(in pack: CompiledPack) -> [String] {
    var words: [String] = []
    if !tests.isEmpty {
      words.append("\(Self.named(tests)): complete and negative, it falls away.")
    }
    if !elsewhere.isEmpty { words.append(notHere(in: pack)) }
    return words + answered(in: pack)
  }

  /// The same without the tests that are made here, which a plan lists anyway.
  public func endsOtherwise(in pack: CompiledPack) -> [String] {
    (elsewhere.isEmpty ? [] : [notHere(in: pack)]) + answered(in: pack)
  }

  private func notHere(in pack: CompiledPack) -> String {
    let who = SkinTestPlan.once(elsewhere.flatMap(\.instead)).joined(separator: " ")
    return "Not tested here: \(Self.named(elsewhere)). \(who)"
  }

  private func answered(in pack: CompiledPack) -> [String] {
    answers.map { id in
      guard let question = pack.question(id) else { return "It needs an answer: \(id)." }
      let isList = if case .list = question.kind { true } else { false }
      return isList
        ? "It needs a complete answer to: \(question.label)."
        : "It ends with an answer to: \(question.label)."
    }
  }

  /// `small test area of emla, vitamin-e; patch test of emla`
  private static func named(_ items: [SkinTestItem]) -> String {
    SkinTestKind.allCases.compactMap { kind in
      let names = items.filter { $0.kind == kind }.map(\.planned.name)
      return names.isEmpty ? nil : "\(kind.words) of \(names.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}

extension SkinTestPlan {
  /// Where the advice of a test stands, in a few words for one line.
  public var adviceWords: String {
    let reasons = reasons.filter(\.isEstablished)
    let here = reasons.contains { !$0.tests.isEmpty }
    if here { return "advised before any treatment" }
    if reasons.contains(where: { !$0.elsewhere.isEmpty }) {
      return "advised, and not made here: the plan says who"
    }
    return standing == .planNotKnown
      ? "advised; what is planned is not known yet" : "advised, after an answer"
  }

  static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
