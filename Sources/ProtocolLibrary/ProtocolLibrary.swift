// Pack files become a ProtocolPack, answer files become Answers. Read in this
// order:
//
//   PackFiles        the bytes: built in, from a folder, from the records
//   readPack         every file, every key, every name checked
//     YAMLScan       what the YAML library must not see
//     YAMLDocument   YAML into DocumentNode, all text
//     Fields         the keys of one map, unknown ones refused
//     SectionReader, QuestionReader, RuleReader, EmergencyReader
//     parseCondition the condition language, typed
//   Tables/          CSV into medicines, ingredients and allergens
//   readCases        the rules' examples, for those who try the rules
//   inspectPack      all of it with a place for everything, for the lint
//   Overlay/         a clinic's overlay: what it may raise and add
//   Skeletons/       questions and rules to be filled in, added to a file
//   readAnswers      JSON or YAML into Answers
//
// A fault is a Diagnostic: file, line, column, cause, remedy, and the other
// places it is about. Reading goes on after one, so that a run shows them all.

public import ClinicalModel

/// Reads and checks a pack.
///
/// - Parameters:
///   - files: the pack's files, taken as they stand.
///   - digest: `sha256:` and 64 hexadecimal digits over the archive of the
///     files; goes into the pack unchanged.
/// - Throws: every fault found, when at least one is an error.
public func readPack(_ files: PackFiles, digest: String) throws(PackDiagnostics) -> ProtocolPack {
  if let base = files.belowOverlay {
    var reading = OverlayReading(files, over: base)
    let pack = reading.pack(digest: digest)
    guard reading.faults.isUsable, let pack else {
      throw PackDiagnostics(diagnostics: reading.faults.diagnostics)
    }
    return pack
  }
  var reading = PackReading(files)
  let pack = reading.pack(digest: digest)
  guard reading.faults.isUsable, let pack else {
    throw PackDiagnostics(diagnostics: reading.faults.diagnostics)
  }
  return pack
}

/// Reads the examples of a pack's rules, `rules/<subject>.cases.yaml`.
///
/// They make up most of a pack and serve only to try its rules; who screens
/// patients need not wait for them.
///
/// - Parameters:
///   - files: the files that `pack` was read from.
///   - pack: the pack, as `readPack` gave it.
/// - Returns: the pack with the cases in its rules.
/// - Throws: every fault found, when at least one is an error.
public func readCases(_ files: PackFiles, for pack: ProtocolPack) throws(PackDiagnostics)
  -> ProtocolPack
{
  if let base = files.belowOverlay {
    let cases = OverlayCases(files, over: base, for: pack)
    guard cases.faults.isUsable else {
      throw PackDiagnostics(diagnostics: cases.faults.diagnostics)
    }
    return cases.pack
  }
  let reading = CaseReading(files, for: pack)
  guard reading.faults.isUsable else {
    throw PackDiagnostics(diagnostics: reading.faults.diagnostics)
  }
  return reading.pack
}

/// What the reactions in a pack's tables must come to, as far as the pack
/// shows it in `tables/allergen-reactions.cases.yaml`.
///
/// - Throws: every fault found, when at least one is an error.
public func readAllergyCases(_ files: PackFiles, for pack: ProtocolPack)
  throws(PackDiagnostics) -> [AllergyCase]
{
  let reading = CaseReading(files.belowOverlay ?? files, for: pack)
  guard reading.faults.isUsable else {
    throw PackDiagnostics(diagnostics: reading.faults.diagnostics)
  }
  return reading.allergyCases
}

/// What rows of a pack's other tables must come to, as far as the pack shows it
/// in `tables/<table>.cases.yaml`.
///
/// - Throws: every fault found, when at least one is an error.
public func readTableCases(_ files: PackFiles, for pack: ProtocolPack)
  throws(PackDiagnostics) -> [TableCase]
{
  let reading = CaseReading(files.belowOverlay ?? files, for: pack)
  guard reading.faults.isUsable else {
    throw PackDiagnostics(diagnostics: reading.faults.diagnostics)
  }
  return reading.tableCases
}

/// Everything there is to say about a pack, warnings as well as errors; empty
/// when there is nothing.
///
/// Cases are looked at when the pack itself has no errors: they are read with
/// its questions and rules.
public func lintPack(_ files: PackFiles) -> [Diagnostic] { inspectPack(files).diagnostics }
