import ClinicalModel

extension Faults {
  /// Records each round of questions that wait for one another.
  ///
  /// None of them could ever be asked: whether the first applies hangs on the
  /// answer to the last.
  mutating func addGateCycles(
    among questions: [Question], with tables: Tables, at places: [Question.ID: Place]
  ) {
    let gates = Dictionary(
      questions.map { ($0.id, tables.questionsRead(by: $0.when)) },
      uniquingKeysWith: { first, _ in first })
    var settled: Set<Question.ID> = []
    for question in questions {
      guard let round = cycle(from: question.id, gates, &settled) else { continue }
      let place = places[round[0]] ?? Place(file: "questions", line: 1, column: 1)
      let names = (round + [round[0]]).map(\.rawValue)
      add(
        place, "the question waits for itself: \(names.joined(separator: " needs "))",
        "remove one of these questions from a when",
        related: round.dropFirst().compactMap { id in
          places[id].map { RelatedPlace($0, "the when of \(shown(id.rawValue))") }
        })
    }
  }

  /// A round reached from a question; nothing when there is no new one.
  ///
  /// The search keeps its own stack: a long chain of gates must not exhaust the
  /// program's.
  private func cycle(
    from start: Question.ID, _ gates: [Question.ID: [Question.ID]],
    _ settled: inout Set<Question.ID>
  ) -> [Question.ID]? {
    guard settled.insert(start).inserted else { return nil }
    var path: [(id: Question.ID, next: Int)] = [(start, 0)]
    var positions = [start: 0]
    var found: [Question.ID]?
    while let last = path.last {
      let open = gates[last.id] ?? []
      guard last.next < open.count else {
        path.removeLast()
        positions[last.id] = nil
        continue
      }
      path[path.count - 1].next += 1
      let id = open[last.next]
      if let from = positions[id] {
        found = found ?? path[from...].map(\.id)
      } else if settled.insert(id).inserted {
        positions[id] = path.count
        path.append((id, 0))
      }
    }
    return found
  }
}
