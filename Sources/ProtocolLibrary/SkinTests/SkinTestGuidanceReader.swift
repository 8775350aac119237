import ClinicalModel

/// Reads `skin-test-guidance.yaml`: how skin tests are placed and read.
///
/// ```
/// placing: {prefer: monday, avoid: [thursday, friday]}
/// reaction-screen: anaphylaxis
/// kinds:
/// - id: patch
///   title: "Patch test"
///   ...
///   readings:
///   - {day: 2, words: "Remove, wait 30 to 60 minutes, read, photograph"}
/// grades:
/// - {grade: "+", title: "Weak positive", definition: "..."}
/// refusals:
/// - {rule: test-refused-pregnancy, kinds: [patch, spot], instead: "Here, after pregnancy."}
/// never-test:
/// - {id: never-glycolic-acid, when: "planned(glycolic-acid)", reason: "...",
///    instead: "A dermatologist decides.", cite: [...], strength: guideline}
/// ```
struct SkinTestGuidanceReader {
  let names: PackNames
  let rules: Set<Rule.ID>
  let emergencies: Set<Emergency.ID>

  func guidance(_ root: DocumentNode, _ faults: inout Faults) -> SkinTestGuidance {
    guard
      let file = Fields(
        root, of: "skin-test-guidance.yaml",
        required: ["placing", "reaction-screen", "kinds", "grades", "refusals", "never-test"],
        &faults)
    else { return .none }
    var unique = UniqueNames()
    let kinds = file.items("kinds", &faults).compactMap {
      SkinTestKindReader(names: names).guide($0, &unique, &faults)
    }
    for kind in kindsAsked where !kinds.contains(where: { $0.kind == kind }) {
      faults.add(
        file.place(of: "kinds"), "nothing is said of the kind \(kind.rawValue)",
        "add an entry with id: \(kind.rawValue)")
    }
    return SkinTestGuidance(
      kinds: kinds, grades: grades(file, &faults),
      refusals: file.items("refusals", &faults).compactMap { refusal($0, &unique, &faults) },
      neverTest: file.items("never-test", &faults).compactMap { never($0, &unique, &faults) },
      placing: placing(file, &faults), reactionScreen: screen(file, &faults))
  }

  /// The kinds of which something must be said: those of ingredients, and those
  /// of the method where the pack's list of tests has them.
  private var kindsAsked: [SkinTestKind] {
    var asked = SkinTestKind.ofIngredients
    if case .all(let vocabulary) = names.questions,
      case .single(let options)? = vocabulary.lists.fields[.skinTests]?[.testKind]
    {
      asked += options.compactMap(\.skinTest).filter(\.isOfMethod)
    }
    return asked
  }

  // MARK: Days

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private func placing(_ file: Fields, _ faults: inout Faults) -> PlacingDays {
    guard let node = file.node("placing"),
      let fields = Fields(node, of: "placing", required: ["prefer", "avoid"], &faults)
    else { return .any }
    let prefer = fields.node("prefer").map { weekday($0, &faults) } ?? 1
    let avoid = fields.items("avoid", &faults).map { weekday($0, &faults) }
    if avoid.contains(prefer) {
      faults.add(
        fields.place(of: "avoid"), "the preferred day is one to avoid", "take it out of avoid")
    }
    return .prefer(weekday: prefer, avoid: avoid)
  }

  private func weekday(_ node: DocumentNode, _ faults: inout Faults) -> Int {
    let word = oneLine(node, of: "a day of the week", most: 20, &faults)
    if let place = Self.weekdays.firstIndex(of: word) { return place + 1 }
    if !word.isEmpty {
      faults.add(
        node.place, "\(shown(word)) is no day of the week",
        didYouMean(word, Self.weekdays, otherwise: "use one of \(listed(Self.weekdays))"))
    }
    return 1
  }

  private func screen(_ file: Fields, _ faults: inout Faults) -> ReactionScreen {
    let id = Emergency.ID(rawValue: file.name("reaction-screen", &faults))
    guard !id.rawValue.isEmpty else { return .none }
    if !emergencies.contains(id), let node = file.node("reaction-screen") {
      faults.add(
        node.place, "there is no emergency screen \(shown(id.rawValue))",
        didYouMean(
          id.rawValue, emergencies.map(\.rawValue), otherwise: "name one of emergencies.yaml"))
    }
    return .screen(id)
  }

