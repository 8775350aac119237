import Glibc
import TerminalCurses
import Testing

@Suite struct TerminalProbeTests {
  @Test(arguments: [
    ["xterm-256color", "screen"], ["vt100", "screen"], ["dumb", "dumb"], ["no-such", "unknown"],
    ["", "unknown"],
  ])
  func `what a terminal can do is known before it is taken`(pair: [String]) async {
    await #expect(processExitsWith: .success) { [pair = pair as [String]] in
      setenv("TERM", pair[0], 1)
      setenv("LC_ALL", "C", 1)
      let probe = TerminalProbe.ofThisProcess()
      guard probe.name == pair[0], "\(probe.ability)" == pair[1], !probe.isUTF8 else { exit(1) }
      guard (probe.colours >= 8) == (pair[0] == "xterm-256color") else { exit(2) }
      exit(0)
    }
  }

  @Test func `a locale of UTF-8 and a strange terminal name are told apart`() async {
    await #expect(processExitsWith: .success) {
      setenv("TERM", "x\u{1B}[31m" + String(repeating: "y", count: 500), 1)
      setenv("LC_ALL", "C.UTF-8", 1)
      let probe = TerminalProbe.ofThisProcess()
      guard probe.isUTF8, probe.name.count == 40, probe.name.first == "x" else { exit(1) }
      guard probe.ability == .unknown, !probe.name.contains("\u{1B}") else { exit(2) }
      exit(0)
    }
  }
}
