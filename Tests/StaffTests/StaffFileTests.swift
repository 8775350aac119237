import Foundation
import Testing

@testable import Staff

private let cheap = PassphraseHash.Cost(n: 16, r: 1, p: 1)
private let salt = Array(repeating: UInt8(7), count: 16)

private func staff(_ names: String...) throws -> StaffFile {
  var staff = StaffFile()
  for name in names {
    try staff.add(name, id: "id-\(name)", PassphraseHash(of: "1234", salt: salt, cost: cheap))
  }
  return staff
}

@Test func `only the PIN that was set opens`() throws {
  let hash = try PassphraseHash(of: "1234", salt: salt, cost: cheap)
  #expect(try hash.matches("1234"))
  for wrong in ["", "1235", "12345", "123", "１２３４"] { #expect(try !hash.matches(wrong)) }
}

@Test func `a letter counts as the same however the keyboard composes it`() throws {
  let hash = try PassphraseHash(of: "Jos\u{E9}", salt: salt, cost: cheap)
  #expect(try hash.matches("Jose\u{301}"))
}

@Test func `the same PIN is stored differently for two people`() throws {
  let other = Array(repeating: UInt8(8), count: 16)
  #expect(
    try PassphraseHash(of: "1234", salt: salt, cost: cheap).hash
      != PassphraseHash(of: "1234", salt: other, cost: cheap).hash)
}

@Test func `the usual cost can be paid`() throws {
  #expect(PassphraseHash.Cost.standard.isBounded)
  let hash = try PassphraseHash(of: "1234", salt: salt)
  #expect(try hash.matches("1234"))
  #expect(try !hash.matches("4321"))
}

@Test func `the file comes back as it was written and holds no PIN`() throws {
  var before = try staff("JK", "AR")
  try before.keep(["face": "lines"], of: "id-AR")
  let bytes = try before.json()
  #expect(try StaffFile(json: bytes) == before)
  #expect(!String(decoding: bytes, as: UTF8.self).contains("1234"))
}

@Test func `a name is there once, however it is written`() throws {
  var staff = try staff("JK")
  let hash = try PassphraseHash(of: "1234", salt: salt, cost: cheap)
  #expect(throws: StaffError.nameTaken) { try staff.add("jk", id: "x", hash) }
  #expect(throws: StaffError.damaged) { try staff.add("", id: "x", hash) }
  #expect(throws: StaffError.damaged) { try staff.add("a\u{1B}[2J", id: "x", hash) }
}

@Test func `a removed person is gone and the others stay`() throws {
  var staff = try staff("JK", "AR")
  try staff.remove(named: "jk")
  #expect(staff.members.map(\.name) == ["AR"])
  #expect(throws: StaffError.noSuchMember) { try staff.remove(named: "JK") }
}

@Test(arguments: [
  "", "{}", "[]", "{\"schema\":1}", "{\"schema\":0,\"shared\":{},\"members\":[]}",
  "{\"schema\":1,\"shared\":{},\"members\":[{\"id\":\"a\",\"name\":\"JK\",\"salt\":\"AA==\","
    + "\"hash\":\"AA==\",\"scrypt\":{\"n\":16,\"r\":1,\"p\":1},\"preferences\":{}}]}",
])
func `a file that is no staff file is damaged, never nobody`(text: String) {
  #expect(throws: StaffError.damaged) { try StaffFile(json: Array(text.utf8)) }
}

@Test func `a file that would take all memory is damaged`() throws {
  let text = String(decoding: try staff("JK").json(), as: UTF8.self)
    .replacing("\"n\" : 16", with: "\"n\" : 1073741824")
  #expect(text.contains("1073741824"))
  #expect(throws: StaffError.damaged) { try StaffFile(json: Array(text.utf8)) }
}

@Test func `a file of a newer program is said to be so`() {
  #expect(throws: StaffError.newer) {
    try StaffFile(json: Array("{\"schema\":2,\"shared\":{},\"members\":[]}".utf8))
  }
}

@Test func `the file on the disk is for this account only and is replaced whole`() throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("staff-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let store = StaffStore(folder: folder.path)
  #expect(try store.read() == StaffFile())
  let hash = try PassphraseHash(of: "1234", salt: salt, cost: cheap)
  try store.change { (staff) throws(StaffError) in try staff.add("JK", id: "a", hash) }
  #expect(throws: StaffError.nameTaken) {
    try store.change { (staff) throws(StaffError) in try staff.add("JK", id: "b", hash) }
  }
  #expect(try store.read().members.map(\.name) == ["JK"])
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["staff.json"])
  let modes = try FileManager.default.attributesOfItem(atPath: store.path)[.posixPermissions]
  #expect(modes as? Int == 0o600)
  try Data("not it".utf8).write(to: URL(fileURLWithPath: store.path))
  #expect(throws: StaffError.damaged) { try store.read() }
  #expect(throws: StaffError.damaged) {
    try store.change { (staff) throws(StaffError) in try staff.remove(named: "JK") }
  }
}

@Test func `a staff file that is a link is not followed`() throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("staff-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let store = StaffStore(folder: folder.path)
  let elsewhere = folder.appendingPathComponent("other.json")
  try Data(try staff("JK").json()).write(to: elsewhere)
  try FileManager.default.createSymbolicLink(
    at: URL(fileURLWithPath: store.path), withDestinationURL: elsewhere)
  #expect(throws: StaffError.self) { try store.read() }
}
