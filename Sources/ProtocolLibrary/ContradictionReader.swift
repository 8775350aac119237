import ClinicalModel

/// Reads `contradictions.yaml`: what answers may say that cannot both be so.
///
/// ```
/// contradictions:
/// - id: no-allergy-and-a-list
///   title: "No allergy, and the list names some"
///   words: "No allergy was told, and the list of allergies has entries"
///   one: "allergies-any = no"                  # over what was said, asked or not
///   other: "any-allergy(complete or incomplete)"
///   meanwhile: {allergies-any: "yes"}          # or not-known
///   weighs: defer                              # at least; caution when left out
///   look-at: [allergies-any]                   # the questions of both when left out
/// ```
struct ContradictionReader {
  static let path = "contradictions.yaml"

  /// The longest title: it stands in one line of findings.
  private static let titleMax = 57
  /// The longest sentence.
  private static let wordsMax = 160

  let names: PackNames

  func contradictions(_ root: DocumentNode, _ faults: inout Faults) -> [Contradiction] {
    guard
      let file = Fields(root, of: Self.path, required: ["contradictions"], &faults)
    else { return [] }
    var unique = UniqueNames()
    return file.items("contradictions", &faults).compactMap {
      contradiction($0, &unique, &faults)
    }
  }

  private func contradiction(
    _ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> Contradiction? {
    guard
      let fields = Fields(
        node, of: "a contradiction",
        required: ["id", "title", "words", "one", "other", "meanwhile"],
        optional: ["weighs", "look-at"], &faults)
    else { return nil }
    let id = fields.name("id", &faults)
    unique.use(id, of: "contradiction", at: fields.node("id")?.place ?? node.place, &faults)
    let one = fields.node("one").map { names.condition($0, of: "one", &faults) } ?? .always
    let other = fields.node("other").map { names.condition($0, of: "other", &faults) } ?? .always
    let named = lookAt(fields, &faults)
    var both = one.questions
    both += other.questions.filter { !both.contains($0) }
    return Contradiction(
      id: Contradiction.ID(rawValue: id), title: fields.text("title", most: Self.titleMax, &faults),
      words: words(fields, &faults), one: one, other: other,
      questions: named.isEmpty ? both : named,
      severity: fields.word(
        "weighs", of: [Severity.caution, .defer, .doNotTreat], default: .caution, &faults),
      meanwhile: meanwhile(fields, &faults))
  }

  private func words(_ fields: Fields, _ faults: inout Faults) -> String {
    let words = fields.text("words", most: Self.wordsMax, &faults)
    if let last = words.last, ".!?".contains(last), let node = fields.node("words") {
      faults.add(node.place, "the words end with a mark", "leave the mark out")
    }
    return words
  }

  private func lookAt(_ fields: Fields, _ faults: inout Faults) -> [Question.ID] {
    fields.items("look-at", &faults).compactMap { node in
      let id = Question.ID(rawValue: oneLine(node, of: "a question's name", most: 64, &faults))
      return term(id, at: node.place, &faults) == nil ? nil : id
    }
  }

  /// What is known of a question; nothing, and a fault, when there is none.
  private func term(_ id: Question.ID, at place: Place, _ faults: inout Faults)
    -> QuestionVocabulary.Term?
  {
    guard case .all(let vocabulary) = names.questions, !id.rawValue.isEmpty else { return .unread }
    if let term = vocabulary[id] { return term }
    faults.add(
      place, "there is no question \(shown(id.rawValue))",
      didYouMean(id.rawValue, vocabulary.names, otherwise: "name a question of the pack"))
    return nil
  }

  private static let notKnown = "not-known"

  private func meanwhile(_ fields: Fields, _ faults: inout Faults) -> [Contradiction.Meanwhile] {
    guard let node = fields.node("meanwhile") else { return [] }
    guard let entries = node.entries, !entries.isEmpty else {
      faults.add(
        node.place, "meanwhile names no answer",
        "write {question: not-known} or {question: \"option\"}")
      return []
    }
    return entries.compactMap { entry in
      let id = Question.ID(rawValue: entry.key)
      guard let term = term(id, at: entry.keyPlace, &faults) else { return nil }
      let text = oneLine(entry.value, of: "what an answer counts as", most: 64, &faults)
      if text == Self.notKnown || text.isEmpty {
        return Contradiction.Meanwhile(question: id, standing: .notKnown)
      }
      check(text, among: term, of: id, at: entry.value.place, &faults)
      return Contradiction.Meanwhile(question: id, standing: .option(Option.ID(rawValue: text)))
    }
  }

  private func check(
    _ text: String, among term: QuestionVocabulary.Term, of id: Question.ID, at place: Place,
    _ faults: inout Faults
  ) {
    let known: [String]
    switch term {
    case .single(let options), .multiple(let options): known = options.map(\.rawValue)
    case .unread: return
    case .number, .date, .text, .list: known = []
    }
    guard !known.contains(text) else { return }
    let words = known + [Self.notKnown]
    faults.add(
      place, "\(shown(id.rawValue)) has no option \(shown(text))",
      didYouMean(text, words, otherwise: "use one of \(listed(words))"))
  }
}
