/// The tags that a class of medicines implies.
public struct ClassTags: Hashable, Sendable {
  /// The class itself; a class below it, such as `nsaid.cox2` below `nsaid`,
  /// has a row of its own.
  public let classKey: MedicineKey
  /// What every medicine of the class is tagged.
  public let tags: [MedicineKey]
  /// Medicines of the class that lack one of the tags.
  public let exceptions: [Medicine.ID]
  /// Why they do; empty without exceptions.
  public let reason: String

  /// A class from its parts.
  public init(
    classKey: MedicineKey, tags: [MedicineKey], exceptions: [Medicine.ID] = [],
    reason: String = ""
  ) {
    self.classKey = classKey
    self.tags = tags
    self.exceptions = exceptions
    self.reason = reason
  }
}
