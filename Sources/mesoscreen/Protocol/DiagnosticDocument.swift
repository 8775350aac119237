import ProtocolLibrary
import TextLayout

/// One diagnostic with the lines it is about, as people and programs read it:
///
///     rules/plan.yaml:23:7: error: the rule "pregnant" exists already; give one ...
///        23 | - id: pregnant
///           |       ^
///     rules/health.yaml:4:7: note: the first "pregnant"
///         4 | - id: pregnant
///           |       ^
///
/// The JSON form holds the same parts under their names.
struct DiagnosticDocument: Encodable {
  /// A place in a file, with what the file says there as far as it can be had.
  struct Place {
    let file: String
    let line: Int
    let column: Int
    let excerpt: SourceExcerpt?

    init(_ file: String, _ line: Int, _ column: Int, in files: PackFiles) {
      self.file = file
      self.line = line
      self.column = column
      excerpt = files.line(line, of: file).map {
        SourceExcerpt($0, line: line, column: column)
      }
    }
  }

  /// Another place that the diagnostic is about.
  struct Related {
    let place: Place
    let words: String
  }

  let severity: Diagnostic.Severity
  let place: Place
  let cause: String
  let remedy: String
  let related: [Related]

  /// The diagnostic of a pack with the lines of the pack's files.
  init(_ diagnostic: Diagnostic, in files: PackFiles) {
    severity = diagnostic.severity
    place = Place(diagnostic.file, diagnostic.line, diagnostic.column, in: files)
    cause = diagnostic.cause
    remedy = diagnostic.remedy
    related = diagnostic.related.map {
      Related(place: Place($0.file, $0.line, $0.column, in: files), words: $0.words)
    }
  }

  /// The diagnostic as lines of text.
  var lines: [String] {
    let head = "\(place.words): \(severity.rawValue): \(cause); \(remedy)"
    return [Printable.line(head)] + place.rows
      + related.flatMap { other in
        [Printable.line("\(other.place.words): note: \(other.words)")] + other.place.rows
      }
  }
}

extension DiagnosticDocument.Place {
  /// `rules/plan.yaml:23:7`.
  fileprivate var words: String { "\(file):\(line):\(column)" }

  fileprivate var rows: [String] { excerpt?.rows ?? [] }
}

extension DiagnosticDocument.Place {
  fileprivate enum CodingKeys: String, CodingKey {
    case severity, file, line, column, cause, remedy, related, words, excerpt, caret
  }

  fileprivate func encode(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    try container.encode(file, forKey: .file)
    try container.encode(line, forKey: .line)
    try container.encode(column, forKey: .column)
    try container.encodeIfPresent(excerpt?.text, forKey: .excerpt)
    try container.encodeIfPresent(excerpt?.caret, forKey: .caret)
  }
}

extension DiagnosticDocument {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Place.CodingKeys.self)
    try container.encode(severity.rawValue, forKey: .severity)
    try container.encode(cause, forKey: .cause)
    try container.encode(remedy, forKey: .remedy)
    try container.encode(related, forKey: .related)
    try place.encode(into: &container)
  }
}

extension DiagnosticDocument.Related: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DiagnosticDocument.Place.CodingKeys.self)
    try container.encode(words, forKey: .words)
    try place.encode(into: &container)
  }
}
