import Foundation

/// The files of this repository, as they lie in the working tree.
enum Repository {
  /// The folder that holds Package.swift.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let manifest = folder.appendingPathComponent("Package.swift")
      if FileManager.default.fileExists(atPath: manifest.path) { return folder }
    }
    return folder
  }()

  /// A source file: its path from the root and its lines.
  struct File {
    let path: String
    let lines: [String]
  }

  /// Every file below a folder whose name ends like this.
  static func files(below folder: String, ending suffixes: [String]) throws -> [File] {
    let top = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { path in suffixes.contains { path.hasSuffix($0) } }.sorted().map {
      let text = try String(contentsOf: top.appendingPathComponent($0), encoding: .utf8)
      return File(path: "\(folder)/\($0)", lines: text.components(separatedBy: "\n"))
    }
  }

  /// The modules a Swift file imports, with any access level in front.
  static func imports(of file: File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
        words[..<place].allSatisfy({
          ["public", "internal", "private", "fileprivate", "package", "@testable"].contains($0)
        })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
      let name =
        kinds.contains(words[place + 1]) ? words.dropFirst(place + 2).first : words[place + 1]
      return name.map { String($0.split(separator: ".")[0]) }
    }
  }
}
