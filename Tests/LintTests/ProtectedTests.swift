import ClinicalModel
import Foundation
import ProtocolLibrary
import Testing

/// What the shipped pack may not lose, and that a loss is named.
///
/// `MESOSCREEN_RECORD=1 swift test --filter ProtectedTests` records the digests
/// anew, once the list has been changed on purpose.
@Suite struct ProtectedTests {
  private static let list = PackFiles.builtIn.protectedFindings ?? []

  @Test func `the shipped pack says what its list of protected findings says`() throws {
    #expect(!Self.list.isEmpty)
    let pack = try readPack(.builtIn, digest: "")
    let now = protectedFindings(of: .builtIn, pack: pack)
    #expect(protectedChanges(from: Self.list, to: now).map(\.words) == [])
  }

  @Test func `the list is the one that was recorded`() throws {
    let file = PlantedFault.folder.appending(path: "protected-digests.txt")
    let lines = protectedDigests(of: Self.list).map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
      try lines.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == lines)
  }

  @Test func `every rule that excludes is on the list`() throws {
    let pack = try readPack(.builtIn, digest: "")
    let listed = Set(Self.list.map(\.name))
    for rule in pack.rules where rule.severity == .doNotTreat {
      #expect(listed.contains("rule \(rule.id)"))
    }
  }

  @Test(arguments: Loss.all)
  func `what is lost of the shipped pack is named`(_ loss: Loss) throws {
    let files = try loss.files()
    let pack = try readPack(files, digest: "")
    let changes = protectedChanges(
      from: Self.list, to: protectedFindings(of: files, pack: pack)
    ).filter(\.isLoss).map(\.words)
    // Each change says what it was of, then what it was and is.
    let subjects = changes.map { String($0.prefix { $0 != ":" }) }
    #expect(subjects == loss.words, "\(changes)")
  }

  @Test func `a list that is written is the list that is read`() throws {
    let pack = try readPack(.builtIn, digest: "")
    let now = protectedFindings(of: .builtIn, pack: pack)
    let written = PackFiles([PackFiles.builtIn.protecting(now)])
    let read = try #require(written.protectedFindings)
    #expect(protectedChanges(from: now, to: read).map(\.words) == [])
    #expect(read.count == now.count)
  }

  @Test func `what weighs more or is new loses nothing`() throws {
    var files = PackFiles.builtIn.texts
    files["rules/sun.yaml"] = try #require(files["rules/sun.yaml"]).replacing(
      after: "- id: sunburn-now", "severity: defer", with: "severity: do-not-treat"
    ).replacing(after: "- id: sunburn-now", #"until: "event"#, with: #"note: "event"#)
    let changed = PackFiles(files)
    let pack = try readPack(changed, digest: "")
    let changes = protectedChanges(
      from: Self.list, to: protectedFindings(of: changed, pack: pack))
    #expect(
      changes.contains { $0.words == "RAISED rule sunburn-now: defer before, do-not-treat now" })
  }
}

