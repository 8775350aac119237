import Foundation
import TerminalTesting
import Testing

extension Child {
  /// Everything that was sent to the terminal.
  fileprivate var sent: String { String(decoding: terminal.received, as: UTF8.self) }

  /// Waits until these words were sent, for a terminal that cannot be followed.
  fileprivate func waitSent(_ words: String, at location: SourceLocation = #_sourceLocation) {
    let came = terminal.wait { _ in self.sent.contains(words) }
    #expect(came, "no “\(words)” in \(sent.debugDescription)", sourceLocation: location)
  }

  /// The screen without its first row, whose time is the machine's.
  fileprivate var below: [String] { (1..<terminal.screen.rows).map(terminal.screen.line) }
}

@Test(arguments: ["vt100", "linux", "screen-256color", "tmux-256color"])
func `a question looks the same on every common terminal`(terminal: String) throws {
  func question(_ terminal: String) throws -> [String] {
    let clinic = try Clinic()
    let child = try clinic.wizard(terminal: terminal)
    child.begin()
    // The key line is the last row to come.
    child.type("?", until: "Esc Close")
    child.type("\u{1B}", until: "^X More")
    let lines = child.below
    child.type("\u{03}s", until: "")
    #expect(child.exitCode() == 0)
    #expect(child.terminal.settings == child.settingsBefore)
    return lines
  }
  #expect(try question(terminal) == question("xterm-256color"))
}

@Test func `a vt52 gets words and cursor addresses and nothing it does not know`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(terminal: "vt52")
  child.waitSent("New consultation")
  child.terminal.type("n")
  child.waitSent("Trouble breathing")
  child.terminal.type("\u{03}")
  child.waitSent("Leave? All is saved.")
  child.terminal.type("s")
  #expect(child.exitCode() == 0)
  #expect(child.sent.contains("\u{1B}Y"))
  #expect(!child.sent.contains("\u{1B}["))
  #expect(child.terminal.settings == child.settingsBefore)
}

@Test func `in a plain C locale everything is ASCII and a name keeps its letters on record`() throws
{
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["LANG": "C"])
  child.begin()
  child.answerPlainly()
  child.answerPlainly()
  child.type("Zoë Łucja", until: "[ Zoe Lucja")
  #expect(child.terminal.received.allSatisfy { $0 < 0x80 })
  child.terminal.type("\r")
  #expect(child.terminal.wait { $0.line(0).contains("Zoe Lucja") })
  child.type("\u{03}", until: "Leave? All is saved.")
  child.terminal.type("s")
  #expect(child.exitCode() == 0)
  try clinic.wizard().wait(for: "Zoë Łucja")
}

@Test func `the text theme sends no attribute at all`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(environment: ["MESOSCREEN_THEME": "text"])
  child.begin()
  child.type("1\r", until: "ANAPHYLAXIS")
  let attributes = child.sent.matches(of: /\e\[([0-9;]*)m/).map { String($0.1) }
  #expect(Set(attributes).isSubset(of: ["", "0"]), "\(Set(attributes))")
}

@Test func `a flag comes before the environment, and Ctrl-X M changes the theme at once`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard(
    environment: ["MESOSCREEN_THEME": "mono", "NO_COLOR": "1"], options: ["--theme", "contrast"])
  child.wait(for: "Q Quit")
  child.type("\u{18}m", until: "Theme text")
  child.type("\u{18}m", until: "Theme auto")
  child.type("\u{18}m", until: "Theme colour")
  child.begin()
  let before = child.terminal.received.count
  child.type("1\r", until: "ANAPHYLAXIS")
  let sent = String(decoding: child.terminal.received.dropFirst(before), as: UTF8.self)
  #expect(sent.firstMatch(of: /\e\[[0-9;]*4[0-7](;[0-9]+)?m/) != nil)
}

@Test func `a theme that does not exist ends with one line and the names there are`() throws {
  let outcome = try Clinic().run(["--theme", "neon"])
  #expect(outcome.code == 2)
  #expect(outcome.messages.contains("one of auto, colour, mono, contrast, text"))
}
