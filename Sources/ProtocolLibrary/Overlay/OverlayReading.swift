import ClinicalModel

/// One pass over the files of a pack with an overlay on top.
///
/// The pack below is read first, as it stands; what the overlay raises and adds
/// is then laid over it. An overlay is written for a pack that can be used, so
/// nothing of it is read while the pack itself has errors.
struct OverlayReading {
  private(set) var faults = Faults()
  private let files: PackFiles
  private let base: PackFiles
  private var overlay: OverlayFiles?

  init(_ files: PackFiles, over base: PackFiles) {
    self.files = files
    self.base = base
  }

  /// The pack with the overlay; nothing when it cannot be told.
  mutating func pack(digest: String) -> ProtocolPack? {
    var reading = PackReading(base)
    guard let pack = reading.pack(digest: digest), reading.faults.isUsable else {
      faults.add(reading.faults)
      return nil
    }
    let overlay = OverlayFiles(files.ofOverlay, over: base, &faults)
    self.overlay = overlay
    let places = BasePlaces(roots: reading.roots)
    let lowering = Lowering(base: pack, places: places)
    refuseNamesOfPack(in: overlay, lowering)
    let sources = overlay.sources.map { readSources($0, &faults) } ?? []
    let names = Self.names(overlay, over: pack, adding: sources)
    guard let manifest = manifest(overlay, lowering, names) else { return nil }
    var additions = OverlayAdditions(
      reader: AdditionReader(lowering: lowering, names: names), overlay)
    additions.read(&faults)
    return assembled(manifest, additions, sources, over: pack)
  }

  private struct ReadManifest {
    let overlay: OverlayManifest
    let raises: RaiseReader
    let clinic: ClinicDetails
    let mixtures: [Mixture]
  }

  private mutating func refuseNamesOfPack(in overlay: OverlayFiles, _ lowering: Lowering) {
    let reader = AdditionReader(
      lowering: lowering, names: PackNames(questions: .notAll, sources: .notAll))
    for root in overlay.additions { reader.refuseNamesOfPack(in: root, &faults) }
  }

  private static func names(
    _ overlay: OverlayFiles, over pack: ProtocolPack, adding sources: [Source]
  ) -> PackNames {
    let added = QuestionVocabulary.scanned(overlay.sections.compactMap(\.root))
    return PackNames(
      questions: overlay.sectionsAreWhole
        ? .all(QuestionVocabulary(pack.questions, tables: pack.tables).adding(added)) : .notAll,
      sources: overlay.sourcesAreWhole ? .all(Set((pack.sources + sources).map(\.id))) : .notAll)
  }

  private mutating func manifest(
    _ overlay: OverlayFiles, _ lowering: Lowering, _ names: PackNames
  ) -> ReadManifest? {
    guard let root = overlay.manifest else { return nil }
    let known = OverlayManifest.required + OverlayManifest.optional
    let node = lowering.refusingForeignKeys(of: root, known: known, &faults)
    guard
      let fields = Fields(
        node, of: "overlay.yaml", required: OverlayManifest.required,
        optional: OverlayManifest.optional, &faults)
    else { return nil }
    let manifest = OverlayManifest(fields, over: lowering.base, lowering.places, &faults)
    var raises = RaiseReader(lowering: lowering, names: names)
    raises.read(fields, &faults)
    return ReadManifest(
      overlay: manifest, raises: raises,
      clinic: fields.node("clinic").map { ClinicReader().clinic($0, &faults) } ?? .notGiven,
      mixtures: MixtureReader(tables: lowering.base.tables).mixtures(fields, &faults))
  }

  private func assembled(
    _ manifest: ReadManifest, _ additions: OverlayAdditions, _ sources: [Source],
    over pack: ProtocolPack
  ) -> ProtocolPack {
    let rules = pack.rules.map { manifest.raises.rules[$0.id] ?? $0 } + additions.rules
    let sections = additions.sections(
      of: pack, files: base, raised: manifest.raises.questions, excludingBy: rules)
    let added = Set(additions.questionIDs)
    return pack.with(
      AppliedOverlay(
        id: manifest.overlay.id, version: manifest.overlay.version, title: manifest.overlay.title,
        baseVersion: pack.version, raises: manifest.raises.raises,
        addedQuestions: sections.flatMap(\.questions).map(\.id).filter(added.contains),
        addedRules: additions.rules.map(\.id)),
      version: manifest.overlay.version(over: pack), title: manifest.overlay.title(over: pack),
      jurisdiction: manifest.overlay.jurisdiction(over: pack), sections: sections, rules: rules,
      sources: pack.sources + sources, emergencies: pack.emergencies + additions.emergencies,
      clinic: manifest.clinic == .notGiven ? pack.clinic : manifest.clinic,
      tables: manifest.mixtures.isEmpty
        ? pack.tables : pack.tables.with(mixtures: pack.tables.mixtures + manifest.mixtures),
      contradictions: .pairs(pack.contradictions.pairs + additions.contradictions))
  }

  /// Where the overlay names a rule: where it adds it, or lengthens it.
  func place(of rule: Rule.ID) -> Place? {
    let subjects = overlay?.subjects.compactMap(\.root) ?? []
    let added = subjects.flatMap { $0.value("rules")?.items ?? [] }
    let lengthened = overlay?.manifest?.value("windows")?.items ?? []
    let names = added.compactMap { $0.value("id") } + lengthened.compactMap { $0.value("rule") }
    return names.first { $0.scalar?.text == rule.rawValue }?.place
  }
}
