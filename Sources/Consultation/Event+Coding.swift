// An event is stored as one flat object that names its version and its type:
//
//   {"v":1,"type":"opened","pack":"mesotherapy","pack-version":"0.1.0",
//    "pack-digest":"sha256:…","interview-date":"2026-11-21"}
//   {"v":1,"type":"answer-recorded","question":"pregnancy-status",
//    "answer":{"choice":"no"},"wording":"Are you pregnant?"}
//   {"v":1,"type":"answer-restored","question":"…","answer":{…},"wording":"…",
//    "given":1795770000000}
//   {"v":1,"type":"group-denied","group":"needled-before",
//    "wording":"Have you ever had filler or PRP?",
//    "members":[{"question":"filler-date","said":"never"},
//               {"question":"vaccine-planned","said":"no"}]}
//   {"v":1,"type":"draft-kept","question":"other-medicines","text":"vitamin"}
//   {"v":1,"type":"note-added","about":"consultation","text":"…"}
//   {"v":1,"type":"note-added","about":"question","question":"…","text":"…"}
//   {"v":1,"type":"finding-acknowledged","rule":"strong-sun-14-days"}
//   {"v":1,"type":"overridden","rule":"…","reason":"…","clinician":"…"}
//   {"v":1,"type":"treated-against-advice","rules":["…"],"because":"no-alternative",
//    "reason":"…","clinician":"…","second":"…"}
//   {"v":1,"type":"decided","decision":"treat"}
//   {"v":1,"type":"decided","decision":"patch-test-first"}
//   {"v":1,"type":"decided","decision":"deferred","until":"date",
//    "date":"2026-12-05","reason":"…"}
//   {"v":1,"type":"decided","decision":"deferred","until":"event",
//    "event":"…","reason":"…"}
//   {"v":1,"type":"decided","decision":"deferred","until":"not-stated","reason":"…"}
//   {"v":1,"type":"decided","decision":"do-not-treat","reason":"…"}
//   {"v":1,"type":"signed-off","clinician":"…","head-hash":"…",
//    "outcome":"caution","could-become":"defer","day":"2026-11-21"}
//   {"v":1,"type":"addendum-added","about":"consultation","text":"…"}
//   {"v":1,"type":"skin-tests-recorded","answer":{"entries":[{…}]}}
//   {"v":1,"type":"exported","format":"pdf","file-name":"…"}
//   {"v":1,"type":"handed-over","to":"nurse"}
//   {"v":1,"type":"voided","reason":"…"}
//
// A version or a type that is not known is an error and so is a missing or an
// extra key: an event that cannot be read must never be skipped. Only a
// signature may be without its day, as they were made before it was kept.

import ClinicalModel

extension Event: Codable {
  /// The version that is written.
  static let version = 1

  /// The names of the types; they never change.
  enum Kind: String {
    case opened
    case answerRecorded = "answer-recorded"
    case answerRestored = "answer-restored"
    case groupDenied = "group-denied"
    case draftKept = "draft-kept"
    case noteAdded = "note-added"
    case findingAcknowledged = "finding-acknowledged"
    case overridden
    case treatedAgainstAdvice = "treated-against-advice"
    case decided
    case signedOff = "signed-off"
    case addendumAdded = "addendum-added"
    case skinTestsRecorded = "skin-tests-recorded"
    case exported
    case handedOver = "handed-over"
    case voided
  }

