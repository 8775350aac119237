import ClinicalModel
import Screening

/// What is worded or kept otherwise in a pack and weighed the same, one entry
/// for each thing that has words.
///
/// What only one of the packs has is named here as far as nothing weighs it.
func wordingChanges(from old: CompiledPack, to new: CompiledPack) -> [WordingChange] {
  var changes = compared("the pack", [old], [new], name: { _ in "" }, texts)
  changes += compared("section", old.sections, new.sections, name: \.id.rawValue, texts)
  changes += compared("group", old.groups, new.groups, name: \.id.rawValue, texts)
  // Questions, rules and screens that only one has are weighed.
  changes += compared(
    "question", old.questions.filter { new.question($0.id) != nil },
    new.questions.filter { old.question($0.id) != nil }, name: \.id.rawValue, texts)
  changes += compared(
    "rule", old.rules.filter { new.rule($0.id) != nil },
    new.rules.filter { old.rule($0.id) != nil }, name: \.id.rawValue, texts)
  changes += compared(
    "emergency screen", old.emergencies.filter { new.emergency($0.id) != nil },
    new.emergencies.filter { old.emergency($0.id) != nil }, name: \.id.rawValue, texts)
  changes += compared("source", old.sources, new.sources, name: \.id.rawValue) {
    [("title", $0.title)]
  }
  changes += compared(
    "order of risk", old.riskOrders, new.riskOrders, name: \.question.rawValue, texts)
  let whole = [
    ("the order of sections", isReordered(old.sections, new.sections, \.id)),
    ("the order of questions", isReordered(old.questions, new.questions, \.id)),
    ("the order of rules", isReordered(old.rules, new.rules, \.id)),
    ("guidance", old.guidance != new.guidance), ("clinic", old.clinic != new.clinic),
    ("names, words and sources of the tables", isReworded(old.tables, new.tables)),
    ("lists of risks", old.riskSets != new.riskSets),
  ]
  return changes
    + whole.filter(\.1).map { WordingChange(subject: $0.0, parts: ["changed"]) }
}

/// Whether tables differ in something that no change of a row tells.
private func isReworded(_ old: Tables, _ new: Tables) -> Bool {
  old != new && tableChanges(from: old, to: new).isEmpty
}

/// Whether what both have stands in another order.
private func isReordered<Item, Name: Hashable>(
  _ old: [Item], _ new: [Item], _ name: (Item) -> Name
) -> Bool {
  let (before, after) = (old.map(name), new.map(name))
  let both = Set(before).intersection(after)
  return before.filter(both.contains) != after.filter(both.contains)
}

private typealias Text = (part: String, text: String)

private func compared<Item>(
  _ kind: String, _ old: [Item], _ new: [Item], name: (Item) -> String, _ texts: (Item) -> [Text]
) -> [WordingChange] {
  unique((new + old).map(name)).compactMap { id in
    let subject = id.isEmpty ? kind : "\(kind) \(id)"
    let before = old.first { name($0) == id }.map(texts)
    let after = new.first { name($0) == id }.map(texts)
    guard let before else { return WordingChange(subject: subject, parts: ["added"]) }
    guard let after else { return WordingChange(subject: subject, parts: ["removed"]) }
    let parts = zip(before, after).filter { $0.text != $1.text }.map(\.0.part)
    return parts.isEmpty ? nil : WordingChange(subject: subject, parts: parts)
  }
}

private func texts(_ pack: CompiledPack) -> [Text] {
  [
    ("id", pack.id), ("version", pack.version), ("title", pack.title),
    ("jurisdiction", pack.jurisdiction), ("approval", pack.approval),
    ("intended-use", pack.intendedUse),
  ]
}

private func texts(_ section: Section) -> [Text] {
  [
    ("title", section.title), ("short", section.short), ("asked_by", section.askedBy),
    ("roles", section.roles.map(\.rawValue).joined(separator: ", ")),
    ("form", section.form.rawValue),
  ]
}

private func texts(_ group: QuestionGroup) -> [Text] {
  [
    ("ask", group.ask), ("label", group.label),
    ("members", group.members.map(\.rawValue).joined(separator: ", ")),
  ]
}

private func texts(_ question: Question) -> [Text] {
  let range =
    if case .number(let unit, let range) = question.kind {
      "\(range.lowerBound) to \(range.upperBound) \(unit)"
    } else {
      ""
    }
  return [
    ("ask", question.ask), ("label", question.label), ("hint", question.hint),
    ("help", question.help), ("why", question.why), ("cite", names(question.cite)),
    ("range", range), ("options", question.options.map(\.id.rawValue).joined(separator: ", ")),
    ("option labels", question.options.map(\.label).joined(separator: "\n")),
    ("staff", "\(question.answeredByStaff)"), ("privacy", question.privacy.rawValue),
    ("changeable", question.changeability.rawValue),
    ("valid-for", question.validFor.rawValue),
  ]
}

private func texts(_ rule: Rule) -> [Text] {
  [
    ("title", rule.title), ("staff", rule.staff), ("patient", rule.patient),
    ("cite", names(rule.cite)), ("strength", rule.strength.rawValue), ("note", rule.note),
  ]
}

private func texts(_ emergency: Emergency) -> [Text] {
  [
    ("title", emergency.title), ("steps", emergency.steps.joined(separator: "\n")),
    ("cite", names(emergency.cite)),
  ]
}

private func texts(_ order: RiskOrder) -> [Text] {
  [
    ("options", order.options.map(\.rawValue).joined(separator: ", ")),
    ("exceptions", order.exceptions.map { "\($0.rule): \($0.reason)" }.joined(separator: "\n")),
  ]
}

private func names(_ sources: [Source.ID]) -> String {
  sources.map(\.rawValue).joined(separator: ", ")
}
