import ClinicalModel
import Foundation
import ProtocolLibrary
import Testing

/// The example that ships.
private let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Resources/Overlays/example-clinic").path

@Test func `a folder with overlay yaml is laid over the pack inside, and its archive holds both`()
  throws
{
  let files = try PackFiles(folder: example)
  #expect(files.belowOverlay == .builtIn)
  #expect(files.files.contains { $0.path == "overlay/overlay.yaml" })
  let again = try PackFiles(archive: files.archive)
  #expect(again == files)
  #expect(try readPack(again, digest: "") == readPack(files, digest: ""))
}

@Test func `a pack without an overlay has none below`() throws {
  #expect(PackFiles.builtIn.belowOverlay == nil)
  #expect(try readPack(.builtIn, digest: "").overlay == .none)
  #expect(try readPack(.builtIn, digest: "").clinic == .notGiven)
}

@Test func `an overlay that would not fit into one archive is refused`() {
  let manifest = PackFile(path: "overlay.yaml", bytes: [])
  func refusal(_ files: [PackFile]) -> PackReadingError? {
    do {
      _ = try PackFiles(overlay: PackFiles(files), over: .builtIn)
      return nil
    } catch { return error }
  }
  #expect(refusal([manifest, PackFile(path: "a/b/c/d", bytes: [])]) == .tooDeep("overlay/a/b/c/d"))
  #expect(
    refusal((0..<256).map { PackFile(path: "\($0).yaml", bytes: []) }) == .tooManyFiles)
  let large = [UInt8](repeating: 0x20, count: 2 << 20)
  #expect(
    refusal((0..<8).map { PackFile(path: "\($0).yaml", bytes: large) }) == .packTooLarge)
  #expect(refusal([manifest]) == nil)
}

@Test func `the example that ships has no errors and no warnings of its own`() throws {
  let diagnostics = lintPack(try PackFiles(folder: example)).map(\.description)
  #expect(diagnostics.filter { $0.hasPrefix("overlay/") } == [])
}

@Test func `the example raises what it says and keeps the rest`() throws {
  let base = try readPack(.builtIn, digest: "")
  let pack = try readPack(try PackFiles(folder: example), digest: "")
  #expect(pack.version == "\(base.version)+example-clinic.1")
  #expect(pack.clinic.name == "Example Clinic")
  #expect(pack.rule("filler-28-days")?.until == .date("filler-date", days: 42))
  #expect(pack.rule("steroid-recent-28-days")?.until == .date("steroid-course-end-date", days: 56))
  #expect(pack.rule("interpreter-family")?.severity == .defer)
  #expect(pack.question("self-tan-date")?.onUnknown == .finding(.defer))
  let raised: Set<Rule.ID> = ["filler-28-days", "steroid-recent-28-days", "interpreter-family"]
  for rule in base.rules where !raised.contains(rule.id) { #expect(pack.rule(rule.id) == rule) }
  #expect(pack.rules.map(\.id) == base.rules.map(\.id) + ["not-reachable-afterwards"])
  #expect(pack.section(of: "reachable-afterwards")?.id == "lifestyle")
}

@Test func `an overlay cut off anywhere is refused or read, and nothing else happens`() throws {
  let files = try PackFiles(folder: example)
  let manifest = try #require(files.files.first { $0.path == "overlay/overlay.yaml" })
  for count in stride(from: 0, to: manifest.bytes.count, by: 61) {
    let cut = PackFile(path: manifest.path, bytes: Array(manifest.bytes.prefix(count)))
    let others = SmallOverlay().base.files.files
    let broken = PackFiles(others + [cut])
    #expect(lintPack(broken).contains { $0.severity == .error }, "\(count)")
  }
}
