extension Question {
  /// Whether the question takes this answer; every question takes an unknown.
  ///
  /// Records outlive packs: an answer written under one pack may name an option
  /// that another lacks. Whoever weighs answers asks here first, so that such a
  /// value is never mistaken for "none of the dangerous ones".
  public func admits(_ answer: Answer) -> Bool {
    guard case .known(let value) = answer else { return true }
    switch (kind, value) {
    case (.single, .choice(let chosen)): return option(chosen) != nil
    case (.multiple, .choices(let marked)):
      return !marked.isEmpty && marked.allSatisfy { option($0) != nil }
        && Set(marked).count == marked.count && (marked.count == 1 || !marked.contains(Option.none))
    case (.text, .text(let text)), (.name, .text(let text)): return !text.isEmpty
    case (.names, .choices(let ids)): return !ids.isEmpty
    case (.list, .entries(let entries)):
      return !entries.isEmpty && entries.allSatisfy { !$0.asked.isEmpty && admits(entry: $0) }
    // A number outside its range is still a number: a blood pressure of 400
    // must raise its rule, not fall silent.
    case (.number, .number), (.date, .date): return true
    case (.date(_, let orNever, _), .never): return orNever
    case (.date(_, _, let orCurrent), .current): return orCurrent
    default: return false
    }
  }

  /// Whether every answer of an entry belongs to a field and suits it.
  private func admits(entry: Answers) -> Bool {
    entry.asked.allSatisfy { id in field(id).map { $0.admits(entry[id]) } ?? false }
  }
}
