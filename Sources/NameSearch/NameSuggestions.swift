package import ClinicalModel

/// A row of a table as people read it.
package struct TableMeaning: Hashable, Sendable {
  /// The row's id.
  package let id: String
  /// Its name for people.
  package let name: String
  /// The class, category or group in words; never empty in a table that was
  /// read from a pack.
  package let group: String
  /// Its own weight in the table, whatever else is known.
  package let severity: Severity
}

/// One line that a picker can offer for what is being typed.
package struct NameSuggestion: Hashable, Sendable {
  /// What is recorded when the line is taken: whoever looks it up again finds
  /// exactly the meanings shown.
  package let text: String
  /// The name as the table writes it; for a spelling known to be wrong, the
  /// name that is meant.
  package let name: String
  /// What kind of name it is.
  package let kind: NameKind
  /// Everything that `text` means; never empty.
  package let meanings: [TableMeaning]
  /// How the typed text led to it.
  package let manner: MatchManner
  /// Names of other content that go on where this one ends: the box must be
  /// read.
  package let family: [String]
  /// Whether it is only alike, so that a person must say that it is meant.
  package let asks: Bool
}

/// What a typed text may mean.
package struct NameSuggestions: Hashable, Sendable {
  /// The lines, the best first.
  package let lines: [NameSuggestion]
  /// What is known about the whole text.
  package let notice: NameNotice
  /// What the whole text means by exact steps; empty when no table knows it.
  package let meanings: [TableMeaning]

  /// The most lines of one search.
  package static let linesMax = 50

  /// Nothing typed, nothing found.
  package static let none = NameSuggestions(lines: [], notice: .nothing, meanings: [])
}

extension TableNames {
  /// How many names of a table can be found.
  package func nameCount(in table: NameTable) -> Int {
    switch table {
    case .medicines: medicineIndex.list.entries.count
    case .ingredients: ingredientIndex.list.entries.count
    // People react to medicines and ingredients too.
    case .allergens:
      allergenIndex.list.entries.count + nameCount(in: .ingredients) + nameCount(in: .medicines)
    }
  }

  /// What a name means by exact steps only; empty when no table knows it.
  ///
  /// - Parameter form: the form of a medicine, as far as it was answered.
  package func meanings(of text: String, in table: NameTable, form: MedicineRoute? = nil)
    -> [TableMeaning]
  {
    switch table {
    case .medicines: return meanings(of: takenMedicines(named: text, form: form).medicines)
    case .ingredients: return plannedIngredients(named: text).ingredients.map(\.meaning)
    case .allergens:
      let things = reactedTo(named: text)
      // What an allergy to a medicine means is the allergen; else it is itself.
      if !things.allergens.isEmpty { return things.allergens.map(\.meaning) }
      return things.ingredients.isEmpty
        ? meanings(of: things.medicines) : things.ingredients.map(\.meaning)
    }
  }

  /// Medicines as people read them: a generic whose form is open once, under
  /// its own name and with the weight of its heaviest form.
  private func meanings(of medicines: [Medicine]) -> [TableMeaning] {
    var meanings: [TableMeaning] = []
    var places: [Medicine.ID: Int] = [:]
    for medicine in medicines {
      guard let generic = tables.forms.generic(of: medicine.id) else {
        meanings.append(medicine.meaning)
        continue
      }
      guard let place = places[generic] else {
        places[generic] = meanings.count
        meanings.append(medicine.meaning)
        continue
      }
      let named = tables.medicine(generic)?.meaning ?? meanings[place]
      meanings[place] = TableMeaning(
        id: named.id, name: named.name, group: named.group,
        severity: max(meanings[place].severity, medicine.severity))
    }
    return meanings
  }

  /// The row of this id; nothing when the table has none such.
  package func meaning(id: String, in table: NameTable) -> TableMeaning? {
    switch table {
    case .medicines: tables.medicine(.init(rawValue: id))?.meaning
    case .ingredients: tables.ingredient(.init(rawValue: id))?.meaning
    case .allergens:
      tables.allergen(.init(rawValue: id))?.meaning ?? meaning(id: id, in: .ingredients)
        ?? meaning(id: id, in: .medicines)
    }
  }

