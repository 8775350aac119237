/// What a file of a pack is, by its path.
struct PackPath {
  enum Kind {
    /// `protocol.yaml` and the like, whether every pack has them or not.
    case fixed
    /// `questions/NN-<section>.yaml`
    case section
    /// `rules/<subject>.yaml`
    case subject
    /// `rules/<subject>.cases.yaml`
    case cases
    /// `tables/<table>.csv`
    case table
    /// `tables/<table>.cases.yaml`
    case tableCases
    /// `protected.csv`
    case protected
    /// Anything else.
    case foreign
  }

  /// The files every pack has.
  static let fixed = ["protocol.yaml", "sources.yaml", "emergencies.yaml"]

  /// The files a pack may have.
  static let optional = [
    ContradictionReader.path, "guidance.yaml", "risk-orders.yaml", "skin-test-guidance.yaml",
    "table-findings.yaml", WeightChangeReader.path, "wording.yaml",
  ]

  /// What tells the cases of a subject from its rules.
  private static let casesEnding = ".cases"

  let path: String
  let kind: Kind
  /// The section or subject that the file's name promises, also for cases; else
  /// empty.
  let name: String

  init(_ path: String) {
    self.path = path
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let file = parts.last ?? ""
    let stem = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : ""
    let number = stem.prefix(3)
    let isNumbered =
      number.utf8.count == 3 && number.last == "-"
      && number.utf8.prefix(2).allSatisfy { (48...57).contains($0) }
    if Self.fixed.contains(path) || Self.optional.contains(path) {
      (kind, name) = (.fixed, "")
    } else if path == PackFiles.protectedList {
      (kind, name) = (.protected, "")
    } else if path == AllergyCaseReader.path
      || TableCaseReader.tables.contains(where: { path == TableCaseReader.path($0) })
    {
      (kind, name) = (.tableCases, "")
    } else if parts.count == 2, parts[0] == "tables",
      (TablesReader.files + TablesReader.optional).contains(where: { file == "\($0).csv" })
    {
      (kind, name) = (.table, String(file.dropLast(4)))
    } else if parts.count == 2, parts[0] == "questions", isNumbered,
      isKebabCase(String(stem.dropFirst(3)))
    {
      (kind, name) = (.section, String(stem.dropFirst(3)))
    } else if parts.count == 2, parts[0] == "rules", isKebabCase(stem) {
      (kind, name) = (.subject, stem)
    } else if parts.count == 2, parts[0] == "rules", stem.hasSuffix(Self.casesEnding),
      isKebabCase(String(stem.dropLast(Self.casesEnding.count)))
    {
      (kind, name) = (.cases, String(stem.dropLast(Self.casesEnding.count)))
    } else {
      (kind, name) = (.foreign, "")
    }
  }
}
