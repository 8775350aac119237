import Crypto

/// A SHA-256 value, 32 bytes.
package struct Digest256: Hashable, Sendable {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// Takes 32 bytes, or gives nothing for any other count.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The digest of a message.
  package init(of message: [UInt8]) { bytes = Array(SHA256.hash(data: message)) }

  /// The first 12 hexadecimal digits, for prints.
  package var short: String { String(description.prefix(12)) }
}

extension Digest256: CustomStringConvertible {
  /// All 64 hexadecimal digits, lower case.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Whether a text has the form that `packDigest` gives.
package func isPackDigest(_ text: String) -> Bool {
  text.hasPrefix("sha256:") && text.utf8.count == 71
    && text.utf8.dropFirst(7).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
}

/// The name under which a pack's archive is kept: `sha256:` and 64
/// hexadecimal digits.
package func packDigest(_ archive: [UInt8]) -> String { "sha256:\(Digest256(of: archive))" }
