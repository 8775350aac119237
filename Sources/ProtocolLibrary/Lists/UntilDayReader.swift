import ClinicalModel

// Deferrals counted from the entries of lists:
//
//   until: "last-taken(steroid.systemic) + 28"
//   until: "latest(allergies.when) + 28"
//   until: "latest(skin-tests.readings-due where state = placed) + 1"
//
// While the day is not known, `until-event` says what must happen first.

extension RuleReader {
  /// The day that a deferral is counted from; nothing for any other text.
  func untilDay(_ text: String, _ node: DocumentNode, _ faults: inout Faults) -> UntilDay? {
    guard let sum = Sum(text) else { return nil }
    if let key = sum.inside("last-taken") { return lastTaken(key, sum.days, node, &faults) }
    if let rest = sum.inside("latest") { return latest(rest, sum.days, node, &faults) }
    return nil
  }

  /// `term + n`, n days up to ten years.
  struct Sum {
    let term: String
    let days: Int

    init?(_ text: String) {
      guard let plus = text.firstRange(of: " + ") else { return nil }
      let number = text[plus.upperBound...]
      guard let days = Int(number), String(days) == number, (0...RuleReader.daysMax).contains(days)
      else { return nil }
      term = String(text[..<plus.lowerBound])
      self.days = days
    }

    /// What stands in the brackets of `name(...)`.
    func inside(_ name: String) -> String? {
      guard term.hasPrefix(name + "("), term.hasSuffix(")") else { return nil }
      return String(term.dropFirst(name.count + 1).dropLast())
    }
  }

  private func lastTaken(_ key: String, _ days: Int, _ node: DocumentNode, _ faults: inout Faults)
    -> UntilDay
  {
    if case .all(let vocabulary) = names.questions {
      let tables = vocabulary.lists.tables
      if !tables.knows(MedicineKey(rawValue: key)) {
        faults.add(
          node.place, "no medicine has the id, tag or class \(shown(key))",
          didYouMean(key, tables.medicineKeys, otherwise: "use a key of the medicines table"))
      }
    }
    return .lastTaken(MedicineKey(rawValue: key), days: days)
  }

  /// `list.field` or `list.field where condition`
  private func latest(_ text: String, _ days: Int, _ node: DocumentNode, _ faults: inout Faults)
    -> UntilDay?
  {
    let parts = text.split(separator: " where ", maxSplits: 1).map(String.init)
    let path = parts[0].split(separator: ".", maxSplits: 1).map(String.init)
    guard path.count == 2, let subject = ListSubject(rawValue: path[0]) else {
      faults.add(
        node.place, "\(shown(parts[0])) is not a date field of a list", "write list.field")
      return nil
    }
    let field = Question.ID(rawValue: path[1])
    guard case .all(let vocabulary) = names.questions else { return nil }
    switch vocabulary.lists.fields[subject]?[field] {
    case .date, .unread: break
    case .single, .multiple, .number, .text, .list, nil:
      let known = vocabulary.lists.fields[subject].map { $0.keys.map(\.rawValue) } ?? []
      faults.add(
        node.place, "\(shown(path[1])) is not a date field of \(shown(path[0]))",
        didYouMean(path[1], known, otherwise: "name a field of type date"))
    }
    var condition = Condition.always
    if parts.count > 1 {
      do {
        condition = try parseCondition(parts[1], naming: vocabulary, onEntryOf: subject)
      } catch {
        for error in error.errors { faults.add(node.place, error.cause, error.remedy) }
      }
    }
    return .entries(subject, field, where: condition, days: days)
  }
}
