import ClinicalModel
import Screening
import Testing

@testable import mesoscreen

/// The flow of a pack's questions, as text and as a drawing.
@Suite struct QuestionFlowTests {
  private static let clinic = CompiledPack(
    ProtocolPack(
      id: "flow", version: "1", digest: "sha256:0", title: "A small checklist", jurisdiction: "",
      approval: "", intendedUse: "",
      sections: [
        Section(
          id: "start", title: "Start", short: "Start", askedBy: "staff",
          questions: [ProofPack.sex, ProofPack.pregnant, ProofPack.device]),
        Section(
          id: "more", title: "More", short: "More", askedBy: "staff",
          questions: [
            asked(
              "depth",
              when: .and([
                .isAny("device", ["needle", "roller"]), .not(.isAny("device", ["roller"])),
                .or([.isAny("pregnant", ["no"]), .isAny("sex", ["male"])]),
              ]))
          ]),
      ], rules: []))

  private static func asked(
    _ id: Question.ID, label: String? = nil, when: Condition = .always
  ) -> Question {
    Question(
      id: id, ask: "", label: label ?? "\(id)", kind: .single,
      options: ProofPack.options(["yes", "no"]), when: when)
  }

  @Test func `the text shows each question, its gate and what it opens`() {
    #expect(
      QuestionFlow.text(of: Self.clinic) == """
        A small checklist
        flow 1, sha256:0
        4 questions in 2 sections, 2 of them asked only when their gate holds

        1. Start
        --------
        sex: sex
            opens  pregnant, depth
        pregnant: pregnant
            when   sex != male
            opens  depth
        device: device
            opens  depth

        2. More
        -------
        depth: depth
            when   device in [needle, roller] and not device = roller and (pregnant = no
                   or sex = male)

        """)
  }

  @Test func `the drawing has a frame for each section and an arrow for each gate`() {
    #expect(
      QuestionFlow.dot(of: Self.clinic) == """
        digraph "flow 1" {
          rankdir=LR;
          node [shape=box];
          subgraph "cluster start" {
            label="1. Start";
            "sex" [label="sex"];
            "pregnant" [label="pregnant"];
            "device" [label="device"];
          }
          subgraph "cluster more" {
            label="2. More";
            "depth" [label="depth"];
          }
          "sex" -> "pregnant" [label="sex != male"];
          "device" -> "depth" [label="device in [needle, roller] and not device = roller"];
          "pregnant" -> "depth" [label="pregnant = no"];
          "sex" -> "depth" [label="sex = male"];
        }

        """)
  }

  @Test func `no wording of a pack can break out of the drawing's quotation marks`() {
    let question = Self.asked("odd", label: #"said "no"\"#)
    #expect(
      QuestionFlow.dot(of: ProofPack.pack([question], [])).contains(
        #""odd" [label="said \"no\"\\"];"# + "\n"))
    let broken = Self.asked("odd", label: "one\n]; two\u{1B}[31m")
    let drawing = QuestionFlow.dot(of: ProofPack.pack([broken], []))
    #expect(drawing.contains(#""odd" [label="one ]; two"];"#))
  }

  @Test func `every gate of the shipped pack is drawn and no line is wider than 80 columns`() throws
  {
    let pack = try BuiltIn.pack.get()
    let edges = QuestionFlow(of: pack).edges
    for question in pack.questions {
      #expect(edges.filter { $0.to == question.id }.map(\.from) == question.when.questions)
    }
    #expect(edges.allSatisfy { $0.part.questions == [$0.from] })
    let lines = QuestionFlow.text(of: pack).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 && $0.last != " " })
  }
}
