import ClinicalModel
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("18.5", 18_500, "18.5"), ("0.5", 500, "0.5"), ("170", 170_000, "170"), ("5.0", 5000, "5"),
    ("1.250", 1250, "1.25"), ("-2.75", -2750, "-2.75"), ("-0.5", -500, "-0.5"), ("0", 0, "0"),
    ("-0", 0, "0"), ("1000000", 1_000_000_000, "1000000"), ("0.001", 1, "0.001"),
  ])
  func `a number is kept exactly and printed without loose zeros`(
    text: String, thousandths: Int, printed: String
  ) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.thousandths == thousandths)
    #expect(quantity.description == printed)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1,5", "1.2345", "1e3", "+1", " 1", "1 ", "0x10", "NaN", "inf",
    "1.5.2",
    "10000000", "1000001", "٣", "--1", "17.999999999999999999",
  ])
  func `what is not plainly a number is refused`(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func `numbers are ordered by value`() throws {
    let texts = ["-1", "-0.5", "0", "0.5", "1.5", "1.501", "18.5", "30"]
    let quantities = try texts.map { try #require(Quantity($0)) }
    #expect(quantities == quantities.shuffled().sorted())
  }

  @Test func `a body mass index of 18.5 is not below 18.5`() throws {
    let limit = try #require(Quantity("18.5"))
    #expect(!Comparison.less.holds(limit, limit))
    #expect(Comparison.atMost.holds(limit, limit))
    #expect(Comparison.less.holds(try #require(Quantity("18.499")), limit))
    #expect(!Comparison.greater.holds(limit, limit))
    #expect(Comparison.atLeast.holds(limit, limit))
  }
}
