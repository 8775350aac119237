import Foundation
import Testing

/// `protocol new`, as a shell runs it.
@Suite struct ProtocolNewTests {
  private let questions = "questions/01-arrival.yaml"

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Every file of a folder with what it holds.
  private func contents(_ folder: String) throws -> [String: String] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = paths.filter { $0.hasSuffix(".yaml") }
    return Dictionary(uniqueKeysWithValues: try files.map { ($0, try text("\(folder)/\($0)")) })
  }

  /// An overlay over the pack inside.
  private func overlay(in clinic: Clinic) throws -> String {
    let folder = clinic.folder.appendingPathComponent("overlay").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let manifest = """
      overlay: example
      version: "1"
      of: mesotherapy
      of-version: "0.1.0"
      title: "Example"

      """
    try Data(manifest.utf8).write(to: URL(fileURLWithPath: "\(folder)/overlay.yaml"))
    return folder
  }

  @Test func `a question is added behind what its section has, and the file keeps its mode`() throws
  {
    let clinic = try Clinic()
    let folder = try SmallPackFolder().write(in: clinic)
    let before = try text("\(folder)/\(questions)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: "\(folder)/\(questions)")
    let outcome = try clinic.run([
      "protocol", "new", "question", "wound-date", "--section", "arrival", "--type", "date-or-no",
      folder,
    ])
    #expect(outcome.code == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.hasPrefix("\(questions):43: question \"wound-date\"\n"))
    let after = try text("\(folder)/\(questions)")
    let added = after.dropFirst(before.count)
    #expect(after.hasPrefix(before))
    #expect(added.hasPrefix("\n- id: wound-date\n  ask: \"FILL IN: "))
    #expect(added.contains("\n  type: date-or-no\n  tense: past\n"))
    #expect(try mode("\(folder)/\(questions)") == 0o640)
  }

  @Test func `a pack with a skeleton is refused, and the lint says what is to be written where`()
    throws
  {
    let clinic = try Clinic()
    let folder = try SmallPackFolder().write(in: clinic)
    let new = ["protocol", "new", "question", "wound", "--section", "arrival", folder]
    #expect(try clinic.run(new).code == 0)
    let lint = try clinic.run(["protocol", "lint", folder])
    #expect(lint.code == 1)
    #expect(
      lint.output.hasPrefix(
        """
        \(questions):44:8: error: ask is not filled in; write the question as it is read aloud, in one breath
           44 |   ask: "FILL IN: the question as it is read aloud, in one breath"
              |        ^

        """))
    let faults = lint.output.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(faults.allSatisfy { $0.contains(" is not filled in; write ") })
    #expect(faults.count == 5)
    #expect(try clinic.run(["protocol", "show", folder]).code == 2)
  }

  @Test func `a rule comes with its three cases, and green is what is left when all is filled in`()
    throws
  {
    let clinic = try Clinic()
    let folder = try SmallPackFolder().write(in: clinic)
    let new = ["protocol", "new", "rule", "roller-planned", "--subject", "device", folder]
    let outcome = try clinic.run(new)
    #expect(outcome.code == 0)
    let rules = "\(folder)/rules/device.yaml"
    let cases = "\(folder)/rules/device.cases.yaml"
    try fill(
      rules,
      [
        "title": "Roller planned", "when": "device = roller", "severity": "caution",
        "staff": "Look.", "patient": "We look.", "strength": "guideline", "cite": "S1",
      ])
    var text = try text(cases)
    let examples = [
      #"{"device": "roller"}"#, #"{"device": "needle"}"#, #"{"device": "unsure"}"#,
    ]
    for (number, given) in examples.enumerated() {
      let blank = try #require(text.range(of: "given: {}"))
      text.replaceSubrange(blank, with: "given: \(given)")
      text = text.replacingOccurrences(
        of:
          #"FILL IN: a sentence about a patient \#(["for whom the rule holds", "for whom it does not hold", "of whom it is not known"][number])"#,
        with: "sentence \(number)")
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: cases))
    let lint = try clinic.run(["protocol", "lint", folder])
    #expect(lint.code == 0, "\(lint.output)")
    let run = try clinic.run(["protocol", "cases", folder])
    #expect(run.code == 0)
    #expect(run.output.contains("roller-planned              1        1        1\n"))
  }

  /// Puts texts in the place of the skeleton's.
  private func fill(_ path: String, _ values: [String: String]) throws {
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      guard line.contains("FILL IN: "), let colon = line.firstIndex(of: ":"),
        let value = values[line[..<colon].trimmingCharacters(in: .whitespaces)]
      else { return String(line) }
      return line.contains("[") ? "\(line[...colon]) [\(value)]" : "\(line[...colon]) \"\(value)\""
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test func `into an overlay it goes as a new file that only this account can read`() throws {
    let clinic = try Clinic()
    let folder = try overlay(in: clinic)
    let new = ["protocol", "new", "question", "gum", "--section", "lifestyle", folder]
    let first = try clinic.run(new)
    #expect(first.code == 0)
    let path = try #require(first.output.split(separator: ":").first)
    #expect(path.hasSuffix("-lifestyle.yaml"))
    #expect(try text("\(folder)/\(path)").hasPrefix("adds-to: lifestyle\nquestions:\n- id: gum\n"))
    #expect(try mode("\(folder)/\(path)") == 0o600)
    #expect(try mode("\(folder)/questions") == 0o700)
    let rule = try clinic.run(["protocol", "new", "rule", "gum-rule", "--section", "own", folder])
    #expect(rule.code == 0)
    #expect(
      try contents(folder).keys.sorted().suffix(2) == ["rules/own.cases.yaml", "rules/own.yaml"])
    #expect(try mode("\(folder)/rules/own.yaml") == 0o600)
  }

  @Test(arguments: [
    (["question", "device", "--section", "arrival"], "exists already (questions/01-arrival.yaml:"),
    (["question", "Wound", "--section", "arrival"], "not a kebab-case name"),
    (["question", "age", "--section", "arrival"], "a word of the condition language"),
    (["question", "wound", "--section", "elsewhere"], "use one of arrival\n"),
    (["question", "wound"], "see mesoscreen --help"),
    (["question", "wound", "--section", "arrival", "--type", "list"], "see mesoscreen --help"),
    (["rule", "breathing", "--subject", "device"], "exists already (rules/device.yaml:"),
    (["rule", "unknown-device", "--subject", "device"], "kept for answers that are not known"),
    (["rule", "fine", "--subject", "../elsewhere"], "not a kebab-case name"),
    (["rule", "fine"], "see mesoscreen --help"),
  ])
  func `what cannot be taken is bad input, and nothing is written`(
    arguments: [String], words: String
  ) throws {
    let clinic = try Clinic()
    let folder = try SmallPackFolder().write(in: clinic)
    let before = try contents(folder)
    let outcome = try clinic.run(["protocol", "new"] + arguments + [folder])
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(try contents(folder) == before)
  }

  @Test
  func `a name that the pack below has is refused in an overlay, and so is one written twice`()
    throws
  {
    let clinic = try Clinic()
    let folder = try overlay(in: clinic)
    let taken = [
      "protocol", "new", "question", "pregnancy-status", "--section", "lifestyle", folder,
    ]
    let outcome = try clinic.run(taken)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("exists already (questions/"))
    let twice = ["protocol", "new", "question", "gum", "--section", "lifestyle", folder]
    #expect(try clinic.run(twice).code == 0)
    let before = try contents(folder)
    #expect(try clinic.run(twice).code == 2)
    #expect(try contents(folder) == before)
  }

  @Test func `a folder that is no pack, and files that are none, are bad input`() throws {
    let clinic = try Clinic()
    let empty = clinic.folder.appendingPathComponent("empty").path
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let new = ["protocol", "new", "question", "wound", "--section", "arrival"]
    #expect(try clinic.run(new + [empty]).code == 2)
    let missing = try clinic.run(new + ["/nowhere/TESTPATIENT"])
    #expect(missing.code == 2)
    #expect(!missing.messages.contains("TESTPATIENT"))
    let damaged = try SmallPackFolder().replacing(
      "section: arrival", with: "section: [arrival", in: questions
    ).write(in: clinic)
    let before = try contents(damaged)
    #expect(try clinic.run(new + [damaged]).code == 2)
    #expect(try contents(damaged) == before)
  }

  @Test func `a list that is not written as lines is left to a person`() throws {
    let clinic = try Clinic()
    var pack = SmallPackFolder()
    pack.texts["rules/device.cases.yaml"] = "subject: device\ncases: []\n"
    let folder = try pack.write(in: clinic)
    let before = try contents(folder)
    let outcome = try clinic.run(["protocol", "new", "rule", "fine", "--subject", "device", folder])
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("add the entry by hand"))
    #expect(try contents(folder) == before)
  }
}
