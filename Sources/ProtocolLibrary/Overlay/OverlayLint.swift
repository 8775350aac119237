import ClinicalModel

/// Everything there is to say about a pack and the overlay on top: what the
/// pack says of itself, what the overlay gets wrong, and which of its rules it
/// shows by no case.
func inspectOverlay(_ files: PackFiles, over base: PackFiles) -> PackInspection {
  let ofPack = inspectPack(base)
  let placesOfPack: PackPlaces
  let casesOfPackAreRead: Bool
  switch ofPack.content {
  case .refused: return ofPack
  case .read(_, let places): (placesOfPack, casesOfPackAreRead) = (places, true)
  case .readWithoutCases(_, let places): (placesOfPack, casesOfPackAreRead) = (places, false)
  }
  var reading = OverlayReading(files, over: base)
  guard let pack = reading.pack(digest: ""), reading.faults.isUsable else {
    return PackInspection(
      diagnostics: ofPack.diagnostics + reading.faults.diagnostics, content: .refused)
  }
  var faults = reading.faults
  let places = placesOfPack.adding(PackPlaces(files.ofOverlay))
  ProtectedLint(base, at: placesOfPack).compare(overlaid: pack, &faults)
  guard casesOfPackAreRead else {
    return PackInspection(
      diagnostics: ofPack.diagnostics + faults.diagnostics,
      content: .readWithoutCases(pack, places), protection: ofPack.protection)
  }
  let cases = OverlayCases(files, over: base, for: pack)
  faults.add(cases.faults)
  // The cases of a rule may stand in the part that cannot be read.
  guard cases.faults.isUsable else {
    return PackInspection(
      diagnostics: ofPack.diagnostics + faults.diagnostics,
      content: .readWithoutCases(pack, places), protection: ofPack.protection)
  }
  for rule in pack.rules where cases.isUnshown(rule.id) {
    guard let place = reading.place(of: rule.id) else { continue }
    faults.add(
      place, "the overlay shows the rule \(shown(rule.id.rawValue)) by no cases",
      "show it met, not met and unknown in rules/<subject>.cases.yaml of the overlay")
  }
  return PackInspection(
    diagnostics: ofPack.diagnostics + faults.diagnostics, content: .read(cases.pack, places),
    protection: ofPack.protection)
}
