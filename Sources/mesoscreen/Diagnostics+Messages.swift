import ProtocolLibrary

extension Failure {
  /// Why a file of answers was refused, one line for each fault.
  init(_ refused: AnswersDiagnostics) {
    self.init(.badInput, refused.diagnostics.map { $0.message(safe: "nothing was screened") })
  }

  /// Why a pack was refused, one line for each fault.
  init(_ kind: Kind, _ refused: PackDiagnostics) {
    let errors = refused.diagnostics.filter { $0.severity == .error }
    self.init(kind, errors.map { $0.message(safe: "the pack is not used") })
  }

  /// Why a pack's files could not be had.
  init(_ unreadable: PackReadingError) {
    // Its words are "cause; remedy"; what is safe belongs between the two.
    let parts = unreadable.description.split(separator: "; ", maxSplits: 1).map(String.init)
    self.init(
      .badInput, parts.first ?? "the pack cannot be read", safe: "the pack is not used",
      next: parts.count > 1 ? parts[1] : "name another folder")
  }
}

extension Diagnostic {
  /// The fault with its place, in the program's own order.
  fileprivate func message(safe: String) -> Message {
    Message(
      happened: "\(file):\(line):\(column): \(causeWithPlaces)", safe: safe, next: remedy)
  }
}
