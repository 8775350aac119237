import ClinicalModel

/// `tables/plan.csv`: which option of which question puts what into or onto the
/// patient. A pack may do without it.
struct PlanTable {
  static let columns = [
    "question", "option", "holds", "one_of", "listed_as", "counts_back", "apart", "note",
    "evidence", "sources", "decided_here",
  ]

  let names: PackNames
  let tables: Tables

  func options(_ rows: [TableRow], _ faults: inout Faults) -> [PlanOption] {
    var unique = UniqueNames()
    return rows.map { row in
      let option = PlanOption(
        question: Question.ID(rawValue: row.name("question", &faults)),
        option: Option.ID(rawValue: row.name("option", &faults)),
        holds: row.ingredients("holds", of: tables, &faults),
        oneOf: row.ingredients("one_of", of: tables, &faults),
        listedAs: row.ingredients("listed_as", of: tables, &faults),
        countsBack: row.yes("counts_back", &faults), isApart: row.yes("apart", &faults),
        evidence: row.evidence(names, &faults))
      unique.use(
        "\(option.question.rawValue) \(option.option.rawValue)", of: "row of",
        at: row.place("question"), &faults)
      _ = row.text("note", most: 240, &faults)
      if option.brings.isEmpty {
        faults.add(
          row.place("holds"), "the row brings nothing", "name what it holds, or remove the row")
      }
      if Set(option.all).count < option.all.count {
        faults.add(
          row.place("one_of"), "an ingredient stands in two cells of the row",
          "keep it in one of holds, one_of and listed_as")
      }
      return option
    }
  }

  /// Compares the rows with the questions, which are read after the tables.
  static func check(
    _ rows: [TableRow], against checklist: [Question], _ faults: inout Faults
  ) {
    for row in rows {
      let id = Question.ID(rawValue: row.raw("question"))
      guard let question = checklist.first(where: { $0.id == id }) else {
        faults.add(
          row.place("question"), "there is no question \(shown(id.rawValue))",
          didYouMean(
            id.rawValue, checklist.map(\.id.rawValue), otherwise: "name a question of the pack"))
        continue
      }
      guard question.kind == .single || question.kind == .multiple else {
        faults.add(
          row.place("question"), "\(shown(id.rawValue)) is not a choice",
          "name a question of type single or multi")
        continue
      }
      if question.when != .always {
        faults.add(
          row.place("question"), "\(shown(id.rawValue)) is not asked of everybody",
          "what is planned must be asked of everybody: remove its when")
      }
      let options = question.options.map(\.id.rawValue)
      if !options.contains(row.raw("option")) {
        faults.add(
          row.place("option"), "\(shown(id.rawValue)) has no option \(shown(row.raw("option")))",
          didYouMean(
            row.raw("option"), options, otherwise: "use one of \(listed(options))"))
      }
    }
  }
}
