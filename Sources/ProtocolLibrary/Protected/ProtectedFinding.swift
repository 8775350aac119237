/// Something a pack says that no change may lose or lower unseen.
///
/// `protected.csv` lists them, one line each, so that a loss is a line that
/// goes in the version control and somebody has taken away on purpose.
public struct ProtectedFinding: Sendable {
  /// What is protected.
  public enum Kind: String, CaseIterable, Sendable {
    /// The names by which an allergen is found.
    case allergenNames = "allergen-names"
    /// The medicines in a combination brand.
    case brand
    /// The gate of a field of a list's entries.
    case field
    /// An ingredient's own weight, what it holds and how it is tested.
    case ingredient
    /// A row of `ingredient-conditions`.
    case ingredientCondition = "ingredient-condition"
    /// A row of `ingredient-medicines`.
    case ingredientMedicine = "ingredient-medicine"
    /// The names by which an ingredient is found.
    case ingredientNames = "ingredient-names"
    /// A tag or group of medicines.
    case key
    /// A medicine's own weight and its tags.
    case medicine
    /// The names by which a medicine is found.
    case medicineNames = "medicine-names"
    /// What a reaction weighs for what contains the allergen.
    case reactionContaining = "reaction-contains"
    /// What a reaction weighs for what may cross-react.
    case reactionCross = "reaction-cross"
    /// The ingredients that contain an allergen or cross-react with it.
    case relation
    /// A question: what not knowing weighs, and of whom it is asked.
    case question
    /// A row of any other table, by digest.
    case row
    /// A rule, its condition and its end.
    case rule
    /// A rule that silences what tables say of the medicines it matches.
    case settles
    /// A text for people, by digest.
    case text
  }

  /// What is protected.
  public let kind: Kind
  /// Its name within the kind.
  public let id: String
  /// What it weighs; empty where it weighs nothing of its own.
  public let weight: String
  /// What it says: a condition, parts, or a digest.
  public let meaning: String
  /// Where the pack says it.
  let place: Place

  /// `rule pregnant`.
  public var name: String { "\(kind.rawValue) \(id)" }

  var key: Key { Key(kind: kind, id: id) }

  /// By what one is found again.
  struct Key: Hashable {
    let kind: Kind
    let id: String
  }
}

extension ProtectedFinding.Kind {
  /// Whether the meaning is a list of parts, of which more protect more.
  var hasParts: Bool {
    switch self {
    case .allergenNames, .brand, .ingredient, .ingredientNames, .medicine, .medicineNames,
      .relation:
      true
    case .field, .ingredientCondition, .ingredientMedicine, .key, .reactionContaining,
      .reactionCross, .question, .row, .rule, .settles, .text:
      false
    }
  }
}

extension ProtectedFinding {
  /// The parts of the meaning.
  var parts: [String] { meaning.split(separator: ";").map(String.init) }
}
