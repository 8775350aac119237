// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For the modules in which tests and the program under test spend their time:
/// tests weigh the whole pack thousands of times, which takes ten times as long
/// where nothing is optimized. SwiftPM refuses such flags in a dependency, which
/// it keeps among its checkouts.
let isDependency = Context.packageDirectory.contains("/checkouts/")
let quick =
  isDependency ? strict : strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// In the order in which a consultation flows through them: content, answers,
// findings, records, output, screen, program.
let package = Package(
  name: "mesoscreen",
  products: [
    .library(
      name: "Screening", targets: ["ClinicalModel", "ProtocolLibrary", "Screening"]),
    .executable(name: "mesoscreen", targets: ["mesoscreen"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "ClinicalModel", swiftSettings: quick),
    .target(name: "NameSearch", dependencies: ["ClinicalModel"], swiftSettings: quick),
    .target(name: "CProtocols"),
    .target(
      name: "ProtocolLibrary",
      dependencies: [
        "ClinicalModel", "CProtocols", "NameSearch", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: quick),
    .target(
      name: "Screening", dependencies: ["ClinicalModel", "NameSearch"], swiftSettings: quick),
    .target(
      name: "ProtocolChecks", dependencies: ["ClinicalModel", "NameSearch", "Screening"],
      swiftSettings: quick),
    .target(
      name: "Consultation", dependencies: ["ClinicalModel", "NameSearch", "Screening"],
      swiftSettings: strict),
    .target(
      name: "Journal",
      dependencies: [
        "ClinicalModel", "Consultation", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "JournalSQLite",
      dependencies: [
        "ClinicalModel", "Consultation", "Journal", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Staff",
      dependencies: [.product(name: "CryptoExtras", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "TextLayout", swiftSettings: quick),
    .target(
      name: "Summary", dependencies: ["ClinicalModel", "Consultation", "Screening", "TextLayout"],
      swiftSettings: quick),
    .target(name: "CPangoCairo", linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "SummaryPDF", dependencies: ["CPangoCairo", "Summary", "TextLayout"],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["TextLayout"], swiftSettings: quick),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "TerminalCurses", dependencies: ["CNcurses", "Terminal", "TextLayout"],
      swiftSettings: strict),
    .target(
      name: "IntakeWizard",
      dependencies: [
        "ClinicalModel", "Consultation", "NameSearch", "Screening", "Summary", "Terminal",
        "TextLayout",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "mesoscreen",
      dependencies: [
        "ClinicalModel", "Consultation", "IntakeWizard", "Journal", "JournalSQLite",
        "NameSearch", "ProtocolChecks", "ProtocolLibrary", "Screening", "Staff", "Summary",
        "SummaryPDF", "Terminal", "TerminalCurses", "TextLayout",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "CPty", path: "Tests/Support/CPty", linkerSettings: [.linkedLibrary("util")]),
    .systemLibrary(
      name: "CVTerm", path: "Tests/Support/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(
      name: "TerminalTesting", dependencies: ["CPty", "CVTerm"],
      path: "Tests/Support/TerminalTesting", swiftSettings: quick),
    .testTarget(
      name: "TextLayoutTests", dependencies: ["TerminalTesting", "TextLayout"],
      swiftSettings: strict),
    .target(
      name: "TableTesting", dependencies: ["ClinicalModel"], path: "Tests/Support/TableTesting",
      swiftSettings: strict),
    .testTarget(
      name: "ClinicalModelTests", dependencies: ["ClinicalModel", "TableTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "NameSearchTests", dependencies: ["ClinicalModel", "NameSearch", "TableTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ProtocolLibraryTests",
      dependencies: ["ClinicalModel", "NameSearch", "ProtocolLibrary", "Screening"],
      exclude: ["Everyday"], swiftSettings: strict),
    .testTarget(
      name: "ScreeningTests",
      dependencies: [
        "ClinicalModel", "NameSearch", "ProtocolChecks", "ProtocolLibrary", "Screening", "Summary",
        "mesoscreen",
      ],
      exclude: ["Examples", "Lists/bee-sting.yaml", "OrdinaryPatients"],
      swiftSettings: strict),
    .testTarget(
      name: "LintTests",
      dependencies: [
        "ClinicalModel", "ProtocolChecks", "ProtocolLibrary", "Screening", "mesoscreen",
      ],
      exclude: ["Bad", "Good", "protected-digests.txt"], swiftSettings: strict),
    .testTarget(
      name: "ConsultationTests", dependencies: ["ClinicalModel", "Consultation", "Screening"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "ClinicalModel", "Consultation", "Journal", "JournalSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "StaffTests", dependencies: ["Staff"], swiftSettings: strict),
    .testTarget(
      name: "SummaryTests",
      dependencies: [
        "ClinicalModel", "Consultation", "ProtocolLibrary", "Screening", "Summary", "SummaryPDF",
        "TextLayout",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "IntakeWizard", "Terminal", "TerminalCurses", "TerminalTesting", "TextLayout",
        "mesoscreen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeWizardTests",
      dependencies: [
        "ClinicalModel", "Consultation", "IntakeWizard", "NameSearch", "ProtocolLibrary",
        "Screening", "Summary", "Terminal", "TextLayout",
      ],
      exclude: ["Screens"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "ClinicalModel", "Consultation", "IntakeWizard", "Journal", "JournalSQLite",
        "ProtocolLibrary", "Screening", "Staff", "Terminal", "TerminalTesting", "mesoscreen",
      ],
      exclude: ["Scripts"],
      swiftSettings: strict),
    .testTarget(name: "HouseRulesTests", swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
