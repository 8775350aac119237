/// What is wrong with a stored entry.
package enum Damage: String, Hashable, Sendable, CaseIterable {
  /// The payload, time or place is not what the hash was made of.
  case altered
  /// The entry does not name the hash of the one before it.
  case notLinked = "not-linked"
  /// An entry is missing, doubled, swapped or from another consultation.
  case outOfPlace = "out-of-place"
  /// The stored row does not have the form of an entry.
  case malformed
  /// The payload does not open or is not an event this program knows.
  case unreadable
  /// The event cannot follow the ones before it.
  case doesNotFollow = "does-not-follow"
  /// A signature names another state than the one stored before it.
  case signatureDiffers = "signature-differs"
}
