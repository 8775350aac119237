import ClinicalModel

/// One pass over the `rules/<subject>.cases.yaml` files of a pack.
struct CaseReading {
  private(set) var faults = Faults()
  private let base: ProtocolPack
  private var cases: [Rule.ID: [RuleCase]] = [:]
  private var first: [Rule.ID: Place] = [:]
  /// The files, as far as they could be read.
  private(set) var roots: [DocumentNode] = []
  /// What reactions must come to.
  private(set) var allergyCases: [AllergyCase] = []
  /// What rows of other tables must come to.
  private(set) var tableCases: [TableCase] = []

  /// Reads the files of cases among a pack's files, or among those of an
  /// overlay, which stand below a folder beside the pack's own `subjects`.
  init(
    _ files: PackFiles, for pack: ProtocolPack, below folder: String = "",
    beside others: Set<String> = []
  ) {
    base = pack
    let paths = files.files.map { PackPath(String($0.path.dropFirst(folder.count))) }
    let subjects = others.union(paths.filter { $0.kind == .subject }.map(\.name))
    for (file, path) in zip(files.files, paths) where path.kind == .tableCases {
      readTableCases(file, path.path)
    }
    for (file, path) in zip(files.files, paths) where path.kind == .cases && !faults.isFull {
      if !subjects.contains(path.name) {
        faults.add(
          Place(file: file.path, line: 1, column: 1),
          "there is no rules/\(path.name).yaml beside the cases",
          didYouMean(path.name, subjects.sorted(), otherwise: "name the file as its rules file"))
      }
      let source = SourceText(
        file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults)
      if let source, let root = yamlDocument(source, .open, &faults) {
        roots.append(root)
        read(root, fileName: path.name)
      }
    }
  }

  private mutating func readTableCases(_ file: PackFile, _ path: String) {
    let source = SourceText(
      file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults)
    guard let source, let root = yamlDocument(source, .open, &faults) else { return }
    guard path != AllergyCaseReader.path else {
      allergyCases = AllergyCaseReader(tables: base.tables).cases(root, &faults)
      return
    }
    for table in TableCaseReader.tables where path == TableCaseReader.path(table) {
      tableCases += TableCaseReader(table: table, pack: base).cases(root, &faults)
    }
  }

  /// The pack with the cases in its rules.
  var pack: ProtocolPack { base.with(rules: base.rules.map { $0.with(cases: cases[$0.id] ?? []) }) }

  /// Whether a file names the rule.
  func isNamed(_ rule: Rule.ID) -> Bool { first[rule] != nil }

  /// Where the cases of a rule begin; nothing when no file names it.
  func place(of rule: Rule.ID) -> Place? { first[rule] }

  private mutating func read(_ root: DocumentNode, fileName: String) {
    guard
      let fields = Fields(root, of: "a cases file", required: ["subject", "cases"], &faults)
    else { return }
    let subject = fields.name("subject", &faults)
    if !subject.isEmpty, subject != fileName, let node = fields.node("subject") {
      faults.add(
        node.place,
        "the subject \(shown(subject)) stands in a file of cases named for \(shown(fileName))",
        "give the file and the subject the same name")
    }
    for node in fields.items("cases", &faults) where !faults.isFull { readRule(node) }
  }

  /// The cases of one rule.
  private mutating func readRule(_ node: DocumentNode) {
    guard
      let fields = Fields(node, of: "a rule's cases", required: ["rule", "cases"], &faults)
    else { return }
    let id = Rule.ID(rawValue: fields.name("rule", &faults))
    let place = fields.node("rule")?.place ?? fields.place
    if !id.rawValue.isEmpty, base.rule(id) == nil {
      faults.add(
        place, "there is no rule \(shown(id.rawValue))",
        didYouMean(
          id.rawValue, base.rules.map(\.id.rawValue), otherwise: "name a rule of the pack"))
    }
    if let earlier = first[id] {
      faults.add(
        place, "the cases of \(shown(id.rawValue)) exist already", "put them together",
        related: [RelatedPlace(earlier, "the first cases of \(shown(id.rawValue))")])
    }
    if !id.rawValue.isEmpty, first[id] == nil { first[id] = place }
    let items = fields.items("cases", &faults)
    if fields.node("cases")?.items != nil, items.isEmpty {
      faults.add(fields.place(of: "cases"), "there are no cases", "add one or remove the rule here")
    }
    var names = UniqueNames()
    let reader = CaseReader(pack: base)
    for item in items where !faults.isFull {
      if let example = reader.example(item, &names, &faults) {
        cases[id, default: []].append(example)
      }
    }
  }
}
