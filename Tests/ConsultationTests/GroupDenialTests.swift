import ClinicalModel
import Consultation
import Screening
import Testing

private func entry(_ sequence: Int, _ event: Event) -> Entry {
  Entry(
    sequence: sequence, recordedAt: Instant(milliseconds: Int64(sequence) * 1000), event: event)
}

private let opened = Event.opened(
  Opening(
    pack: "mesotherapy", packVersion: "0.1.0", packDigest: "sha256:00",
    interviewDate: CalendarDate(year: 2026, month: 11, day: 21) ?? .last))

private func consultation(_ events: Event...) throws -> Consultation {
  try Consultation(
    id: "c-1", entries: ([opened] + events).enumerated().map { entry($0.offset, $0.element) })
}

private let group = QuestionGroup(
  id: "before", ask: "Have you had filler or smoked?", label: "Before",
  members: ["filler-date", "smoking"])

private let filler = Question(
  id: "filler-date", ask: "When did you last have filler?", label: "Filler",
  kind: .date(tense: .past, orNever: true, orCurrent: false))
private let smoking = Question(
  id: "smoking", ask: "Do you smoke?", label: "Smoking", kind: .single,
  options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")])
private let device = Question(
  id: "device", ask: "Which device?", label: "Device", kind: .single,
  options: [Option(id: "pen", label: "Pen"), Option(id: "no", label: "No")])

private func denial(_ questions: [Question]) throws -> Event {
  .groupDenied(try #require(GroupDenial(of: group, members: questions)))
}

@Suite struct `A group that was denied` {
  @Test func `answers each of its questions in the group's words and at one time`() throws {
    let denied = try consultation(try denial([filler, smoking]))
    #expect(denied.entryCount == 2)
    #expect(denied.answers["filler-date"] == .known(.never))
    #expect(denied.answers["smoking"] == .known(.choice("no")))
    for id in ["filler-date", "smoking"] as [Question.ID] {
      let recording = try #require(denied.recordings[id])
      #expect(recording.wording == "Have you had filler or smoked?")
      #expect(recording.asked == .together("before"))
      #expect(recording.at == Instant(milliseconds: 1000))
    }
  }

  @Test func `answers no question that was left out of it`() throws {
    let denied = try consultation(try denial([smoking]))
    #expect(denied.answers["filler-date"] == .unknown(.notAsked))
    #expect(denied.recordings["filler-date"] == nil)
  }

  @Test func `gives way to an answer or a clearing of one of its questions alone`() throws {
    let changed = try consultation(
      try denial([filler, smoking]),
      .answerRecorded("smoking", .known(.choice("yes")), wording: "Do you smoke?"),
      .answerRecorded("filler-date", .unknown(.notAsked), wording: "Filler?"))
    #expect(changed.answers["smoking"] == .known(.choice("yes")))
    #expect(changed.recordings["smoking"]?.asked == .alone)
    #expect(changed.answers["filler-date"] == .unknown(.notAsked))
    #expect(changed.recordings["filler-date"] == nil)
  }

  @Test func `withdraws a decision, as every answer does`() throws {
    let changed = try consultation(.decided(.treat), try denial([smoking]))
    #expect(changed.decision == .undecided)
  }

  @Test func `is refused after a signature`() throws {
    let signed = Event.signedOff(
      Signature(clinician: "Dr TEST", headHash: "00", outcome: .proceed, couldBecome: .proceed))
    #expect(throws: ConsultationError.alreadySigned) {
      try consultation(.decided(.treat), signed, try denial([smoking]))
    }
  }

  @Test func `cannot hold a question to which no is not an answer, none at all, or six`() {
    #expect(GroupDenial(of: group, members: [filler, device]) == nil)
    #expect(GroupDenial(of: group, members: []) == nil)
    #expect(GroupDenial(of: group, members: [smoking, smoking]) == nil)
    let six = (1...6).map { GroupDenial.Member(question: .init(rawValue: "q\($0)"), said: .no) }
    #expect(GroupDenial(group: "g", wording: "W", members: six) == nil)
  }
}

@Suite struct `A handover` {
  @Test func `says who is to go on until somebody answers`() throws {
    let handed = try consultation(.handedOver(to: .nurse))
    #expect(handed.handover == .to(.nurse, at: Instant(milliseconds: 1000)))
    #expect(handed.answers.asked.isEmpty)
    let taken = try consultation(
      .handedOver(to: .nurse),
      .answerRecorded("smoking", .known(.choice("no")), wording: "Do you smoke?"))
    #expect(taken.handover == .none)
  }

  @Test
  func `changes neither the decision nor an answer, and is refused after a signature`() throws {
    let handed = try consultation(.decided(.treat), .handedOver(to: .clinician))
    #expect(handed.decision != .undecided)
    let signed = Event.signedOff(
      Signature(clinician: "Dr TEST", headHash: "00", outcome: .proceed, couldBecome: .proceed))
    #expect(throws: ConsultationError.alreadySigned) {
      try consultation(.decided(.treat), signed, .handedOver(to: .nurse))
    }
  }
}

@Suite struct `The checklist's groups` {
  private static let pack = CompiledPack(
    ProtocolPack(
      id: "p", version: "1", digest: "sha256:0", title: "P", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "s", title: "S", short: "S", askedBy: "nurse", groups: [group],
          questions: [
            device, filler,
            Question(
              id: "smoking", ask: "Do you smoke?", label: "Smoking", kind: .single,
              options: smoking.options, when: .isAny("device", ["pen"])),
          ])
      ], rules: []))

  private func open(_ answers: Answers) -> [[Question.ID]] {
    let day = CalendarDate(year: 2026, month: 11, day: 21) ?? .last
    let context = AnswerContext(pack: Self.pack, answers: answers, interviewDate: day)
    return Checklist(context).openGroups.map { $0.members.map(\.id) }
  }

  @Test func `are open while nobody has answered a question of theirs that applies`() {
    #expect(open(["device": .known(.choice("pen"))]) == [["filler-date", "smoking"]])
    #expect(
      open(["device": .known(.choice("pen")), "filler-date": .unknown(.unsure)]).isEmpty)
  }

  @Test func `are no groups while fewer than two of their questions are known to apply`() {
    #expect(open([:]).isEmpty)
    #expect(open(["device": .known(.choice("no"))]).isEmpty)
    #expect(open(["device": .unknown(.unsure)]).isEmpty)
  }

  @Test func `stay closed when a question is answered that nobody knows to apply`() {
    #expect(open(["smoking": .known(.choice("no"))]).isEmpty)
  }
}
