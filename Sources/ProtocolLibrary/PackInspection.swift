public import ClinicalModel

/// What reading a pack tells those who look for faults in it.
public struct PackInspection: Sendable {
  /// Everything there is to say about its files, by file and line.
  public let diagnostics: [Diagnostic]
  /// The pack, as far as it can be used.
  public let content: Content
  /// What the pack's list of protected findings holds.
  public let protection: Protection

  /// What a list of protected findings holds.
  public enum Protection: Hashable, Sendable {
    /// There is no list.
    case none
    /// So many findings.
    case listed(Int)
  }

  init(diagnostics: [Diagnostic], content: Content, protection: Protection = .none) {
    self.diagnostics = diagnostics
    self.content = content
    self.protection = protection
  }

  /// A pack, as far as it can be used.
  public enum Content: Sendable {
    /// It has errors, so nothing is known of what it says.
    case refused
    /// The pack with its rules' cases, and where each of its parts stands.
    case read(ProtocolPack, PackPlaces)
    /// The pack without its cases, which have errors of their own.
    case readWithoutCases(ProtocolPack, PackPlaces)
  }
}

/// Reads a pack for those who look for faults in it: its diagnostics, and its
/// content with a place for everything.
public func inspectPack(_ files: PackFiles) -> PackInspection {
  if let base = files.belowOverlay { return inspectOverlay(files, over: base) }
  var reading = PackReading(files)
  guard let pack = reading.pack(digest: ""), reading.faults.isUsable else {
    return PackInspection(diagnostics: reading.faults.diagnostics, content: .refused)
  }
  let cases = reading.lintCases(files, for: pack)
  reading.lintNames(files, for: pack)
  let places = PackPlaces(Array(reading.roots.values) + cases.roots).adding(tables: files)
  var faults = reading.faults
  var protected = ProtectedLint(files, at: places)
  protected.compare(pack, &faults)
  return PackInspection(
    diagnostics: faults.diagnostics,
    content: cases.faults.isUsable ? .read(cases.pack, places) : .readWithoutCases(pack, places),
    protection: protected.protection)
}
