import Foundation
import TerminalTesting
import Testing

private let lock = "\u{18}\u{18}"

extension Child {
  /// Begins a consultation and types a name, without Enter.
  fileprivate func beginWithName() {
    begin()
    answerPlainly()
    answerPlainly()
    type("TESTPATIENT, Maria", until: "[ TESTPATIENT, Maria")
  }

  /// Sets the first PIN.
  fileprivate func setPIN(_ name: String, _ pin: String) {
    wait(for: "Q Quit")
    type("\u{18}*", until: "Your name or initials")
    type(name + "\r", until: "New PIN or passphrase")
    type(pin + "\r", until: "The same once more")
    type(pin + "\r", until: "Your PIN is set.")
  }

  /// Types a line once the program has gone quiet: one that comes before the
  /// question can have been heard is not taken.
  fileprivate func line(
    _ line: String, until text: String, at location: SourceLocation = #_sourceLocation
  ) {
    var before = -1
    _ = terminal.wait { _ in
      defer { before = terminal.received.count }
      return before == terminal.received.count
    }
    let count = count(of: text)
    terminal.type(line + "\n")
    let said = terminal.wait { _ in self.count(of: text) > count }
    #expect(
      said, "after \(line) no “\(text)” in\n\(terminal.screen.text)", sourceLocation: location)
  }

  private func count(of text: String) -> Int { sent.components(separatedBy: text).count }

  /// Everything that was ever sent to the terminal.
  fileprivate var sent: String { String(decoding: terminal.received, as: UTF8.self) }
}

private func processFile(_ child: Child, _ name: String) -> String {
  (try? String(contentsOfFile: "/proc/\(child.process)/\(name)", encoding: .utf8)) ?? ""
}

@Test func `locked in the middle of a name, nothing of it is left until the PIN brings it back`()
  throws
{
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.setPIN("JK", "1234")
  child.beginWithName()
  child.type(lock, until: "PIN or passphrase of JK")
  #expect(!child.terminal.screen.shows("TESTPAT"))
  child.type("4321\r", until: "This PIN is wrong.")
  child.type("1234\r", until: "[ TESTPATIENT, Maria")
  child.type("\r", until: "date of birth")
  #expect(!child.sent.contains("1234"))

  // A lost line and a new start ask for it too, and so does a kill.
  child.terminal.hangUp()
  _ = child.exitCode()
  let again = try clinic.wizard()
  again.wait(for: "PIN or passphrase of JK")
  #expect(!again.terminal.screen.shows("TESTPATIENT"))
  again.type("1234\r", until: "1  TESTPATIENT, Maria")

  let file = clinic.data + "/staff.json"
  #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("1234"))
  let modes = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
  #expect(modes as? Int == 0o600)
}

@Test func `a forgotten PIN is taken away by a command and the records stay`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.setPIN("JK", "1234")
  child.beginWithName()
  child.signal(SIGTERM)
  _ = child.exitCode()
  #expect(try clinic.run(onRecords: ["staff", "list"]).output == "JK\n")
  #expect(try clinic.run(onRecords: ["staff", "remove", "AR"]).code == 2)
  #expect(try clinic.run(onRecords: ["staff", "remove", "JK"]).code == 0)
  #expect(try clinic.run(onRecords: ["staff", "list"]).output.isEmpty)
  let again = try clinic.wizard()
  again.resume(saved: 4)
  again.wait(for: "[ TESTPATIENT, Maria")
}

@Test func `a damaged staff file keeps the program shut and the records whole`() throws {
  let clinic = try Clinic()
  _ = try clinic.run(onRecords: ["--linear"], input: "n\n0\n")
  try Data("{}".utf8).write(to: URL(fileURLWithPath: clinic.data + "/staff.json"))
  let run = try clinic.run(onRecords: ["--linear"], input: "1\n")
  #expect(run.code == 3)
  #expect(run.messages.contains("the file with the PINs is damaged"))
  #expect(try clinic.run(onRecords: ["records", "verify"]).code == 0)
}

@Test(arguments: ["xterm-256color", "vt100", "linux"])
func `after leaving, the terminal holds no name and no title was ever sent`(terminal: String)
  throws
{
  let clinic = try Clinic()
  let child = try clinic.wizard(terminal: terminal)
  child.beginWithName()
  child.type("\u{3}", until: "Leave?")
  child.terminal.type("s")
  #expect(child.exitCode() == 0)
  #expect(!child.terminal.screen.shows("TESTPAT"))
  // OSC 0, 1 and 2, and the same of screen: ESC ] and ESC k.
  #expect(!child.sent.contains("\u{1B}]"))
  #expect(!child.sent.contains("\u{1B}k"))
}

@Test func `a name is only ever on the second screen, which no scrollback keeps`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.beginWithName()
  child.type(lock, until: "Press Enter to return")
  child.type("\r", until: "[ TESTPATIENT, Maria")
  child.type("\u{3}", until: "Leave?")
  child.terminal.type("s")
  #expect(child.exitCode() == 0)
  let parts = child.sent.components(separatedBy: "\u{1B}[?1049h")
  #expect(parts.count > 1)
  #expect(parts.dropFirst().joined().contains("TESTPATIENT"))
  #expect(!parts[0].contains("TESTPATIENT"))
  for part in parts.dropFirst() {
    let outside = part.components(separatedBy: "\u{1B}[?1049l").dropFirst().joined()
    #expect(!outside.contains("TESTPATIENT"))
  }
  #expect(child.sent.contains("\u{1B}[?1049l"))
}

