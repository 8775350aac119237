import Foundation

/// A tool of poppler-utils, which reads a PDF as another program would.
enum PopplerTool: String {
  case pdftotext, pdfinfo, pdffonts

  /// Whether the tools are installed; tests that need them are skipped without.
  static var areInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
  }

  /// What the tool prints about a file with these bytes.
  func output(_ bytes: [UInt8], _ arguments: [String] = [], after: [String] = []) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "summary.pdf")
    try Data(bytes).write(to: file)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/\(rawValue)")
    process.arguments = arguments + [file.path] + after
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The text of each page.
  static func pages(_ bytes: [UInt8]) throws -> [String] {
    try PopplerTool.pdftotext.output(bytes, ["-enc", "UTF-8", "-layout"], after: ["-"])
      .split(separator: "\u{C}").map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

/// What fonts this machine has.
enum Fonts {
  /// Whether some font covers a language, by fontconfig's own word.
  static func cover(_ language: String) -> Bool {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/fc-list")
    process.arguments = [":lang=\(language)", "family"]
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return false }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return !data.isEmpty
  }
}
