// The parts of an event in the flat stored form that Event+Coding.swift shows.
// They are read and written among the event's own keys, not as objects of
// their own.

import ClinicalModel

extension Opening {
  init(from form: inout StoredForm) throws {
    self.init(
      pack: try form.take("pack"), packVersion: try form.take("pack-version"),
      packDigest: try form.take("pack-digest"), interviewDate: try form.take("interview-date"))
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    try form.encode(pack, forKey: "pack")
    try form.encode(packVersion, forKey: "pack-version")
    try form.encode(packDigest, forKey: "pack-digest")
    try form.encode(interviewDate, forKey: "interview-date")
  }
}

extension GroupDenial {
  init(from form: inout StoredForm) throws {
    let group: QuestionGroup.ID = try form.take("group")
    let wording: String = try form.take("wording")
    let members: [Member] = try form.take("members")
    guard let denial = GroupDenial(group: group, wording: wording, members: members) else {
      throw form.notKnown("members")
    }
    self = denial
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    try form.encode(group, forKey: "group")
    try form.encode(wording, forKey: "wording")
    try form.encode(members, forKey: "members")
  }
}

extension GroupDenial.Member: Codable {
  /// Reads the stored form; a key that is not known is an error.
  public init(from decoder: any Decoder) throws {
    var form = try StoredForm(decoder)
    self.init(question: try form.take("question"), said: try form.take("said"))
    try form.end()
  }

  /// Writes the stored form.
  public func encode(to encoder: any Encoder) throws {
    var form = encoder.container(keyedBy: StoredKey.self)
    try form.encode(question, forKey: "question")
    try form.encode(said, forKey: "said")
  }
}

extension Note {
  private enum About: String, Codable { case consultation, question }

  init(from form: inout StoredForm) throws {
    let subject: NoteSubject
    switch try form.take("about", as: About.self) {
    case .consultation: subject = .consultation
    case .question: subject = .question(try form.take("question"))
    }
    self.init(subject: subject, text: try form.take("text"))
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    switch subject {
    case .consultation: try form.encode(About.consultation, forKey: "about")
    case .question(let question):
      try form.encode(About.question, forKey: "about")
      try form.encode(question, forKey: "question")
    }
    try form.encode(text, forKey: "text")
  }
}

extension Decision {
  private enum Kind: String, Codable {
    case treat, deferred
    case patchTestFirst = "patch-test-first"
    case doNotTreat = "do-not-treat"
  }

  init(from form: inout StoredForm) throws {
    switch try form.take("decision", as: Kind.self) {
    case .treat: self = .treat
    case .patchTestFirst: self = .patchTestFirst
    case .deferred:
      self = .deferred(until: try Release(from: &form), reason: try form.take("reason"))
    case .doNotTreat: self = .doNotTreat(reason: try form.take("reason"))
    }
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    switch self {
    case .treat: try form.encode(Kind.treat, forKey: "decision")
    case .patchTestFirst: try form.encode(Kind.patchTestFirst, forKey: "decision")
    case .deferred(let release, let reason):
      try form.encode(Kind.deferred, forKey: "decision")
      try release.write(to: &form)
      try form.encode(reason, forKey: "reason")
    case .doNotTreat(let reason):
      try form.encode(Kind.doNotTreat, forKey: "decision")
      try form.encode(reason, forKey: "reason")
    }
  }
}

extension Release {
  private enum Until: String, Codable {
    case date, event
    case notStated = "not-stated"
  }

  init(from form: inout StoredForm) throws {
    switch try form.take("until", as: Until.self) {
    case .date: self = .date(try form.take("date"))
    case .event: self = .event(try form.take("event"))
    case .notStated: self = .notDeferred
    }
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    switch self {
    case .date(let date):
      try form.encode(Until.date, forKey: "until")
      try form.encode(date, forKey: "date")
    case .event(let event):
      try form.encode(Until.event, forKey: "until")
      try form.encode(event, forKey: "event")
    case .notDeferred: try form.encode(Until.notStated, forKey: "until")
    }
  }
}

extension Signature {
  init(from form: inout StoredForm) throws {
    self.init(
      clinician: try form.take("clinician"), headHash: try form.take("head-hash"),
      outcome: try form.take("outcome"), couldBecome: try form.take("could-become"),
      day: form.has("day") ? .on(try form.take("day")) : .ofOpening)
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    try form.encode(clinician, forKey: "clinician")
    try form.encode(headHash, forKey: "head-hash")
    try form.encode(outcome, forKey: "outcome")
    try form.encode(couldBecome, forKey: "could-become")
    if case .on(let day) = day { try form.encode(day, forKey: "day") }
  }
}

extension AgainstAdvice {
  init(from form: inout StoredForm) throws {
    let rules: [Rule.ID] = try form.take("rules")
    guard
      let against = AgainstAdvice(
        rules: rules, because: try form.take("because"), reason: try form.take("reason"),
        clinician: try form.take("clinician"), second: try form.take("second"))
    else { throw form.notKnown("rules") }
    self = against
  }

  func write(to form: inout KeyedEncodingContainer<StoredKey>) throws {
    try form.encode(rules, forKey: "rules")
    try form.encode(because, forKey: "because")
    try form.encode(reason, forKey: "reason")
    try form.encode(clinician, forKey: "clinician")
    try form.encode(second, forKey: "second")
  }
}
