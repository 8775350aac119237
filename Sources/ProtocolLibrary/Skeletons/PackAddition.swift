/// A file of a pack or overlay with a skeleton added, ready to be written.
package struct PackAddition: Hashable, Sendable {
  /// Its path within the pack's folder; an overlay's files stand in `overlay/`.
  package let path: String
  /// The whole file; what it held before is in it unchanged.
  package let bytes: [UInt8]
  /// The line on which the skeleton begins, from 1.
  package let line: Int
  /// Whether the file is a new one.
  package let isNew: Bool
}

/// Why nothing can be added to a pack.
package enum PackAdditionError: Error, Hashable, Sendable {
  /// The name is not in kebab-case.
  case improperName
  /// The name is kept for something else; why.
  case reservedName(String)
  /// There is one already: what it is, with its name, and where.
  case exists(String, at: RelatedPlace)
  /// There is no such section; those that there are.
  case noSection([String])
  /// Files that would have to be read have errors.
  case unreadable([Diagnostic])
  /// The file is written in a way that nothing can be added to by a program.
  case notExtensible(path: String)
}

/// The skeleton of a question, added to a section.
///
/// Of a pack with an overlay it is the overlay that is added to.
///
/// - Throws: when the name cannot be taken or there is no such section.
package func addingQuestion(
  _ id: String, of kind: QuestionKindWord, toSection section: String, in files: PackFiles
) throws(PackAdditionError) -> [PackAddition] {
  let parts = try PackParts(files)
  try parts.refuse(id, ofAny: "questions", "question")
  guard !QuestionVocabulary.reserved.contains(id) else {
    throw .reservedName("it is a word of the condition language")
  }
  guard let target = parts.section(section) else { throw .noSection(parts.sectionNames) }
  return [
    try parts.adding(
      .question(id, kind), to: "questions", of: target, orBelow: "adds-to: \(section)")
  ]
}

/// The skeletons of a rule and of its cases, added to the files of a subject.
///
/// - Throws: when the name cannot be taken.
package func addingRule(_ id: String, toSubject subject: String, in files: PackFiles)
  throws(PackAdditionError) -> [PackAddition]
{
  let parts = try PackParts(files)
  try parts.refuse(id, ofAny: "rules", "rule")
  guard !id.hasPrefix("unknown-") else {
    throw .reservedName("names that begin with unknown- are kept for answers that are not known")
  }
  guard isKebabCase(subject) else { throw .improperName }
  let head = "subject: \(subject)"
  return [
    try parts.adding(
      .rule(id), to: "rules", of: "\(parts.root)rules/\(subject).yaml", orBelow: head),
    try parts.adding(
      .cases(id), to: "cases", of: "\(parts.root)rules/\(subject).cases.yaml", orBelow: head),
  ]
}

/// The files of a pack that name questions and rules, as they were read.
private struct PackParts {
  private let files: [String: PackFile]
  private let roots: [String: DocumentNode]
  private let isOverlaid: Bool

  init(_ files: PackFiles) throws(PackAdditionError) {
    self.files = Dictionary(files.files.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    isOverlaid = files.belowOverlay != nil
    var faults = Faults()
    var roots: [String: DocumentNode] = [:]
    for file in files.files where [.section, .subject].contains(Self.path(file.path).kind) {
      roots[file.path] = Self.root(of: file, &faults)
    }
    guard faults.isUsable else { throw .unreadable(faults.diagnostics) }
    self.roots = roots
  }

  private static func root(of file: PackFile, _ faults: inout Faults) -> DocumentNode? {
    SourceText(
      file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults
    ).flatMap { yamlDocument($0, .open, &faults) }
  }

  /// What a file is, whether of the pack or of the overlay.
  private static func path(_ path: String) -> PackPath {
    PackPath(
      path.hasPrefix(PackFiles.overlayFolder)
        ? String(path.dropFirst(PackFiles.overlayFolder.count)) : path)
  }

  /// What the paths of files begin with that are added to.
  var root: String { isOverlaid ? PackFiles.overlayFolder : "" }

  private var sections: [String] {
    roots.keys.filter { Self.path($0).kind == .section }.sorted()
  }

  /// The names of the sections in the order in which they are asked.
  var sectionNames: [String] {
    let paths = sections.map { Self.path($0) }
    return paths.sorted { $0.path < $1.path }.map(\.name).uniqued
  }

  /// The file of a section to add to, whether it is there yet or not; `nil` if
  /// neither pack nor overlay has the section.
  func section(_ name: String) -> String? {
    let named = sections.filter { Self.path($0).name == name }
    if let own = named.first(where: { $0.hasPrefix(root) }) { return own }
    return named.first.map { root + $0 }
  }

  func refuse(_ id: String, ofAny list: String, _ what: String) throws(PackAdditionError) {
    guard isKebabCase(id) else { throw .improperName }
    for path in roots.keys.sorted() {
      for item in roots[path]?.value(list)?.items ?? [] {
        guard let node = item.value("id"), node.scalar?.text == id else { continue }
        throw .exists("\(what) \(shown(id))", at: RelatedPlace(node.place, "the \(what)"))
      }
    }
  }

  /// The file with the skeleton at the end of a list, or a new file of it.
  func adding(_ skeleton: Skeleton, to list: String, of path: String, orBelow head: String)
    throws(PackAdditionError) -> PackAddition
  {
    guard let file = files[path] else {
      let lines = [head, "\(list):"] + skeleton.lines
      let text = lines.map { $0 + "\n" }.joined()
      return PackAddition(path: path, bytes: Array(text.utf8), line: 3, isNew: true)
    }
    var faults = Faults()
    guard let root = roots[path] ?? Self.root(of: file, &faults) else {
      throw .unreadable(faults.diagnostics)
    }
    guard let (bytes, line) = YAMLInsertion(file, root).adding(skeleton, to: list),
      let after = Self.root(of: PackFile(path: path, bytes: bytes), &faults),
      after.entries?.count == root.entries?.count,
      after.value(list)?.items?.count == (root.value(list)?.items?.count ?? 0) + 1
    else { throw .notExtensible(path: path) }
    return PackAddition(path: path, bytes: bytes, line: line, isNew: false)
  }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
