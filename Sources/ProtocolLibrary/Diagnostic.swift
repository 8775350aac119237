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
  /// The other places that the fault is about, such as the first of two equal
  /// names; empty for most.
  public let related: [RelatedPlace]

  /// A diagnostic from its parts.
  public init(
    severity: Severity, file: String, line: Int, column: Int, cause: String, remedy: String,
    related: [RelatedPlace] = []
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.cause = cause
    self.remedy = remedy
    self.related = related
  }
}

/// Another place that a fault is about, such as the first of two equal names or
/// what the pack says below an overlay.
public struct RelatedPlace: Hashable, Sendable {
  /// The file, relative to the pack's folder.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars.
  public let column: Int
  /// What is there: `the pack says so here`.
  public let words: String

  init(_ place: Place, _ words: String) {
    file = place.file
    line = place.line
    column = place.column
    self.words = words
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `questions/01-arrival.yaml:12:5: error: cause; remedy`.
  public var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(causeWithPlaces); \(remedy)"
  }

  /// What is wrong, followed by the other places in brackets, for messages of
  /// one line: `the rule "rash" exists already (rules/skin.yaml:12:7)`.
  public var causeWithPlaces: String {
    let places = related.map { "\($0.file):\($0.line):\($0.column)" }
    return places.isEmpty ? cause : "\(cause) (\(places.joined(separator: ", ")))"
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
