import Foundation
import Testing

/// The program by lines behind two pipes: whatever it asks is read before the
/// next line is sent.
final class LineChild {
  private let process = Process()
  private let (source, output, messages) = (Pipe(), Pipe(), Pipe())
  /// Everything it said.
  private(set) var text = ""

  init(_ clinic: Clinic, options: [String] = ["--linear"]) throws {
    process.executableURL = URL(fileURLWithPath: Clinic.program)
    process.arguments = options + ["--data", clinic.data, "--today", "2026-11-21"]
    process.environment = clinic.environment
    process.standardInput = source
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    hear()
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// The last prompt, without its end.
  var prompt: String {
    text.split(separator: "\n").last.map { String($0.dropLast(2)) } ?? ""
  }

  /// What was said of the page: the lines after the last empty one.
  var page: [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let last = Array(lines.dropLast(2) as ArraySlice<Substring>)
    let start = last.lastIndex { $0.isEmpty } ?? 0
    return Array(last[start...])
  }

  /// Sends a line and reads up to the next prompt.
  func type(_ line: String) {
    text += line + "\n"
    try? source.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    hear()
  }

  /// Closes the input and gives the exit code.
  func end() -> Int32 {
    try? source.fileHandleForWriting.close()
    text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Answers whatever is asked in the plainest way.
  func answerPlainly() {
    let options = page
    if prompt.hasPrefix("Answer, one key or several") {
      type(options.contains { $0.hasPrefix("0 ") } ? "0" : "1")
    } else if prompt.hasPrefix("Answer") {
      let key = ["N ", "T ", "1 "].first { key in options.contains { $0.hasPrefix(key) } }
      type(prompt.contains("done") ? "done" : String(key?.first ?? "u"))
    } else if prompt.hasPrefix("A number, U") {
      type(options.contains { $0.contains("Which session of the course") } ? "1" : "25")
      if prompt.hasPrefix("A number, U") { type("2") }
    } else if prompt.hasPrefix("A date") {
      type(options.contains { $0.contains("date of birth") } ? "3/3/1985" : "today")
    } else if prompt.hasPrefix("Y, or another date") {
      type("y")
    } else if prompt.hasPrefix("Words") {
      type("TESTPATIENT, Maria")
    } else if prompt.hasPrefix("A name, U or D") {
      type("hyaluronic")
    } else if prompt.hasPrefix("A name") {
      type("done")
    } else {
      type("1")
    }
  }

  private func hear() {
    var bytes = Data()
    while !bytes.suffix(3).elementsEqual(Array(": \n".utf8)) {
      let part = output.fileHandleForReading.availableData
      if part.isEmpty { break }
      bytes += part
    }
    text += String(decoding: bytes, as: UTF8.self)
  }
}
