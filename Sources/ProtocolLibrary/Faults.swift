/// A place in a file, line and column from 1.
struct Place: Hashable, Comparable {
  let file: String
  let line: Int
  let column: Int

  static func < (first: Self, second: Self) -> Bool {
    (first.file, first.line, first.column) < (second.file, second.line, second.column)
  }

  /// The place so many scalars further on the same line.
  func advanced(by count: Int) -> Place {
    Place(file: file, line: line, column: column + count)
  }
}

/// The faults found so far.
///
/// Reading goes on after a fault, so that one run shows them all; what a faulty
/// part is read as meanwhile never leaves the module.
struct Faults {
  /// More than anybody mends at once; bounds the work on hostile files.
  static let countMax = 200

  private var found: [(place: Place, diagnostic: Diagnostic)] = []
  private var overflow: Place?

  /// Whether nothing found so far forbids the use of the file.
  var isUsable: Bool { !found.contains { $0.diagnostic.severity == .error } }

  /// Whether looking further is of no use.
  var isFull: Bool { overflow != nil }

  /// The number of faults found so far.
  var count: Int { found.count }

  mutating func add(
    _ place: Place, _ cause: @autoclosure () -> String, _ remedy: @autoclosure () -> String,
    severity: Diagnostic.Severity = .error, related: @autoclosure () -> [RelatedPlace] = []
  ) {
    guard found.count < Self.countMax else {
      overflow = overflow ?? place
      return
    }
    found.append(
      (
        place,
        Diagnostic(
          severity: severity, file: place.file, line: place.line, column: place.column,
          cause: cause(), remedy: remedy(), related: related())
      ))
  }

  mutating func add(_ others: Faults) {
    for (place, diagnostic) in others.found {
      add(
        place, diagnostic.cause, diagnostic.remedy, severity: diagnostic.severity,
        related: diagnostic.related)
    }
  }

  /// Every fault in the order of the files.
  var diagnostics: [Diagnostic] {
    var sorted = found.enumerated().sorted { first, second in
      (first.element.place, first.offset) < (second.element.place, second.offset)
    }.map(\.element.diagnostic)
    if let place = overflow {
      sorted.append(
        Diagnostic(
          severity: .error, file: place.file, line: place.line, column: place.column,
          cause: "there are more than \(Self.countMax) faults", remedy: "mend these first"))
    }
    return sorted
  }
}
