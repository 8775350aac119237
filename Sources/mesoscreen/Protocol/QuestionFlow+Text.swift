import ClinicalModel
import Screening
import Summary
import TextLayout

extension QuestionFlow {
  /// The flow for people, 80 columns: the sections in order, each question with
  /// its gate and what it opens.
  static func text(of pack: CompiledPack) -> String {
    let flow = QuestionFlow(of: pack)
    let gated = pack.questions.count { $0.when != .always }
    let head =
      PageText.hanging("", pack.title)
      + PageText.hanging("", "\(pack.id) \(pack.version), \(pack.digest)")
      + PageText.hanging(
        "",
        "\(pack.questions.count) questions in \(pack.sections.count) sections, "
          + "\(gated) of them asked only when their gate holds")
    let sections = pack.sections.enumerated().map { place, section in
      PageText.heading("\(place + 1). \(section.title)")
        + section.questions.flatMap { flow.lines($0) }
    }
    return PageText.joined([head] + sections)
  }

  private func lines(_ question: Question) -> [String] {
    let opened = opened(by: question.id)
    let gate =
      question.when == .always ? [] : PageText.hanging("    when   ", "\(question.when)")
    let opens =
      opened.isEmpty
      ? [] : PageText.hanging("    opens  ", opened.map(\.rawValue).joined(separator: ", "))
    return PageText.hanging("", "\(question.id): \(question.label)") + gate + opens
  }

  /// The flow as a drawing for Graphviz: a frame for each section, an arrow
  /// from each question to those it opens.
  ///
  /// ```
  /// digraph "mesotherapy 1.0" {
  ///   "sex" -> "pregnant" [label="sex != male"];
  /// }
  /// ```
  static func dot(of pack: CompiledPack) -> String {
    let head = [
      "digraph \(quoted("\(pack.id) \(pack.version)")) {", "  rankdir=LR;", "  node [shape=box];",
    ]
    let sections = pack.sections.enumerated().flatMap { place, section in
      // Only a subgraph whose name begins with "cluster" gets a frame.
      ["  subgraph \(quoted("cluster \(section.id)")) {"]
        + ["    label=\(quoted("\(place + 1). \(section.title)"));"]
        + section.questions.map { "    \(quoted($0.id.rawValue)) [label=\(quoted($0.label))];" }
        + ["  }"]
    }
    let edges = QuestionFlow(of: pack).edges.map { edge in
      "  \(quoted(edge.from.rawValue)) -> \(quoted(edge.to.rawValue)) "
        + "[label=\(quoted(edge.part.description))];"
    }
    return (head + sections + edges + ["}"]).map { $0 + "\n" }.joined()
  }

  /// A text as DOT takes it: in quotation marks, on one line. A backslash would
  /// otherwise begin one of DOT's own marks, such as `\N`.
  private static func quoted(_ text: String) -> String {
    let escaped = Printable.line(text).map { letter in
      letter == "\"" || letter == "\\" ? "\\\(letter)" : String(letter)
    }
    return "\"\(escaped.joined())\""
  }
}
