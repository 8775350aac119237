import ClinicalModel
import Screening
import Testing

/// A pack with these questions and nothing else.
func pack(_ questions: Question...) -> CompiledPack {
  CompiledPack(
    ProtocolPack(
      id: "test", version: "1", digest: "sha256:0", title: "Test", jurisdiction: "none",
      approval: "none", intendedUse: "For tests only.",
      sections: [
        Section(id: "all", title: "All", short: "All", askedBy: "staff", questions: questions)
      ],
      rules: []))
}

/// A question with these options, of which one is chosen.
func single(_ id: Question.ID, _ options: [Option.ID], when: Condition = .always) -> Question {
  Question(
    id: id, ask: "\(id)?", label: "\(id)", kind: .single,
    options: options.map { Option(id: $0, label: "\($0)") }, when: when)
}

/// A question that is answered yes or no.
func yesNo(_ id: Question.ID, when: Condition = .always) -> Question {
  single(id, ["yes", "no"], when: when)
}

/// A question with these options, of which several may be marked.
func multiple(_ id: Question.ID, _ options: [Option.ID], when: Condition = .always) -> Question {
  Question(
    id: id, ask: "\(id)?", label: "\(id)", kind: .multiple,
    options: options.map { Option(id: $0, label: "\($0)") }, when: when)
}

/// A question for a date, which may also be "never" or "still going on".
func dated(_ id: Question.ID, _ tense: DateTense = .past) -> Question {
  Question(
    id: id, ask: "\(id)?", label: "\(id)",
    kind: .date(tense: tense, orNever: true, orCurrent: true))
}

/// A day as it is written.
func day(_ iso: String, at location: SourceLocation = #_sourceLocation) throws -> CalendarDate {
  try #require(CalendarDate(iso: iso), sourceLocation: location)
}
