import ClinicalModel
import Screening

/// Looks for groups that may not be denied with one key: only what can never
/// exclude a patient is read aloud together.
struct GroupLint {
  let pack: CompiledPack

  func findings() -> [LintFinding] {
    var seen: [Question.ID: QuestionGroup.ID] = [:]
    return pack.sections.flatMap { section in
      section.groups.flatMap { group in
        size(group) + tone(group, in: section)
          + group.members.enumerated().flatMap { index, id -> [LintFinding] in
            let spot = PackSpot(.group(group.id), "members", .item(index))
            defer { seen[id] = seen[id] ?? group.id }
            if let earlier = seen[id] {
              return [
                fault(
                  spot, "\(quoted(id)) stands in the group \(quoted(earlier)) already",
                  related: [.init(PackSpot(.group(earlier), "members"), "the other group")])
              ]
            }
            return member(id, spot, in: section)
          }
      }
    }
  }

  private func fault(
    _ spot: PackSpot, _ cause: String, witness: LintFinding.Witness = .none,
    related: [LintFinding.RelatedSpot] = [], _ remedy: String = "take it out of the group"
  ) -> LintFinding {
    LintFinding(.group, at: spot, cause, witness: witness, related: related, remedy)
  }

  private func size(_ group: QuestionGroup) -> [LintFinding] {
    let spot = PackSpot(.group(group.id), "members")
    let count = group.members.count
    if count > QuestionGroup.membersMax {
      return [
        fault(
          spot,
          "the group \(quoted(group.id)) has \(count) members, more than anybody keeps in mind",
          "keep \(QuestionGroup.membersMax) at most, or make two groups")
      ]
    }
    if count < 2 {
      return [
        fault(
          spot, "the group \(quoted(group.id)) has fewer than two members",
          "add one or remove the group")
      ]
    }
    return []
  }

  /// What staff answer by looking is not read aloud together with questions to
  /// the patient.
  private func tone(_ group: QuestionGroup, in section: Section) -> [LintFinding] {
    let members = section.questions.filter { group.members.contains($0.id) }
    let byStaff = members.filter(\.answeredByStaff)
    guard let first = byStaff.first, byStaff.count < members.count else { return [] }
    return [
      fault(
        PackSpot(.group(group.id), "members"),
        "the group \(quoted(group.id)) mixes questions to the patient with what staff answer",
        witness: .words("\(first.id) is answered by staff"), "make two groups")
    ]
  }

  private func member(_ id: Question.ID, _ spot: PackSpot, in section: Section) -> [LintFinding] {
    guard let question = pack.question(id) else {
      return [fault(spot, "there is no question \(quoted(id))", "name a question of the section")]
    }
    guard section.questions.contains(where: { $0.id == id }) else {
      return [
        fault(
          spot, "\(quoted(id)) is not a question of this section",
          "group questions of one section only")
      ]
    }
    guard question.denial != .impossible else {
      return [
        fault(
          spot, "\(quoted(id)) cannot be answered with a plain no",
          "group yes-or-no questions and dates that may never have happened")
      ]
    }
    if case .no = question.findingSide {
      return [fault(spot, "no is the answer to \(quoted(id)) that bears a finding")]
    }
    return excluding(question, spot)
  }

  /// How a question can exclude a patient; empty if it cannot.
  private func excluding(_ question: Question, _ spot: PackSpot) -> [LintFinding] {
    let cause = "\(quoted(question.id)) can exclude a patient"
    if question.onUnknown == .finding(.doNotTreat) {
      let known = PackSpot(.question(question.id), "on_unknown")
      return [
        fault(
          spot, cause, witness: .words("not knowing it weighs do-not-treat"),
          related: [.init(known, "what not knowing it weighs")])
      ]
    }
    let heavy = pack.rules.filter { $0.severity == .doNotTreat || $0.urgency == .emergency }
    if let rule = heavy.first(where: { pack.questionsBehind($0.when).contains(question.id) }) {
      let isDirect = rule.when.questions.contains(question.id)
      return [
        fault(
          spot, cause,
          witness: .words(
            isDirect
              ? "the rule \(quoted(rule.id)) reads it"
              : "what the rule \(quoted(rule.id)) reads is asked only after it"),
          related: [.init(PackSpot(.rule(rule.id), "when"), "the rule \(quoted(rule.id))")])
      ]
    }
    let screens = pack.emergencies.filter { pack.questionsBehind($0.when).contains(question.id) }
    return screens.prefix(1).map { screen in
      fault(
        spot, "\(quoted(question.id)) can open an emergency screen",
        witness: .words("\(quoted(screen.id)) reads it"),
        related: [.init(PackSpot(.emergency(screen.id), "when"), "the screen \(quoted(screen.id))")]
      )
    }
  }
}

/// Exceptions to orders of risk that except nothing.
func riskOrderFindings(of pack: CompiledPack) -> [LintFinding] {
  pack.riskOrders.flatMap { order in
    order.exceptions.enumerated().compactMap { index, exception -> LintFinding? in
      guard let rule = pack.rule(exception.rule),
        !inputs(of: rule, in: pack).contains(order.question)
      else { return nil }
      return LintFinding(
        .riskOrder,
        at: PackSpot(.riskOrder(order.question), "exceptions", .item(index), "rule"),
        "the rule \(quoted(rule.id)) does not depend on \(quoted(order.question))",
        "remove the exception")
    }
  }
}
