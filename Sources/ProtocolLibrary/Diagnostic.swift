/// One fault in a file, with its place and what to do about it.
///
/// The diagnostics of a pack may repeat the pack's own words, bounded and
/// without control characters. Those of an answers file never repeat what was
/// answered.
public struct Diagnostic: Error, Hashable, Sendable {
  /// Whether the file can still be used.
  public enum Severity: String, Hashable, Sendable {
    /// The file is refused.
    case error
    /// The file is used, but somebody should look.
    case warning
  }

  /// Whether the file can still be used.
  public let severity: Severity
  /// The file, relative to the pack's folder.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars.
  public let column: Int
  /// What is wrong.
  public let cause: String
  /// What to do.
  public let remedy: String

  /// A diagnostic from its parts.
  public init(
    severity: Severity, file: String, line: Int, column: Int, cause: String, remedy: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.cause = cause
    self.remedy = remedy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `questions/01-arrival.yaml:12:5: error: cause; remedy`.
  public var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(cause); \(remedy)"
  }
}

/// Why a pack cannot be used; at least one diagnostic is an error.
public struct PackDiagnostics: Error, Hashable, Sendable {
  /// Every fault found, by file, line and column.
  public let diagnostics: [Diagnostic]
}

/// Why a file of answers cannot be used; none of them repeats an answer.
public struct AnswersDiagnostics: Error, Hashable, Sendable {
  /// Every fault found, by line and column.
  public let diagnostics: [Diagnostic]
}
