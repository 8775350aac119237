// Who may unlock the screen. One small file in the data folder:
//
//   {"schema": 1,
//    "shared": {"face": "screen"},
//    "members": [
//      {"id": "7k3p0q9w", "name": "JK", "salt": "…", "hash": "…",
//       "scrypt": {"n": 32768, "p": 1, "r": 8}, "preferences": {"face": "lines"}}]}
//
// It holds no key to the records: whoever may read the data folder can read
// them. It keeps the next person in the room from another one's screen.

import Foundation

/// The people who have a PIN, and how each likes the program.
package struct StaffFile: Hashable, Sendable {
  /// One person.
  package struct Member: Hashable, Sendable {
    /// A name that never changes.
    package let id: String
    /// Name or initials.
    package let name: String
    /// The stored PIN.
    package internal(set) var passphrase: PassphraseHash
    /// How this person likes the program, by words.
    package internal(set) var preferences: [String: String]
  }

  /// Everybody, in the order in which they were added.
  package private(set) var members: [Member] = []
  /// How the program is shown while nobody has a PIN.
  package private(set) var shared: [String: String] = [:]

  /// The most people in one file.
  package static let membersMax = 100
  /// The longest name.
  package static let nameMax = 40
  /// The name of the file in the data folder.
  package static let fileName = "staff.json"

  /// Nobody.
  package init() {}

  init(members: [Member], shared: [String: String]) throws(StaffError) {
    guard members.count <= Self.membersMax, Self.areBounded(shared),
      Set(members.map(\.id)).count == members.count,
      Set(members.map { $0.name.lowercased() }).count == members.count,
      members.allSatisfy({ Self.isName($0.name) && Self.areBounded($0.preferences) })
    else { throw .damaged }
    self.members = members
    self.shared = shared
  }

  /// The person of an id.
  package func member(_ id: String) throws(StaffError) -> Member {
    guard let member = members.first(where: { $0.id == id }) else { throw .noSuchMember }
    return member
  }

  /// Takes somebody new in.
  package mutating func add(
    _ name: String, id: String, _ passphrase: PassphraseHash
  ) throws(StaffError) {
    guard Self.isName(name) else { throw .damaged }
    guard !members.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw .nameTaken
    }
    guard members.count < Self.membersMax else { throw .full }
    // Who was alone here before takes the habits along.
    let habits = members.isEmpty ? shared : [:]
    members.append(Member(id: id, name: name, passphrase: passphrase, preferences: habits))
  }

  /// Gives a person another PIN.
  package mutating func change(_ id: String, to passphrase: PassphraseHash) throws(StaffError) {
    try edit(id) { $0.passphrase = passphrase }
  }

  /// Keeps how a person likes the program.
  package mutating func keep(_ preferences: [String: String], of id: String) throws(StaffError) {
    try edit(id) { $0.preferences = preferences }
  }

  /// Keeps how the program is shown while nobody has a PIN.
  package mutating func keep(shared preferences: [String: String]) { shared = preferences }

  /// Takes a person's PIN away; records do not depend on it.
  package mutating func remove(named name: String) throws(StaffError) {
    let wanted = name.lowercased()
    guard let place = members.firstIndex(where: { $0.name.lowercased() == wanted }) else {
      throw .noSuchMember
    }
    members.remove(at: place)
  }

  private mutating func edit(
    _ id: String, _ change: (inout Member) -> Void
  ) throws(StaffError) {
    guard let place = members.firstIndex(where: { $0.id == id }) else { throw .noSuchMember }
    change(&members[place])
  }

  private static func isName(_ name: String) -> Bool {
    (1...nameMax).contains(name.count) && name.utf8.count <= 400
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  private static func areBounded(_ words: [String: String]) -> Bool {
    words.count <= 20 && words.allSatisfy { $0.key.utf8.count <= 40 && $0.value.utf8.count <= 40 }
  }
}
