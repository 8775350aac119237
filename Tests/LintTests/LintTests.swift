import ClinicalModel
import Foundation
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

@testable import mesoscreen

/// Faults planted in a good pack, each found at its place and nothing else.
///
/// `MESOSCREEN_RECORD=1 swift test --filter LintTests` writes what is expected
/// anew; the difference is then read in the version control.
@Suite struct LintTests {
  @Test(arguments: PlantedFault.all)
  func `a planted fault is found at its place, and nothing else`(_ fault: PlantedFault) throws {
    let found = linted(try fault.files()).documents.flatMap(\.lines)
    if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
      let text = (try fault.parts().change + ["---"] + found).map { $0 + "\n" }.joined()
      try text.write(to: fault.file, atomically: true, encoding: .utf8)
    }
    #expect(try fault.parts().expected == found)
    #expect(!found.isEmpty)
  }

  @Test func `at least forty faults are planted`() {
    #expect(PlantedFault.all.count >= 40)
  }

  @Test func `every check of the lint is shown by a planted fault`() throws {
    var shown: Set<LintCheck> = []
    for fault in PlantedFault.all {
      guard case .read(let pack, _) = inspectPack(try fault.files()).content else { continue }
      shown.formUnion(lint(CompiledPack(pack)).map(\.check))
    }
    #expect(Set(LintCheck.allCases).subtracting(shown).map(\.rawValue) == [])
  }

  @Test func `a good pack is told to be good`() throws {
    let texts = try goodTexts()
    let files = PackFiles(texts.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) })
    #expect(
      linted(files).text == """
        31 files, 0 errors, 0 warnings
        1 rule awaits a clinician
        0 rows of tables await a clinician
        0 exceptions to orders of risk
        1 question in which no bears the finding
        no list of protected findings; mesoscreen protocol protect FOLDER writes one

        """)
  }

  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `nothing is wrong with the pack carried inside`() {
    #expect(linted(.builtIn).diagnostics.map(\.description) == [])
  }

  @Test func `what cannot be read is said to be looked at later`() throws {
    let fault = PlantedFault(name: "misspelt-key")
    #expect(
      linted(try fault.files()).text.hasSuffix(
        "31 files, 2 errors, 0 warnings\n"
          + "What the pack says is looked at once its files can be read.\n"))
  }

  @Test func `faults of reading and of content stand together by file and line`() throws {
    let diagnostics = linted(try PlantedFault(name: "title-too-long").files()).diagnostics
    let places = diagnostics.map { ($0.file, $0.line, $0.column) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `the lint of a part does not depend on the other parts`() throws {
    let files = try PlantedFault(name: "number-out-of-range").files()
    guard case .read(let pack, _) = inspectPack(files).content else {
      Issue.record("the pack cannot be read")
      return
    }
    let work = PackLint(CompiledPack(pack))
    let backwards = (0..<work.partCount).reversed().flatMap(work.findings)
    #expect(Set(backwards) == Set(lint(CompiledPack(pack))))
  }

  @Test func `cases that could not be read are not said to be missing`() throws {
    let fault = PlantedFault(name: "cases-of-no-rule")
    #expect(linted(try fault.files()).diagnostics.count == 1)
  }
}
