import ClinicalModel
import Consultation
import Foundation
import Testing

/// Each event with the text it is stored as. The texts are on record in
/// clinics: they may be added to, never changed.
struct EventSample: Sendable, CustomTestStringConvertible {
  let text: String
  let event: Event
  var testDescription: String { text }
}

private let day = CalendarDate(year: 2026, month: 11, day: 21) ?? .last

private let denied =
  GroupDenial(
    group: "needled-before", wording: "Have you had filler, or is a vaccine booked?",
    members: [
      .init(question: "filler-date", said: .never), .init(question: "vaccine-planned", said: .no),
    ]
  ).map(Event.groupDenied) ?? .voided(reason: "no denial")

private let against: Event =
  AgainstAdvice(
    rules: ["pregnant", "isotretinoin-now"], because: .specialistAgreed, reason: "seen",
    clinician: "Dr TEST", second: "Nurse SAMPLE"
  ).map(Event.treatedAgainstAdvice) ?? .voided(reason: "no override")

let eventSamples: [EventSample] = [
  EventSample(
    text:
      #"{"interview-date":"2026-11-21","pack":"mesotherapy","pack-digest":"sha256:00","pack-version":"0.1.0","type":"opened","v":1}"#,
    event: .opened(
      Opening(
        pack: "mesotherapy", packVersion: "0.1.0", packDigest: "sha256:00", interviewDate: day))),
  EventSample(
    text:
      #"{"answer":{"choice":"no"},"question":"pregnancy-status","type":"answer-recorded","v":1,"wording":"Are you pregnant?"}"#,
    event: .answerRecorded(
      "pregnancy-status", .known(.choice("no")), wording: "Are you pregnant?")),
  EventSample(
    text:
      #"{"answer":{"choices":["cold","fever"]},"question":"ill-now","type":"answer-recorded","v":1,"wording":"Are you ill?"}"#,
    event: .answerRecorded("ill-now", .known(.choices(["cold", "fever"])), wording: "Are you ill?")),
  EventSample(
    text:
      #"{"answer":{"text":"TESTPATIENT, Maria"},"question":"name","type":"answer-recorded","v":1,"wording":"Name"}"#,
    event: .answerRecorded("name", .known(.text("TESTPATIENT, Maria")), wording: "Name")),
  EventSample(
    text:
      #"{"answer":{"number":"1.5"},"question":"wheal","type":"answer-recorded","v":1,"wording":"Wheal"}"#,
    event: .answerRecorded(
      "wheal", Quantity("1.5").map { .known(.number($0)) } ?? .unknown(.notAsked),
      wording: "Wheal")),
  EventSample(
    text:
      #"{"answer":{"date":"2026-10"},"question":"filler-date","type":"answer-recorded","v":1,"wording":"Filler"}"#,
    event: .answerRecorded(
      "filler-date", .known(.date(.month(year: 2026, month: 10))), wording: "Filler")),
  EventSample(
    text:
      #"{"answer":{"date":"never"},"question":"filler-date","type":"answer-recorded","v":1,"wording":"Filler"}"#,
    event: .answerRecorded("filler-date", .known(.never), wording: "Filler")),
  EventSample(
    text:
      #"{"answer":{"date":"current"},"question":"sunburn","type":"answer-recorded","v":1,"wording":"Sunburn"}"#,
    event: .answerRecorded("sunburn", .known(.current), wording: "Sunburn")),
  EventSample(
    text:
      #"{"answer":{"unknown":"unsure"},"question":"sunburn","type":"answer-recorded","v":1,"wording":"Sunburn"}"#,
    event: .answerRecorded("sunburn", .unknown(.unsure), wording: "Sunburn")),
  EventSample(
    text:
      #"{"answer":{"unknown":"declined"},"question":"sunburn","type":"answer-recorded","v":1,"wording":"Sunburn"}"#,
    event: .answerRecorded("sunburn", .unknown(.declined), wording: "Sunburn")),
  EventSample(
    text:
      #"{"answer":{"unknown":"not-asked"},"question":"sunburn","type":"answer-recorded","v":1,"wording":"Sunburn"}"#,
    event: .answerRecorded("sunburn", .unknown(.notAsked), wording: "Sunburn")),
  EventSample(
    text:
      #"{"group":"needled-before","members":[{"question":"filler-date","said":"never"},{"question":"vaccine-planned","said":"no"}],"type":"group-denied","v":1,"wording":"Have you had filler, or is a vaccine booked?"}"#,
    event: denied),
  EventSample(
    text: #"{"to":"front-desk","type":"handed-over","v":1}"#, event: .handedOver(to: .frontDesk)),
  EventSample(
    text: #"{"question":"other-medicines","text":"vita","type":"draft-kept","v":1}"#,
    event: .draftKept("other-medicines", "vita")),
  EventSample(
    text:
      #"{"about":"consultation","text":"a/b \"c\" \\ \t Łódź 医 👩‍⚕️","type":"note-added","v":1}"#,
    event: .noteAdded(Note(subject: .consultation, text: "a/b \"c\" \\ \t Łódź 医 👩‍⚕️"))),
  EventSample(
    text: #"{"about":"question","question":"sunburn","text":"peeling","type":"note-added","v":1}"#,
    event: .noteAdded(Note(subject: .question("sunburn"), text: "peeling"))),
  EventSample(
    text: #"{"rule":"strong-sun-14-days","type":"finding-acknowledged","v":1}"#,
    event: .findingAcknowledged("strong-sun-14-days")),
  EventSample(
    text:
      #"{"clinician":"Dr TEST","reason":"small area","rule":"strong-sun-14-days","type":"overridden","v":1}"#,
    event: .overridden(
      Override(rule: "strong-sun-14-days", reason: "small area", clinician: "Dr TEST"))),
  EventSample(text: #"{"decision":"treat","type":"decided","v":1}"#, event: .decided(.treat)),
  EventSample(
    text: #"{"decision":"patch-test-first","type":"decided","v":1}"#,
    event: .decided(.patchTestFirst)),
  EventSample(
    text:
      #"{"date":"2026-11-21","decision":"deferred","reason":"sun","type":"decided","until":"date","v":1}"#,
    event: .decided(.deferred(until: .date(day), reason: "sun"))),
  EventSample(
    text:
      #"{"decision":"deferred","event":"the wound has healed","reason":"wound","type":"decided","until":"event","v":1}"#,
    event: .decided(.deferred(until: .event("the wound has healed"), reason: "wound"))),
  EventSample(
    text: #"{"decision":"deferred","reason":"tired","type":"decided","until":"not-stated","v":1}"#,
    event: .decided(.deferred(until: .notDeferred, reason: "tired"))),
  EventSample(
    text: #"{"decision":"do-not-treat","reason":"pregnant","type":"decided","v":1}"#,
    event: .decided(.doNotTreat(reason: "pregnant"))),
  EventSample(
    text:
      #"{"clinician":"Dr TEST","could-become":"do-not-treat","head-hash":"00","outcome":"defer","type":"signed-off","v":1}"#,
    event: .signedOff(
      Signature(
        clinician: "Dr TEST", headHash: "00", outcome: .defer, couldBecome: .doNotTreat))),
  EventSample(
    text:
      #"{"clinician":"Dr TEST","could-become":"caution","day":"2026-11-21","head-hash":"00","outcome":"caution","type":"signed-off","v":1}"#,
    event: .signedOff(
      Signature(
        clinician: "Dr TEST", headHash: "00", outcome: .caution, couldBecome: .caution,
        day: .on(day)))),
  EventSample(
    text:
      #"{"because":"specialist-agreed","clinician":"Dr TEST","reason":"seen","rules":["pregnant","isotretinoin-now"],"second":"Nurse SAMPLE","type":"treated-against-advice","v":1}"#,
    event: against),
  EventSample(
    text:
      #"{"answer":{"choice":"no"},"given":1795251600000,"question":"sunburn","type":"answer-restored","v":1,"wording":"Sunburn?"}"#,
    event: .answerRestored(
      "sunburn", .known(.choice("no")), wording: "Sunburn?",
      given: Instant(milliseconds: 1_795_251_600_000))),
  EventSample(
    text: #"{"about":"consultation","text":"rang back","type":"addendum-added","v":1}"#,
    event: .addendumAdded(Note(subject: .consultation, text: "rang back"))),
  EventSample(
    text:
      #"{"answer":{"entries":[{"kind":{"choice":"patch"},"state":{"choice":"placed"}}]},"type":"skin-tests-recorded","v":1}"#,
    event: .skinTestsRecorded(
      .known(
        .entries([["kind": .known(.choice("patch")), "state": .known(.choice("placed"))]])))),
  EventSample(
    text: #"{"answer":{"unknown":"not-asked"},"type":"skin-tests-recorded","v":1}"#,
    event: .skinTestsRecorded(.unknown(.notAsked))),
  EventSample(
    text: #"{"file-name":"summary.pdf","format":"pdf","type":"exported","v":1}"#,
    event: .exported(Export(format: "pdf", fileName: "summary.pdf"))),
  EventSample(
    text: #"{"reason":"opened by mistake","type":"voided","v":1}"#,
    event: .voided(reason: "opened by mistake")),
]

/// Forms that must not be read as anything.
private let refused = [
  // another version, no version, a version as text
  #"{"v":2,"type":"voided","reason":"x"}"#,
  #"{"type":"voided","reason":"x"}"#,
  #"{"v":"1","type":"voided","reason":"x"}"#,
  // a type that is not known
  #"{"v":1,"type":"deleted","reason":"x"}"#,
  #"{"v":1,"reason":"x"}"#,
  // a key too many or too few
  #"{"v":1,"type":"voided","reason":"x","by":"y"}"#,
  #"{"v":1,"type":"voided"}"#,
  #"{"v":1,"type":"note-added","about":"consultation","question":"sunburn","text":"x"}"#,
  #"{"v":1,"type":"note-added","about":"question","text":"x"}"#,
  #"{"v":1,"type":"decided","decision":"treat","reason":"x"}"#,
  #"{"v":1,"type":"decided","decision":"do-not-treat"}"#,
  #"{"v":1,"type":"skin-tests-recorded"}"#,
  #"{"v":1,"type":"skin-tests-recorded","answer":{"entries":[]}}"#,
  #"{"v":1,"type":"skin-tests-recorded","answer":{"unknown":"unsure"},"question":"q"}"#,
  // words outside their closed sets
  #"{"v":1,"type":"decided","decision":"maybe"}"#,
  #"{"v":1,"type":"decided","decision":"deferred","until":"later","reason":"x"}"#,
  #"{"v":1,"type":"answer-recorded","question":"q","answer":{"unknown":"no"},"wording":"Q"}"#,
  #"{"v":1,"type":"answer-recorded","question":"q","answer":{"choices":[]},"wording":"Q"}"#,
  #"{"v":1,"type":"answer-recorded","question":"q","answer":null,"wording":"Q"}"#,
  #"{"v":1,"type":"answer-recorded","question":"q","answer":{"date":"2026-02-30"},"wording":"Q"}"#,
  // against the advice: no finding, one twice, one person twice, another code
  #"{"v":1,"type":"treated-against-advice","rules":[],"because":"other","reason":"x","clinician":"A","second":"B"}"#,
  #"{"v":1,"type":"treated-against-advice","rules":["a","a"],"because":"other","reason":"x","clinician":"A","second":"B"}"#,
  #"{"v":1,"type":"treated-against-advice","rules":["a"],"because":"other","reason":"x","clinician":"Dr A. B","second":"b A"}"#,
  #"{"v":1,"type":"treated-against-advice","rules":["a"],"because":"mood","reason":"x","clinician":"A","second":"B"}"#,
  // a group: no member, six, one twice, anything but no, a key too many
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a","said":"no"},{"question":"b","said":"no"},{"question":"c","said":"no"},{"question":"d","said":"no"},{"question":"e","said":"no"},{"question":"f","said":"no"}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a","said":"no"},{"question":"a","said":"never"}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a","said":"yes"}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a","said":"unsure"}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a","said":"no","answer":{"choice":"yes"}}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a"}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":["a"]}"#,
  #"{"v":1,"type":"group-denied","group":"g","members":[{"question":"a","said":"no"}]}"#,
  #"{"v":1,"type":"group-denied","group":"g","wording":"W","members":[{"question":"a","said":"no"}],"question":"a"}"#,
  #"{"v":1,"type":"handed-over","to":"doctor"}"#,
  #"{"v":1,"type":"handed-over"}"#,
  #"[]"#,
]

@Suite struct `Stored events` {
  @Test(arguments: eventSamples)
  private func `an event is stored as the text that is on record`(sample: EventSample) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(sample.event), as: UTF8.self) == sample.text)
  }

  @Test(arguments: eventSamples)
  private func `the text on record is read as the same event`(sample: EventSample) throws {
    #expect(try JSONDecoder().decode(Event.self, from: Data(sample.text.utf8)) == sample.event)
  }

  @Test(arguments: refused)
  func `a text that is not exactly an event is an error and is never skipped`(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Event.self, from: Data(text.utf8))
    }
  }

  @Test func `every type of event has a sample on record`() {
    let types = Set(
      eventSamples.compactMap { $0.text.split(separator: #""type":""#).last?.prefix(8) })
    #expect(types.count == 15)
  }
}
