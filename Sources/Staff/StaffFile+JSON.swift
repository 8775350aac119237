import Foundation

extension StaffFile {
  /// The longest file that is read.
  static let bytesMax = 262_144
  private static let schema = 1

  /// Reads the bytes of a staff file.
  package init(json bytes: [UInt8]) throws(StaffError) {
    guard bytes.count <= Self.bytesMax,
      let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes))
    else { throw .damaged }
    guard stored.schema == Self.schema else {
      throw stored.schema > Self.schema ? .newer : .damaged
    }
    var members: [Member] = []
    for member in stored.members {
      guard member.scrypt.isBounded, member.salt.count == PassphraseHash.saltLength,
        member.hash.count == PassphraseHash.length, (1...40).contains(member.id.utf8.count)
      else { throw .damaged }
      members.append(
        Member(
          id: member.id, name: member.name,
          passphrase: PassphraseHash(
            salt: Array(member.salt), cost: member.scrypt, hash: Array(member.hash)),
          preferences: member.preferences))
    }
    try self.init(members: members, shared: stored.shared)
  }

  /// The bytes of the file: sorted keys, a line feed at the end.
  package func json() throws(StaffError) -> [UInt8] {
    let stored = Stored(
      schema: Self.schema, shared: shared,
      members: members.map {
        Stored.Person(
          id: $0.id, name: $0.name, salt: Data($0.passphrase.salt), hash: Data($0.passphrase.hash),
          scrypt: $0.passphrase.cost, preferences: $0.preferences)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(stored)) + [0x0A] } catch { throw .damaged }
  }

  private struct Stored: Codable {
    let schema: Int
    let shared: [String: String]
    let members: [Person]

    struct Person: Codable {
      let id: String
      let name: String
      let salt: Data
      let hash: Data
      let scrypt: PassphraseHash.Cost
      let preferences: [String: String]
    }
  }
}
