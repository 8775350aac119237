import Foundation
import TerminalTesting
import Testing

@Test func `a whole consultation goes by lines from the home page to the written summary`() throws {
  let clinic = try Clinic()
  let child = try LineChild(clinic)
  child.type("n")
  var count = 0
  while !child.prompt.hasPrefix("R result"), count < 200 {
    child.answerPlainly()
    count += 1
  }
  #expect(count > 60, "\(child.text.suffix(1_500))")
  child.type("r")
  #expect(child.page.contains { $0.hasPrefix("Result. ") })
  for line in ["1", "made up for a test", "s", "Dr Example", "3", "w"] { child.type(line) }
  #expect(child.text.contains("Signed "))
  #expect(child.text.contains("Written:"))
  child.type("h")
  #expect(child.text.contains("signed today"))
  // The next consultation of the same patient has the last visit beside it,
  // also after the program was ended and started again.
  for line in ["n", "0", "1", "TESTPATIENT, Maria", "3/3/1985", "y"] { child.type(line) }
  let reference = "Last visit, 21 Nov 2026: "
  #expect(child.page.contains { $0.hasPrefix(reference) }, "\(child.text.suffix(800))")
  #expect(child.text.contains("for reference only, ask again today."))
  #expect(child.end() == 0)
  let again = try clinic.run(onRecords: ["--linear"], input: "1\n")
  #expect(again.output.contains(reference))

  let files = try FileManager.default.contentsOfDirectory(atPath: clinic.exports.path)
  #expect(files.count == 3)
  for file in files {
    #expect(!file.lowercased().contains("testpatient"))
    let path = clinic.exports.appendingPathComponent(file).path
    let modes = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(modes as? Int == 0o600)
  }
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
  for line in child.text.split(separator: "\n") {
    #expect(line.count <= 78, "\(line)")
    #expect(!line.contains("\u{1B}"))
  }
}

@Test func `input that ends keeps everything recorded, says so and is no fault`() throws {
  let clinic = try Clinic()
  let first = try clinic.run(
    onRecords: ["--linear"], input: "n\n0\n1\nTESTPATIENT, Maria\n3/3/1985\ny\n")
  #expect(first.code == 0)
  #expect(
    first.output.hasSuffix(
      "The input has ended. Everything recorded is saved. Start again to go on.\n"))
  #expect(first.output.contains("saved #5 "))
  let again = try clinic.run(onRecords: ["--linear"], input: "1\n")
  #expect(again.output.contains("1 TESTPATIENT, Maria b. 3 Mar 1985, at "))
  #expect(again.output.contains("Patient: TESTPATIENT, Maria b. 3 Mar 1985 (41)."))
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `a line without an end is not taken`() throws {
  let clinic = try Clinic()
  let run = try clinic.run(onRecords: ["--linear"], input: "n\n0")
  #expect(run.code == 0)
  #expect(!run.output.contains("Recorded:"))
}

@Test func `without a terminal the wizard goes by lines and says why`() throws {
  let clinic = try Clinic()
  let run = try clinic.run(onRecords: [], input: "q\n")
  #expect(run.code == 0)
  #expect(run.output.hasPrefix("By lines, as the input is no terminal.\n"))
  #expect(run.messages.isEmpty)
}

@Test func `hostile bytes answer nothing and never come back`() throws {
  let clinic = try Clinic()
  let long = String(repeating: "n", count: 100_000)
  let run = try clinic.run(
    onRecords: ["--linear"],
    input: "n\n\u{1B}[2J0\n0\u{0}\n\(long)\n\u{202E}0\n\u{9B}31m\n0\n")
  #expect(run.code == 0)
  #expect(run.output.contains("The line is too long. Nothing of it was taken."))
  #expect(run.output.components(separatedBy: "Recorded:").count == 2)
  #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
}

@Test(arguments: ["1", "yes"])
func `ACCESSIBLE in the environment asks for lines on any terminal`(value: String) throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["ACCESSIBLE": value])
  child.wait(for: "Home, N R W M Q or a number:")
  #expect(!child.terminal.received.contains(0x1B))
}

