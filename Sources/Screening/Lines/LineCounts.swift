public import ClinicalModel

/// How many lines a report has: the one place in which they are counted, for
/// screens, lines, sheets, prints and files.
public struct LineCounts: Hashable, Sendable {
  /// Lines that are found, by weight; advice is counted as `proceed`.
  public let found: [Severity: Int]
  /// Lines of answers that are not known, and of what may follow from them.
  public let notKnown: Int
  /// Required questions that nobody has answered.
  public let notAnswered: Int
  /// Questions that may apply, depending on what is not known.
  public let mayApply: Int

  init(_ lines: [FindingLine], notAnswered: Int, mayApply: Int) {
    found = Dictionary(
      grouping: lines.filter { $0.kind == .found }, by: \.severity
    ).mapValues(\.count)
    notKnown = lines.count { $0.kind == .notKnown && !$0.isNote }
    self.notAnswered = notAnswered
    self.mayApply = mayApply
  }

  /// How many lines of this weight are found.
  public func of(_ severity: Severity) -> Int { found[severity, default: 0] }

  /// `1 do not treat, 1 defer, 0 caution, 0 not known`; patch tests where there
  /// are any, advice never.
  public var words: String {
    let tests = of(.proceedAfterPatchTest)
    return "\(of(.doNotTreat)) do not treat, \(of(.defer)) defer, \(of(.caution)) caution, "
      + (tests > 0 ? "\(tests) patch test, " : "") + "\(notKnown) not known"
  }

  /// `87 not answered`, and how many more may have to be asked; empty when
  /// nothing is open.
  public var openWords: String {
    guard notAnswered > 0 else { return "" }
    return "\(notAnswered) not answered" + (mayApply > 0 ? ", \(mayApply) more may apply" : "")
  }
}