  // MARK: Grades

  private func grades(_ file: Fields, _ faults: inout Faults) -> [SkinTestGrade] {
    var seen: [Option.ID: Place] = [:]
    let known = gradeOptions
    let grades = file.items("grades", &faults).compactMap { node -> SkinTestGrade? in
      guard
        let fields = Fields(
          node, of: "a grade", required: ["grade", "title", "definition"], &faults)
      else { return nil }
      let grade = Option.ID(rawValue: fields.text("grade", most: 8, &faults))
      let place = fields.node("grade")?.place ?? node.place
      if case .all(let known) = known, !known.contains(grade), !grade.rawValue.isEmpty {
        faults.add(
          place, "a reading has no grade \(shown(grade.rawValue))",
          "use one of \(listed(known.map(\.rawValue)))")
      }
      if let earlier = seen[grade] {
        faults.add(
          place, "\(shown(grade.rawValue)) is defined twice", "keep one of the two",
          related: [RelatedPlace(earlier, "the first of the two")])
      }
      seen[grade] = seen[grade] ?? place
      return SkinTestGrade(
        grade: grade, title: fields.text("title", most: 30, &faults),
        definition: fields.text("definition", most: 160, &faults))
    }
    if case .all(let known) = known {
      for grade in known where seen[grade] == nil {
        faults.add(
          file.place(of: "grades"), "nothing defines the grade \(shown(grade.rawValue))",
          "add an entry for it")
      }
    }
    return grades
  }

  /// The grades that a reading can have.
  private var gradeOptions: PackNames.Known<[Option.ID]> {
    guard case .all(let vocabulary) = names.questions,
      case .single(let options)? = vocabulary.lists.fields[.readings]?[.grade]
    else { return .notAll }
    return .all(options)
  }

  // MARK: What is not tested

  private func refusal(
    _ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> SkinTestRefusal? {
    guard
      let fields = Fields(node, of: "a refusal", required: ["rule", "kinds", "instead"], &faults)
    else { return nil }
    let rule = Rule.ID(rawValue: fields.name("rule", &faults))
    let place = fields.node("rule")?.place ?? node.place
    unique.use(rule.rawValue, of: "refusal by", at: place, &faults)
    if !rule.rawValue.isEmpty, !rules.contains(rule) {
      faults.add(
        place, "there is no rule \(shown(rule.rawValue))",
        didYouMean(rule.rawValue, rules.map(\.rawValue), otherwise: "name a rule of the pack"))
    }
    let words = SkinTestKind.allCases.map(\.rawValue)
    let kinds = fields.items("kinds", &faults).compactMap { item -> SkinTestKind? in
      let word = oneLine(item, of: "a kind", most: 30, &faults)
      if let kind = SkinTestKind(rawValue: word) { return kind }
      faults.add(
        item.place, "there is no kind of test \(shown(word))",
        didYouMean(word, words, otherwise: "use one of \(listed(words))"))
      return nil
    }
    if kinds.isEmpty {
      faults.add(fields.place(of: "kinds"), "the rule forbids no kind", "name the kinds")
    }
    return SkinTestRefusal(
      rule: rule, kinds: kinds, instead: fields.text("instead", most: 160, &faults))
  }

  private func never(
    _ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> NeverTest? {
    guard
      let fields = Fields(
        node, of: "an entry of never-test",
        required: ["id", "reason", "instead", "cite", "strength"], optional: ["when", "names"],
        &faults)
    else { return nil }
    let id = fields.name("id", &faults)
    unique.use(id, of: "entry of never-test", at: fields.place(of: "id"), &faults)
    if !fields.has("when"), !fields.has("names") {
      faults.add(
        fields.place, "nothing says what is never tested",
        "add when, or names for what no table knows")
    }
    return NeverTest(
      id: NeverTest.ID(rawValue: id),
      when: fields.node("when").map { names.condition($0, of: "when", &faults) } ?? .not(.always),
      names: fields.items("names", &faults).map {
        oneLine($0, of: "a name", most: 60, &faults).lowercased()
      },
      reason: fields.text("reason", most: 200, &faults),
      instead: fields.text("instead", most: 160, &faults),
      cite: names.citations(fields, of: "the entry", atLeast: 1, &faults),
      strength: fields.word(
        "strength", of: EvidenceStrength.allCases, default: .generalKnowledge, &faults))
  }
}
