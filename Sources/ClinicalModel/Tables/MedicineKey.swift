/// What a rule may ask of a medicine: a tag such as `anticoagulant.vka`, a
/// class, a medicine's own id, or a declared group.
///
/// A dotted key has parents: `anticoagulant` covers `anticoagulant.vka`.
public typealias MedicineKey = Identifier<DeclaredKey>

/// A tag or group that the pack declares; the list is closed.
public struct DeclaredKey: Hashable, Sendable {
  /// What a declared key stands for.
  public enum Kind: Hashable, Sendable {
    /// A tag that medicines carry.
    case tag
    /// Everything that `members` cover, except what `exceptions` cover.
    case group(members: [MedicineKey], exceptions: [MedicineKey])
  }

  /// The key itself.
  public let key: MedicineKey
  /// What it stands for.
  public let kind: Kind
  /// How many days a stopped medicine with this tag still counts as taken; 0
  /// for none.
  public let washoutDays: Int
  /// Whether the wash-out was decided by the pack's authors.
  public let isDecidedHere: Bool

  /// A declared key from its parts.
  public init(key: MedicineKey, kind: Kind, washoutDays: Int = 0, isDecidedHere: Bool = false) {
    self.key = key
    self.kind = kind
    self.washoutDays = washoutDays
    self.isDecidedHere = isDecidedHere
  }
}

extension MedicineKey {
  /// Whether `other` is this key or one of its children.
  public func covers(_ other: MedicineKey) -> Bool {
    let (own, others) = (rawValue.utf8, other.rawValue.utf8)
    guard others.starts(with: own) else { return false }
    return own.count == others.count || others.dropFirst(own.count).first == UInt8(ascii: ".")
  }

  /// The key and each of its parents, the key first.
  var withParents: [MedicineKey] {
    var found = [self]
    var rest = rawValue[...]
    while let dot = rest.lastIndex(of: ".") {
      rest = rest[..<dot]
      found.append(MedicineKey(rawValue: String(rest)))
    }
    return found
  }
}
