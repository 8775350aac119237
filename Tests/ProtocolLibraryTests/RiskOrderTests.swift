import ClinicalModel
import ProtocolLibrary
import Testing

private let file = "risk-orders.yaml"

private let orders = """
  risk-orders:
  - question: pregnancy
    options: ["no", "unknown", "yes"]
    exceptions:
    - rule: pregnant
      reason: "Shown here, meant nowhere."
  marks:
  - question: red-flags

  """

/// What is said when one text of the orders is replaced.
private func faults(_ old: String, _ new: String) -> [String] {
  SmallPack().with(file, orders).replacing(old, with: new, in: file).diagnostics
}

@Test func `an order of risk is read with its exceptions, marks with all options`() throws {
  let pack = try SmallPack().with(file, orders).pack()
  #expect(
    pack.riskOrders == [
      RiskOrder(
        question: "pregnancy", options: ["no", "unknown", "yes"],
        exceptions: [RiskException(rule: "pregnant", reason: "Shown here, meant nowhere.")]),
      RiskOrder(question: "red-flags", options: ["breathing", "rash"]),
    ])
}

@Test func `marks may name some of the options`() throws {
  let pack = try SmallPack().with(
    file, "risk-orders: []\nmarks:\n- {question: red-flags, options: [rash]}\n"
  ).pack()
  #expect(pack.riskOrders == [RiskOrder(question: "red-flags", options: ["rash"])])
}

@Test func `a pack need not declare any order`() throws {
  #expect(try SmallPack().pack().riskOrders == [])
}

@Test func `an order names a single choice, marks a multiple one`() {
  #expect(
    faults("question: pregnancy", "question: red-flags") == [
      "\(file):2:13: error: \"red-flags\" is not a single choice; "
        + "declare the order of a question of type single; one of type multi belongs under marks",
      "\(file):8:13: error: the order of risk for \"red-flags\" exists already (\(file):2:13); "
        + "give one of the two another name",
    ])
  #expect(
    faults("- question: red-flags", "- question: depth") == [
      "\(file):8:13: error: \"depth\" is not a multiple choice; "
        + "a question of type single belongs under risk-orders"
    ])
  #expect(
    faults("question: pregnancy", "question: pregnanci") == [
      "\(file):2:13: error: there is no question \"pregnanci\"; did you mean \"pregnancy\"?"
    ])
}

@Test func `each option of an order exists and stands once`() {
  #expect(
    faults("\"unknown\", \"yes\"", "\"no\", \"yess\"") == [
      "\(file):3:19: error: \"no\" stands twice; keep one of the two",
      "\(file):3:25: error: \"pregnancy\" has no option \"yess\"; did you mean \"yes\"?",
    ])
  #expect(
    faults("[\"no\", \"unknown\", \"yes\"]", "[\"no\"]") == [
      "\(file):3:3: error: the order has fewer than two options; write them lowest risk first"
    ])
  #expect(
    faults("- question: red-flags", "- {question: red-flags, options: [none]}") == [
      "\(file):8:35: error: \"red-flags\" has no option \"none\"; use one of breathing, rash"
    ])
}

@Test func `an exception names a rule once and says why`() {
  #expect(
    faults("rule: pregnant", "rule: pregnent") == [
      "\(file):5:11: error: there is no rule \"pregnent\"; did you mean \"pregnant\"?"
    ])
  #expect(
    faults("    reason: \"Shown here, meant nowhere.\"\n", "") == [
      "\(file):5:5: error: an exception has no reason; add the key reason"
    ])
  #expect(
    faults(
      "  - rule: pregnant\n",
      "  - {rule: pregnant, reason: \"First.\"}\n  - rule: pregnant\n")
      == ["\(file):6:11: error: \"pregnant\" is excepted twice; keep one of the two"])
}
