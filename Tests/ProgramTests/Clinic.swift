import Foundation
import TerminalTesting
import Testing

/// A clinic for one test: a data folder of its own, and the real program.
final class Clinic {
  /// The data folder; removed with the clinic.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mesoscreen-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var data: String { folder.appendingPathComponent("data").path }
  var exports: URL { folder.appendingPathComponent("data/exports") }

  /// The program, as it was built with these tests.
  static let program: String = {
    // The test bundle lies beside the program.
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    if let bundle {
      var place = URL(fileURLWithPath: bundle)
      while place.path != "/" {
        let candidate = place.deletingLastPathComponent().appendingPathComponent("mesoscreen")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate.path
        }
        place.deleteLastPathComponent()
      }
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug/mesoscreen").path
  }()

  var environment: [String: String] {
    ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"]
  }

  /// Opens the wizard on a terminal.
  func wizard(
    terminal: String = "xterm-256color", rows: Int = 24, columns: Int = 80,
    environment extra: [String: String] = [:], options: [String] = [], through shell: String = ""
  ) throws -> Child {
    let arguments = ["--data", data, "--today", "2026-11-21"] + options
    let variables = environment.merging(extra) { $1 }
    if shell.isEmpty {
      return try Child(
        path: Self.program, arguments: arguments, environment: variables, terminalName: terminal,
        rows: rows, columns: columns)
    }
    return try Child(
      path: "/bin/sh", arguments: ["-c", shell + "; exec \"$0\" \"$@\"", Self.program] + arguments,
      environment: variables, terminalName: terminal, rows: rows, columns: columns)
  }

  /// What a command line gave.
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String
  }

  /// Runs a command without a terminal.
  func run(_ arguments: [String], input: String = "", environment extra: [String: String] = [:])
    throws -> Outcome
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = arguments
    process.environment = environment.merging(extra) { $1 }
    let (source, output, messages) = (Pipe(), Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    try? source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? source.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let words = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      messages: String(decoding: words, as: UTF8.self))
  }

  /// Runs a command on this clinic's records.
  func run(onRecords arguments: [String], input: String = "") throws -> Outcome {
    try run(arguments + ["--data", data, "--today", "2026-11-21"], input: input)
  }
}

extension Child {
  /// Types and waits until the screen shows a text.
  func type(_ keys: String, until text: String, at location: SourceLocation = #_sourceLocation) {
    terminal.type(keys)
    let shown = terminal.wait { $0.shows(text) }
    #expect(
      shown, "after \(keys.debugDescription) no “\(text)” in\n\(terminal.screen.text)",
      sourceLocation: location)
  }

  /// Waits until the screen shows a text.
  func wait(for text: String, at location: SourceLocation = #_sourceLocation) {
    type("", until: text, at: location)
  }

  /// Begins a new consultation from the home screen.
  func begin(at location: SourceLocation = #_sourceLocation) {
    wait(for: "Q Quit")
    terminal.type("n")
    waitForPage(saved: 1, at: location)
  }

  /// Opens the first consultation of the home screen.
  func resume(saved number: Int, at location: SourceLocation = #_sourceLocation) {
    wait(for: "Open consultations (1)")
    wait(for: "Q Quit")
    terminal.type("1")
    waitForPage(saved: number, at: location)
  }

  /// Waits for a whole page: a screen is drawn from the top, so its key line
  /// is the last to come.
  func waitForPage(saved number: Int, at location: SourceLocation = #_sourceLocation) {
    let shown = terminal.wait { screen in
      let keys = screen.line(screen.rows - 1)
      // The home screen's key line may still stand below the new header.
      return savedNumber >= number && keys.contains("^X More") && !keys.contains("Q Quit")
    }
    #expect(
      shown, "no page after entry \(number) in\n\(terminal.screen.text)", sourceLocation: location)
  }

  /// The number of the last entry the header calls saved; 0 before the first.
  var savedNumber: Int {
    guard let place = terminal.screen.line(0).range(of: "saved #") else { return 0 }
    return Int(terminal.screen.line(0)[place.upperBound...].prefix { $0.isNumber }) ?? 0
  }

  /// Answers the question on the screen in the plainest way, whatever it is,
  /// and waits until the answer is saved.
  func answerPlainly(at location: SourceLocation = #_sourceLocation) {
    let screen = terminal.screen.text
    let (number, page) = (savedNumber, page)
    let keys: String
    if screen.contains("Tab List is complete"), screen.contains(": none yet") {
      // The first name that is found is marked, then taken.
      terminal.type("hyaluronic")
      _ = terminal.wait { $0.shows("Hyaluronic acid") }
      terminal.type("\u{1B}OB")
      _ = terminal.wait { $0.shows(" > ") || $0.shows(" 1  ") }
      keys = "\r"
    } else if screen.contains("Tab Entry is done") || screen.contains("Tab List is complete") {
      keys = "\t"
    } else if screen.contains("( ) T  ") {
      keys = "t"
    } else if screen.contains("( ) N  ") || screen.contains("   N No   ")
      || screen.contains(" N  No to all ")
    {
      keys = "n"
    } else if screen.contains("\n 1 Never   ") {
      keys = "1"
    } else if screen.contains("[ ] 0  ") {
      keys = "0\r"
    } else if screen.contains("[ ] 1  ") {
      keys = "1\r"
    } else if screen.contains("( ) 1  ") {
      keys = "1"
    } else if screen.contains("Which session of the course") {
      keys = "1\r"
    } else if screen.contains(", from ") {
      keys = "25\r"
    } else if screen.contains("your date of birth?") {
      keys = "3/3/1985\r"
    } else if screen.contains("is 3 days ago") || screen.contains("today, or 2w") {
      keys = "today\r"
    } else {
      keys = "TESTPATIENT, Maria\r"
    }
    terminal.type(keys)
    let early = ["Key held", "Nothing is marked yet"]
    waitForAnotherPage(than: page, after: number, or: ["Error: "] + early, at: location)
    // The program answers nothing that comes before it can have been read. Down
    // takes its words away, and then the key is pressed again.
    for _ in 0..<500 where early.contains(where: terminal.screen.shows) {
      terminal.type("\u{1B}OB")
      _ = terminal.wait { screen in !early.contains(where: screen.shows) }
      terminal.type(keys)
      waitForAnotherPage(than: page, after: number, or: ["Error: "] + early, at: location)
    }
    if terminal.screen.shows("Error: ") {
      terminal.type("\u{15}2\r")
      waitForAnotherPage(than: page, after: number, or: [], at: location)
    }
  }

  /// The body of the page: which question it is and what it says.
  var page: [String] { (3..<8).map { terminal.screen.line($0) } }

  /// Waits until another question stands there and its predecessor is saved. A
  /// draft that is kept meanwhile counts an entry too, so the number alone
  /// does not tell.
  private func waitForAnotherPage(
    than before: [String], after number: Int, or texts: [String], at location: SourceLocation
  ) {
    let shown = terminal.wait { screen in
      texts.contains(where: screen.shows)
        || savedNumber > number && page != before
          && screen.line(screen.rows - 1).contains("^X More")
    }
    #expect(shown, "no answer taken in\n\(terminal.screen.text)", sourceLocation: location)
  }

  /// The title line of the question on the screen.
  var place: String { terminal.screen.line(1) + terminal.screen.line(5) }
}
