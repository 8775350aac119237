import ArgumentParser
import ClinicalModel

/// `mesoscreen protocol graph [PACK]`: which answers open which questions.
struct ProtocolGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show the flow of a pack's questions and what opens each.",
    discussion: """
      As text, or as a drawing for Graphviz: \
      mesoscreen protocol graph --format dot | dot -Tsvg > flow.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case dot
  }

  @ArgumentParser.Option(help: "How it is written: text or dot.")
  var format = Format.text

  @OptionGroup var choice: PackChoice

  mutating func run() throws {
    let pack = try choice.pack()
    switch format {
    case .text: try Output.write(QuestionFlow.text(of: pack))
    case .dot: try Output.write(QuestionFlow.dot(of: pack))
    }
  }
}