@Test(arguments: ["", "0"])
func `an empty ACCESSIBLE or 0 leaves the screen`(value: String) throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["ACCESSIBLE": value])
  child.wait(for: "Q Quit")
  #expect(child.terminal.received.contains(0x1B))
}

@Test func `the face changes both ways in the middle of a consultation`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(options: ["--linear"])
  child.type("n\n", until: "one key or several with blanks between:")
  child.type("xt\n", until: "Y or N:")
  child.type("n\n", until: "^X More")
  #expect(child.savedNumber == 1)
  child.type("\u{18}t", until: "one key or several with blanks between:")
  child.type("0\n", until: "saved #2")
  child.signal(SIGTERM)
  #expect(child.exitCode() == 128 + Int(SIGTERM))
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `L in a window that is too small goes on by lines`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(rows: 12, columns: 50)
  child.wait(for: "L goes on by")
  child.type("l", until: "Home, N R W M Q or a number:")
  child.type("q\n", until: "Y or N:")
  child.type("n\n", until: "")
  #expect(child.exitCode() == 0)
}

@Test func `Ctrl-C by lines asks before it leaves`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(options: ["--linear"])
  child.type("n\n", until: "one key or several with blanks between:")
  child.type("\u{3}", until: "Leave? All is saved.")
  child.wait(for: "S or R:")
  child.type("s\n", until: "Y or N:")
  child.type("n\n", until: "")
  #expect(child.exitCode() == 0)
}

@Test func `a closed line by lines loses nothing that was saved`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(options: ["--linear"])
  child.type("n\n", until: "one key or several with blanks between:")
  child.type("0\n", until: "saved #2 ")
  child.terminal.hangUp()
  _ = child.exitCode()
  let run = try clinic.run(onRecords: ["records", "verify"])
  #expect(run.code == 0)
  let again = try clinic.run(onRecords: ["--linear"], input: "1\n<\n")
  #expect(again.output.contains("Recorded now: None of these."))
}

@Test func `a full disk by lines is told, and the end of the input is then a fault`() throws {
  let clinic = try Clinic()
  _ = try clinic.run(onRecords: ["--linear"], input: "n\n0\n")
  let size =
    try FileManager.default.attributesOfItem(atPath: clinic.data + "/journal.sqlite")[.size]
    as? Int ?? 0
  let notes = String(repeating: "c " + String(repeating: "long ", count: 90) + "\n", count: 40)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = [
    "-c", "trap '' XFSZ; ulimit -f \(size / 512); exec \"$0\" \"$@\"", Clinic.program,
    "--linear", "--data", clinic.data, "--today", "2026-11-21",
  ]
  process.environment = clinic.environment
  let (source, output, messages) = (Pipe(), Pipe(), Pipe())
  process.standardInput = source
  process.standardOutput = output
  process.standardError = messages
  try process.run()
  try source.fileHandleForWriting.write(contentsOf: Data("1\n\(notes)".utf8))
  try source.fileHandleForWriting.close()
  let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  let words = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 3)
  #expect(said.contains("NOT SAVED:"))
  #expect(words.contains("could not be saved"))
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `where nobody hears the lines any more nothing is answered`() throws {
  let clinic = try Clinic()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  // A parent that ignores SIGPIPE must not make the program go on unheard.
  process.arguments = [
    "-c",
    "trap '' PIPE; { printf 'n\\n'; cat; } | { \"$0\" \"$@\"; echo $? >&2; } | head -n 5 >/dev/null",
    Clinic.program, "--linear", "--data", clinic.data, "--today", "2026-11-21",
  ]
  process.environment = clinic.environment
  let (source, messages) = (Pipe(), Pipe())
  process.standardInput = source
  process.standardError = messages
  try process.run()
  let code = String(decoding: messages.fileHandleForReading.availableData, as: UTF8.self)
  #expect(code == "141\n")
  try source.fileHandleForWriting.close()
  process.waitUntilExit()
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}
