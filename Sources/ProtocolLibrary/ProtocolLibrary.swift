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
//   readAnswers      JSON or YAML into Answers
//
// A fault is a Diagnostic: file, line, column, cause, remedy. Reading goes on
// after one, so that a run shows them all.

public import ClinicalModel

/// Reads and checks a pack.
///
/// - Parameters:
///   - files: the pack's files, taken as they stand.
///   - digest: `sha256:` and 64 hexadecimal digits over the archive of the
///     files; goes into the pack unchanged.
/// - Throws: every fault found, when at least one is an error.
public func readPack(_ files: PackFiles, digest: String) throws(PackDiagnostics) -> ProtocolPack {
  var reading = PackReading(files)
  let pack = reading.pack(digest: digest)
  guard reading.faults.isUsable, let pack else {
    throw PackDiagnostics(diagnostics: reading.faults.diagnostics)
  }
  return pack
}

/// Everything there is to say about a pack, warnings as well as errors; empty
/// when there is nothing.
public func lintPack(_ files: PackFiles) -> [Diagnostic] {
  var reading = PackReading(files)
  _ = reading.pack(digest: "")
  return reading.faults.diagnostics
}
