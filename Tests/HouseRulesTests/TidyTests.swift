import Foundation
import Testing

@Test func `the program has no trap for bad files, disks or people`() throws {
  // Written in two pieces so that this file does not find itself.
  let traps = ["try" + "!", "as" + "!", "fatal" + "Error("]
  for file in try Repository.files(below: "Sources", ending: [".swift"]) {
    for (number, line) in file.lines.enumerated() {
      for trap in traps {
        #expect(!line.contains(trap), "\(file.path):\(number + 1) has \(trap)")
      }
    }
  }
}

@Test func `nothing is left over for later`() throws {
  let words = ["TO" + "DO", "FIX" + "ME", "not imple" + "mented"]
  let files =
    try Repository.files(below: "Sources", ending: [".swift", ".c", ".h"])
    + Repository.files(below: "Tests", ending: [".swift", ".c", ".h"])
    + Repository.files(below: "Resources", ending: [".yaml"])
  for file in files {
    for (number, line) in file.lines.enumerated() {
      for word in words {
        #expect(!line.contains(word), "\(file.path):\(number + 1) has \(word)")
      }
    }
  }
}

@Test func `a file holds one idea and stays under four hundred lines`() throws {
  for file in try Repository.files(below: "Sources", ending: [".swift", ".c"]) {
    #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
  }
}

@Test func `the top level holds the manifest, the folders, the readme and dot files only`() throws {
  let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
  let expected: Set<String> = [
    "Package.swift", "Package.resolved", "README.md", "Resources", "Sources", "Tests",
  ]
  let strangers = names.filter { !$0.hasPrefix(".") && !expected.contains($0) }
  #expect(strangers.isEmpty, "\(strangers)")
}
