import Foundation
import Testing

/// A small pack in which nothing is wrong.
private let good = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("LintTests/Good")

@Test(
  .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
func `the lint of the pack carried inside finds nothing and counts what awaits a clinician`()
  throws
{
  let outcome = try Clinic().run(["protocol", "lint"])
  #expect(outcome.code == 0)
  #expect(outcome.messages == "")
  let lines = outcome.output.split(separator: "\n")
  #expect(lines.first?.hasSuffix(" files, 0 errors, 0 warnings") == true)
  #expect(lines.contains("57 rules await a clinician"))
}

@Test
func `the lint of a faulty pack names the place, the example and the remedy, and ends with 1`()
  throws
{
  let clinic = try Clinic()
  let folder = clinic.folder.appendingPathComponent("pack")
  try FileManager.default.copyItem(at: good, to: folder)
  let rules = folder.appendingPathComponent("rules/plan.yaml")
  let text = try String(contentsOf: rules, encoding: .utf8)
  let spoilt = text.replacingOccurrences(of: "Sun makes dark marks.", with: "Sun is safe here.")
  #expect(spoilt != text)
  try spoilt.write(to: rules, atomically: true, encoding: .utf8)
  let outcome = try clinic.run(["protocol", "lint", folder.path])
  #expect(outcome.code == 1)
  #expect(
    outcome.output.hasPrefix(
      """
      rules/plan.yaml:28:3: error: "safe" may not be said; why: false assurance; leave it out
         28 |   patient: "Sun is safe here."
            |   ^
      31 files, 1 error, 0 warnings

      """))
  #expect(
    outcome.messages
      == "mesoscreen: the pack has 1 error; nothing was changed; mend the lines marked error\n")
}

@Test func `the lint as JSON has each place with its line, and ends with 1 as the text does`()
  throws
{
  let clinic = try Clinic()
  let folder = clinic.folder.appendingPathComponent("pack")
  try FileManager.default.copyItem(at: good, to: folder)
  let rules = folder.appendingPathComponent("rules/plan.yaml")
  let text = try String(contentsOf: rules, encoding: .utf8)
  try text.replacingOccurrences(of: "- id: trip-soon", with: "- id: pregnant")
    .write(to: rules, atomically: true, encoding: .utf8)
  let outcome = try clinic.run(["protocol", "lint", folder.path, "--format", "json"])
  #expect(outcome.code == 1)
  let result = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
  #expect(result?["errors"] as? Int == 1)
  #expect(result?["warnings"] as? Int == 0)
  let found = try #require((result?["diagnostics"] as? [[String: Any]])?.first)
  #expect(found["severity"] as? String == "error")
  #expect(found["file"] as? String == "rules/plan.yaml")
  #expect(found["line"] as? Int == 23)
  #expect(found["column"] as? Int == 7)
  #expect(found["cause"] as? String == "the rule \"pregnant\" exists already")
  #expect(found["excerpt"] as? String == "- id: pregnant")
  #expect(found["caret"] as? Int == 6)
  let other = try #require((found["related"] as? [[String: Any]])?.first)
  #expect(other["file"] as? String == "rules/health.yaml")
  #expect(other["line"] as? Int == 4)
  #expect(other["words"] as? String == "the first \"pregnant\"")
  #expect(other["excerpt"] as? String == "- id: pregnant")
}

@Test func `the lint of a good pack as JSON has no diagnostic and its counts`() throws {
  let outcome = try Clinic().run(["protocol", "lint", good.path, "--format", "json"])
  #expect(outcome.code == 0)
  let result = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
  #expect((result?["diagnostics"] as? [Any])?.isEmpty == true)
  let counts = result?["counts"] as? [String: Int]
  #expect(counts?["rules-awaiting-a-clinician"] == 1)
  #expect(counts?["questions-in-which-no-bears-the-finding"] == 1)
}

@Test(
  .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
func `the example overlay is linted together with the pack below it`() throws {
  let example = good.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Resources/Overlays/example-clinic")
  let outcome = try Clinic().run(["protocol", "lint", example.path])
  #expect(outcome.code == 0)
  #expect(outcome.output.contains(" files, 0 errors, 0 warnings\n"))
}
