import Glibc
import TerminalTesting
import Testing

/// The driver of programs itself, with programs every system has.
@Suite struct ChildTests {
  @Test func `a program is seen, typed to, and its end is known`() throws {
    let child = try Child(
      path: "/bin/sh", arguments: ["-c", "echo \"name on $TERM?\"; read name; exit 3"],
      terminalName: "vt100")
    #expect(child.terminal.wait { $0.shows("name on vt100?") })
    child.terminal.type("TESTPATIENT\n")
    #expect(child.exitCode() == 3)
    #expect(child.terminal.screen.shows("TESTPATIENT"))
    #expect(child.exitCode() == 3)
  }

  @Test func `a signal shows in the exit code`() throws {
    let child = try Child(path: "/bin/cat")
    child.terminal.type("ready\n")
    #expect(child.terminal.wait { $0.line(1) == "ready" })
    child.signal(SIGTERM)
    #expect(child.exitCode() == 128 + Int(SIGTERM))
  }

  @Test func `a program that does not exist ends with 127`() throws {
    #expect(try Child(path: "/nonexistent/program").exitCode() == 127)
  }

  @Test func `a program learns of another window size`() throws {
    let child = try Child(
      path: "/bin/sh", arguments: ["-c", "trap 'stty size; exit 0' WINCH; echo ready; read x"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(child.terminal.wait { $0.shows("ready") })
    child.terminal.resize(rows: 30, columns: 100)
    child.terminal.type("\n")
    #expect(child.exitCode() == 0)
    #expect(child.terminal.screen.shows("30 100"))
  }
}
