/// The files of an overlay, sorted by what they are, with their YAML read.
struct OverlayFiles {
  /// A file of questions or rules.
  struct Part {
    /// Its path in the overlay's own folder.
    let path: PackPath
    /// Its content; nothing when it could not be read.
    let root: DocumentNode?
  }

  /// `overlay.yaml`; nothing when it could not be read.
  private(set) var manifest: DocumentNode?
  private(set) var sources: DocumentNode?
  private(set) var emergencies: DocumentNode?
  private(set) var contradictions: DocumentNode?
  private(set) var sections: [Part] = []
  private(set) var subjects: [Part] = []
  /// Whether every file that names questions could be read.
  private(set) var sectionsAreWhole = true
  /// Whether the file of sources could be read, if there is one.
  private(set) var sourcesAreWhole = true

  private static let fixed = [
    PackFiles.overlayManifest, "sources.yaml", "emergencies.yaml", ContradictionReader.path,
  ]

  init(_ files: PackFiles, over base: PackFiles, _ faults: inout Faults) {
    let ofPack = Set(base.files.map(\.path))
    for file in files.files where !faults.isFull {
      let own = String(file.path.dropFirst(PackFiles.overlayFolder.count))
      let path = PackPath(own)
      let isFixed = Self.fixed.contains(own)
      switch path.kind {
      case .cases: continue
      case .section, .subject: break
      case .fixed, .foreign, .protected, .table, .tableCases:
        if !isFixed {
          Self.refuse(file.path, own, isOfPack: ofPack.contains(own), &faults)
          continue
        }
      }
      let source = SourceText(
        file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults)
      let root = source.flatMap { yamlDocument($0, .open, &faults) }
      switch own {
      case PackFiles.overlayManifest: manifest = root
      case "emergencies.yaml": emergencies = root
      case ContradictionReader.path: contradictions = root
      case "sources.yaml":
        sources = root
        sourcesAreWhole = root != nil
      default:
        if path.kind == .section {
          sections.append(Part(path: path, root: root))
          if root == nil { sectionsAreWhole = false }
        } else {
          subjects.append(Part(path: path, root: root))
        }
      }
    }
  }

  /// All that could be read beside the manifest.
  var additions: [DocumentNode] {
    (sections + subjects).compactMap(\.root)
      + [sources, emergencies, contradictions].compactMap { $0 }
  }

  private static func refuse(
    _ path: String, _ own: String, isOfPack: Bool, _ faults: inout Faults
  ) {
    let name = String(shown(path).dropFirst().dropLast())
    let place = Place(file: name, line: 1, column: 1)
    guard !isOfPack else {
      faults.add(
        place, "an overlay cannot put a file in place of the pack's, which is \(shown(own))",
        "remove it; \(Lowering.allowed)")
      return
    }
    faults.add(
      place, "the file does not belong to an overlay",
      didYouMean(
        own, fixed,
        otherwise: "remove it, or name it questions/NN-name.yaml, rules/name.yaml or "
          + "rules/name.cases.yaml"))
  }
}