  /// What a text may mean while it is being typed.
  ///
  /// - Parameter reason: why it is taken, as far as it is known.
  package func suggestions(for text: String, in table: NameTable, reason: String = "")
    -> NameSuggestions
  {
    switch table {
    case .medicines: return suggestions(text, medicineIndex, table, reason)
    case .ingredients: return suggestions(text, ingredientIndex, table, reason)
    case .allergens:
      return [
        suggestions(text, allergenIndex, table, reason),
        suggestions(text, ingredientIndex, table, reason),
        suggestions(text, medicineIndex, table, reason),
      ].joined
    }
  }

  private func suggestions<Row>(
    _ text: String, _ index: NameIndex<Identifier<Row>>, _ table: NameTable, _ reason: String
  ) -> NameSuggestions {
    let found = index.search(text, reason: reason, limit: NameSuggestions.linesMax)
    let whole = meanings(of: text, in: table)
    var taken: Set<String> = []
    let lines = found.matches.compactMap { match -> NameSuggestion? in
      let named = match.items.compactMap { meaning(id: $0.rawValue, in: table) }
      guard let line = line(match, named, text, whole, table) else { return nil }
      return taken.insert(line.text).inserted ? line : nil
    }
    return NameSuggestions(lines: lines, notice: found.notice, meanings: whole)
  }

  private func line<Item>(
    _ match: NameMatch<Item>, _ named: [TableMeaning], _ typed: String, _ whole: [TableMeaning],
    _ table: NameTable
  ) -> NameSuggestion? {
    // A wrong spelling resolves to nothing: the name that is meant is recorded.
    let name = match.kind == .misspelling ? named.first?.name ?? match.name : match.name
    let meanings = meanings(of: name, in: table)
    guard !meanings.isEmpty else { return nil }
    // What was typed beside the name, such as a strength, is kept with it.
    let isSame = NameKey(name).joined == NameKey(typed).joined
    let keepsTyped = match.manner == .whole && !isSame && !whole.isEmpty
    return NameSuggestion(
      text: keepsTyped ? typed : name, name: name, kind: match.kind,
      meanings: keepsTyped ? whole : meanings, manner: match.manner, family: match.family,
      asks: match.needsConfirmation)
  }
}

extension Answers {
  /// The form that a medicine's entry gives; nothing where it gives none.
  package var form: MedicineRoute? {
    if case .known(.choice(let route)) = self[.form] { route } else { nil }
  }
}

extension Array where Element == NameSuggestions {
  /// The lines of all, whole names first, each text and each meaning once; the
  /// notice of the first that found something.
  fileprivate var joined: NameSuggestions {
    var texts: Set<String> = []
    var meanings: Set<[TableMeaning]> = []
    let all = flatMap(\.lines)
    let ordered = all.filter { $0.manner == .whole } + all.filter { $0.manner != .whole }
    let lines = ordered.filter { line in
      texts.insert(line.text).inserted && meanings.insert(line.meanings).inserted
    }
    return NameSuggestions(
      lines: lines.prefix(NameSuggestions.linesMax).map { $0 },
      notice: (first { !$0.lines.isEmpty } ?? first)?.notice ?? .nothing,
      meanings: first?.meanings ?? [])
  }
}

extension Medicine {
  var meaning: TableMeaning {
    TableMeaning(id: id.rawValue, name: name, group: classTitle, severity: severity)
  }
}

extension Ingredient {
  var meaning: TableMeaning {
    TableMeaning(
      id: id.rawValue, name: name, group: category.rawValue.spaced, severity: severity)
  }
}

extension Allergen {
  /// An allergen has no weight of its own: the reaction gives it one.
  var meaning: TableMeaning {
    TableMeaning(id: id.rawValue, name: name, group: group.spaced, severity: .proceed)
  }
}

extension String {
  fileprivate var spaced: String { String(map { $0 == "_" || $0 == "-" ? " " : $0 }) }
}
