import ClinicalModel
import Screening

/// Looks for options that change nothing, where nobody says why they are asked.
///
/// An option that no condition asks for does what every other such option does.
/// One of them is the plain answer, "none" or "no" where there is one; a second
/// is a question's worth of breath for nothing.
struct OptionLint {
  let pack: CompiledPack
  private let read: AnswersRead
  /// Every question that something reads.
  private let questionsRead: Set<Question.ID>

  init(pack: CompiledPack) {
    self.pack = pack
    read = AnswersRead(in: pack)
    questionsRead = pack.questionsRead
  }

  func findings() -> [LintFinding] {
    pack.questions.flatMap { question in
      findings(of: question)
        + question.fields.enumerated().flatMap { place, field in
          findings(of: field, in: question, at: place)
        }
    }
  }

  private func findings(of question: Question) -> [LintFinding] {
    // What was asked for stands on the patient's sheet, word for word.
    let isPrinted = pack.guidance.request.contains(question.id)
    return findings(
      of: question, read: isPrinted ? Set(question.options.map(\.id)) : read.options[question.id],
      isRead: isPrinted || questionsRead.contains(question.id),
      words: quoted(question.id), at: PackSpot(.question(question.id), "options"),
      PackSpot(.question(question.id), "for-record"))
  }

  private func findings(of field: Question, in list: Question, at place: Int) -> [LintFinding] {
    findings(
      of: field, read: read.options(of: field, in: list), isRead: read.reads(field, of: list),
      words: "\(quoted(field.id)) of \(quoted(list.id))", isField: true,
      at: PackSpot(.question(list.id), "fields", .item(place), "options"),
      PackSpot(.question(list.id), "fields", .item(place), "for-record"))
  }

  private func findings(
    of question: Question, read asked: Set<Option.ID>?, isRead: Bool, words: String,
    isField: Bool = false, at spot: PackSpot, _ reasons: PackSpot
  ) -> [LintFinding] {
    let asked = asked ?? []
    let needless = question.forRecord.filter { reason in
      reason.options.isEmpty ? isRead : reason.options.contains(where: asked.contains)
    }
    if let reason = needless.first {
      let named = reason.options.filter(asked.contains).map { "\($0)" }
      return [
        LintFinding(
          .unreadOption, at: reasons,
          named.isEmpty
            ? "\(words) is not for the record alone: something reads it"
            : "\(named.joined(separator: ", ")) of \(words) is not for the record alone",
          "take it out of for-record")
      ]
    }
    guard isRead, !question.options.isEmpty else { return [] }
    // A field that is not asked for reads as `unknown`.
    let silent = question.options.map(\.id).filter {
      !asked.contains($0) && !(isField && $0 == "unknown")
    }
    let told = Set(question.forRecord.flatMap(\.options))
    var unexplained = silent.filter { !told.contains($0) && !Self.plain.contains($0) }
    // Without a plain answer the first of them is it.
    if question.kind == .single, silent.allSatisfy({ !Self.plain.contains($0) }) {
      unexplained = Array(unexplained.dropFirst())
    }
    guard !unexplained.isEmpty else { return [] }
    return [
      LintFinding(
        .unreadOption, at: spot,
        "\(unexplained.map { "\($0)" }.joined(separator: ", ")) of \(words) "
          + (unexplained.count == 1 ? "changes nothing" : "change nothing"),
        witness: .words("no rule, row, screen, sheet or gate asks for it"),
        "let a rule read it, or say with for-record why it is asked")
    ]
  }

  /// Answers that are there so that the others can be denied.
  private static let plain: Set<Option.ID> = ["none", "no"]
}
