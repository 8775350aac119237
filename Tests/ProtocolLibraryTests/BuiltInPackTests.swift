import ClinicalModel
import Foundation
import ProtocolLibrary
import Testing

@Test func `the pack carried inside reads without a fault`() throws {
  #expect(lintPack(.builtIn).map(\.description) == [])
  let pack = try readPack(.builtIn, digest: "sha256:00")
  #expect(pack.id == "mesotherapy")
  #expect(pack.digest == "sha256:00")
  #expect(pack.questions.count == 190)
  #expect(pack.rules.count == 330)
  #expect(
    pack.sections.map(\.id) == [
      "arrival", "identity", "request", "general-health", "top-level-gates", "medicines",
      "plan-and-allergies", "ingredient-questions", "pregnancy", "sun", "skin-at-site",
      "recent-procedures", "lifestyle", "mind-and-consent",
    ])
}

@Test func `the pack carried inside is the pack in the repository, byte for byte`() throws {
  var root = URL(fileURLWithPath: #filePath)
  let manager = FileManager.default
  while root.path != "/",
    !manager.fileExists(atPath: root.appendingPathComponent("Package.swift").path)
  {
    root.deleteLastPathComponent()
  }
  let folder = root.appendingPathComponent("Resources/Protocols/mesotherapy").path
  let files = try PackFiles(folder: folder)
  #expect(PackFiles.builtIn.files.map(\.path) == files.files.map(\.path))
  #expect(PackFiles.builtIn == files)
}

@Test func `every question of the pack carried inside can be answered with an unknown`() throws {
  let pack = try readPack(.builtIn, digest: "")
  for reason in UnknownReason.allCases {
    let body = pack.questions.map { "\"\($0.id)\": \"\(reason.rawValue)\"" }
    let file = try answers("{\"answers\": {\(body.joined(separator: ", "))}}", in: pack)
    for question in pack.questions {
      let expected: Answer =
        switch (reason, question.option("unknown"), question.kind) {
        case (.unsure, .some, .single): .known(.choice("unknown"))
        case (.unsure, .some, .multiple): .known(.choices(["unknown"]))
        default: .unknown(reason)
        }
      #expect(file.answers[question.id] == expected)
    }
  }
}
