import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@Suite struct MutantTests {
  /// Each mutant of a condition in one line; those of the whole condition and
  /// of the severity are left out.
  private func spoilt(_ when: Condition) -> [String] {
    mutants(of: ProofPack.rule(when, .proceed)).filter {
      $0.change != .constant && $0.change != .severity
    }.map { "\($0.change.rawValue): \($0.original) -> \($0.replacement)" }
  }

  @Test func `a limit of days is moved by a day and its sign changed`() {
    #expect(
      spoilt(.compare(.days("filler-date"), .less, Quantity(28))) == [
        "comparison: days(filler-date) < 28 -> days(filler-date) <= 28",
        "comparison: days(filler-date) < 28 -> days(filler-date) >= 28",
        "threshold: days(filler-date) < 28 -> days(filler-date) < 27",
        "threshold: days(filler-date) < 28 -> days(filler-date) < 29",
      ])
  }

  @Test(arguments: [
    (Comparison.less, ["<=", ">="]), (.atMost, ["<", ">"]), (.greater, [">=", "<="]),
    (.atLeast, [">", "<"]),
  ])
  func `each sign becomes its neighbour and its opposite`(sign: Comparison, others: [String]) {
    #expect(
      spoilt(.compare(.age, sign, Quantity(18))).prefix(2)
        == others.map { "comparison: age \(sign.rawValue) 18 -> age \($0) 18" }[...])
  }

  @Test func `a limit of a number is also moved by a tenth`() {
    #expect(
      spoilt(.compare(.number("weight"), .atLeast, Quantity(thousandths: 18_500))).dropFirst(2) == [
        "threshold: weight >= 18.5 -> weight >= 17.5",
        "threshold: weight >= 18.5 -> weight >= 18.4",
        "threshold: weight >= 18.5 -> weight >= 18.6",
        "threshold: weight >= 18.5 -> weight >= 19.5",
      ])
  }

  @Test func `each option is left out once`() {
    #expect(
      spoilt(.isAny("device", ["needle", "roller"])) == [
        "option dropped: device in [needle, roller] -> device = roller",
        "option dropped: device in [needle, roller] -> device = needle",
      ])
    #expect(
      spoilt(.hasAny("product", ["filler"]))
        == ["option dropped: product has filler -> product has-any []"])
  }

  @Test func `not equal becomes equal`() {
    #expect(
      spoilt(.isNot("device", "massage"))
        == ["inequality: device != massage -> device = massage"])
  }

  @Test func `parts are left out, joined otherwise and spoilt themselves`() {
    #expect(
      spoilt(.and([.current("steroid-end"), .not(.isNot("device", "massage"))])) == [
        "connective: current(steroid-end) and not device != massage -> "
          + "current(steroid-end) or not device != massage",
        "part dropped: current(steroid-end) -> nothing",
        "part dropped: not device != massage -> nothing",
        "not dropped: not device != massage -> device != massage",
        "inequality: device != massage -> device = massage",
      ])
  }

  @Test func `brackets show where an or stands inside an and`() {
    let when = Condition.and([
      .or([.isAny("sex", ["female"]), .isAny("device", ["roller"])]), .current("steroid-end"),
    ])
    #expect(
      spoilt(when).first
        == "connective: (sex = female or device = roller) and current(steroid-end) -> "
        + "(sex = female or device = roller) or current(steroid-end)")
  }

  @Test func `the condition is replaced by always and never, severity and window moved`() {
    let rule = ProofPack.rule(
      .current("steroid-end"), .defer, until: .date("steroid-end", days: 28))
    #expect(
      mutants(of: rule).map { "\($0.change.rawValue): \($0.original) -> \($0.replacement)" } == [
        "constant: current(steroid-end) -> always", "constant: current(steroid-end) -> never",
        "window: until steroid-end + 28 -> until steroid-end + 27",
        "window: until steroid-end + 28 -> until steroid-end + 29",
        "severity: severity defer -> severity caution",
        "severity: severity defer -> severity do-not-treat",
      ])
  }

  @Test func `the lowest and the highest severity move one way only`() {
    func severities(_ severity: Severity) -> [String] {
      mutants(of: ProofPack.rule(.always, severity)).filter { $0.change == .severity }
        .map(\.replacement)
    }
    #expect(severities(.proceed) == ["severity proceed-after-patch-test"])
    #expect(severities(.doNotTreat) == ["severity defer"])
  }

  @Test func `a mutant that says the same in other words is left out`() {
    // Dropping one part twice over gives the same rest, and always stays always.
    #expect(
      spoilt(.and([.current("steroid-end"), .current("steroid-end")]))
        == [
          "connective: current(steroid-end) and current(steroid-end) -> "
            + "current(steroid-end) or current(steroid-end)",
          "part dropped: current(steroid-end) -> nothing",
        ])
    #expect(!mutants(of: ProofPack.rule(.always)).contains { $0.replacement == "always" })
  }
}
