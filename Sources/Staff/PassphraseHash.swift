import CryptoExtras
import Foundation

/// A PIN or passphrase as it is stored: salted and stretched with scrypt, so
/// that the file gives none away and each guess costs time and memory.
package struct PassphraseHash: Hashable, Sendable {
  /// What one look at a PIN costs.
  package struct Cost: Hashable, Sendable, Codable {
    /// Rounds, a power of two.
    package let n: Int
    /// Block size; memory is 128 x n x r bytes.
    package let r: Int
    /// Lanes.
    package let p: Int

    /// About 32 megabytes and less than a tenth of a second.
    package static let standard = Cost(n: 32_768, r: 8, p: 1)

    /// A cost from its parts.
    package init(n: Int, r: Int, p: Int) { (self.n, self.r, self.p) = (n, r, p) }

    /// A file that was tampered with must not take all memory.
    var isBounded: Bool {
      (2...1_048_576).contains(n) && n & (n - 1) == 0 && (1...16).contains(r)
        && (1...4).contains(p) && n * r <= 2_097_152
    }
  }

  /// How many random bytes belong to each PIN.
  package static let saltLength = 16
  static let length = 32

  let salt: [UInt8]
  let cost: Cost
  let hash: [UInt8]

  init(salt: [UInt8], cost: Cost, hash: [UInt8]) {
    (self.salt, self.cost, self.hash) = (salt, cost, hash)
  }

  /// The stored form of a new PIN.
  ///
  /// - Parameter salt: random bytes of this PIN alone.
  package init(
    of passphrase: String, salt: [UInt8], cost: Cost = .standard
  ) throws(StaffError) {
    self.init(salt: salt, cost: cost, hash: try Self.derive(passphrase, salt, cost))
  }

  /// Whether this is the PIN; takes as long for a wrong one.
  package func matches(_ passphrase: String) throws(StaffError) -> Bool {
    let other = try Self.derive(passphrase, salt, cost)
    guard other.count == hash.count else { return false }
    var difference: UInt8 = 0
    for (one, two) in zip(other, hash) { difference |= one ^ two }
    return difference == 0
  }

  private static func derive(
    _ passphrase: String, _ salt: [UInt8], _ cost: Cost
  ) throws(StaffError) -> [UInt8] {
    guard cost.isBounded, salt.count == saltLength else { throw .damaged }
    // The same letters count as the same, however a keyboard composes them.
    let typed = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: typed, salt: salt, outputByteCount: length, rounds: cost.n, blockSize: cost.r,
        parallelism: cost.p)
      return bytes(of: key)
    } catch {
      throw .noMemory
    }
  }

  private static func bytes(of key: some ContiguousBytes) -> [UInt8] {
    key.withUnsafeBytes { Array($0) }
  }
}
