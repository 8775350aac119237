import Foundation
import Testing

/// What comments, tests and articles cite must be here: who follows a citation
/// finds it.
@Suite struct CitationTests {
  /// Documents that were never part of the repository.
  private static let elsewhere = ["DESIGN", "UX §", "UX.md", "conditions.md", "ingredients.md §"]

  private func sources() throws -> [Repository.File] {
    try
      (Repository.files(below: "Sources", ending: [".swift", ".md", ".c", ".h"])
      + Repository.files(below: "Tests", ending: [".swift"]))
      .filter { !$0.path.hasSuffix("CitationTests.swift") }
  }

  @Test func `no comment cites a document that is not in the repository`() throws {
    for file in try sources() {
      for (number, line) in file.lines.enumerated() {
        for name in Self.elsewhere {
          #expect(!line.contains(name), "\(file.path):\(number + 1) cites \(name)")
        }
      }
    }
  }

  @Test func `every article that a comment names exists`() throws {
    let articles = try Repository.files(below: "Sources", ending: [".md"]).map { file in
      String(file.path.split(separator: "/").last ?? "")
    }
    for file in try sources() where file.path.hasSuffix(".swift") {
      for (number, line) in file.lines.enumerated() where line.contains("//") {
        for word in Self.quoted(in: line) where word.hasSuffix(".md") && word != "README.md" {
          #expect(articles.contains(word), "\(file.path):\(number + 1) cites \(word)")
        }
      }
    }
  }

  @Test func `every file and article that an article names exists`() throws {
    let folder = "Sources/ClinicalModel/Documentation.docc"
    let articles = try Repository.files(below: folder, ending: [".md"])
    #expect(articles.count >= 10)
    for article in articles {
      for (number, line) in article.lines.enumerated() {
        let place = "\(article.path):\(number + 1)"
        for word in Self.quoted(in: line)
        where ["Sources/", "Tests/", "Resources/"].contains(where: { word.hasPrefix($0) }) {
          let path = Repository.root.appendingPathComponent(word).path
          #expect(FileManager.default.fileExists(atPath: path), "\(place) names \(word)")
        }
        for name in Self.links(in: line) {
          let path = "\(folder)/\(name).md"
          #expect(articles.contains { $0.path == path }, "\(place) links to \(name)")
        }
      }
    }
  }

  @Test func `a citation is found wherever it is in a line`() {
    #expect(
      Self.quoted(in: "// see `Lists.md`, `a b` and `Tables.md`") == [
        "Lists.md", "a b", "Tables.md",
      ])
    #expect(Self.links(in: "see <doc:Lists> and <doc:Tables>.") == ["Lists", "Tables"])
  }

  /// What is between backticks.
  private static func quoted(in line: String) -> [String] {
    line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The articles that a line links to.
  private static func links(in line: String) -> [String] {
    line.components(separatedBy: "<doc:").dropFirst().compactMap {
      $0.split(separator: ">", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}
