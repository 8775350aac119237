import ClinicalModel
import Testing

@testable import ProtocolLibrary

/// Skeletons that `protocol new` adds to a pack.
@Suite struct SkeletonTests {
  /// The small pack with the files of an addition in the place of its own.
  private func pack(with additions: [PackAddition]) -> PackFiles {
    let own = SmallPack().files.files.filter { file in
      !additions.contains { $0.path == file.path }
    }
    return PackFiles(own + additions.map { PackFile(path: $0.path, bytes: $0.bytes) })
  }

  @Test(arguments: QuestionKindWord.allCases)
  func `of each kind of question all that is wrong is what is not filled in`(
    kind: QuestionKindWord
  ) throws {
    let files = SmallPack().files
    let additions = try addingQuestion("new-one", of: kind, toSection: "health", in: files)
    let diagnostics = lintPack(pack(with: additions))
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics {
      #expect(diagnostic.cause.hasSuffix(" is not filled in"), "\(diagnostic)")
      #expect(diagnostic.file == additions[0].path)
    }
  }

  @Test func `of a rule all that is wrong is what is not filled in`() throws {
    let additions = try addingRule("new-one", toSubject: "health", in: SmallPack().files)
    #expect(additions.map(\.path) == ["rules/health.yaml", "rules/health.cases.yaml"])
    let diagnostics = lintPack(pack(with: additions))
    #expect(diagnostics.count == 7)
    #expect(diagnostics.allSatisfy { $0.cause.hasSuffix(" is not filled in") })
  }

  @Test func `a pack with a skeleton is refused`() throws {
    let additions = try addingRule("new-one", toSubject: "health", in: SmallPack().files)
    #expect(throws: PackDiagnostics.self) {
      try readPack(pack(with: additions), digest: "")
    }
  }

  @Test func `a list in the middle of a file is added to before the next key and its remarks`()
    throws
  {
    let files = SmallPack().with(
      "rules/own.yaml",
      "rules:\n  - id: one\n    title: \"One\"\n\n# What it is about.\nsubject: own\n"
    ).files
    let addition = try addingRule("two", toSubject: "own", in: files)[0]
    let text = String(decoding: addition.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix("rules:\n  - id: one\n    title: \"One\"\n\n  - id: two\n    title: \"FILL"))
    #expect(text.hasSuffix("\n\n\n# What it is about.\nsubject: own\n"))
    #expect(addition.line == 5)
    #expect(!addition.isNew)
  }
}
