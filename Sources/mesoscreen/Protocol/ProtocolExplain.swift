import ArgumentParser
import ClinicalModel
import ProtocolLibrary
import ProtocolChecks
import Screening

/// `mesoscreen protocol explain RULE --answers FILE|-`: why a rule says what it
/// says about one file of answers.
struct ProtocolExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show why a rule does or does not hold for a file of answers.",
    discussion: """
      Each part of the rule's condition is shown with its outcome: true, false \
      or unknown. The file is that of mesoscreen screen.
      """)

  @Argument(help: ArgumentHelp("The rule's name, as a report shows it.", valueName: "RULE"))
  var rule: String

  @ArgumentParser.Option(
    help: ArgumentHelp("The answers, or - for standard input.", valueName: "FILE"))
  var answers: String

  @ArgumentParser.Option(help: "How it is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let today = try common.today()
    let pack = try common.pack()
    let name = Rule.ID(rawValue: rule)
    // A name that nothing bears is told of before the answers are read.
    let isMade = tableRules(of: pack).contains { $0.rule.id == name }
    let own = isMade ? nil : try Self.rule(rule, of: pack)
    let given = try read(for: pack, today: today)
    let day =
      switch given.interviewDate {
      case .today: today
      case .given(let date): date
      }
    guard let rule = own ?? ProtocolChecks.rule(name, for: given.answers, in: pack, on: day) else {
      return
    }
    let explanation = explain(rule, given.answers, with: pack, on: day)
    switch format {
    case .text: try Output.write(ExplanationText(explanation, of: pack).text)
    case .json: try Output.write(try Output.json(ExplanationDocument(explanation, of: pack)))
    }
  }

  /// The rule of this name. What was typed is not repeated, since an answer or
  /// a patient's name may have slipped in; the pack's own names are.
  static func rule(_ name: String, of pack: CompiledPack) throws(Failure) -> Rule {
    if let rule = pack.rule(Rule.ID(rawValue: name)) { return rule }
    if let question = pack.questions.first(where: { Rule.ID.unknown($0.id).rawValue == name }) {
      throw Failure(
        .badInput, "this finding stands for an answer that is not known and has no condition",
        safe: "nothing was screened", next: "find out the answer to \(question.id)")
    }
    let near = nearestName(to: name, in: pack.rules.map(\.id.rawValue))
    throw Failure(
      .badInput, "the pack has no rule of this name", safe: "nothing was screened",
      next: near.map { "did you mean \($0)?" } ?? "take a rule's name from a report")
  }

  private func read(for pack: CompiledPack, today: CalendarDate) throws(Failure) -> AnswersFile {
    let bytes = try Input.bytes(of: answers)
    do {
      return try readAnswers(bytes, named: "answers", for: pack.pack, today: today)
    } catch {
      throw Failure(error)
    }
  }
}
