import ClinicalModel

/// Compares a pack with its list of protected findings.
struct ProtectedLint {
  /// The pack's files, those of an overlay aside.
  let files: PackFiles
  let places: PackPlaces

  /// How many findings the list protects; none when there is no list.
  private(set) var protection = PackInspection.Protection.none

  init(_ files: PackFiles, at places: PackPlaces) {
    self.files = files
    self.places = places
  }

  /// Errors where protection is lost; one warning where the list is to be
  /// written anew.
  mutating func compare(_ pack: ProtocolPack, _ faults: inout Faults) {
    guard let listed = files.protectedFindings(&faults) else { return }
    protection = .listed(listed.count)
    let now = protectedFindings(of: files, pack: pack, at: places)
    let changes = protectedChanges(from: listed, to: now)
    for change in changes where change.isLoss { add(change, &faults) }
    let gains = changes.filter { !$0.isLoss }
    guard let first = gains.first else { return }
    faults.add(
      Place(file: PackFiles.protectedList, line: 1, column: 1),
      "\(gains.count) findings are new or weigh more than the list says: \(first.words)"
        + (gains.count > 1 ? " and \(gains.count - 1) more" : ""),
      "write the list anew with mesoscreen protocol protect FOLDER", severity: .warning)
  }

  /// Nothing protected may be lost or lowered below an overlay; that it may
  /// widen and lengthen is proved elsewhere.
  func compare(overlaid pack: ProtocolPack, _ faults: inout Faults) {
    var unread = Faults()
    guard let listed = files.protectedFindings(&unread) else { return }
    let kinds: Set<ProtectedFinding.Kind> = [.rule, .question, .settles]
    let now = protectedFindings(of: files, pack: pack, at: places)
    for change in protectedChanges(
      from: listed.filter { kinds.contains($0.kind) }, to: now.filter { kinds.contains($0.kind) })
    {
      switch change {
      case .lost, .lowered, .silences: add(change, &faults)
      case .changed, .raised, .added: break
      }
    }
  }

  private func add(_ change: ProtectedChange, _ faults: inout Faults) {
    let remedy =
      "put it back; where it is meant, write the list anew with mesoscreen protocol protect FOLDER"
    switch change {
    case .lost(let old):
      faults.add(
        old.place,
        "the protected \(old.name) is lost"
          + (old.weight.isEmpty ? "" : "; it weighed \(old.weight)"),
        remedy)
    case .lowered(let old, let new):
      faults.add(
        new.place,
        "the protected \(new.name) weighs \(new.weight); the list says \(old.weight)", remedy,
        related: [old.onList])
    case .changed(let old, let new, let gone):
      faults.add(
        new.place,
        gone.isEmpty
          ? "the protected \(new.name) has changed; the list says \(cut(old.meaning))"
          : "the protected \(new.name) is without \(gone.joined(separator: ", ")); "
            + "the list names it", remedy, related: [old.onList])
    case .silences(let new):
      faults.add(
        new.place,
        "the rule \(shown(new.id)) silences what tables say of medicines; the list of protected "
          + "findings does not know it", remedy)
    case .raised, .added: break
    }
  }

  private func cut(_ text: String) -> String {
    text.count <= 160 ? text : text.prefix(157) + "..."
  }
}

extension ProtectedFinding {
  /// The line of the list.
  fileprivate var onList: RelatedPlace { RelatedPlace(place, "the list of protected findings") }
}
