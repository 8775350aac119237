import ClinicalModel

/// One pass over the files of a pack.
struct PackReading {
  private(set) var faults = Faults()
  /// The files as they were read, by path.
  let roots: [String: DocumentNode]
  private let sections: [PackPath]
  private let subjects: [PackPath]
  private let tables: [PackFile]
  private let sectionsAreWhole: Bool

  /// Sorts the files by what they are and reads their YAML.
  init(_ files: PackFiles) {
    var faults = Faults()
    var roots: [String: DocumentNode] = [:]
    var sections: [PackPath] = []
    var subjects: [PackPath] = []
    var tables: [PackFile] = []
    var whole = true
    var seen: Set<String> = []
    for file in files.files where !faults.isFull {
      guard seen.insert(file.path).inserted else {
        faults.addFile(file.path, "the file is there twice", "keep one of the two")
        continue
      }
      let path = PackPath(file.path)
      switch path.kind {
      // Cases are read after the rules they belong to, and only on demand; what
      // is protected is compared when all is read.
      case .cases, .tableCases, .protected: continue
      case .table:
        tables.append(file)
        continue
      case .foreign:
        faults.addFile(
          file.path, "the file does not belong to a pack",
          didYouMean(
            file.path, PackPath.fixed + PackPath.optional,
            otherwise: "remove it, or name it questions/NN-name.yaml, rules/name.yaml or "
              + "rules/name.cases.yaml"))
        continue
      case .section: sections.append(path)
      case .subject: subjects.append(path)
      case .fixed: break
      }
      let source = SourceText(
        file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults)
      roots[file.path] = source.flatMap { yamlDocument($0, .open, &faults) }
      if path.kind == .section, roots[file.path] == nil { whole = false }
    }
    for path in PackPath.fixed where !seen.contains(path) {
      faults.addFile(path, "the pack has no \(path)", "add it")
    }
    self.faults = faults
    self.roots = roots
    self.sections = sections
    self.subjects = subjects
    self.tables = tables
    sectionsAreWhole = whole
  }

  /// The pack; nothing when there is not even a readable manifest.
  mutating func pack(digest: String) -> ProtocolPack? {
    let manifest = roots["protocol.yaml"].flatMap { Manifest($0, &faults) }
    let sources = roots["sources.yaml"].map { readSources($0, &faults) } ?? []
    let sectionRoots = sections.compactMap { roots[$0.path] }
    let known: PackNames.Known<Set<Source.ID>> =
      roots["sources.yaml"] == nil ? .notAll : .all(Set(sources.map(\.id)))
    let sheets = TablesReader(
      tables, names: PackNames(questions: .notAll, sources: known), &faults)
    let named = sheets.tables(&faults)
    let names = PackNames(
      questions: sectionsAreWhole ? .all(vocabulary(sectionRoots, named)) : .notAll,
      sources: known)
    let checklist = checklist(names)
    var ruleNames = UniqueNames()
    let rules = subjects.flatMap { path in
      roots[path.path].map {
        RuleReader(names: names).rules($0, fileName: path.name, &ruleNames, &faults)
      } ?? []
    }
    let emergencies =
      roots["emergencies.yaml"].map {
        EmergencyReader(names: names).emergencies($0, &faults)
      } ?? []
    let contradictions =
      roots[ContradictionReader.path].map {
        ContradictionReader(names: names).contradictions($0, &faults)
      } ?? []
    let orders =
      roots["risk-orders.yaml"].map {
        RiskOrderReader(names: names, rules: Set(rules.map(\.id))).declared($0, &faults)
      } ?? (orders: [], sets: [])
    if let root = roots[WeightChangeReader.path] {
      WeightChangeReader(names: names, rules: rules).check(root, &faults)
    }
    let guidance =
      roots["guidance.yaml"].map {
        GuidanceReader(names: names, questions: checklist.flatMap(\.questions))
          .guidance($0, &faults)
      } ?? .none
    let skinTests =
      roots["skin-test-guidance.yaml"].map {
        SkinTestGuidanceReader(
          names: names, rules: Set(rules.map(\.id)), emergencies: Set(emergencies.map(\.id))
        ).guidance($0, &faults)
      } ?? .none
    let neverSay = roots["wording.yaml"].map { WordingReader().neverSay($0, &faults) } ?? []
    let wording =
      roots["table-findings.yaml"].map { TableFindingReader(names: names).findings($0, &faults) }
      ?? []
    let tables = sheets.tables(named, with: names, &faults).with(findings: wording)
    if sectionsAreWhole { sheets.check(against: checklist.flatMap(\.questions), &faults) }
    faults.addGateCycles(
      among: checklist.flatMap(\.questions), with: tables, at: .gatePlaces(in: sectionRoots))
    return manifest.map {
      ProtocolPack(
        id: $0.id, version: $0.version, digest: digest, title: $0.title,
        jurisdiction: $0.jurisdiction, approval: $0.approval, intendedUse: $0.intendedUse,
        sections: checklist, rules: rules, sources: sources, emergencies: emergencies,
        riskOrders: orders.orders, riskSets: orders.sets,
        guidance: guidance.with(neverSay: neverSay), tables: tables,
        skinTests: skinTests, contradictions: .pairs(contradictions))
    }
  }

