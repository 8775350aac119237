import ClinicalModel
import Screening

/// Looks for answers that make a condition true by changing one answer after
/// another, where there are too many combinations to try them all.
struct Climb {
  let pack: CompiledPack
  let interviewDate: CalendarDate
  let domains: [AnswerDomain]

  /// The most rounds over all questions.
  private static let roundsMax = 4

  /// A combination that makes the condition true, one digit for each domain;
  /// nothing when none was found.
  func row(making condition: Condition, from rows: [[Int]]) -> [Int]? {
    let grade = Grade(condition, in: pack)
    for start in rows {
      var row = start
      var best = value(row, grade)
      for _ in 0..<Self.roundsMax where best < 1 {
        let before = best
        for place in domains.indices where best < 1 { improve(&row, at: place, &best, grade) }
        if best == before { break }
      }
      if best == 1 { return row }
    }
    return nil
  }

  private func improve(_ row: inout [Int], at place: Int, _ best: inout Double, _ grade: Grade) {
    for digit in domains[place].values.indices where digit != row[place] {
      var other = row
      other[place] = digit
      let value = value(other, grade)
      if value > best { (row, best) = (other, value) }
    }
  }

  private func value(_ row: [Int], _ grade: Grade) -> Double {
    var answers = Answers()
    for (domain, digit) in zip(domains, row) { answers[domain.question] = domain.values[digit] }
    return grade.value(
      in: AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate))
  }
}

/// How much of a condition holds, from 0 to 1.
private indirect enum Grade {
  case leaf(CompiledCondition)
  case all([Grade])
  case any([Grade])
  case not(Grade)

  init(_ condition: Condition, in pack: CompiledPack) {
    switch condition {
    case .and(let parts): self = .all(parts.map { Grade($0, in: pack) })
    case .or(let parts): self = .any(parts.map { Grade($0, in: pack) })
    case .not(let part): self = .not(Grade(part, in: pack))
    default: self = .leaf(pack.compiled(condition))
    }
  }

  func value(in context: AnswerContext) -> Double {
    switch self {
    case .leaf(let condition):
      switch context.truth(condition) {
      case .true: 1
      case .unknown: 0.5
      case .false: 0
      }
    case .all(let parts):
      parts.isEmpty ? 1 : parts.map { $0.value(in: context) }.reduce(0, +) / Double(parts.count)
    case .any(let parts): parts.map { $0.value(in: context) }.max() ?? 0
    case .not(let part): 1 - part.value(in: context)
    }
  }
}
