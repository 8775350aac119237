import ArgumentParser
import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening

/// `mesoscreen screen FILE|-`: answers in, report out.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Screen a file of answers and print the report.",
    discussion: """
      The file is JSON: {"answers": {"pregnancy-status": "no", "filler-date": "2026-10-01"}}. \
      "unsure", "declined" and "not-asked" say that an answer is not known; "no" to a date \
      says that it never happened.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: ArgumentHelp("The answers, or - for standard input.", valueName: "FILE"))
  var file: String

  @ArgumentParser.Option(help: "How the report is written: text or json.")
  var format = Format.text

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let today = try common.today()
    let pack = try common.pack()
    let given = try answers(for: pack, today: today)
    let day = interviewDate(of: given, today: today)
    let report = screen(given.answers, with: pack, on: day)
    let context = AnswerContext(pack: pack, answers: given.answers, interviewDate: day)
    switch format {
    case .text: try Output.write(ReportText(report, on: context).text)
    case .json: try Output.write(try Output.json(ReportDocument(report, on: context)))
    }
  }

  private func answers(for pack: CompiledPack, today: CalendarDate) throws(Failure) -> AnswersFile {
    let bytes = try Input.bytes(of: file)
    do {
      return try readAnswers(bytes, named: "answers", for: pack.pack, today: today)
    } catch {
      throw Failure(error)
    }
  }

  private func interviewDate(of file: AnswersFile, today: CalendarDate) -> CalendarDate {
    switch file.interviewDate {
    case .today: today
    case .given(let date): date
    }
  }
}