/// One thing taken from the shipped pack.
struct Loss: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// What is lost, and nothing else, in the list's order.
  let words: [String]
  let path: String
  let change: @Sendable (String) -> String

  func files() throws -> PackFiles {
    var texts = PackFiles.builtIn.texts
    let before = try #require(texts[path])
    let after = change(before)
    try #require(after != before, "nothing was taken away")
    texts[path] = after
    return PackFiles(texts)
  }

  static let all = [
    Loss(
      testDescription: "breastfeeding, with its cases",
      words: ["LOST rule breastfeeding, do-not-treat"],
      path: "rules/pregnancy.yaml"
    ) { $0.without(item: "breastfeeding") },
    Loss(
      testDescription: "a medicine's weight",
      words: ["LOWERED medicine methotrexate", "CHANGED medicine methotrexate"],
      path: "tables/medicines.csv"
    ) { text in
      text.changing(row: "methotrexate,") {
        $0.replacing(
          after: "",
          ",defer,event: the prescriber has given a written opinion and the disease is stable,",
          with: ",caution,,")
      }
    },
    tag("dabigatran-etexilate", "anticoagulant"), tag("rivaroxaban", "anticoagulant"),
    tag("methotrexate", "immunosuppressant"), tag("adalimumab", "biologic.tnf"),
    Loss(
      testDescription: "clopidogrel in Ecosprin Gold", words: ["CHANGED brand Ecosprin Gold"],
      path: "tables/combination-brands.csv"
    ) { text in
      text.changing(row: "Ecosprin Gold,") {
        $0.replacing(
          after: "", "atorvastatin;clopidogrel,antithrombotic", with: "atorvastatin,antithrombotic")
      }
    },
    Loss(
      testDescription: "ten of fourteen days of aftercare",
      words: ["CHANGED text guidance aftercare needle advice Sun"], path: "guidance.yaml"
    ) {
      $0.replacing(
        after: "- id: needle", "for 14 days.\"\n    lasts: \"14 days\"",
        with: "for 4 days.\"\n    lasts: \"4 days\"")
    },
    Loss(
      testDescription: "the muscle for adrenaline",
      words: ["CHANGED text emergencies emergencies anaphylaxis"], path: "emergencies.yaml"
    ) {
      $0.replacing(
        after: "- id: anaphylaxis", "into the outer mid-thigh muscle", with: "into a vein")
    },
    Loss(
      testDescription: "the weight of not knowing", words: ["LOWERED question pregnancy-status"],
      path: "questions/09-pregnancy.yaml"
    ) {
      $0.replacing(
        after: "- id: pregnancy-status", "on_unknown: \"defer\"", with: "on_unknown: \"none\"")
    },
    Loss(
      testDescription: "pollen and what may cross-react with it",
      words: ["CHANGED relation pollen"],
      path: "tables/allergen-ingredients.csv"
    ) { text in
      text.changing(row: "pollen,") { $0.replacing(after: "", ",cross,", with: ",-,") }
    },
    Loss(
      testDescription: "the weight of a reaction",
      words: ["LOWERED reaction-contains amide_la contact_delayed"],
      path: "tables/allergen-reactions.csv"
    ) { text in
      text.changing(row: "amide_la,contact_delayed,") {
        $0.replacing(after: "", "do-not-treat", with: "caution")
      }
    },
  ]

  private static func tag(_ medicine: String, _ tag: String) -> Loss {
    Loss(
      testDescription: "the tag \(tag) of \(medicine)", words: ["CHANGED medicine \(medicine)"],
      path: "tables/medicines.csv"
    ) { text in
      text.changing(row: "\(medicine),") { row in
        row.replacing(after: "", ",\(tag);", with: ",").replacing(after: "", ";\(tag),", with: ",")
          .replacing(after: "", ";\(tag);", with: ";")
      }
    }
  }
}

extension PackFiles {
  /// The files' texts by path.
  fileprivate var texts: [String: String] {
    Dictionary(
      files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  fileprivate init(_ texts: [String: String]) {
    self.init(texts.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }
}

extension String {
  /// The text with the first `old` behind a mark replaced.
  fileprivate func replacing(after mark: String, _ old: String, with new: String) -> String {
    let start = mark.isEmpty ? startIndex : (range(of: mark)?.upperBound ?? endIndex)
    guard let place = range(of: old, range: start..<endIndex) else { return self }
    return replacingCharacters(in: place, with: new)
  }

  /// The text with the line that begins so changed.
  fileprivate func changing(row start: String, _ change: (String) -> String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(start) ? change(String(line)) : String(line)
    }.joined(separator: "\n")
  }

  /// The text without an item of a list.
  fileprivate func without(item id: String) -> String {
    var blocks = components(separatedBy: "\n- id: ")
    blocks.removeAll { $0.hasPrefix("\(id)\n") }
    return blocks.joined(separator: "\n- id: ")
  }
}
