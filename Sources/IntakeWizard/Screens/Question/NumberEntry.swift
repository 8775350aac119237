import ClinicalModel

/// Reads a number in a question's unit.
///
/// Comma and point both count as the decimal mark. A number in kg/m² may be
/// typed as height in cm and weight in kg: `170 65` is 22.491.
struct NumberEntry {
  let unit: String
  let range: ClosedRange<Quantity>

  /// What a text says.
  enum Reading: Hashable {
    case empty
    case number(Quantity)
    /// Not a number, or out of range; the words say what to enter.
    case refused(String)
  }

  var takesHeightAndWeight: Bool { unit == "kg/m²" }

  func read(_ text: String, label: String) -> Reading {
    let words = text.split(separator: " ").map { String($0.map { $0 == "," ? "." : $0 }) }
    let number: Quantity?
    switch words.count {
    case 0: return .empty
    case 1: number = Quantity(words[0])
    case 2 where takesHeightAndWeight: number = bodyMassIndex(words[0], words[1])
    default: number = nil
    }
    let limits = "from \(range.lowerBound) to \(range.upperBound) \(unit)"
    guard let number else {
      let also = takesHeightAndWeight ? ", or height in cm and weight in kg: 170 65" : ""
      return .refused("Enter \(label) as a number \(limits)\(also)")
    }
    guard range.contains(number) else { return .refused("\(label) must be \(limits)") }
    return .number(number)
  }

  private func bodyMassIndex(_ height: String, _ weight: String) -> Quantity? {
    guard let height = Quantity(height), let weight = Quantity(weight),
      (Quantity(50)...Quantity(260)).contains(height),
      (Quantity(10)...Quantity(500)).contains(weight)
    else { return nil }
    let square = height.thousandths * height.thousandths
    // kg / (cm / 100)², kept in thousandths.
    return Quantity(thousandths: weight.thousandths * 10_000_000_000 / square)
  }
}
