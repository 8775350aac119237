import Foundation
import Testing

@Test func `the read-me shows the whole program that embeds the screening`() throws {
  func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
  }
  let program = try text(".ci/embedding/Sources/embedding/main.swift")
  #expect(!program.isEmpty)
  #expect(try text("README.md").contains("```swift\n\(program)```"))
}
