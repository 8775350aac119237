import Foundation
import TerminalTesting
import Testing

/// The overlay that ships as an example.
private let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Resources/Overlays/example-clinic").path

/// Filler 35 days before treatment: the pack no longer waits, the clinic does.
private let filler35 = #"{"answers":{"filler-date":"2026-10-27"}}"#

private struct Report: Decodable {
  struct Pack: Decodable {
    let id: String
    let version: String
  }
  struct Finding: Decodable {
    let rule: String
    let certainty: String
  }
  let `protocol`: Pack
  let findings: [Finding]

  func establishes(_ rule: String) -> Bool {
    findings.contains { $0.rule == rule && $0.certainty == "established" }
  }
}

extension Clinic {
  fileprivate func report(_ arguments: [String], environment: [String: String] = [:]) throws
    -> Report
  {
    let outcome = try run(
      ["screen", "-", "--format", "json", "--today", "2026-12-01"] + arguments, input: filler35,
      environment: environment)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  /// Writes a pack of one question and one rule, with an overlay in its folder.
  fileprivate func writePack(overlay: String) throws -> String {
    let texts = [
      "protocol.yaml": """
      id: tiny
      version: "1"
      title: Tiny pack
      jurisdiction: Nowhere
      languages: [en]
      reviewed: "2026-11-21"
      approval: Not approved
      intended-use: For tests

      """,
      "sources.yaml": "sources:\n- {id: general, title: \"General knowledge\"}\n",
      "emergencies.yaml": """
      emergencies:
      - {id: fever, title: Fever, when: "fever = yes", steps: ["STOP."], cite: [general]}

      """,
      "questions/01-health.yaml": """
      section: health
      title: Health
      short: Health
      asked_by: nurse
      questions:
      - id: fever
        ask: "Have you a fever?"
        label: Fever
        why: "Fever comes first."
        cite: [general]
        type: single
        options: {"no": "No", "yes": "Yes"}
        on_unknown: caution

      """,
      "rules/health.yaml": """
      subject: health
      rules:
      - id: fever
        title: Fever
        when: "fever = yes"
        severity: defer
        until: "event: no fever"
        staff: "Wait."
        patient: "We wait."
        cite: [general]
        strength: general-knowledge

      """,
      "overlay/overlay.yaml": """
      overlay: tiny-clinic
      version: "1"
      of: tiny
      of-version: "1"
      title: Tiny clinic

      """ + overlay,
    ]
    let pack = folder.appendingPathComponent("pack")
    for (path, text) in texts {
      let file = pack.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return pack.path
  }
}

@Test func `a patient whom the pack would treat waits where the clinic's overlay waits longer`()
  throws
{
  let clinic = try Clinic()
  let alone = try clinic.report([])
  #expect(alone.protocol.version == "0.1.0")
  #expect(!alone.establishes("filler-28-days"))
  let overlaid = try clinic.report(["--pack", example])
  #expect(overlaid.protocol.id == "mesotherapy")
  #expect(overlaid.protocol.version == "0.1.0+example-clinic.1")
  #expect(overlaid.establishes("filler-28-days"))
}

@Test func `the pack or overlay can be named once for all, and an option still wins`() throws {
  let clinic = try Clinic()
  let named = try clinic.report([], environment: ["MESOSCREEN_PACK": example])
  #expect(named.protocol.version == "0.1.0+example-clinic.1")
  let pack = URL(fileURLWithPath: example).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Protocols/mesotherapy").path
  let option = try clinic.report(["--pack", pack], environment: ["MESOSCREEN_PACK": example])
  #expect(option.protocol.version == "0.1.0")
  #expect(try clinic.report([], environment: ["MESOSCREEN_PACK": ""]).protocol.version == "0.1.0")
  #expect(try clinic.run(["screen", "--help"]).output.contains("MESOSCREEN_PACK"))
}

@Test func `the clinic's name and emergency number reach the people at the screen`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["MESOSCREEN_PACK": example])
  child.wait(for: "Example Clinic")
  child.wait(for: "pack mesotherapy 0.1.0+example-clinic.1")
  child.begin()
  child.type("1", until: "[x] 1")
  child.type("\r", until: "ANAPHYLAXIS")
  child.wait(for: "Emergency number: call 112")
}

@Test func `without a clinic's details the screens say the emergency number`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.type("1", until: "[x] 1")
  child.type("\r", until: "Call the emergency number and say ANAPHYLAXIS")
  #expect(!child.terminal.screen.shows("Emergency number: call"))
}

@Test func `a consultation begun with an overlay keeps it when the overlay is gone`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["MESOSCREEN_PACK": example])
  child.begin()
  child.answerPlainly()
  child.signal(SIGKILL)
  _ = child.exitCode()

  let listed = try clinic.run(onRecords: ["records", "list", "--format", "json"])
  let id = try #require(listed.output.firstMatch(of: /"id" ?: ?"([0-9a-z]{16})"/)).output.1
  let shown = try clinic.run(onRecords: ["records", "show", String(id)])
  #expect(shown.output.contains("opened with mesotherapy 0.1.0+example-clinic.1"))
  let summary = try clinic.run(onRecords: ["summary", String(id)])
  #expect(summary.output.contains("Example Clinic"))
  let again = try clinic.wizard()
  again.resume(saved: 2)
  again.type("\u{6}", until: "Find a question")
  again.type("Reachable", until: "Reachable after treatment")
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `an overlay that lowers is refused with both places`() throws {
  let clinic = try Clinic()
  let pack = try clinic.writePack(
    overlay: "severities:\n- {rule: fever, severity: caution, reason: r}\n")
  let screened = try clinic.run(["screen", "-", "--pack", pack], input: #"{"answers":{}}"#)
  #expect(screened.code == 2)
  #expect(
    screened.messages
      == "mesoscreen: overlay/overlay.yaml:7:27: the overlay says caution for the rule \"fever\", "
      + "the pack says defer (rules/health.yaml:6:13); the pack is not used; an overlay only "
      + "raises: write a severity above defer or remove the entry\n")
  #expect(try clinic.run(["protocol", "lint", pack]).code == 1)
}

@Test func `an overlay is proven against the pack below it and shown with its reasons`() throws {
  let clinic = try Clinic()
  let pack = try clinic.writePack(
    overlay: """
      jurisdiction: India
      clinic: {name: Tiny clinic, emergency-number: "112", currency: INR, costs: [
        {item: Session, amount: "8,000"}]}
      severities:
      - {rule: fever, severity: do-not-treat, reason: Fever is never treated here}
      unknowns:
      - {question: fever, severity: defer, reason: We always ask}

      """)
  let checked = try clinic.run(["protocol", "check", pack, "--random", "50"])
  #expect(checked.code == 0)
  #expect(
    checked.output.hasSuffix(
      """

      Overlay: 2 parts of the pack, 0 untouched, 2 tried with every combination
        of their inputs, 0 with every pair; 10 patients screened with and without it, and
        50 random patients over the whole pack
        overlay             holds

      """))
  let shown = try clinic.run(["protocol", "show", pack])
  #expect(shown.output.contains("\nJurisdiction: India. The pack: Nowhere\n"))
  #expect(
    shown.output.hasSuffix(
      """

      Clinic: Tiny clinic
        Emergency number: 112

      Costs
        Session: INR 8,000

      Overlay: tiny-clinic 1, Tiny clinic, over version 1

      It raises
        fever: do-not-treat instead of defer
          Fever is never treated here
        fever: not known weighs defer instead of caution
          We always ask

      """))
}
