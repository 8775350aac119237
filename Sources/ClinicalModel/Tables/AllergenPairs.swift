/// What is known of every pair of allergen and ingredient, row by row.
public struct AllergenPairs: Hashable, Sendable {
  /// The relations, allergen by allergen, in the order of the tables.
  private let cells: [AllergenRelation]
  /// How many ingredients each row has.
  private let width: Int
  /// The cells that the pack's authors decided without a source.
  private let decidedHere: Set<Int>

  /// Pairs from their rows; each row has one relation for each ingredient.
  public init(rows: [[AllergenRelation]], width: Int, decidedHere: Set<Int> = []) {
    cells = rows.flatMap { $0 }
    self.width = width
    self.decidedHere = decidedHere
  }

  /// No pairs.
  public static let none = AllergenPairs(rows: [], width: 0)

  /// How many pairs there are.
  public var count: Int { cells.count }

  /// The relation at a place; outside the table the parts decide.
  func relation(row: Int, column: Int) -> AllergenRelation {
    let place = row * width + column
    guard column < width, cells.indices.contains(place) else { return .dependsOnParts }
    return cells[place]
  }

  /// Whether the cell at a place was decided by the pack's authors.
  func isDecidedHere(row: Int, column: Int) -> Bool { decidedHere.contains(row * width + column) }
}

/// A word for what people react to in an ingredient, beside the allergens.
public struct DeclaredAllergenTag: Hashable, Sendable {
  /// What a word means.
  public enum Meaning: Hashable, Sendable {
    /// No allergen of the pack.
    case itself
    /// Another word for this allergen.
    case sameAs(Allergen.ID)
  }

  /// The word.
  public let tag: Ingredient.AllergenTag
  /// What it means.
  public let meaning: Meaning

  /// A declared word from its parts.
  public init(tag: Ingredient.AllergenTag, meaning: Meaning) {
    self.tag = tag
    self.meaning = meaning
  }
}

extension Tables {
  /// Whether what is said of a pair was decided by the pack's authors and
  /// awaits a clinician by itself.
  public func isDecidedHere(_ allergen: Allergen.ID, _ ingredient: Ingredient.ID) -> Bool {
    guard let row = allergens.firstIndex(where: { $0.id == allergen }),
      let column = ingredients.firstIndex(where: { $0.id == ingredient })
    else { return false }
    return pairs.isDecidedHere(row: row, column: column)
  }
}
