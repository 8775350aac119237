import Foundation
import Testing

/// What each module may import, as the map in the read-me has it. A module not
/// named here may not exist.
private let allowed: [String: Set<String>] = [
  "ClinicalModel": [],
  "NameSearch": ["ClinicalModel", "Synchronization"],
  "ProtocolLibrary": ["ClinicalModel", "CProtocols", "Foundation", "NameSearch", "Yams"],
  "Screening": ["ClinicalModel", "NameSearch"],
  "ProtocolChecks": ["ClinicalModel", "NameSearch", "Screening", "Synchronization"],
  "Consultation": ["ClinicalModel", "NameSearch", "Screening"],
  "Journal": ["ClinicalModel", "Consultation", "Crypto", "Foundation", "Synchronization"],
  "JournalSQLite": ["ClinicalModel", "Consultation", "Foundation", "GRDB", "Glibc", "Journal"],
  "Staff": ["CryptoExtras", "Foundation"],
  "Summary": ["ClinicalModel", "Consultation", "Screening", "TextLayout"],
  "SummaryPDF": [
    "CPangoCairo", "ClinicalModel", "Consultation", "Screening", "Summary", "TextLayout",
  ],
  "TextLayout": [],
  "Terminal": ["TextLayout"],
  "TerminalCurses": ["CNcurses", "Glibc", "Terminal", "TextLayout"],
  "IntakeWizard": [
    "ClinicalModel", "Consultation", "NameSearch", "Screening", "Summary", "Terminal",
    "TextLayout",
  ],
]

/// C targets hold no Swift; the program may import everything.
private let withoutBoundary: Set<String> = ["CNcurses", "CPangoCairo", "CProtocols", "mesoscreen"]

@Test func `every module imports only what its place in the flow allows`() throws {
  for file in try Repository.files(below: "Sources", ending: [".swift"]) {
    let module = file.path.split(separator: "/")[1]
    if withoutBoundary.contains(String(module)) { continue }
    let may = try #require(allowed[String(module)], "\(module) has no place in the flow")
    for name in Repository.imports(of: file) {
      #expect(may.contains(name), "\(file.path) imports \(name)")
    }
  }
}

@Test func `the engine and the nouns touch no disk, clock, locale or terminal`() throws {
  for module in [
    "ClinicalModel", "Consultation", "NameSearch", "ProtocolChecks", "Screening", "Summary",
    "Terminal", "TextLayout",
  ] {
    let files = try Repository.files(below: "Sources/\(module)", ending: [".swift"])
    #expect(!files.isEmpty)
    for file in files {
      let system = Repository.imports(of: file).filter {
        ["Foundation", "FoundationEssentials", "Glibc", "Dispatch"].contains($0)
      }
      #expect(system.isEmpty, "\(file.path) imports \(system)")
    }
  }
}

@Test func `each outside library enters one module only`() throws {
  let outside: Set<String> = [
    "Yams", "GRDB", "Crypto", "CryptoExtras", "CNcurses", "CPangoCairo", "ArgumentParser",
  ]
  var users: [String: Set<String>] = [:]
  for file in try Repository.files(below: "Sources", ending: [".swift"]) {
    let module = String(file.path.split(separator: "/")[1])
    for name in Repository.imports(of: file) where outside.contains(name) {
      users[name, default: []].insert(module)
    }
  }
  for (name, modules) in users {
    #expect(modules.count == 1, "\(name) is imported by \(modules.sorted())")
  }
  #expect(Set(users.keys) == outside)
}

@Test func `an import is found with any access level and kind in front`() {
  let file = Repository.File(
    path: "x",
    lines: [
      "public import GRDB", "import struct Foundation.Date", "// import Yams", "@testable import A",
    ])
  #expect(Repository.imports(of: file) == ["GRDB", "Foundation", "A"])
}
