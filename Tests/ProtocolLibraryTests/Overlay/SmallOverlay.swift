import ClinicalModel
import ProtocolLibrary

/// An overlay of a few files over the small pack, in which single texts can be
/// replaced.
struct SmallOverlay {
  var base = SmallPack().with("rules/more.yaml", Self.moreRules)
  var texts: [String: String] = [
    "overlay.yaml": """
    overlay: test-clinic
    version: "2"
    of: small
    of-version: "1.10"
    title: Test Clinic
    severities:
    - {rule: deep, severity: caution, reason: "No test here"}
    windows:
    - rule: filler-recent
      days: 42
      title: Filler less than 42 days ago
      patient: "We wait 6 weeks."
      reason: "We wait longer."
    unknowns:
    - {question: name, severity: caution, reason: "Needed"}

    """
  ]

  /// Rules for every kind of window.
  private static let moreRules = """
    subject: more
    rules:
    - id: deep
      title: Deeper than 4 mm
      when: "depth > 4"
      severity: proceed-after-patch-test
      staff: "Test first."
      patient: "We test first."
      cite: [S1]
      strength: label
    - id: trip-soon
      title: Trip within 14 days
      when: "days-until(trip) <= 14"
      severity: caution
      staff: "Warn."
      patient: "You may be red."
      cite: [S1]
      strength: label
    - id: after-trip
      title: Trip ahead
      when: "days-until(trip) >= 0"
      severity: defer
      until: "trip + 14"
      staff: "Book later."
      patient: "After your trip."
      cite: [general]
      strength: general-knowledge
    - id: isotretinoin-between
      title: Isotretinoin some time ago
      when: "days(isotretinoin) < 365 and not days(isotretinoin) >= 200"
      severity: caution
      staff: "Look."
      patient: "We look."
      cite: [S1]
      strength: label
    - id: isotretinoin-odd
      title: Isotretinoin
      when: "days(isotretinoin) < 100"
      severity: defer
      until: "isotretinoin + 180"
      staff: "Wait."
      patient: "We wait."
      cite: [S1]
      strength: label

    """

  var files: PackFiles {
    PackFiles(
      base.files.files
        + texts.map { PackFile(path: "overlay/\($0.key)", bytes: Array($0.value.utf8)) })
  }

  func pack() throws -> ProtocolPack { try readPack(files, digest: "sha256:0") }

  /// What is said about the overlay, one line each.
  var diagnostics: [String] {
    lintPack(files).map(\.description).filter { $0.hasPrefix("overlay/") }
  }

  /// The overlay with one text of `overlay.yaml` replaced.
  func replacing(_ old: String, with new: String) -> SmallOverlay {
    var overlay = self
    let text = texts["overlay.yaml", default: ""]
    guard let range = text.range(of: old) else { return SmallOverlay(texts: [:]) }
    overlay.texts["overlay.yaml"] = text.replacingCharacters(in: range, with: new)
    return overlay
  }

  func with(_ path: String, _ text: String) -> SmallOverlay {
    var overlay = self
    overlay.texts[path] = text
    return overlay
  }

  /// An overlay that says only this beside what every overlay says.
  static func saying(_ text: String) -> SmallOverlay {
    SmallOverlay().with(
      "overlay.yaml",
      """
      overlay: test-clinic
      version: "2"
      of: small
      of-version: "1.10"
      title: Test Clinic

      """ + text + "\n")
  }
}

/// What an overlay that says only this is told about it.
func refusals(ofOverlay text: String) -> [String] { SmallOverlay.saying(text).diagnostics }
