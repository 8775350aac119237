import ClinicalModel
import Screening

/// Packs, answers and conditions drawn from random numbers.
enum RandomConditions {
  /// Six kinds of question, each perhaps behind a gate over those before it.
  static func pack(_ numbers: inout RandomPatient) -> CompiledPack {
    let bare = [
      ProofPack.sex, ProofPack.device, ProofPack.product, ProofPack.weight, birth,
      ProofPack.filler, steroid, ProofPack.trip,
    ]
    var questions: [Question] = []
    for question in bare.shuffled(using: &numbers) {
      let gated = !questions.isEmpty && Bool.random(using: &numbers)
      let gate =
        gated
        ? condition(over: ProofPack.pack(questions, []), depth: 1, &numbers) : .always
      questions.append(
        Question(
          id: question.id, ask: "", label: "", kind: question.kind, options: question.options,
          when: gate))
    }
    return ProofPack.pack(questions + [ProofPack.planned], [])
  }

  /// About half of the questions answered; the planned day now and then.
  static func answers(to pack: CompiledPack, _ numbers: inout RandomPatient) -> Answers {
    var answers = numbers.answers(to: pack, percent: Int.random(in: 0...100, using: &numbers))
    if Bool.random(using: &numbers) {
      answers[.plannedTreatmentDate] = numbers.answer(to: ProofPack.planned)
    }
    return answers
  }

  /// Everything that was not known, known.
  static func completing(
    _ answers: Answers, for pack: CompiledPack, _ numbers: inout RandomPatient
  ) -> Answers {
    var completed = answers
    for question in pack.questions where question.id != .plannedTreatmentDate {
      while case .unknown = completed[question.id] {
        completed[question.id] = numbers.answer(to: question)
      }
    }
    return completed
  }

  static func condition(
    over pack: CompiledPack, depth: Int, _ numbers: inout RandomPatient
  ) -> Condition {
    let kind = depth == 0 ? 9 : Int.random(in: 0..<10, using: &numbers)
    switch kind {
    case 0...2:
      return .and((0..<2).map { _ in condition(over: pack, depth: depth - 1, &numbers) })
    case 3...5:
      return .or((0..<2).map { _ in condition(over: pack, depth: depth - 1, &numbers) })
    case 6: return .not(condition(over: pack, depth: depth - 1, &numbers))
    default: return comparison(over: pack, &numbers)
    }
  }

  private static func comparison(
    over pack: CompiledPack, _ numbers: inout RandomPatient
  ) -> Condition {
    let asked = pack.questions.filter { $0.id != .plannedTreatmentDate }
    guard let question = asked.randomElement(using: &numbers) else { return .always }
    let id = question.id
    let sign = Comparison.allCases.randomElement(using: &numbers) ?? .less
    func count(_ range: ClosedRange<Int>) -> Quantity {
      Quantity(Int.random(in: range, using: &numbers))
    }
    let options = question.options.map(\.id).shuffled(using: &numbers)
    switch question.kind {
    case .single:
      return Bool.random(using: &numbers)
        ? .isNot(id, options[0]) : .isAny(id, Array(options.prefix(2)))
    case .multiple: return .hasAny(id, Array(options.prefix(2)))
    case .number: return .compare(.number(id), sign, count(20...300))
    case .date where id == .dateOfBirth: return .compare(.age, sign, count(10...80))
    case .date(_, _, true) where Bool.random(using: &numbers): return .current(id)
    case .date(.past, _, _): return .compare(.days(id), sign, count(0...800))
    case .date: return .compare(.daysUntil(id), sign, count(-400...800))
    case .text, .list, .name, .names: return .always
    }
  }

  private static let birth = Question(
    id: .dateOfBirth, ask: "", label: "",
    kind: .date(tense: .past, orNever: false, orCurrent: false))
  private static let steroid = Question(
    id: "steroid-end", ask: "", label: "",
    kind: .date(tense: .past, orNever: true, orCurrent: true))
}
