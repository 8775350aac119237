import ClinicalModel

/// The cases of a pack with an overlay.
///
/// A rule that the overlay leaves alone keeps the pack's cases. Where its
/// severity is raised they are kept with the raised severity. Where its window
/// is longer they would be wrong on both sides of the old limit, so that the
/// overlay's own cases take their place.
struct OverlayCases {
  private(set) var faults = Faults()
  private var ofPack: [Rule.ID: [RuleCase]] = [:]
  private let own: CaseReading
  private let overlaid: ProtocolPack

  init(_ files: PackFiles, over base: PackFiles, for overlaid: ProtocolPack) {
    self.overlaid = overlaid
    let subjects = base.files.map { PackPath($0.path) }.filter { $0.kind == .subject }.map(\.name)
    own = CaseReading(
      files.ofOverlay, for: overlaid, below: PackFiles.overlayFolder, beside: Set(subjects))
    faults.add(own.faults)
    var reading = PackReading(base)
    guard let pack = reading.pack(digest: ""), reading.faults.isUsable else {
      faults.add(reading.faults)
      return
    }
    let cases = CaseReading(base, for: pack)
    faults.add(cases.faults)
    ofPack = Dictionary(
      cases.pack.rules.map { ($0.id, $0.cases) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pack with the cases in its rules.
  var pack: ProtocolPack {
    let own = Dictionary(
      self.own.pack.rules.map { ($0.id, $0.cases) }, uniquingKeysWith: { first, _ in first })
    return overlaid.with(
      rules: overlaid.rules.map { rule in
        rule.with(cases: kept(for: rule) + (own[rule.id] ?? []))
      })
  }

  /// Whether the overlay has to show a rule by cases of its own and does not.
  func isUnshown(_ rule: Rule.ID) -> Bool {
    guard !own.isNamed(rule), case .applied(let overlay) = overlaid.overlay else { return false }
    return overlay.addedRules.contains(rule) || overlay.lengthens(rule)
  }

  private func kept(for rule: Rule) -> [RuleCase] {
    let cases = ofPack[rule.id] ?? []
    guard case .applied(let overlay) = overlaid.overlay, !overlay.lengthens(rule.id) else {
      return []
    }
    return overlay.raisesSeverity(of: rule.id) ? cases.map { $0.lifted(to: rule) } : cases
  }
}

extension AppliedOverlay {
  fileprivate func lengthens(_ rule: Rule.ID) -> Bool {
    raises.contains { raise in
      if case .window(rule, _, _) = raise.change { true } else { false }
    }
  }

  fileprivate func raisesSeverity(of rule: Rule.ID) -> Bool {
    raises.contains { raise in
      if case .severity(rule, _, _) = raise.change { true } else { false }
    }
  }
}

extension RuleCase {
  /// The case with the severity its rule has now. Until when a raised rule
  /// defers is the overlay's to show.
  fileprivate func lifted(to rule: Rule) -> RuleCase {
    guard case .established(let severity, _) = expectation else { return self }
    let stated: Stated<Severity> = severity == .notStated ? .notStated : .stated(rule.severity)
    return RuleCase(
      name: name, interviewDate: interviewDate, given: given,
      expectation: .established(severity: stated, until: .notStated))
  }
}
