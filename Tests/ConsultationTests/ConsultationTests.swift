import ClinicalModel
import Consultation
import Testing

/// A consultation of a made-up patient, one second between entries.
private func consultation(_ events: Event...) throws -> Consultation {
  let all = [Event.opened(.sample)] + events
  return try Consultation(
    id: "c-1",
    entries: all.enumerated().map {
      Entry(sequence: $0.offset, recordedAt: .second($0.offset), event: $0.element)
    })
}

extension Instant {
  fileprivate static func second(_ count: Int) -> Instant {
    Instant(milliseconds: Int64(count) * 1000)
  }
}

extension Opening {
  fileprivate static let sample = Opening(
    pack: "mesotherapy", packVersion: "0.1.0", packDigest: "sha256:00",
    interviewDate: CalendarDate(year: 2026, month: 11, day: 21) ?? .last)
}

extension Event {
  fileprivate static func answer(_ answer: Answer) -> Event {
    .answerRecorded("pregnancy-status", answer, wording: "Are you pregnant?")
  }

  fileprivate static let signed = Event.signedOff(
    Signature(clinician: "Dr TEST", headHash: "00", outcome: .proceed, couldBecome: .defer))
}

@Suite struct `A consultation` {
  @Test func `knows no answer before anybody has asked`() throws {
    let opened = try consultation()
    #expect(opened.answers["pregnancy-status"] == .unknown(.notAsked))
    #expect(opened.answers.asked.isEmpty)
    #expect(opened.opened == .sample)
    #expect(opened.decision == .undecided)
    #expect(opened.signature == .unsigned)
    #expect(opened.standing == .open)
    #expect(opened.entryCount == 1)
  }

  @Test func `keeps an answer with the question's words and the time`() throws {
    let answered = try consultation(.answer(.known(.choice("no"))))
    #expect(answered.answers["pregnancy-status"] == .known(.choice("no")))
    let recording = try #require(answered.recordings["pregnancy-status"])
    #expect(recording.answer == .known(.choice("no")))
    #expect(recording.wording == "Are you pregnant?")
    #expect(recording.at == .second(1))
    #expect(answered.lastSavedAt == .second(1))
    #expect(answered.entryCount == 2)
  }

  @Test(arguments: [UnknownReason.unsure, .declined])
  func `keeps "unsure" and "declined" apart from "no" and from "not asked"`(
    reason: UnknownReason
  ) throws {
    let answered = try consultation(.answer(.unknown(reason)))
    #expect(answered.answers["pregnancy-status"] == .unknown(reason))
    #expect(answered.answers.asked == ["pregnancy-status"])
    #expect(answered.recordings["pregnancy-status"]?.answer == .unknown(reason))
  }

  @Test func `goes back to "not asked" when an answer is cleared`() throws {
    let cleared = try consultation(
      .answer(.known(.choice("no"))), .answer(.unknown(.notAsked)))
    #expect(cleared.answers["pregnancy-status"] == .unknown(.notAsked))
    #expect(cleared.answers.asked.isEmpty)
    #expect(cleared.recordings.isEmpty)
    #expect(cleared.entryCount == 3)
  }

  @Test func `keeps the last answer when one is changed`() throws {
    let changed = try consultation(
      .answer(.known(.choice("no"))), .answer(.known(.choice("yes"))))
    #expect(changed.answers["pregnancy-status"] == .known(.choice("yes")))
    #expect(changed.recordings["pregnancy-status"]?.at == .second(2))
  }

