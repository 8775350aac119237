import Foundation
import TerminalTesting
import Testing

@Test func `a whole consultation goes by keyboard from the home screen to the printed summary`()
  throws
{
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  var count = 0
  while !child.terminal.screen.shows("Check the answers before the result"), count < 200 {
    child.answerPlainly()
    count += 1
  }
  #expect(count > 60)
  child.type("\u{1B}[F", until: "End of the review")
  child.type("r", until: "Decide: 1 Do not treat")
  child.type("1", until: "Reason, in the clinician's words")
  child.type("made up for a test\r", until: "The decision is recorded.")
  child.type("s", until: "the clinician's name")
  child.type("Dr Example\r", until: "Print or export")
  child.type("3\r", until: ".txt")
  child.type("h", until: "signed today")
  child.type("q", until: "")
  #expect(child.exitCode() == 0)

  let files = try FileManager.default.contentsOfDirectory(atPath: clinic.exports.path).sorted()
  #expect(files.count == 3)
  #expect(files.contains { $0.hasSuffix("-patient.pdf") })
  for file in files {
    #expect(!file.lowercased().contains("testpatient"))
    let path = clinic.exports.appendingPathComponent(file).path
    let modes = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(modes as? Int == 0o600)
  }
  let text = try String(
    contentsOf: clinic.exports.appendingPathComponent(files.first { $0.hasSuffix(".txt") } ?? ""),
    encoding: .utf8)
  #expect(text.contains("TESTPATIENT, Maria"))
  #expect(text.contains("Dr Example"))
  let pdf = try Data(
    contentsOf: clinic.exports.appendingPathComponent(
      files.first { $0.hasSuffix("-patient.pdf") } ?? ""))
  #expect(pdf.starts(with: Data("%PDF-".utf8)))
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test
func `killed after any key, the program comes back to the same question with every saved answer`()
  throws
{
  let clinic = try Clinic()
  var child = try clinic.wizard()
  child.begin()
  for _ in 0..<16 {
    child.answerPlainly()
    let (number, place) = (child.savedNumber, child.place)
    child.signal(SIGKILL)
    _ = child.exitCode()
    child = try clinic.wizard()
    child.resume(saved: number)
    #expect(child.place == place)
  }
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `a name that was being typed when the program was killed is back in its field`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.answerPlainly()
  child.answerPlainly()
  let number = child.savedNumber
  child.terminal.type("TESTPATIENT, Maria Anna of Exampleton")
  // The draft is kept after twenty characters, and again when the hand rests.
  #expect(child.terminal.wait { _ in child.savedNumber > number })
  child.signal(SIGKILL)
  _ = child.exitCode()
  let again = try clinic.wizard()
  again.resume(saved: number + 1)
  again.wait(for: "[ TESTPATIENT, Maria")
}

@Test(arguments: [SIGTERM, SIGHUP])
func `asked to end by the system, the program keeps the draft and leaves the terminal as it was`(
  signal: CInt
) throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.answerPlainly()
  child.answerPlainly()
  child.type("TEST", until: "[ TEST ")
  child.signal(signal)
  #expect(child.exitCode() == 128 + Int(signal))
  #expect(!child.terminal.screen.shows("TEST"))
  let again = try clinic.wizard()
  again.resume(saved: 4)
  again.wait(for: "[ TEST ")
}

@Test func `a closed line loses nothing that was saved`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.answerPlainly()
  let place = child.place
  child.terminal.hangUp()
  _ = child.exitCode()
  let again = try clinic.wizard()
  again.resume(saved: 2)
  #expect(again.place == place)
}

@Test func `Ctrl-C asks, and the answer stays where it was`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  let place = child.place
  child.type("\u{3}", until: "Leave? All is saved.")
  child.type("r", until: place.split(separator: "?").first.map { String($0.suffix(20)) } ?? "")
  child.type("\u{3}", until: "Leave? All is saved.")
  child.terminal.type("s")
  #expect(child.exitCode() == 0)
}

@Test func `Ctrl-Z stops the program and it comes back whole`() throws {
  let clinic = try Clinic()
  // Job control needs a shell above the program.
  let child = try Child(
    path: "/bin/sh",
    arguments: [
      "-mc", "\"$0\" \"$@\"; echo STOPPED; read x; fg >/dev/null; echo ENDED", Clinic.program,
      "--data", clinic.data, "--today", "2026-11-21",
    ],
    environment: ["HOME": clinic.folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
  child.begin()
  child.answerPlainly()
  let place = child.place
  child.type("\u{1A}", until: "STOPPED")
  #expect(!child.terminal.screen.shows("Question "))
  // Whoever brings it back is not yet known.
  child.type("\n", until: "Press Enter to return")
  #expect(!child.terminal.screen.shows("Question "))
  child.type("\r", until: "saved #2 ")
  #expect(child.place == place)
  child.type("\u{3}", until: "Leave?")
  child.type("s", until: "ENDED")
}

@Test func `a red flag opens the emergency screen at once`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.type("1", until: "[x] 1")
  child.type("\r", until: "ANAPHYLAXIS")
  // What was typed ahead is thrown away before the screen can be left.
  child.wait(for: "saved #2 ")
  child.type("r", until: "DO NOT TREAT")
}

@Test func `a pasted name is one text and answers nothing else`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.answerPlainly()
  child.answerPlainly()
  child.type(
    "\u{1B}[200~TESTPATIENT\r\nnnnn, \u{202E}Zoë\u{1B}[201~", until: "2 lines pasted.")
  child.type("2", until: "TESTPATIENT nnnn, Zoë")
  child.type("\r", until: "saved #4 ")
}
