import Foundation
import TerminalTesting
import Testing

@Test func `a full disk is shown as NOT SAVED and nothing before it is lost`() throws {
  let clinic = try Clinic()
  let first = try clinic.wizard()
  first.begin()
  first.answerPlainly()
  first.signal(SIGKILL)
  _ = first.exitCode()
  let journal = clinic.data + "/journal.sqlite"
  let size = try FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int ?? 0

  // Files may not grow: for the program that is a full disk. The limit counts
  // blocks of 512 bytes.
  let full = try clinic.wizard(through: "trap '' XFSZ; ulimit -f \(size / 512)")
  full.resume(saved: 2)
  for _ in 0..<40 where !full.terminal.screen.shows("NOT SAVED") {
    // Long notes fill the last page of the file soon.
    let number = full.savedNumber
    full.type("\u{18}", until: "press a letter")
    full.type("c", until: "Note on")
    full.terminal.type(String(repeating: "long ", count: 90) + "\r")
    _ = full.terminal.wait { $0.shows("NOT SAVED") || full.savedNumber > number }
  }
  #expect(full.terminal.screen.shows("NOT SAVED"))
  full.signal(SIGKILL)
  _ = full.exitCode()

  let again = try clinic.wizard()
  again.resume(saved: 2)
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `two terminals on one consultation never overwrite each other`() throws {
  let clinic = try Clinic()
  let first = try clinic.wizard()
  first.begin()
  first.answerPlainly()
  let second = try clinic.wizard()
  second.resume(saved: 2)
  second.answerPlainly()
  first.terminal.type("1")
  #expect(first.terminal.wait { $0.shows("NOT SAVED") })
  #expect(second.savedNumber == 3)
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test func `a terminal that cannot show a screen gets the wizard by lines, and why`() throws {
  let clinic = try Clinic()
  for (name, why) in [
    ("dumb", "By lines, as the terminal dumb cannot move its cursor."),
    ("no-such-terminal", "By lines, as the terminal no-such-terminal is not known here."),
    ("", "By lines, as TERM is not set."),
  ] {
    let child = try clinic.wizard(terminal: name)
    child.wait(for: "Home, N R W M Q or a number:")
    let text = String(decoding: child.terminal.received, as: UTF8.self)
    #expect(text.contains(why))
    #expect(!text.contains("\u{1B}"))
    child.type("q\n", until: "stands in this window")
    #expect(child.exitCode() == 0)
  }
}

@Test func `a window that is too small asks for room and then goes on`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(rows: 10, columns: 40)
  child.wait(for: "Make the window wider")
  child.terminal.resize(rows: 24, columns: 80)
  child.wait(for: "New consultation")
}

@Test func `a resize in the middle of a question loses nothing`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  child.answerPlainly()
  child.answerPlainly()
  child.type("TESTPAT", until: "[ TESTPAT ")
  child.terminal.resize(rows: 16, columns: 60)
  child.wait(for: "[ TESTPAT ")
  child.terminal.resize(rows: 40, columns: 120)
  child.type("IENT", until: "[ TESTPATIENT ")
}

@Test(arguments: ["vt100", "linux", "xterm-256color", "screen-256color", "tmux-256color"])
func `the wizard works on every common terminal`(terminal: String) throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(terminal: terminal)
  child.begin()
  child.answerPlainly()
  child.type("?", until: "Why we ask")
}

@Test func `without colours the same words are on the screen`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["NO_COLOR": "1"])
  child.begin()
  child.type("1", until: "[x] 1")
  child.type("\r", until: "ANAPHYLAXIS")
  child.wait(for: "saved #2 ")
  child.type("r", until: "XXX DO NOT TREAT")
  let sent = String(decoding: child.terminal.received, as: UTF8.self)
  // No colour is ever set: 30 to 37, 40 to 47 and 38;5 or 48;5.
  #expect(sent.firstMatch(of: /\e\[[0-9;]*[34][0-8](;5;[0-9]+)?m/) == nil)
}

@Test func `a name keeps its letters where the locale is missing`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["LANG": "en_XX.UTF-8"])
  child.begin()
  child.answerPlainly()
  child.answerPlainly()
  child.type("Zoë 王芳", until: "[ Zoë 王芳")
}

@Test func `a data folder that cannot be used ends with one line and code 3`() throws {
  let clinic = try Clinic()
  try Data("not a folder".utf8).write(to: URL(fileURLWithPath: clinic.data))
  let child = try clinic.wizard()
  #expect(child.exitCode() == 3)
  #expect(child.terminal.screen.shows("mesoscreen: "))
  let listed = try clinic.run(onRecords: ["records", "list"])
  #expect(listed.code == 2)
  #expect(listed.messages.split(separator: "\n").count == 1)
}

@Test func `a file that is no journal is left as it is`() throws {
  let clinic = try Clinic()
  try FileManager.default.createDirectory(atPath: clinic.data, withIntermediateDirectories: false)
  let journal = URL(fileURLWithPath: clinic.data + "/journal.sqlite")
  let bytes = Data(String(repeating: "these are not records ", count: 400).utf8)
  try bytes.write(to: journal)
  let child = try clinic.wizard()
  #expect(child.exitCode() == 3)
  #expect(try Data(contentsOf: journal) == bytes)
}
