import ClinicalModel
import Screening

/// Looks for fields of lists that nobody is asked for or that nothing reads.
///
/// Keys and names that no row of the tables answers to are found by the reader
/// of the pack.
struct ListLint {
  let pack: CompiledPack
  let interviewDate: CalendarDate

  func findings() -> [LintFinding] { lists.flatMap { fields(of: $0) } }

  private var lists: [Question] {
    pack.questions.filter { if case .list = $0.kind { true } else { false } }
  }

  // MARK: Fields

  private func fields(of list: Question) -> [LintFinding] {
    let read = AnswersRead(in: pack)
    return list.fields.enumerated().flatMap { place, field -> [LintFinding] in
      let spot = PackSpot(.question(list.id), "fields", .item(place))
      let own =
        field.when == .always
        ? []
        : unreachable(
          field, of: list, at: PackSpot(.question(list.id), "fields", .item(place), "when"))
      guard own.isEmpty, isWeighed(field), !read.reads(field, of: list),
        !field.forRecord.contains(where: \.options.isEmpty)
      else { return own }
      return own + [
        LintFinding(
          .unread, at: spot,
          "nothing reads the field \(quoted(field.id)) of \(quoted(list.id))",
          "add a rule that reads it, say with for-record why it is asked, or remove the field")
      ]
    }
  }

  /// Where and how much was tested.
  private static let wayOfTesting: [Question.ID] = ["side", "amount-ml"]

  /// Whether a field could bear on a finding: words are for the record, and so
  /// is where and how much was tested.
  private func isWeighed(_ field: Question) -> Bool {
    guard !Self.wayOfTesting.contains(field.id) else { return false }
    return switch field.kind {
    case .single, .multiple, .number, .date: true
    case .text, .name, .names, .list: false
    }
  }

  /// A field is asked for within its entry, so only its neighbours open it.
  private func unreachable(_ field: Question, of list: Question, at spot: PackSpot)
    -> [LintFinding]
  {
    // What the tables say of the entry's name opens some fields too.
    guard !field.when.entryLeaves.contains(where: { if case .entry = $0 { true } else { false } })
    else { return [] }
    let entry = ProtocolPack(
      id: pack.id, version: "", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "entry", title: "", short: "", askedBy: "",
          questions: list.fields.filter { $0.id != field.id }.map {
            Question(id: $0.id, ask: "", label: "", kind: $0.kind, options: $0.options)
          })
      ], rules: [])
    let situations = Situations(of: field.when, in: CompiledPack(entry), on: interviewDate)
    let answers = situations.smallest { situations.truth(of: field.when, for: $0) == .true }
    guard answers == nil else { return [] }
    return [
      LintFinding(
        .neverHolds, at: spot,
        "the field \(quoted(field.id)) of \(quoted(list.id)) can never be asked",
        witness: .words("\(field.when) is never true"), "correct its when, or remove the field")
    ]
  }
}