  @Test func `never takes text that is being typed for an answer`() throws {
    let typing = try consultation(.draftKept("other-medicines", "vita"))
    #expect(typing.drafts == ["other-medicines": "vita"])
    #expect(typing.answers["other-medicines"] == .unknown(.notAsked))
    #expect(
      try consultation(
        .draftKept("other-medicines", "vita"), .draftKept("other-medicines", "")
      ).drafts.isEmpty)
  }

  @Test func `forgets the text being typed once it is an answer`() throws {
    let answered = try consultation(
      .draftKept("other-medicines", "vita"),
      .answerRecorded("other-medicines", .known(.text("vitamin")), wording: "Which?"))
    #expect(answered.drafts.isEmpty)
    #expect(answered.answers["other-medicines"] == .known(.text("vitamin")))
  }

  @Test func `keeps notes, looked-at findings, overrides and the decision`() throws {
    let note = Note(subject: .question("sunburn"), text: "peeling")
    let override = Override(rule: "strong-sun", reason: "small area", clinician: "Dr TEST")
    let decided = try consultation(
      .noteAdded(note), .findingAcknowledged("strong-sun"), .overridden(override),
      .decided(.treat))
    #expect(decided.notes == [note])
    #expect(decided.acknowledged == ["strong-sun"])
    #expect(decided.overrides == [override])
    #expect(decided.decision == .decided(.treat, at: .second(4)))
  }

  @Test func `needs a new decision and new overrides when an answer changes after deciding`()
    throws
  {
    let changed = try consultation(
      .overridden(Override(rule: "strong-sun", reason: "small area", clinician: "Dr TEST")),
      .decided(.treat), .answer(.known(.choice("yes"))))
    #expect(changed.decision == .undecided)
    #expect(changed.overrides.isEmpty)
  }

  @Test func `keeps its decision when only a note or a draft is added`() throws {
    let noted = try consultation(
      .decided(.treat), .noteAdded(Note(subject: .consultation, text: "calm")),
      .draftKept("other-medicines", "vita"))
    #expect(noted.decision == .decided(.treat, at: .second(1)))
  }

  @Test(arguments: [
    Event.answer(.known(.choice("yes"))), .answer(.unknown(.notAsked)),
    .draftKept("other-medicines", "vita"),
    .noteAdded(Note(subject: .consultation, text: "calm")), .findingAcknowledged("strong-sun"),
    .overridden(Override(rule: "strong-sun", reason: "x", clinician: "Dr TEST")),
    .decided(.treat), .signed,
  ])
  func `is closed by a signature`(event: Event) throws {
    #expect(throws: ConsultationError.alreadySigned) {
      try consultation(.decided(.treat), .signed, event)
    }
  }

  @Test func `takes addenda, exports and withdrawal after a signature`() throws {
    let addendum = Note(subject: .consultation, text: "rang back")
    let signed = try consultation(
      .decided(.treat), .signed, .addendumAdded(addendum),
      .exported(Export(format: "pdf", fileName: "summary.pdf")), .voided(reason: "wrong patient"))
    #expect(signed.addenda == [addendum])
    #expect(signed.standing == .voided(reason: "wrong patient"))
    #expect(signed.decision == .decided(.treat, at: .second(1)))
    guard case .signed(let signature, let time) = signed.signature else {
      Issue.record("the signature was lost")
      return
    }
    #expect(signature.clinician == "Dr TEST")
    #expect(time == .second(2))
  }

  @Test func `keeps skin tests of after the signature apart from the signed answers`() throws {
    func tests(_ state: Option.ID) -> Answer {
      .known(.entries([["kind": .known(.choice("patch")), "state": .known(.choice(state))]]))
    }
    let signed = try consultation(
      .answerRecorded("skin-tests", tests("planned"), wording: "Which skin tests?"),
      .decided(.patchTestFirst), .signed, .skinTestsRecorded(tests("placed")))
    #expect(signed.answers["skin-tests"] == tests("planned"))
    #expect(signed.answersWithLatestTests["skin-tests"] == tests("placed"))
    #expect(signed.testsSinceSigning == .recorded(tests("placed"), at: .second(4)))
    #expect(signed.decision == .decided(.patchTestFirst, at: .second(2)))
    let again = try consultation(
      .decided(.patchTestFirst), .signed, .skinTestsRecorded(tests("placed")),
      .skinTestsRecorded(.unknown(.notAsked)))
    #expect(again.answersWithLatestTests["skin-tests"] == .unknown(.notAsked))
    #expect(throws: ConsultationError.notSigned) {
      try consultation(.skinTestsRecorded(tests("placed")))
    }
  }

  @Test func `does not take a missing, doubled or swapped entry`() throws {
    let answer = Event.answer(.known(.choice("no")))
    for sequence in [0, 2, 7] {
      var opened = try consultation()
      #expect(throws: ConsultationError.outOfOrder(expected: 1, found: sequence)) {
        try opened.apply(Entry(sequence: sequence, recordedAt: .second(1), event: answer))
      }
      #expect(opened == (try consultation()), "a refused entry changes nothing")
    }
  }

  @Test func `begins with being opened, and is opened once`() {
    #expect(throws: ConsultationError.doesNotOpen) {
      try Consultation(id: "c-1", entries: [])
    }
    #expect(throws: ConsultationError.doesNotOpen) {
      try Consultation(
        id: "c-1",
        entries: [Entry(sequence: 0, recordedAt: .second(0), event: .decided(.treat))])
    }
    #expect(throws: ConsultationError.doesNotOpen) {
      try Consultation(
        id: "c-1",
        first: Entry(sequence: 1, recordedAt: .second(0), event: .opened(.sample)))
    }
    #expect(throws: ConsultationError.opensTwice) { try consultation(.opened(.sample)) }
  }

  @Test func `is the same whether its entries are replayed at once or applied one by one`() throws {
    let events: [Event] = [
      .opened(.sample), .answer(.unknown(.unsure)), .draftKept("a", "b"),
      .answer(.known(.choice("no"))), .decided(.patchTestFirst), .signed,
    ]
    let entries = events.enumerated().map {
      Entry(sequence: $0.offset, recordedAt: .second($0.offset), event: $0.element)
    }
    let replayed = try Consultation(id: "c-1", entries: entries)
    var applied = try Consultation(id: "c-1", first: entries[0])
    for entry in entries.dropFirst() { try applied.apply(entry) }
    #expect(replayed == applied)
    #expect(replayed.entryCount == 6)
  }
}
