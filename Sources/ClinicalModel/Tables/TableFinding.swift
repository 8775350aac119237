/// The wording of findings that a table makes, one for each kind of row.
///
/// Words in braces are filled in from the row: `{name}`, `{class}`,
/// `{reason}`, `{condition}`, `{key}`, `{note}`, `{action}`, `{ingredients}`;
/// `{short}` is the name without its remark in brackets, and `{answer}` what
/// the patient said that meets the row, in the patient's own answers.
public struct TableFinding: Hashable, Sendable {
  /// Which rows make such findings.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A medicine that counts as taken.
    case medicineDefault = "medicine-default"
    /// A planned ingredient by itself.
    case ingredientDefault = "ingredient-default"
    /// A planned ingredient and the patient's history.
    case ingredientCondition = "ingredient-condition"
    /// A planned ingredient and a medicine.
    case ingredientMedicine = "ingredient-medicine"
    /// A planned ingredient that contains what the patient reacted to.
    case allergyContains = "allergy-contains"
    /// A planned ingredient that may be taken for it.
    case allergyCross = "allergy-cross"
  }

  /// The rows it is for.
  public let kind: Kind
  /// A few words for one line on screen.
  public let title: String
  /// What staff do.
  public let staff: String
  /// What the patient is told.
  public let patient: String
  /// Disagreement or doubt; empty when there is none.
  public let note: String
  /// What the finding cites beside the row's own sources.
  public let cite: [Source.ID]
  /// How well it is supported.
  public let strength: EvidenceStrength
  /// What ends a deferral whose row does not say it.
  public let until: String
  /// Which test ends a finding of the weight "patch test first".
  public let tests: [TableTest]

  /// A wording from its parts.
  public init(
    kind: Kind, title: String, staff: String, patient: String, note: String, cite: [Source.ID],
    strength: EvidenceStrength, until: String, tests: [TableTest] = []
  ) {
    self.kind = kind
    self.title = title
    self.staff = staff
    self.patient = patient
    self.note = note
    self.cite = cite
    self.strength = strength
    self.until = until
    self.tests = tests
  }

  /// The kind of test that ends a finding of a row; the small test area where
  /// nothing else is said.
  public func test(for reaction: ReactionType?) -> SkinTestKind {
    (tests.first { $0.reaction == reaction } ?? tests.first { $0.reaction == nil })?.kind ?? .spot
  }
}

/// Which test ends a finding that a row makes.
public struct TableTest: Hashable, Sendable {
  /// The reaction the row is about; nothing for every other row.
  public let reaction: ReactionType?
  /// The kind of test.
  public let kind: SkinTestKind

  /// A test from its parts.
  public init(reaction: ReactionType?, kind: SkinTestKind) {
    self.reaction = reaction
    self.kind = kind
  }
}
