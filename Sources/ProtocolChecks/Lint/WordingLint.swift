import ClinicalModel
import Screening

/// Looks for words that the pack's `wording.yaml` says may not be said.
struct WordingLint {
  let pack: CompiledPack

  struct Passage {
    let text: String
    let spot: PackSpot
    let reader: Reader
    var product = Product.any

    enum Reader { case patient, staff }
    /// What it speaks of.
    enum Product { case any, ownChoice }
  }

  func findings() -> [LintFinding] {
    var passages: [Passage] = pack.questions.flatMap { self.passages(of: $0) }
    passages += pack.rules.flatMap { self.passages(of: $0) }
    passages += pack.groups.map {
      Passage(text: $0.ask, spot: PackSpot(.group($0.id), "ask"), reader: .patient)
    }
    passages += pack.contradictions.pairs.flatMap(self.passages)
    passages += pack.emergencies.flatMap { self.passages(of: $0) }
    passages += guidancePassages()
    passages += insteadPassages()
    passages += pack.tables.passages
    passages += pack.skinTests.passages
    passages += reasonPassages()
    return passages.filter { !$0.text.isEmpty }.flatMap { passage in
      pack.guidance.neverSay.filter { $0.reach == .all || passage.reader == .patient }
        .filter { $0.ownChoice == .refused || passage.product == .any }
        .flatMap { entry in
          entry.found(in: passage.text).map { fault($0, passage, entry) }
        }
    }
  }

  private func fault(_ words: String, _ passage: Passage, _ entry: NeverSay) -> LintFinding {
    LintFinding(
      .forbiddenWords, at: passage.spot, "\(quoted(words)) may not be said",
      witness: .words("why: \(entry.why)"),
      entry.instead.isEmpty ? "leave it out" : "say instead: \(entry.instead)")
  }

  private func passages(of contradiction: Contradiction) -> [Passage] {
    let part = PackSpot.Part.contradiction(contradiction.id)
    return [
      Passage(text: contradiction.title, spot: PackSpot(part, "title"), reader: .staff),
      Passage(text: contradiction.words, spot: PackSpot(part, "words"), reader: .staff),
    ]
  }

  private func passages(of question: Question) -> [Passage] {
    let part = PackSpot.Part.question(question.id)
    // What staff answer by looking no patient hears.
    let reader: Passage.Reader = question.answeredByStaff ? .staff : .patient
    return [
      Passage(text: question.ask, spot: PackSpot(part, "ask"), reader: reader),
      Passage(text: question.hint, spot: PackSpot(part, "hint"), reader: reader),
      Passage(text: question.label, spot: PackSpot(part, "label"), reader: .staff),
      Passage(text: question.help, spot: PackSpot(part, "help"), reader: .staff),
      Passage(text: question.why, spot: PackSpot(part, "why"), reader: .staff),
    ]
      + question.options.map {
        Passage(
          text: $0.label, spot: PackSpot(part, "options", .key($0.id.rawValue)), reader: reader)
      }
      + question.fields.enumerated().flatMap { place, field in
        passages(of: field, at: PackSpot(part, "fields", .item(place)), reader)
      }
  }

  private func passages(
    of field: Question, at spot: PackSpot, _ reader: Passage.Reader
  ) -> [Passage] {
    ([field.ask, field.hint, field.label] + field.options.map(\.label)).map {
      Passage(text: $0, spot: spot, reader: reader)
    }
  }

  /// Why something is as it is: orders of risk, questions turned round, answers
  /// for the record.
  private func reasonPassages() -> [Passage] {
    let orders = pack.riskOrders.flatMap { order in
      order.exceptions.enumerated().map { place, exception in
        Passage(
          text: exception.reason,
          spot: PackSpot(.riskOrder(order.question), "exceptions", .item(place), "reason"),
          reader: .staff)
      }
    }
    let questions = pack.questions.flatMap { question -> [Passage] in
      let part = PackSpot.Part.question(question.id)
      let kept = question.forRecord.map {
        Passage(text: $0.why, spot: PackSpot(part, "for-record"), reader: .staff)
      }
      guard case .no(let reason) = question.findingSide else { return kept }
      return kept + [
        Passage(text: reason, spot: PackSpot(part, "polarity-reason"), reader: .staff)
      ]
    }
    return orders + questions + overlayPassages()
  }

  /// Why a clinic's overlay raises something.
  private func overlayPassages() -> [Passage] {
    guard case .applied(let overlay) = pack.overlay else { return [] }
    return overlay.raises.map { Passage(text: $0.reason, spot: PackSpot(.pack), reader: .staff) }
  }

  private func passages(of rule: Rule) -> [Passage] {
    let part = PackSpot.Part.rule(rule.id)
    let product = rule.when.isForOwnChoice ? Passage.Product.ownChoice : .any
    let texts: [(PackSpot.Step, String, Passage.Reader)] = [
      ("title", rule.title, .staff), ("until", rule.until.words, .staff),
      ("staff", rule.staff, .staff), ("patient", rule.patient, .patient),
      ("note", rule.note, .staff),
    ]
    return texts.map { key, text, reader in
      Passage(text: text, spot: PackSpot(part, key), reader: reader, product: product)
    }
      + rule.cases.map {
        Passage(
          text: $0.name, spot: PackSpot(part, "cases", .key($0.name)), reader: .staff,
          product: product)
      }
  }

  /// The patient lies beside the screen and hears what is read from it.
  private func passages(of emergency: Emergency) -> [Passage] {
    let part = PackSpot.Part.emergency(emergency.id)
    return [Passage(text: emergency.title, spot: PackSpot(part, "title"), reader: .patient)]
      + emergency.steps.enumerated().map {
        Passage(text: $1, spot: PackSpot(part, "steps", .item($0)), reader: .patient)
      }
  }

  private func guidancePassages() -> [Passage] {
    let guidance = pack.guidance
    let evidence = guidance.evidence.enumerated().map {
      Passage(
        text: $1.text, spot: PackSpot(.guidance, "evidence", .item($0), "text"), reader: .patient)
    }
    let flags = guidance.redFlags.enumerated().flatMap { place, group in
      [
        Passage(
          text: group.title, spot: PackSpot(.guidance, "red-flags", .item(place), "title"),
          reader: .patient)
      ]
        + group.signs.enumerated().map {
          Passage(
            text: $1, spot: PackSpot(.guidance, "red-flags", .item(place), "signs", .item($0)),
            reader: .patient)
        }
    }
    let aftercare = guidance.aftercare.enumerated().flatMap { place, sheet in
      sheet.advice.enumerated().flatMap { line, advice in
        [("text", advice.text, Passage.Reader.patient), ("note", advice.note, .staff)].map {
          Passage(
            text: $1,
            spot: PackSpot(
              .guidance, "aftercare", .item(place), "advice", .item(line), .key($0)), reader: $2)
        }
      }
    }
    return evidence + flags + aftercare
  }

  /// What is to be said instead is said to patients.
  private func insteadPassages() -> [Passage] {
    pack.guidance.neverSay.enumerated().map {
      Passage(
        text: $1.instead, spot: PackSpot(.wording, "never-say", .item($0), "instead"),
        reader: .patient)
    }
  }
}
