/// In what a pack differs from its list of protected findings.
public enum ProtectedChange: Sendable {
  /// It is no longer there.
  case lost(ProtectedFinding)
  /// It weighs less.
  case lowered(ProtectedFinding, now: ProtectedFinding)
  /// It says something else; the parts that are gone, where it has parts.
  case changed(ProtectedFinding, now: ProtectedFinding, gone: [String])
  /// A new rule silences what tables say.
  case silences(ProtectedFinding)
  /// It weighs more, or has more parts.
  case raised(ProtectedFinding, now: ProtectedFinding)
  /// The list does not name it yet.
  case added(ProtectedFinding)

  /// Whether protection is lost with it.
  public var isLoss: Bool {
    switch self {
    case .lost, .lowered, .changed, .silences: true
    case .raised, .added: false
    }
  }

  /// `LOWERED rule sunburn-now: defer before, proceed now`.
  public var words: String {
    switch self {
    case .lost(let old):
      "LOST \(old.name)" + (old.weight.isEmpty ? "" : ", \(old.weight)")
    case .lowered(let old, let new):
      "LOWERED \(new.name): \(old.weight) before, \(new.weight) now"
    case .changed(let old, let new, let gone):
      gone.isEmpty
        ? "CHANGED \(new.name): \(old.meaning.cut) before, \(new.meaning.cut) now"
        : "CHANGED \(new.name): without \(gone.joined(separator: ", "))"
    case .silences(let new): "SILENCES \(new.id): the defaults of the medicines it matches"
    case .raised(let old, let new):
      old.weight == new.weight
        ? "RAISED \(new.name)" : "RAISED \(new.name): \(old.weight) before, \(new.weight) now"
    case .added(let new): "NEW \(new.name)" + (new.weight.isEmpty ? "" : ", \(new.weight)")
    }
  }
}

/// Every difference, in the order of the list.
public func protectedChanges(from old: [ProtectedFinding], to new: [ProtectedFinding])
  -> [ProtectedChange]
{
  let now = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  let before = Set(old.map(\.key))
  return old.flatMap { finding -> [ProtectedChange] in
    guard let other = now[finding.key] else { return [.lost(finding)] }
    return changes(from: finding, to: other)
  }
    + new.filter { !before.contains($0.key) }.map {
      $0.kind == .settles ? .silences($0) : .added($0)
    }
}

private func changes(from old: ProtectedFinding, to new: ProtectedFinding) -> [ProtectedChange] {
  let (before, after) = (old.rank, new.rank)
  var changes: [ProtectedChange] = []
  if after < before {
    changes.append(.lowered(old, now: new))
  } else if after > before {
    changes.append(.raised(old, now: new))
  }
  guard old.meaning != new.meaning else { return changes }
  guard old.kind.hasParts else { return changes + [.changed(old, now: new, gone: [])] }
  let parts = Set(new.parts)
  let gone = old.parts.filter { part in
    // What may cross-react and is found to be contained weighs no less.
    !parts.contains(part)
      && !(part.hasPrefix("cross ") && parts.contains("contains \(part.dropFirst(6))"))
  }
  if !gone.isEmpty { return changes + [.changed(old, now: new, gone: gone)] }
  return after > before ? changes : changes + [.raised(old, now: new)]
}

extension ProtectedFinding {
  /// The weight as a number: an emergency is above every severity.
  fileprivate var rank: Int {
    let words = weight.split(separator: " ")
    let ranks = ["none", "proceed", "proceed-after-patch-test", "caution", "defer", "do-not-treat"]
    let severity = words.first.flatMap { ranks.firstIndex(of: String($0)) } ?? 0
    return severity + (words.count > 1 ? ranks.count : 0)
  }
}

extension String {
  /// The text as far as a line of a report carries it.
  fileprivate var cut: String { count <= 160 ? self : prefix(157) + "..." }
}