  /// Reads the stored form; any other form is an error, never a guess.
  public init(from decoder: any Decoder) throws {
    var form = try StoredForm(decoder)
    guard try form.take("v", as: Int.self) == Self.version else { throw form.notKnown("v") }
    guard let kind = Kind(rawValue: try form.take("type")) else { throw form.notKnown("type") }
    switch kind {
    case .opened: self = .opened(try Opening(from: &form))
    case .answerRecorded:
      self = .answerRecorded(
        try form.take("question"), try form.take("answer"), wording: try form.take("wording"))
    case .answerRestored:
      self = .answerRestored(
        try form.take("question"), try form.take("answer"), wording: try form.take("wording"),
        given: try form.take("given"))
    case .groupDenied: self = .groupDenied(try GroupDenial(from: &form))
    case .draftKept: self = .draftKept(try form.take("question"), try form.take("text"))
    case .noteAdded: self = .noteAdded(try Note(from: &form))
    case .findingAcknowledged: self = .findingAcknowledged(try form.take("rule"))
    case .overridden:
      self = .overridden(
        Override(
          rule: try form.take("rule"), reason: try form.take("reason"),
          clinician: try form.take("clinician")))
    case .treatedAgainstAdvice:
      self = .treatedAgainstAdvice(try AgainstAdvice(from: &form))
    case .decided: self = .decided(try Decision(from: &form))
    case .signedOff: self = .signedOff(try Signature(from: &form))
    case .addendumAdded: self = .addendumAdded(try Note(from: &form))
    case .skinTestsRecorded: self = .skinTestsRecorded(try form.take("answer"))
    case .exported:
      self = .exported(
        Export(format: try form.take("format"), fileName: try form.take("file-name")))
    case .handedOver: self = .handedOver(to: try form.take("to"))
    case .voided: self = .voided(reason: try form.take("reason"))
    }
    try form.end()
  }

  /// Writes the stored form.
  public func encode(to encoder: any Encoder) throws {
    var form = encoder.container(keyedBy: StoredKey.self)
    try form.encode(Self.version, forKey: "v")
    try form.encode(kind.rawValue, forKey: "type")
    switch self {
    case .opened(let opening): try opening.write(to: &form)
    case .answerRecorded(let question, let answer, let wording):
      try form.encode(question, forKey: "question")
      try form.encode(answer, forKey: "answer")
      try form.encode(wording, forKey: "wording")
    case .answerRestored(let question, let answer, let wording, let given):
      try form.encode(question, forKey: "question")
      try form.encode(answer, forKey: "answer")
      try form.encode(wording, forKey: "wording")
      try form.encode(given, forKey: "given")
    case .groupDenied(let denial): try denial.write(to: &form)
    case .draftKept(let question, let text):
      try form.encode(question, forKey: "question")
      try form.encode(text, forKey: "text")
    case .noteAdded(let note), .addendumAdded(let note): try note.write(to: &form)
    case .skinTestsRecorded(let answer): try form.encode(answer, forKey: "answer")
    case .findingAcknowledged(let rule): try form.encode(rule, forKey: "rule")
    case .overridden(let override):
      try form.encode(override.rule, forKey: "rule")
      try form.encode(override.reason, forKey: "reason")
      try form.encode(override.clinician, forKey: "clinician")
    case .treatedAgainstAdvice(let against): try against.write(to: &form)
    case .decided(let decision): try decision.write(to: &form)
    case .signedOff(let signature): try signature.write(to: &form)
    case .exported(let export):
      try form.encode(export.format, forKey: "format")
      try form.encode(export.fileName, forKey: "file-name")
    case .handedOver(let role): try form.encode(role, forKey: "to")
    case .voided(let reason): try form.encode(reason, forKey: "reason")
    }
  }

  private var kind: Kind {
    switch self {
    case .opened: .opened
    case .answerRecorded: .answerRecorded
    case .answerRestored: .answerRestored
    case .groupDenied: .groupDenied
    case .draftKept: .draftKept
    case .noteAdded: .noteAdded
    case .findingAcknowledged: .findingAcknowledged
    case .overridden: .overridden
    case .treatedAgainstAdvice: .treatedAgainstAdvice
    case .decided: .decided
    case .signedOff: .signedOff
    case .addendumAdded: .addendumAdded
    case .skinTestsRecorded: .skinTestsRecorded
    case .exported: .exported
    case .handedOver: .handedOver
    case .voided: .voided
    }
  }
}
