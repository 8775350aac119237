import ClinicalModel

/// What `overlay.yaml` says of the overlay itself:
///
///     overlay: example-clinic
///     version: "1"
///     of: mesotherapy
///     of-version: "0.1.0"
///     title: "Example Clinic"
///     jurisdiction: "India"
struct OverlayManifest {
  static let required = ["overlay", "version", "of", "of-version", "title"]
  static let optional = [
    "jurisdiction", "clinic", "mixtures", "severities", "windows", "unknowns", "valid-for-day",
  ]

  let id: String
  let version: String
  let title: String
  /// Where the clinic works, in words; empty when the overlay does not say.
  let jurisdiction: String

  /// Reads what every overlay says, and compares what it was written for with
  /// the pack that is there.
  init(_ fields: Fields, over pack: ProtocolPack, _ places: BasePlaces, _ faults: inout Faults) {
    id = fields.name("overlay", &faults)
    version = fields.text("version", most: 20, &faults)
    title = fields.text("title", most: 60, &faults)
    jurisdiction = fields.text("jurisdiction", &faults)
    if !version.utf8.allSatisfy(Self.isVersion), let node = fields.node("version") {
      faults.add(
        node.place, "\(shown(version)) is not a version",
        "use letters, digits, dots and hyphens, as in \"1.2\"")
    }
    let base = fields.text("of", most: 64, &faults)
    if !base.isEmpty, base != pack.id, let node = fields.node("of") {
      faults.add(
        node.place,
        "the overlay is written over \(shown(base)), the pack is \(shown(pack.id))",
        "use it with the pack it was written for", related: places.manifest("id"))
      return
    }
    let baseVersion = fields.text("of-version", most: 40, &faults)
    if !baseVersion.isEmpty, baseVersion != pack.version, let node = fields.node("of-version") {
      faults.add(
        node.place,
        "the overlay is written over version \(shown(baseVersion)), the pack has version "
          + "\(shown(pack.version))",
        "see with protocol diff what has changed, then write \(shown(pack.version))",
        related: places.manifest("version"))
    }
  }

  /// The version of the pack with the overlay: `0.1.0+example-clinic.1`.
  func version(over pack: ProtocolPack) -> String { "\(pack.version)+\(id).\(version)" }

  /// The title of the pack with the overlay.
  func title(over pack: ProtocolPack) -> String { "\(pack.title), \(title)" }

  /// Where it may be used: the overlay says where the clinic works, and takes
  /// back nothing of what the pack says of itself.
  func jurisdiction(over pack: ProtocolPack) -> String {
    guard !jurisdiction.isEmpty else { return pack.jurisdiction }
    let end = jurisdiction.last.map { ".!?".contains($0) } == true ? "" : "."
    return "\(jurisdiction)\(end) The pack: \(pack.jurisdiction)"
  }

  private static func isVersion(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 45 || byte == 46
  }
}
