import ClinicalModel
import Consultation
import Journal
import JournalSQLite
import Testing

@Suite struct `A consultation on record` {
  @Test func `is there after the program has ended`() throws {
    try withTemporaryFolder { folder in
      let saved = try Journal.sample(in: folder).openSample()
      #expect(saved.entryCount == 3)

      let again = Journal(store: try SQLiteJournalStore(folder: folder), seal: .plain)
      let (consultation, head) = try again.consultation("c-1")
      #expect(consultation == saved.consultation)
      #expect(head == saved.head)
      #expect(consultation.answers["pregnancy-status"] == .known(.choice("no")))
      #expect(consultation.answers["sunburn"] == .unknown(.unsure))
      #expect(consultation.answers["filler-date"] == .unknown(.notAsked))
      #expect(try again.packArchive(digest: consultation.opened.packDigest) == samplePack)
    }
  }

  @Test func `keeps a group's one No and a handover as it keeps every entry`() throws {
    try withTemporaryFolder { folder in
      let here = try Journal.sample(in: folder)
      let opened = try here.open("c-1", .sample, at: .second(0))
      let denial = try #require(
        GroupDenial(
          group: "before", wording: "Filler or PRP?",
          members: [
            .init(question: "filler-date", said: .never), .init(question: "prp-date", said: .never),
          ]))
      let events = [Event.groupDenied(denial), .handedOver(to: .clinician)]
      let saved = try here.append(events, to: "c-1", after: opened.head, at: .second(1))

      let again = Journal(store: try SQLiteJournalStore(folder: folder), seal: .plain)
      #expect(try again.history("c-1").map(\.event).suffix(2) == events)
      let (consultation, head) = try again.consultation("c-1")
      #expect(consultation == saved.consultation)
      #expect(head == saved.head)
      #expect(consultation.answers["prp-date"] == .known(.never))
      #expect(consultation.handover == .to(.clinician, at: .second(1)))
    }
  }

  @Test func `is seen by a second terminal as soon as it is saved`() throws {
    try withTemporaryFolder { folder in
      let here = try Journal.sample(in: folder)
      let there = try Journal.sample(in: folder)
      var saved = try here.open("c-1", .sample, at: .second(0))
      for (index, event) in [Event.notPregnant, .unsureOfSunburn].enumerated() {
        saved = try here.append([event], to: "c-1", after: saved.head, at: .second(index))
        let seen = try there.consultation("c-1")
        #expect(seen.consultation == saved.consultation)
        #expect(seen.head == saved.head)
      }
    }
  }

  @Test func `is not overwritten by a terminal that has not seen the last entry`() throws {
    try withTemporaryFolder { folder in
      let here = try Journal.sample(in: folder)
      let there = try Journal.sample(in: folder)
      let opened = try here.open("c-1", .sample, at: .second(0))
      let newer = try there.append([.notPregnant], to: "c-1", after: opened.head, at: .second(1))
      #expect(throws: JournalError.changedElsewhere) {
        try here.append([.unsureOfSunburn], to: "c-1", after: opened.head, at: .second(2))
      }
      #expect(try here.consultation("c-1").consultation == newer.consultation)
    }
  }

  @Test func `goes on from the state that the second terminal has read again`() throws {
    try withTemporaryFolder { folder in
      let here = try Journal.sample(in: folder)
      let there = try Journal.sample(in: folder)
      let opened = try here.open("c-1", .sample, at: .second(0))
      _ = try there.append([.notPregnant], to: "c-1", after: opened.head, at: .second(1))
      let head = try here.consultation("c-1").head
      let saved = try here.append([.unsureOfSunburn], to: "c-1", after: head, at: .second(2))
      #expect(saved.consultation.answers.asked == ["pregnancy-status", "sunburn"])
      #expect(saved.entryCount == 3)
    }
  }

  @Test func `is not opened before its protocol pack is kept`() throws {
    let journal = Journal(store: InMemoryJournalStore(), seal: .plain)
    #expect(throws: JournalError.packMissing) {
      try journal.open("c-1", .sample, at: .second(0))
    }
    #expect(try journal.listing().isEmpty)
  }

  @Test func `is opened once`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      #expect(throws: JournalError.alreadyExists) {
        try journal.open("c-1", .sample, at: .second(9))
      }
      #expect(try journal.consultation("c-1").consultation == saved.consultation)
    }
  }

  @Test(arguments: ["", "../c-1", "C-1", "c\u{1B}[2J"])
  func `has a name that can do no harm`(name: String) throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let id = Consultation.ID(rawValue: name)
      #expect(throws: JournalError.unsuitableName) {
        try journal.open(id, .sample, at: .second(0))
      }
      #expect(throws: JournalError.notFound) { try journal.consultation(id) }
      #expect(throws: JournalError.notFound) { try journal.verify(id) }
    }
  }

  @Test func `that was never opened is not found`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      #expect(throws: JournalError.notFound) { try journal.consultation("c-2") }
      #expect(throws: JournalError.notFound) { try journal.history("c-2") }
      #expect(throws: JournalError.notFound) {
        try journal.append([.notPregnant], to: "c-2", after: saved.head, at: .second(1))
      }
    }
  }

  @Test func `keeps every event in its order, changed answers too`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      let cleared = Event.answerRecorded("sunburn", .unknown(.notAsked), wording: "Any sunburn?")
      _ = try journal.append([cleared], to: "c-1", after: saved.head, at: .second(2))
      let history = try journal.history("c-1")
      #expect(history.map(\.event) == [.opened(.sample), .notPregnant, .unsureOfSunburn, cleared])
      #expect(history.map(\.sequence) == [0, 1, 2, 3])
      #expect(history.map(\.recordedAt) == [0, 1, 1, 2].map { .second($0) })
    }
  }

  @Test func `keeps letters of every script, quotes and line ends as they were written`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let opened = try journal.open("c-1", .sample, at: .second(0))
      let text = "Łódź / \"quoted\" \\ \n\t\r\u{0}\u{1B}\u{2028}\u{FEFF} e\u{301} é 医 👩‍⚕️ עברית"
      let note = Event.noteAdded(Note(subject: .consultation, text: text))
      _ = try journal.append([note], to: "c-1", after: opened.head, at: .second(1))
      let read = try #require(journal.consultation("c-1").consultation.notes.first)
      #expect(Array(read.text.utf8) == Array(text.utf8))
    }
  }

  @Test func `takes several events or none of them`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      #expect(throws: JournalError.refused(.opensTwice)) {
        try journal.append(
          [.decided(.treat), .opened(.sample)], to: "c-1", after: saved.head, at: .second(2))
      }
      #expect(throws: JournalError.nothingToSave) {
        try journal.append([], to: "c-1", after: saved.head, at: .second(2))
      }
      let tooLong = Event.noteAdded(
        Note(
          subject: .consultation,
          text: String(repeating: "x", count: JournalEntry.payloadLimit)))
      #expect(throws: JournalError.self) {
        try journal.append(
          [.decided(.treat), tooLong], to: "c-1", after: saved.head, at: .second(2))
      }
      #expect(try journal.consultation("c-1").head == saved.head)
    }
  }

  @Test func `never takes an event that would not read back`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      let nothingMarked = Event.answerRecorded("ill-now", .known(.choices([])), wording: "Ill?")
      #expect(throws: JournalError.cannotBeStored) {
        try journal.append([nothingMarked], to: "c-1", after: saved.head, at: .second(2))
      }
      #expect(try journal.consultation("c-1").head == saved.head)
    }
  }

  @Test func `is signed only in the state that was seen`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let seen = try journal.openSample()
      let decided = try journal.append(
        [.decided(.treat)], to: "c-1", after: seen.head, at: .second(2))
      #expect(throws: JournalError.signsAnotherState) {
        try journal.append(
          [.signed(seen.head.hash)], to: "c-1", after: decided.head, at: .second(3))
      }
      let signed = try journal.append(
        [.signed(decided.head.hash)], to: "c-1", after: decided.head, at: .second(3))
      #expect(throws: JournalError.refused(.alreadySigned)) {
        try journal.append([.notPregnant], to: "c-1", after: signed.head, at: .second(4))
      }
      let addendum = Event.addendumAdded(Note(subject: .consultation, text: "rang back"))
      let added = try journal.append([addendum], to: "c-1", after: signed.head, at: .second(5))
      #expect(added.consultation.addenda.map(\.text) == ["rang back"])
      #expect(try journal.verify("c-1").findings.isEmpty)
    }
  }

  @Test func `stands in a list with all others, oldest first`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let second = try journal.open("a-second", .sample, at: .second(20))
      let first = try journal.open("b-first", .sample, at: .second(10))
      #expect(
        try journal.listing() == [
          .readable(first.consultation, first.head), .readable(second.consultation, second.head),
        ])
    }
  }
}
