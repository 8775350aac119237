import ClinicalModel
import Consultation
import Testing

/// Everything that a log could show of a value.
private func told(_ value: Any) -> String {
  var text = "\(value) \(String(reflecting: value)) "
  dump(value, to: &text)
  return text
}

@Test(arguments: eventSamples)
func `printing an event shows nothing of what was said`(_ sample: EventSample) {
  #expect(told(sample.event) == told(Event.draftKept("name", "")))
  #expect(told([sample.event]).contains("redacted"))
}

@Test(
  arguments: [
    .known(.text("TESTPATIENT, Maria")), .known(.date(.day(.last))), .known(.choice("pregnant")),
    .known(.choices(["hiv", "hepatitis"])), .known(.number(Quantity(85))), .known(.never),
    .known(.current), .known(.entries([["medicine": .known(.text("warfarin"))]])),
    .unknown(.declined),
  ] as [Answer])
func `printing an answer shows nothing of what was said`(_ answer: Answer) {
  #expect(told(answer) == told(Answer.unknown(.notAsked)))
  #expect(told(["x": answer] as Answers) == told(Answers()))
  if case .known(let value) = answer { #expect(told(value) == told(AnswerValue.never)) }
}

@Test func `printing a consultation shows nothing of the patient`() throws {
  var entries = [
    Entry(
      sequence: 0, recordedAt: Instant(milliseconds: 0),
      event: .opened(
        Opening(
          pack: "mesotherapy", packVersion: "0.1.0", packDigest: "sha256:00", interviewDate: .last))
    )
  ]
  for event in eventSamples.map(\.event) where !event.isOpening {
    entries.append(
      Entry(sequence: entries.count, recordedAt: Instant(milliseconds: 0), event: event))
    if case .noteAdded = event { break }
  }
  let consultation = try Consultation(id: "c-1", entries: entries)
  #expect(consultation.answers["name"] == .known(.text("TESTPATIENT, Maria")))
  #expect(!told(consultation).contains("TESTPATIENT"))
  #expect(told(consultation).contains("redacted"))
}

extension Event {
  fileprivate var isOpening: Bool { if case .opened = self { true } else { false } }
}
