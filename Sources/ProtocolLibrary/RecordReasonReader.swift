import ClinicalModel

// Why something is asked that nothing reads:
//
//   for-record:
//   - {why: "Printed on the consent form"}                  the whole question
//   - {options: [north, south], why: "The nurse's route"}   some options

extension QuestionReader {
  /// The reasons of a question or field; none where it has no `for-record`.
  func recordReasons(_ fields: Fields, _ faults: inout Faults) -> [RecordReason] {
    let known = fields.node("options")?.entries?.map(\.key) ?? []
    return fields.items("for-record", &faults).compactMap { item in
      guard
        let reason = Fields(
          item, of: "a reason", required: ["why"], optional: ["options"], &faults)
      else { return nil }
      let options = reason.items("options", &faults).compactMap { node -> Option.ID? in
        let name = oneLine(node, of: "an option", most: 64, &faults)
        guard !name.isEmpty else { return nil }
        if !known.contains(name) {
          faults.add(
            node.place, "there is no option \(shown(name))",
            didYouMean(name, known, otherwise: "name an option of the question"))
        }
        return Option.ID(rawValue: name)
      }
      if reason.node("options")?.items?.isEmpty == true {
        faults.add(
          reason.place(of: "options"), "no option is named",
          "name one, or leave options out where the whole question is meant")
      }
      return RecordReason(options: options, why: reason.text("why", most: 200, &faults))
    }
  }
}
