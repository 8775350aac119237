import ClinicalModel

/// Reads one example of a rule:
///
///     - name: "a filler 27 days ago waits one more day"
///       on: "2026-12-01"
///       given: {"filler-date": "2026-11-04"}
///       expect: established
///       severity: defer
///       until: "2026-12-02"
///
/// `given` is written as the `answers` of an answers file are.
struct CaseReader {
  let pack: ProtocolPack

  private enum Expected: String, CaseIterable {
    case established, possible, nothing
  }

  /// The longest sentence, in Unicode scalars.
  private static let nameMax = 200

  /// The case; nothing when it is no map.
  func example(_ node: DocumentNode, _ names: inout UniqueNames, _ faults: inout Faults)
    -> RuleCase?
  {
    guard
      let fields = Fields(
        node, of: "a case", required: ["name", "given", "expect"],
        optional: ["on", "severity", "until"], &faults)
    else { return nil }
    let name = fields.text("name", most: Self.nameMax, &faults)
    names.use(name, of: "case", at: fields.node("name")?.place ?? node.place, &faults)
    let on = day("on", fields, &faults)
    let interviewDate = on ?? RuleCase.usualDate
    // Judged by another day than was meant, right answers would look wrong.
    let isDayMeant = on != nil || !fields.has("on")
    return RuleCase(
      name: name, interviewDate: interviewDate,
      given: isDayMeant ? given(fields, interviewDate, &faults) : [:],
      expectation: expectation(fields, &faults))
  }

  /// The answers; dates among them are judged by the day of the interview.
  private func given(_ fields: Fields, _ interviewDate: CalendarDate, _ faults: inout Faults)
    -> Answers
  {
    let reader = AnswerReader(pack: pack, interviewDate: interviewDate)
    return fields.node("given").map { reader.answers($0, under: "given", &faults) } ?? [:]
  }

  private func expectation(_ fields: Fields, _ faults: inout Faults) -> RuleCase.Expectation {
    let expected = fields.word("expect", of: Expected.allCases, default: .nothing, &faults)
    let severity: RuleCase.Stated<Severity> =
      fields.has("severity")
      ? .stated(fields.word("severity", of: Severity.allCases, default: .doNotTreat, &faults))
      : .notStated
    let until = day("until", fields, &faults).map { RuleCase.Stated.stated($0) } ?? .notStated
    let expectIsRead = fields.node("expect")?.scalar.flatMap { Expected(rawValue: $0.text) } != nil
    for key in ["severity", "until"]
    where fields.has(key) && expected != .established && expectIsRead {
      faults.add(
        fields.place(of: key), "the case states \(key) but expects \(expected.rawValue)",
        "remove \(key) or set expect: established")
    }
    switch expected {
    case .established: return .established(severity: severity, until: until)
    case .possible: return .possible
    case .nothing: return .nothing
    }
  }

  /// A day; nothing when the key is missing or its value no day.
  private func day(_ key: String, _ fields: Fields, _ faults: inout Faults) -> CalendarDate? {
    guard let node = fields.node(key) else { return nil }
    let text = oneLine(node, of: key, most: 10, &faults)
    if text.isEmpty { return nil }
    if let date = CalendarDate(iso: text) { return date }
    faults.add(
      node.place, "\(shown(text)) is not a day of the calendar", "write it as 2026-11-21")
    return nil
  }
}
