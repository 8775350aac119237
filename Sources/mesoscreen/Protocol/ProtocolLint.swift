import ArgumentParser
import ClinicalModel
import ProtocolLibrary
import ProtocolChecks
import Screening
import Terminal
import TextLayout

/// `mesoscreen protocol lint [PACK]`: everything there is to say about a pack,
/// warnings as well as errors.
struct ProtocolLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Show every error and warning in a pack's files and in what they say.",
    discussion: """
      For each the file, line and column, what is wrong, the smallest example \
      that shows it, and what to do; then the line with a caret, and every other \
      place that it is about. What a pack says is looked at when its files have \
      no errors. Ends with 1 when there are errors.
      """)

  @ArgumentParser.Option(help: "How the result is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var choice: PackChoice

  mutating func run() throws {
    let files = try choice.files()
    let inspection = inspectPack(files)
    let result = LintResult(
      inspection, Self.findings(in: inspection, on: try choice.interviewDate()),
      in: files)
    switch format {
    case .text: try Output.write(result.text)
    case .json: try Output.write(try Output.json(result))
    }
    let errors = result.errorCount
    guard errors == 0 else {
      throw Failure(
        .foundFault, "the pack has \(counted(errors, "error"))", safe: "nothing was changed",
        next: "mend the lines marked error")
    }
  }

  /// What the pack itself gets wrong, looked for on all cores.
  static func findings(in inspection: PackInspection, on day: CalendarDate) -> [LintFinding] {
    let work: PackLint
    switch inspection.content {
    case .refused: return []
    case .read(let pack, _): work = PackLint(CompiledPack(pack), options(day, .known))
    case .readWithoutCases(let pack, _): work = PackLint(CompiledPack(pack), options(day, .notRead))
    }
    return Array(onAllCores(work.partCount, "Lint") { work.findings(ofPart: $0) }.joined())
  }

  private static func options(_ day: CalendarDate, _ cases: LintOptions.Cases) -> LintOptions {
    LintOptions(interviewDate: day, cases: cases, columns: { TextWidth.columns(of: $0) })
  }
}
