/// A decimal number with at most three places, kept exactly.
///
/// Binary fractions would make a threshold such as 18.5 depend on rounding.
public struct Quantity: Hashable, Comparable, Sendable {
  /// The number times one thousand.
  public let thousandths: Int

  /// The largest number that can be written, one million.
  public static let limit = 1_000_000

  /// Takes thousandths as they are.
  public init(thousandths: Int) { self.thousandths = thousandths }

  /// Takes a whole number.
  public init(_ whole: Int) { thousandths = whole * 1000 }

  /// Reads `1`, `0.5`, `-2.75`; nothing for any other form, for more than
  /// three places, or for a number over one million.
  public init?(_ text: String) {
    let negative = text.hasPrefix("-")
    let body = negative ? text.dropFirst() : Substring(text)
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2, parts[0].utf8.count <= 7,
      let whole = CalendarDate.digits(parts[0]), whole <= Self.limit
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 3, let digits = CalendarDate.digits(parts[1]) else { return nil }
      fraction = digits
      for _ in parts[1].utf8.count..<3 { fraction *= 10 }
    }
    let total = whole * 1000 + fraction
    thousandths = negative ? -total : total
  }

  /// Orders by value.
  public static func < (first: Self, second: Self) -> Bool {
    first.thousandths < second.thousandths
  }
}

extension Quantity: CustomStringConvertible {
  /// The number with a leading zero and no trailing zeros: `0.5`, `170`.
  public var description: String {
    let magnitude = abs(thousandths)
    var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
    if magnitude % 1000 != 0 {
      var places = CalendarDate.padded(magnitude % 1000, 3)
      while places.hasSuffix("0") { places.removeLast() }
      text += "." + places
    }
    return text
  }
}
