import Foundation
import Testing

/// Compares a text with the file `Golden/<name>.txt`.
///
/// `MESOSCREEN_RECORD=1` writes the files anew; read the difference before
/// keeping it.
func expectGolden(_ text: String, _ name: String, _ place: SourceLocation = #_sourceLocation)
  throws
{
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let recorded = try Data(contentsOf: file)
  #expect(text == String(decoding: recorded, as: UTF8.self), sourceLocation: place)
}
