import Foundation
import Testing

/// Compares a screen with the one on record, whole.
///
/// `MESOSCREEN_RECORD=1 swift test` records anew; the difference is then read
/// in the version control like a picture.
func expectScreen(
  _ screen: String, _ name: String, file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Screens")
  let path = folder.appendingPathComponent(name + ".txt")
  if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (screen + "\n").write(to: path, atomically: true, encoding: .utf8)
  }
  let recorded = try String(contentsOf: path, encoding: .utf8)
  #expect(
    recorded == screen + "\n", "the screen differs from \(name).txt", sourceLocation: location)
}
