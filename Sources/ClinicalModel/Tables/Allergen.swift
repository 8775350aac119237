/// The seven ways of having reacted, which decide what an allergy means.
public enum ReactionType: String, CaseIterable, Hashable, Sendable {
  /// Collapse or shock; adrenaline was given.
  case anaphylaxis
  /// Hives, swelling or wheeze soon after.
  case immediateMild = "immediate_mild"
  /// Eczema, or a positive patch test.
  case contactDelayed = "contact_delayed"
  /// A severe late reaction such as Stevens-Johnson syndrome.
  case severeDelayed = "severe_delayed"
  /// Fainting, palpitations or nausea: no allergy.
  case intolerance
  /// What happened is not known; never counts as harmless.
  case unknown
  /// Only a relative reacted, or only a test was positive.
  case familyOrPositiveTestOnly = "family_or_positive_test_only"
}

/// Something that people react to.
public struct Allergen: Hashable, Sendable {
  /// A permanent allergen name, such as `bovine_ovine`.
  public typealias ID = Identifier<Allergen>

  /// What the row says, behind one reference: rows are copied by the million
  /// when packs are proven.
  private let fields: Shared<Fields>

  private struct Fields: Hashable, Sendable {
    let id: ID
    let name: String
    let synonyms: [String]
    let group: String
    let note: String
    let rows: [AllergenRow]
    let evidence: TableEvidence
  }

  /// The allergen's name in the pack.
  public var id: ID { fields.value.id }
  /// Its name for people.
  public var name: String { fields.value.name }
  /// Other names.
  public var synonyms: [String] { fields.value.synonyms }
  /// The kind of thing it is, such as `food`; `airborne` for what is breathed in.
  public var group: String { fields.value.group }
  /// What staff should know; empty when there is nothing.
  public var note: String { fields.value.note }
  /// One row for each way of having reacted, in the order of the types.
  public var rows: [AllergenRow] { fields.value.rows }
  /// Where the rows come from.
  public var evidence: TableEvidence { fields.value.evidence }

  /// An allergen from its parts.
  public init(
    id: ID, name: String, synonyms: [String] = [], group: String, note: String = "",
    rows: [AllergenRow], evidence: TableEvidence
  ) {
    fields = Shared(
      Fields(
        id: id, name: name, synonyms: synonyms, group: group, note: note, rows: rows,
        evidence: evidence))
  }

  /// The group of what is breathed in.
  public static let airborne = "airborne"

  /// What having reacted in this way means; nothing is said for a reaction
  /// that has no row.
  public func row(_ reaction: ReactionType) -> AllergenRow {
    rows.first { $0.reaction == reaction }
      ?? AllergenRow(reaction: reaction, containing: .notStated, crossReacting: .notStated)
  }
}

/// What one way of having reacted to an allergen means for ingredients.
public struct AllergenRow: Hashable, Sendable {
  /// How the patient reacted.
  public let reaction: ReactionType
  /// For ingredients that contain the allergen.
  public let containing: AllergenVerdict
  /// For ingredients that may resemble it.
  public let crossReacting: AllergenVerdict

  /// A row from its parts.
  public init(
    reaction: ReactionType, containing: AllergenVerdict, crossReacting: AllergenVerdict
  ) {
    self.reaction = reaction
    self.containing = containing
    self.crossReacting = crossReacting
  }

  /// What it means for an ingredient that stands in this relation to the
  /// allergen.
  public func verdict(for relation: AllergenRelation) -> AllergenVerdict {
    switch relation {
    case .contains: containing
    case .crossReacts: crossReacting
    case .dependsOnParts, .noneKnown: .notStated
    }
  }
}

/// A weight with its words.
public enum AllergenVerdict: Hashable, Sendable {
  /// The table says nothing: no ingredient stands in this relation.
  case notStated
  /// A finding of this weight.
  case finding(Severity, until: Until, staff: String)
}

/// What is known of an ingredient and an allergen; every pair has one.
public enum AllergenRelation: String, CaseIterable, Hashable, Sendable {
  /// The ingredient contains the allergen, or may, as sold.
  case contains
  /// The ingredient may be taken for the allergen by the body.
  case crossReacts = "cross"
  /// A mixture of unstated parts: its component list decides.
  case dependsOnParts = "parts"
  /// None known to this pack.
  case noneKnown = "-"
}

extension Rule.ID {
  /// The finding on planned ingredients that contain an allergen.
  public static func allergyContains(_ allergen: Allergen.ID) -> Self {
    .init(rawValue: "allergy-contains-\(allergen.hyphenated)")
  }

  /// The finding on planned ingredients that may resemble an allergen.
  public static func allergyCross(_ allergen: Allergen.ID) -> Self {
    .init(rawValue: "allergy-cross-\(allergen.hyphenated)")
  }
}

extension Allergen.ID {
  fileprivate var hyphenated: String {
    String(rawValue.map { $0 == "_" ? "-" : $0 })
  }
}

extension Allergen {
  /// Hashes the id alone: no two rows of a table share it.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
