import Foundation
import TerminalTesting
import Testing

private let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Scripts")

/// The screens that a script leads to, by name.
private func replay(_ script: String, in clinic: Clinic) throws -> [(name: String, text: String)] {
  let outcome = try clinic.run(["--script", "-", "--today", "2026-11-21"], input: script)
  #expect(outcome.code == 0, "\(outcome.messages)")
  return outcome.output.components(separatedBy: "== ").dropFirst().map { part in
    let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
    let name = lines.first?.prefix { $0 != "," } ?? ""
    return (String(name), lines.dropFirst().dropLast().joined(separator: "\n"))
  }
}

@Test func `the picture in the README is what the program shows`() throws {
  let script = try String(
    contentsOf: scripts.appendingPathComponent("readme.script"), encoding: .utf8)
  let readme = try String(
    contentsOf: scripts.appendingPathComponent("../../../README.md").standardized, encoding: .utf8)
  let screens = try replay(script, in: Clinic())
  #expect(screens.map(\.name) == ["question"])
  for screen in screens {
    #expect(readme.contains("```\n\(screen.text)\n```"), "the README shows not\n\(screen.text)")
  }
}

@Test func `a tour of the shipped pack looks as it is on record`() throws {
  let file = scripts.appendingPathComponent("tour.script")
  let outcome = try Clinic().run(["--script", file.path, "--today", "2026-11-21"])
  #expect(outcome.code == 0, "\(outcome.messages)")
  let record = scripts.appendingPathComponent("tour.screens")
  if ProcessInfo.processInfo.environment["MESOSCREEN_RECORD"] == "1" {
    try outcome.output.write(to: record, atomically: true, encoding: .utf8)
  }
  #expect(try String(contentsOf: record, encoding: .utf8) == outcome.output)
}

@Test func `a script shows the same screens each time, says TRAINING on each and leaves nothing`()
  throws
{
  let clinic = try Clinic()
  let script = """
    screen home
    press r
    screen returning
    press <esc>w
    screen worklist
    press 1
    screen tests
    press <ctrl-x>s1g
    screen findings
    press <esc><ctrl-x>1
    screen emergency
    window 16x60
    press r?
    screen help
    """
  let screens = try replay(script, in: clinic)
  #expect(screens.count == 7)
  for screen in screens {
    #expect(screen.text.hasPrefix(" TRAINING "), "no mark on\n\(screen.text)")
  }
  #expect(try replay(script, in: clinic).map(\.text) == screens.map(\.text))
  #expect(screens[0].text.contains("SAMPLE, Ana"))
  #expect(screens[1].text.contains("TESTPATIENT, Maria  b. 3 Mar 1985"))
  #expect(screens[2].text.contains("EXAMPLE, Li") && screens[2].text.contains("TODAY"))
  #expect(try FileManager.default.contentsOfDirectory(atPath: clinic.folder.path).isEmpty)
}

@Test(arguments: [
  ("press n\npush y\n", "line 2"), ("press <entre>", "line 1"), ("wait soon", "line 1"),
  ("window 24", "line 1"), ("screen Two Words", "line 1"),
])
func `a faulty script is refused with its line and nothing of it is replayed`(
  script: String, line: String
) throws {
  let outcome = try Clinic().run(["--script", "-"], input: "screen before\n" + script)
  #expect(outcome.code == 2)
  #expect(outcome.output.isEmpty)
  let number = (Int(line.dropFirst(5)) ?? 0) + 1
  #expect(outcome.messages.contains("line \(number) of the script"), "\(outcome.messages)")
}

@Test func `training has a folder of its own, which stays training whoever opens it`() throws {
  let clinic = try Clinic()
  let first = try clinic.wizard(options: ["--training"])
  first.wait(for: "SAMPLE, Ana")
  #expect(first.terminal.screen.line(0).hasPrefix(" TRAINING "))
  first.terminal.type("q")
  #expect(first.exitCode() == 0)
  #expect(!FileManager.default.fileExists(atPath: clinic.data))
  let training = clinic.data + "-training"
  let mark = try FileManager.default.attributesOfItem(atPath: training + "/TRAINING")
  #expect(mark[.posixPermissions] as? Int == 0o600)
  // Named without the option, as if it held records.
  let again = try clinic.wizard(options: ["--data", training])
  again.wait(for: "SAMPLE, Ana")
  #expect(again.terminal.screen.line(0).hasPrefix(" TRAINING "))
}

@Test func `a training folder that was only marked is filled the next time, and never a record`()
  throws
{
  let clinic = try Clinic()
  let training = clinic.data + "-training"
  try FileManager.default.createDirectory(
    atPath: training, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  #expect(FileManager.default.createFile(atPath: training + "/TRAINING", contents: Data()))
  for _ in 1...2 {
    let spoken = try clinic.run(["--linear", "--data", training], input: "q\n")
    #expect(spoken.output.contains("Training. "))
    #expect(spoken.output.contains("Open consultations: 1"))
    #expect(spoken.output.contains("SAMPLE, Ana"))
  }
}

@Test func `T goes from the records to training and back, and neither sees the other's patients`()
  throws
{
  let clinic = try Clinic()
  let wizard = try clinic.wizard()
  wizard.wait(for: "No consultation is open")
  wizard.type("t", until: "SAMPLE, Ana")
  wizard.type("t", until: "No consultation is open")
  #expect(!wizard.terminal.screen.shows("TRAINING"))
}

@Test func `records are never taken for training`() throws {
  let clinic = try Clinic()
  let wizard = try clinic.wizard()
  wizard.begin()
  wizard.terminal.hangUp()
  _ = wizard.exitCode()
  try FileManager.default.moveItem(atPath: clinic.data, toPath: clinic.data + "-training")
  let outcome = try clinic.run(["--training", "--linear", "--data", clinic.data])
  #expect(outcome.code == 2)
  #expect(outcome.messages.contains("holds records that are not of training"))
}

@Test func `what is printed in training says so`() throws {
  let clinic = try Clinic()
  let spoken = try clinic.run(["--training", "--linear", "--data", clinic.data], input: "q\n")
  #expect(spoken.output.contains("Training. "))
  let training = ["--data", clinic.data + "-training"]
  let summary = try clinic.run(["summary", "training-maria"] + training)
  #expect(summary.code == 0, "\(summary.messages)")
  #expect(summary.output.contains("Training, made-up patients only"))
  #expect(summary.output.contains("TESTPATIENT, Maria"))
}