  private func vocabulary(_ sectionRoots: [DocumentNode], _ tables: Tables) -> QuestionVocabulary {
    QuestionVocabulary.scanned(sectionRoots, tables: tables)
      .with(testsOfferedIn: subjects.compactMap { roots[$0.path] })
  }

  /// Reads the cases of a pack that has no errors, and points at rules that
  /// have none and at cases that stand away from their rule.
  @discardableResult
  mutating func lintCases(_ files: PackFiles, for pack: ProtocolPack) -> CaseReading {
    let places = [String: Place].rulePlaces(in: subjects.compactMap { roots[$0.path] })
    let reading = CaseReading(files, for: pack)
    faults.add(reading.faults)
    // The cases of a rule may stand in the part that cannot be read.
    guard reading.faults.isUsable else { return reading }
    for rule in pack.rules {
      guard let place = places[rule.id.rawValue] else { continue }
      guard let cases = reading.place(of: rule.id) else {
        faults.add(
          place, "the rule \(shown(rule.id.rawValue)) has no cases",
          "show it met, not met and unknown in the cases file beside")
        continue
      }
      let subject = PackPath(place.file).name
      if PackPath(cases.file).name != subject {
        faults.add(
          cases, "the rule \(shown(rule.id.rawValue)) stands in \(place.file), its cases do not",
          "move them to rules/\(subject).cases.yaml",
          related: [RelatedPlace(place, "the rule")])
      }
    }
    return reading
  }

  /// Compares every name of the tables with every other, in a pack that has no
  /// errors.
  mutating func lintNames(_ files: PackFiles, for pack: ProtocolPack) {
    NameLint(files, tables: pack.tables, &faults)?.lint(&faults)
  }

  private mutating func checklist(_ names: PackNames) -> [Section] {
    if sections.isEmpty {
      faults.addFile(
        "questions", "the pack has no questions", "add questions/01-name.yaml with a section")
    }
    var sectionNames = UniqueNames()
    var groupNames = UniqueNames()
    var questionNames = UniqueNames()
    let reader = SectionReader(names: names)
    return sections.compactMap { path in
      roots[path.path].flatMap {
        reader.section($0, fileName: path.name, &sectionNames, &groupNames, &questionNames, &faults)
      }
    }
  }
}

extension Faults {
  /// A fault of a whole file.
  fileprivate mutating func addFile(_ path: String, _ cause: String, _ remedy: String) {
    add(Place(file: String(shown(path).dropFirst().dropLast()), line: 1, column: 1), cause, remedy)
  }
}

extension [String: Place] {
  /// Where each rule's name stands.
  fileprivate static func rulePlaces(in roots: [DocumentNode]) -> Self {
    let names = roots.flatMap { $0.value("rules")?.items ?? [] }.compactMap { $0.value("id") }
    return Self(
      names.compactMap { node in node.scalar.map { ($0.text, node.place) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension [Question.ID: Place] {
  /// Where each question's `when` stands.
  static func gatePlaces(in roots: [DocumentNode]) -> Self {
    var places: Self = [:]
    for question in roots.flatMap({ $0.value("questions")?.items ?? [] }) {
      guard let id = question.value("id")?.scalar?.text, let when = question.value("when") else {
        continue
      }
      places[Question.ID(rawValue: id)] = when.place
    }
    return places
  }
}
