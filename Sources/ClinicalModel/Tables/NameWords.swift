/// The words that matching a name sets aside or watches for; the pack's own.
public struct NameWords: Hashable, Sendable {
  /// Pharmaceutical forms, such as `tablet`.
  public let forms: Set<String>
  /// The routes that words of a form leave; a word that is not here says
  /// nothing about the route.
  public let routes: [String: Set<MedicineRoute>]
  /// Ways of release and of taking, such as `sr` or `daily`; a brand may need
  /// them to be told apart.
  public let releases: Set<String>
  /// Units of strength, such as `mg`.
  public let units: Set<String>
  /// Words after a brand that announce further ingredients, such as `gold`.
  public let suffixes: Set<String>
  /// Words of a reason that bring medicines with these keys to the front, the
  /// first key first.
  public let reasons: [String: [MedicineKey]]

  /// Words from their lists, in small letters.
  public init(
    forms: Set<String> = [], releases: Set<String> = [], units: Set<String> = [],
    suffixes: Set<String> = [],
    reasons: [String: [MedicineKey]] = [:], routes: [String: Set<MedicineRoute>] = [:]
  ) {
    self.forms = forms
    self.releases = releases
    self.units = units
    self.suffixes = suffixes
    self.reasons = reasons
    self.routes = routes
  }

  /// No words at all.
  public static let none = NameWords()
}
