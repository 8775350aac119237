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
      31 files, 1 error, 0 warnings

      """))
  #expect(
    outcome.messages
      == "mesoscreen: the pack has 1 error; nothing was changed; mend the lines marked error\n")
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
