import ClinicalModel
import Foundation
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

@testable import mesoscreen

/// A fault put into the good pack on purpose: one file of Bad.
///
///     rules/health.yaml                        the file that is changed
///     -   when: "pregnancy = yes"              whole lines that go
///     +   when: "pregnency = yes"              whole lines that come instead
///     ---
///     rules/health.yaml:6:10: error: ...       everything the lint says
///
/// A file that is only added to is made new where the pack has none such.
struct PlantedFault: CustomTestStringConvertible {
  let name: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// Every file of Bad, in order.
  static let all: [PlantedFault] = {
    let bad = folder.appending(path: "Bad").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: bad)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().map {
      PlantedFault(name: String($0.dropLast(4)))
    }
  }()

  var testDescription: String { name.split(separator: "-").joined(separator: " ") }

  var file: URL { Self.folder.appending(path: "Bad/\(name).txt") }

  /// The lines of the change, and those of what is expected.
  func parts() throws -> (change: [String], expected: [String]) {
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let end = try #require(lines.firstIndex(of: "---"))
    return (Array(lines[..<end]), Array(lines[(end + 1)...].dropLast()))
  }

  /// The good pack with the fault in it.
  func files() throws -> PackFiles {
    var texts = try goodTexts()
    for hunk in try hunks() {
      let text = texts[hunk.path, default: ""]
      let old = hunk.old.map { $0 + "\n" }.joined()
      let new = hunk.new.map { $0 + "\n" }.joined()
      guard !old.isEmpty else {
        texts[hunk.path] = text + new
        continue
      }
      let pieces = ("\n" + text).components(separatedBy: "\n" + old)
      try #require(pieces.count == 2, "\(hunk.path) has \(pieces.count - 1) times:\n\(old)")
      texts[hunk.path] = String(pieces.joined(separator: "\n" + new).dropFirst())
    }
    return PackFiles(texts.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  private struct Hunk {
    let path: String
    var old: [String] = []
    var new: [String] = []
  }

  private func hunks() throws -> [Hunk] {
    var hunks: [Hunk] = []
    for line in try parts().change {
      switch line.first {
      case "-": hunks[hunks.count - 1].old.append(String(line.dropFirst(2)))
      case "+": hunks[hunks.count - 1].new.append(String(line.dropFirst(2)))
      default: hunks.append(Hunk(path: line))
      }
    }
    return hunks
  }
}

/// The files of the pack in which nothing is wrong.
func goodTexts() throws -> [String: String] {
  let good = PlantedFault.folder.appending(path: "Good")
  var texts: [String: String] = [:]
  for file in try PackFiles(folder: good.path).files {
    texts[file.path] = String(decoding: file.bytes, as: UTF8.self)
  }
  return texts
}

/// What the lint says of a pack.
func linted(_ files: PackFiles) -> LintResult {
  let inspection = inspectPack(files)
  let findings =
    switch inspection.content {
    case .refused: [LintFinding]()
    case .read(let pack, _): lint(CompiledPack(pack))
    case .readWithoutCases(let pack, _): lint(CompiledPack(pack), LintOptions(cases: .notRead))
    }
  return LintResult(inspection, findings, in: files)
}
