import Foundation
import Testing

@Test func `the manual page is well formed and tells every option`() throws {
  let clinic = try Clinic()
  let outcome = try clinic.run(["manual"])
  #expect(outcome.code == 0)
  let page = outcome.output
  let requests = [".TH", ".SH", ".SS", ".TP", ".B", ".nf", ".fi"]
  let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for line in lines where line.hasPrefix(".") {
    #expect(requests.contains(line.split(separator: " ").first.map(String.init) ?? ""), "\(line)")
  }
  #expect(lines.count { $0 == ".nf" } == lines.count { $0 == ".fi" })
  #expect(lines.first?.hasPrefix(".TH MESOSCREEN 1") == true)
  let help = try clinic.run(["--help"]).output
  for option in help.matches(of: /--[a-z-]+/) {
    #expect(page.contains(option.output.replacing("-", with: "\\-")), "\(option.output)")
  }
  for words in ["Ctrl\\-X, then", "Letter keys", "NO_COLOR", "EXIT STATUS"] {
    #expect(page.contains(words), "\(words)")
  }
}

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
func `the formatter of manual pages finds nothing wrong`() throws {
  let clinic = try Clinic()
  let page = clinic.folder.appendingPathComponent("mesoscreen.1")
  try clinic.run(["manual"]).output.write(to: page, atomically: true, encoding: .utf8)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
  process.arguments = ["-man", "-Tascii", "-ww", "-z", page.path]
  let messages = Pipe()
  process.standardError = messages
  process.standardOutput = messages
  try process.run()
  let said = messages.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(String(decoding: said, as: UTF8.self) == "")
  #expect(process.terminationStatus == 0)
}
