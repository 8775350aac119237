import ArgumentParser
import ClinicalModel
import Consultation
import Journal
import Screening
import Summary
import TextLayout

/// `mesoscreen records show ID`: every entry of one consultation, oldest first.
struct RecordsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show every entry of one consultation, with names and answers.")

  @Argument(help: ArgumentHelp("The consultation's name from records list.", valueName: "ID"))
  var id: String

  @ArgumentParser.Option(help: "How the entries are written: text or json.")
  var format = ListFormat.text

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let journal = try common.existingJournal()
    let name = Consultation.ID(rawValue: id)
    let entries: [Entry]
    let consultation: Consultation
    let head: Head
    do {
      entries = try journal.history(name)
      (consultation, head) = try journal.consultation(name)
    } catch { throw Failure(asking: error) }
    switch format {
    case .json:
      try Output.write(
        try Output.json(
          Document(
            id: id, stage: consultation.stage, head: head.hash.description,
            entries: entries.map {
              Document.Row(
                sequence: $0.sequence, recordedAt: $0.recordedAt, event: $0.event)
            })))
    case .text:
      // Without its pack a record still shows every answer, by question name.
      let pack = try? storedPack(digest: consultation.opened.packDigest, in: journal).get()
      let lines = entries.map { line($0, pack) }
      try Output.write(
        (["\(id), \(consultation.stage), head \(head.hash)"] + lines).joined(separator: "\n") + "\n"
      )
    }
  }

  private struct Document: Encodable {
    struct Row: Encodable {
      let sequence: Int
      let recordedAt: Instant
      let event: Event

      enum CodingKeys: String, CodingKey {
        case sequence, event
        case recordedAt = "recorded-at"
      }
    }
    let id: String
    let stage: String
    let head: String
    let entries: [Row]
  }

  private func line(_ entry: Entry, _ pack: CompiledPack?) -> String {
    let clock = common.localTime
    let time = "\(clock.date(of: entry.recordedAt)) \(clock.time(of: entry.recordedAt))"
    return Printable.line("#\(entry.sequence + 1)  \(time)  \(words(entry.event, pack))")
  }

  private func words(_ event: Event, _ pack: CompiledPack?) -> String {
    func label(_ question: Question.ID) -> String {
      pack?.question(question)?.label ?? question.rawValue
    }
    switch event {
    case .opened(let opening):
      return "opened with \(opening.pack) \(opening.packVersion) for \(opening.interviewDate)"
    case .answerRecorded(let question, .unknown(.notAsked), _):
      return "answer taken back: \(label(question))"
    case .answerRecorded(let question, let answer, _):
      let said =
        pack?.question(question).map { answer.words(for: $0, in: pack?.names) }
        ?? "see --format json"
      return "\(label(question)): \(said)"
    case .answerRestored(let question, let answer, _, let given):
      let said =
        pack?.question(question).map { answer.words(for: $0, in: pack?.names) }
        ?? "see --format json"
      let day = common.localTime.date(of: given)
      return "taken back to the answer of \(day): \(label(question)): \(said)"
    case .groupDenied(let denial):
      let members = denial.members.map { label($0.question) }.joined(separator: "; ")
      return "No to each of: \(members). Asked together: \(denial.wording)"
    case .draftKept(let question, let text)
    where pack?.question(question)?.fields.isEmpty == false && (text.isEmpty || text.first == "+"):
      return text.isEmpty
        ? "list complete: \(label(question))" : "list being written: \(label(question))"
    case .draftKept(let question, let text): return "being typed, \(label(question)): \(text)"
    case .noteAdded(let note): return "note: \(note.text)"
    case .findingAcknowledged(let rule): return "finding seen: \(rule)"
    case .overridden(let override):
      return "treats in spite of \(override.rule): \(override.reason) (\(override.clinician))"
    case .treatedAgainstAdvice(let against):
      let rules = against.rules.map(\.rawValue).joined(separator: ", ")
      return "treats AGAINST ADVICE, \(rules): \(against.because.words). \(against.reason) "
        + "(\(against.clinician), second \(against.second))"
    case .decided(let decision): return "decided: \(words(decision))"
    case .signedOff(let signature):
      return "signed by \(signature.clinician) over \(signature.headHash)"
    case .addendumAdded(let note): return "addendum: \(note.text)"
    case .skinTestsRecorded(let answer):
      let list = ListSubject.skinTests.question
      let said = pack?.question(list).map { answer.words(for: $0) } ?? "see --format json"
      return "skin tests since signing: \(said)"
    case .exported(let export): return "summary left as \(export.format): \(export.fileName)"
    case .handedOver(let role): return "left to the \(role.words)"
    case .voided(let reason): return "withdrawn: \(reason)"
    }
  }

  private func words(_ decision: Decision) -> String {
    switch decision {
    case .treat: "treat as planned"
    case .patchTestFirst: "patch test first"
    case .deferred(.date(let date), let reason): "wait until \(date): \(reason)"
    case .deferred(.event(let event), let reason): "wait until \(event): \(reason)"
    case .deferred(.notDeferred, let reason): "wait: \(reason)"
    case .doNotTreat(let reason): "do not treat: \(reason)"
    }
  }
}
