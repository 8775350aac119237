import ClinicalModel

/// The swatch beside each line of the skin type's question: its number, and
/// more ink for more colour.
///
/// The words stand before it and decide: a terminal may show dark on light or
/// light on dark, so that ink tells the order only.
enum SkinSwatch {
  /// The question beside whose lines it stands.
  static let question: Question.ID = "fitzpatrick-type"

  /// From no ink to all of it; every sign has one of its own in ASCII.
  private static let inks = ["      ", "░ ░ ░ ", "░░░░░░", "▒▒▒▒▒▒", "▓▓▓▓▓▓", "██████"]

  /// `III [░░░░░░]`; empty where a pack has more types than this knows.
  static func words(_ option: Option.ID, at index: Int) -> String {
    guard inks.indices.contains(index) else { return "" }
    let name = option.rawValue
    return name + String(repeating: " ", count: max(1, 5 - name.count)) + "[\(inks[index])]"
  }
}
