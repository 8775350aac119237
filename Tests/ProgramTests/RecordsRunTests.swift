import Foundation
import Testing

/// A clinic with one consultation, begun by lines.
private func clinicWithARecord() throws -> Clinic {
  let clinic = try Clinic()
  _ = try clinic.run(onRecords: ["--linear"], input: "n\n0\n1\nTESTPATIENT\n")
  return clinic
}

@Test(arguments: ["text", "json"])
func `a record altered on the disk fails the check, however the result is written`(
  format: String
) throws {
  let clinic = try clinicWithARecord()
  let check = ["records", "verify", "--format", format]
  let whole = try clinic.run(onRecords: check)
  #expect(whole.code == 0)
  let file = URL(fileURLWithPath: clinic.data + "/journal.sqlite")
  var bytes = try Data(contentsOf: file)
  let name = try #require(bytes.range(of: Data("TESTPATIENT".utf8)))
  bytes[name.upperBound - 1] = UInt8(ascii: "S")
  try bytes.write(to: file)
  let altered = try clinic.run(onRecords: check)
  #expect(altered.code == 1)
  #expect(altered.output != whole.output)
  #expect(altered.messages.contains("1 of 1 consultations fail the check"))
  #expect(!(altered.output + altered.messages).contains("TESTPATIEN"))
}

@Test(arguments: ["pdf", "text"])
func `a summary written to a file can be read by this account only`(format: String) throws {
  let clinic = try clinicWithARecord()
  let list = try clinic.run(onRecords: ["records", "list"]).output
  let id = try #require(list.split(separator: " ").first.map(String.init))
  let path = clinic.folder.appendingPathComponent("summary").path
  let run = try clinic.run(
    onRecords: ["summary", id, "--format", format, "--output", path])
  #expect(run.code == 0, "\(run.messages)")
  let modes = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
  #expect(modes as? Int == 0o600)
}
