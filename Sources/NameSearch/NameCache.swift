import Synchronization

/// What names mean, once they were looked up: a consultation asks for the same
/// ones at every key and proofs ask by the million. It shows in nothing but the
/// time.
final class NameCache<Value: Sendable>: Sendable {
  private let known = Mutex<[String: Value]>([:])
  /// Beyond so many names the cache starts again, so that it stays small.
  private static var most: Int { 4_000 }

  /// The value of a name, found at the first call and kept.
  func value(_ name: String, _ find: () -> Value) -> Value {
    if let value = known.withLock({ $0[name] }) { return value }
    let found = find()
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[name] = found
    }
    return found
  }
}
