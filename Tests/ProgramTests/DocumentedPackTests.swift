import Foundation
import Testing

@testable import ProtocolLibrary

/// The article "Questions and rules": what it shows is read, run and linted by
/// the program itself.
@Suite struct DocumentedPackTests {
  private let article: Article
  private let pack: Article
  private let addition: Article

  init() throws {
    article = try Article(named: "QuestionsAndRules")
    (pack, addition) = try article.parted(at: "## From nothing to green")
  }

  /// The pack of the lint's tests with the files that the article shows.
  private func folder(in clinic: Clinic) throws -> URL {
    let good = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("LintTests/Good")
    let folder = clinic.folder.appendingPathComponent("pack")
    try FileManager.default.copyItem(at: good, to: folder)
    let files = pack.files
    try #require(files.count == 4)
    for (path, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(path))
    }
    return folder
  }

  @Test func `the questions and rules shown are linted without a fault, and their cases hold`()
    throws
  {
    let clinic = try Clinic()
    let folder = try folder(in: clinic).path
    let lint = try clinic.run(["protocol", "lint", folder])
    #expect(lint.output.contains(" files, 0 errors, 0 warnings\n"), "\(lint.output)")
    let cases = try clinic.run(["protocol", "cases", folder])
    #expect(cases.code == 0, "\(cases.output)")
    #expect(cases.output.contains("wound-closed-14-days            1        2        1\n"))
  }

  @Test func `every key of a question, a field and a rule is shown`() {
    let shown = pack.blocks.filter { $0.language == "yaml" }.map(\.text).joined()
    let keys =
      QuestionReader.required + QuestionReader.optional + QuestionReader.fieldRequired
      + QuestionReader.fieldOptional + RuleReader.required + RuleReader.optional
    for key in Set(keys) {
      let found = shown.ranges(of: "\(key):").contains { range in
        range.lowerBound == shown.startIndex
          || " {\n".contains(shown[shown.index(before: range.lowerBound)])
      }
      #expect(found, "\(key)")
    }
  }

  @Test func `every type of question is told of`() {
    for kind in QuestionReader.Kind.allCases {
      #expect(article.text.contains("`\(kind.rawValue)`"))
    }
  }

  @Test func `the addition goes from nothing to green, done as it is written`() throws {
    // The lint of the whole pack once all is filled in is the release build's.
    try follow(addition) { command, isFilledIn in
      !(isFilledIn && command.hasPrefix("mesoscreen protocol lint"))
    }
  }

  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `the lint finds nothing in the addition either`() throws {
    try follow(addition) { _, _ in true }
  }

  /// Writes each file, runs each command that is wanted and looks for what the
  /// article says it prints.
  private func follow(_ article: Article, if isWanted: (String, Bool) -> Bool) throws {
    let clinic = try Clinic()
    var printed = ""
    var commandCount = 0
    for block in article.blocks {
      switch block.language {
      case "yaml": try write(block.text, to: block.path, in: clinic)
      case "json": try write(block.text, to: "patient.json", in: clinic)
      case "sh":
        printed = ""
        let isFilledIn = skeletonCount(in: clinic) == 0
        for command in block.text.split(separator: "\n").map(String.init)
        where isWanted(command, isFilledIn) {
          let outcome = try clinic.run(arguments(command, in: clinic))
          printed += squeezed(outcome.output + outcome.messages)
          commandCount += 1
        }
      default:
        for line in block.text.split(separator: "\n") {
          if line.hasSuffix(" errors, 0 warnings"), !isWanted("mesoscreen protocol lint", true) {
            continue
          }
          #expect(printed.contains(squeezed(String(line))), "\(line) is not in:\n\(printed)")
        }
      }
    }
    #expect(commandCount >= 5)
  }

  private func write(_ text: String, to path: String, in clinic: Clinic) throws {
    let file = clinic.folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// How many files still have something to be filled in.
  private func skeletonCount(in clinic: Clinic) -> Int {
    let folder = clinic.folder.appendingPathComponent("my-clinic")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).count { path in
      let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      return text?.contains("FILL IN: ") == true
    }
  }

  private func arguments(_ command: String, in clinic: Clinic) -> [String] {
    command.split(separator: " ").dropFirst().map { word in
      ["my-clinic", "patient.json"].contains(word)
        ? clinic.folder.appendingPathComponent(String(word)).path : String(word)
    }
  }

  /// Runs of space as one: columns move with the longest name of the pack.
  private func squeezed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

/// The answers that the documentation shows.
@Test func `the file of answers that the documentation shows is read, and its report has the keys`()
  throws
{
  let article = try Article(named: "AnswersAndReports")
  let answers = try #require(article.blocks.first { $0.language == "json" }?.text)
  let outcome = try Clinic().run(["screen", "-", "--format", "json"], input: answers)
  #expect(outcome.messages == "")
  let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
  let table = article.text.split(separator: "\n").filter { $0.hasPrefix("| `") }
  let keys = table.flatMap { row in
    row.split(separator: "|")[0].split(separator: "`").filter { $0.first?.isLetter == true }
  }
  #expect(keys.count >= 12)
  for key in keys { #expect(report?.keys.contains(String(key)) == true, "\(key)") }
}

/// An article of the documentation, with its blocks of code in order.
struct Article {
  /// A block of code.
  struct Block {
    let language: String
    /// The file that a YAML block is a part of, from its first line.
    let path: String
    let text: String
  }

  let text: String
  let blocks: [Block]

  init(named name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/ClinicalModel/Documentation.docc/\(name).md")
    self.init(try String(contentsOf: file, encoding: .utf8))
  }

  private init(_ text: String) {
    self.text = text
    let parts = ("\n" + text).components(separatedBy: "\n```")
    blocks = parts.enumerated().compactMap { index, part in
      guard index % 2 == 1 else { return nil }
      var lines = part.components(separatedBy: "\n")
      let language = lines.removeFirst()
      var path = ""
      if language == "yaml" { path = String(lines.removeFirst().dropFirst(2)) }
      return Block(
        language: language, path: path, text: lines.map { $0 + "\n" }.joined())
    }
  }

  /// What comes before a heading, and what follows.
  func parted(at heading: String) throws -> (Article, Article) {
    let range = try #require(text.range(of: heading))
    return (Article(String(text[..<range.lowerBound])), Article(String(text[range.upperBound...])))
  }

  /// The YAML blocks, those of one file joined.
  var files: [String: String] {
    Dictionary(
      blocks.filter { $0.language == "yaml" }.map { ($0.path, $0.text) },
      uniquingKeysWith: { $0 + "\n" + $1 })
  }
}
