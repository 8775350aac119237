import ClinicalModel
import Consultation
import ProtocolLibrary
import Screening
import Summary
import Testing

@testable import IntakeWizard

/// The hands that are counted; each works through its consultation once.
private enum Hands {
  static let pack = Result {
    CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:shipped"))
  }

  /// What a record holds beside the name: a number, a person to call, a doctor.
  static let contacts: [Question.ID: String] = [
    "patient-contact": "5550101<enter>", "emergency-contact": "Jo 5550102<enter>",
    "treating-doctor": "Dr Ray<enter>",
  ]

  /// New, with nothing to write but who it is.
  static let new = Result { try newPatient([:]) }
  /// New, with the contacts written out.
  static let newWithContacts = Result { try newPatient(contacts) }

  /// Here before; the record of that day is the one above.
  static let returning = Result {
    let earlier = try newWithContacts.get().bench.consultation?.answers ?? Answers()
    var hand = KeyCount(try pack.get())
    hand.bench.earlier = [
      EarlierVisit(
        id: "c0", patient: "EXAMPLE, Maria  b. 3 Mar 1985", day: .bench, answers: earlier)
    ]
    hand.press("rexa<enter>", for: .home)
    hand.ask([
      "visit-kind": "2", "previous-mesotherapy": "2", "last-session-date": "5w<enter>",
      "planned-session-number": "2<enter>",
    ])
    hand.finish()
    return hand
  }

  private static func newPatient(_ answers: [Question.ID: String]) throws -> KeyCount {
    var hand = KeyCount(try pack.get())
    hand.press("n", for: .home)
    hand.ask(answers)
    hand.finish()
    return hand
  }
}

@Test
func `a new patient without findings takes at most 135 keys from home to print`() throws {
  let hand = try Hands.new.get()
  #expect(
    hand.table == """
      Home                             1
      Arrival                          3
      Identity                        33
      Request                         20
      Planned product                  8
      One answer a page               43
      Declared groups                  6
      Table of recent procedures       8
      Review                           2
      Decision and signature           9
      Print                            1
      All keys                       134
      """)
  #expect(hand.total <= 135)
  #expect(hand.bench.effects.last == .export(.patientPDF, "c1", folder: "exports"))
}

@Test
func `a returning patient without findings takes at most 95 keys from home to print`() throws {
  let hand = try Hands.returning.get()
  #expect(
    hand.table == """
      Home                             5
      Arrival                          3
      Identity                         7
      Request                         11
      Planned product                  2
      One answer a page               40
      Declared groups                  6
      Table of recent procedures       8
      Review                           2
      Decision and signature           9
      Print                            1
      All keys                        94
      """)
  #expect(hand.total <= 95)
  #expect(hand.bench.effects.last == .export(.patientPDF, "c1", folder: "exports"))
}

@Test func `every question that applies is answered by the counted keys, each with its own time`()
  throws
{
  for hand in [try Hands.new.get(), try Hands.returning.get()] {
    guard let session = hand.bench.wizard.openConsultation else {
      Issue.record("nothing is open")
      return
    }
    let required = session.checklist.items.filter { $0.requirement == .required }
    #expect(required.count > 80)
    for item in required {
      #expect(!item.isOpen, "\(item.question.id) was not asked")
      guard item.question.kind != .list(.skinTests) else { continue }
      #expect(session.consultation.recordings[item.question.id] != nil)
    }
    #expect(session.report.outcome == .proceed)
    #expect(session.report.unanswered.isEmpty)
  }
}

@Test
func `a contact, a person to call and a doctor cost what is written and nothing more`() throws {
  let hand = try Hands.newWithContacts.get()
  #expect(hand.total == 134 - 6 + 8 + 11 + 7)
}

@Test func `the facts of an earlier day are never a no`() throws {
  let pack = try Hands.pack.get()
  let answers = try #require(try Hands.new.get().bench.consultation).answers
  let offered = pack.sections.flatMap(\.reconfirmed).filter { answers[$0].isPositive }
  for id in offered { #expect(answers[id] != .known(.choice("no"))) }
  #expect(!offered.contains("treating-doctor"))
  #expect(offered.contains("patient-full-name"))
}

@Test func `no question of a shipped group can exclude, and each is simply denied`() throws {
  let pack = try Hands.pack.get()
  var excluding = Set(
    pack.rules.filter { $0.severity == .doNotTreat }.flatMap(\.when.questions)
      + pack.emergencies.flatMap(\.when.questions))
  while true {
    let gates = pack.questions.filter { excluding.contains($0.id) }.flatMap(\.when.questions)
    if excluding.isSuperset(of: gates) { break }
    excluding.formUnion(gates)
  }
  #expect(pack.groups.count == 11)
  for section in pack.sections {
    for group in section.groups {
      #expect((2...QuestionGroup.membersMax).contains(group.members.count))
      for id in group.members {
        let question = try #require(section.questions.first { $0.id == id })
        #expect(!excluding.contains(id), "\(id) can exclude")
        #expect(question.onUnknown != .finding(.doNotTreat))
        #expect(question.denial != .impossible)
      }
    }
  }
  let members = pack.groups.flatMap(\.members)
  #expect(Set(members).count == members.count)
}
