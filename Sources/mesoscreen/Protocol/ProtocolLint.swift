import ArgumentParser
import ProtocolLibrary
import Summary

/// `mesoscreen protocol lint [PACK]`: everything there is to say about a pack's
/// files, warnings as well as errors.
struct ProtocolLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Read a pack's files and show every error and warning.",
    discussion: """
      One line for each, with file, line and column, and what to do. Cases are \
      looked at when the rest of the pack has no errors. Ends with 1 when there \
      are errors.
      """)

  @OptionGroup var choice: PackChoice

  mutating func run() throws {
    let files = try choice.files()
    let diagnostics = lintPack(files)
    let errors = diagnostics.count { $0.severity == .error }
    let counts =
      "\(Self.counted(files.files.count, "file")), \(Self.counted(errors, "error")), "
      + Self.counted(diagnostics.count - errors, "warning")
    let lines = diagnostics.map { Printable.line($0.description) } + [counts]
    try Output.write(lines.map { $0 + "\n" }.joined())
    guard errors == 0 else {
      throw Failure(
        .foundFault, "the pack has \(Self.counted(errors, "error"))", safe: "nothing was changed",
        next: "mend the lines marked error")
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