@Test func `stopped by lines, the window is cleared first and the lock is there on return`() throws
{
  let clinic = try Clinic()
  let child = try Child(
    path: "/bin/sh",
    arguments: [
      "-mc", "\"$0\" \"$@\"; echo STOPPED; read x; fg >/dev/null; echo ENDED", Clinic.program,
      "--linear", "--data", clinic.data, "--today", "2026-11-21",
    ], environment: clinic.environment)
  child.line("n", until: "one key or several with blanks between:")
  child.type("\u{1A}", until: "STOPPED")
  #expect(!child.terminal.screen.shows("Section 1"))
  child.type("\n", until: "Enter returns:")
  child.line("", until: "one key or several with blanks between:")
  child.line("q", until: "S or R:")
  child.line("s", until: "Y or N:")
  child.line("n", until: "ENDED")
}

@Test func `an export carries no name in its file's name, and the lock takes no harm from it`()
  throws
{
  let clinic = try Clinic()
  _ = try clinic.run(
    onRecords: ["--linear"], input: "n\n0\n1\nTESTPATIENT, Maria\n3/3/85\ny\nxp\n3\nw\nxx\n\n")
  let files = try FileManager.default.contentsOfDirectory(atPath: clinic.exports.path)
  #expect(!files.isEmpty)
  for file in files { #expect(!file.lowercased().contains("testpatient")) }
  for file in try FileManager.default.contentsOfDirectory(atPath: clinic.data) {
    #expect(!file.lowercased().contains("testpatient"))
  }
}

@Test(arguments: [["--linear"], []])
func `with either face no core file is written and no name is in the list of processes`(
  options: [String]
) throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(options: options)
  if options.isEmpty {
    child.beginWithName()
  } else {
    child.line("n", until: "one key or several with blanks between:")
    child.line("0", until: "saved #2")
    child.line("1", until: "Words, U or D:")
    child.line("TESTPATIENT, Maria", until: "saved #4")
  }
  let limits = processFile(child, "limits").split(separator: "\n")
  let core = limits.first { $0.hasPrefix("Max core file size") } ?? ""
  #expect(core.split(separator: " ").suffix(3) == ["0", "0", "bytes"])
  #expect(processFile(child, "cmdline").contains("mesoscreen"))
  for place in ["cmdline", "comm", "environ"] {
    #expect(!processFile(child, place).contains("TESTPAT"))
  }
  // What no other process may read belongs to nobody but the system.
  let owner = try FileManager.default.attributesOfItem(atPath: "/proc/\(child.process)/mem")
  #expect(owner[.ownerAccountID] as? Int == 0)
}

@Test func `xx by lines clears the window and what scrolled out, and the PIN is not echoed`() throws
{
  let clinic = try Clinic()
  let child = try clinic.wizard(options: ["--linear"])
  child.line("x*", until: "Your name or initials:")
  child.line("JK", until: "characters:")
  child.line("1234", until: "The same once more:")
  child.line("1234", until: "Your PIN is set.")
  child.line("n", until: "one key or several with blanks between:")
  child.line("0", until: "saved #2")
  child.line("1", until: "Words, U or D:")
  child.line("TESTPATIENT, Maria", until: "saved #4")
  child.line("xx", until: "PIN or passphrase of JK:")
  #expect(!child.terminal.screen.shows("TESTPAT"))
  #expect(child.sent.contains("\u{1B}[3J"))
  child.line("1234", until: "Patient: TESTPATIENT, Maria")
  #expect(!child.sent.contains("1234"))
  child.line("q", until: "S or R:")
  child.line("s", until: "Y or N:")
  child.type("y\n", until: "")
  #expect(child.exitCode() == 0)
  #expect(!child.terminal.screen.shows("TESTPAT"))
}

@Test func `lines that were chosen last time come again, and xt brings the screen back`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.wait(for: "Q Quit")
  child.type("\u{18}t", until: "Home, N R W M Q or a number:")
  child.type("q\n", until: "Y or N:")
  child.type("n\n", until: "")
  #expect(child.exitCode() == 0)
  let again = try clinic.wizard()
  again.wait(for: "By lines, as last time.")
  again.wait(for: "a number:")
  again.type("xt\n", until: "Y or N:")
  again.type("y\n", until: "Q Quit")
  again.type("q", until: "")
  _ = again.exitCode()
  try clinic.wizard().wait(for: "Q Quit")
}

@Test(arguments: ["0", "29", "3601", "soon"])
func `a time before the lock that is out of bounds is refused`(seconds: String) throws {
  let clinic = try Clinic()
  let run = try clinic.run(onRecords: ["--linear", "--lock-after", seconds], input: "q\n")
  #expect(run.code == 2)
  #expect(run.messages.contains("between 30 and 3600 seconds"))
}
