import ClinicalModel

// Answers that are lists (`AnswersAndReports.md`):
//
//   "medicines": [{"medicine": "warfarin", "use": "regular"}, "aspirin"]

extension AnswerReader {
  /// The entries of a list; nothing after a fault.
  func entries(_ node: DocumentNode, of list: Question, _ faults: inout Faults) -> [Answers]? {
    let what = "the answer to \(shown(list.id.rawValue))"
    guard let items = node.items else {
      faults.add(
        node.place, "\(what) is not a list of entries",
        "write [{...}], or one of \(listed(UnknownReason.allCases.map(\.rawValue)))")
      return nil
    }
    guard !items.isEmpty else {
      faults.add(
        node.place, "\(what) has no entries",
        "leave it out, or write \"unsure\", \"declined\" or \"not-asked\"")
      return nil
    }
    guard items.count <= Answer.entriesMax else {
      faults.add(
        node.place, "\(what) has more than \(Answer.entriesMax) entries", "split the file")
      return nil
    }
    let before = faults.diagnostics.count
    let entries = items.map { entry($0, of: list, &faults) }
    return faults.diagnostics.count == before ? entries : nil
  }

  private func entry(_ node: DocumentNode, of list: Question, _ faults: inout Faults) -> Answers {
    var entry = Answers()
    guard let fields = node.entries else {
      // A bare name stands for an entry of which nothing else is known.
      if let name = list.fields.first(where: \.isName), node.scalar != nil {
        if let answer = answer(node, to: name, &faults) { entry[name.id] = answer }
      } else {
        faults.add(
          node.place, "an entry of \(shown(list.id.rawValue)) does not hold named fields",
          "write {\"field\": \"answer\"}")
      }
      return entry
    }
    let names = list.fields.map(\.id.rawValue)
    for given in fields where !faults.isFull {
      guard let field = list.field(Question.ID(rawValue: given.key)) else {
        faults.add(
          given.keyPlace, "an entry of \(shown(list.id.rawValue)) has no field of this name",
          didYouMean(given.key, names, otherwise: "use one of \(listed(names))"))
        continue
      }
      if let answer = answer(given.value, to: field, &faults) { entry[field.id] = answer }
    }
    if entry.asked.isEmpty, faults.isUsable {
      faults.add(
        node.place, "an entry of \(shown(list.id.rawValue)) says nothing", "remove the entry")
    }
    checkPlaced(entry, of: list, node, &faults)
    return entry
  }

  /// What has been placed has been placed by today.
  private func checkPlaced(
    _ entry: Answers, of list: Question, _ node: DocumentNode, _ faults: inout Faults
  ) {
    guard list.kind == .list(.skinTests), case .known(.date(let placed)) = entry[.placed],
      placed.earliest > interviewDate, entry[.testState] != .known(.choice("planned"))
    else { return }
    faults.add(
      node.place, "a skin test that is not merely planned is placed after the interview",
      "give the day it was placed, or the state planned")
  }

  /// Ids of a table, each once, in the order given.
  func names(_ node: DocumentNode, in table: NameTable) throws(Refusal) -> [Option.ID] {
    let items = node.items ?? [node]
    guard !items.isEmpty, items.count <= Answer.entriesMax else {
      throw Refusal(cause: "names nothing", remedy: "leave the field out")
    }
    var names: [Option.ID] = []
    for item in items {
      guard let scalar = item.scalar, scalar.isText else {
        throw Refusal(cause: "is not a list of names", remedy: "write [\"a\", \"b\"]")
      }
      guard pack.tables.has(scalar.text, in: table) else {
        throw Refusal(
          cause: "names what the table of \(table.rawValue) lacks",
          remedy: "use an id of the table", place: item.place)
      }
      let id = Option.ID(rawValue: scalar.text)
      if !names.contains(id) { names.append(id) }
    }
    return names
  }
}

extension Question {
  fileprivate var isName: Bool {
    if case .name = kind { true } else { false }
  }
}
