public import ClinicalModel

/// A table with one thing spoilt on purpose, and whether anything notices.
public struct TableMutant: Hashable, Sendable {
  /// What was spoilt.
  public enum Change: String, CaseIterable, Sendable {
    /// One severity up or down.
    case severityRaised = "severity raised"
    /// One severity down.
    case severityLowered = "severity lowered"
    /// Another end of a deferral.
    case until
    /// A place of the row's condition.
    case condition
    /// A medicine's tag removed.
    case tagRemoved = "tag removed"
    /// A medicine removed from a combination brand.
    case partRemoved = "part removed"
    /// What is known of an allergen and an ingredient.
    case relation
    /// The whole row removed.
    case rowRemoved = "row removed"
  }

  /// Who notices.
  public enum Notice: Hashable, Sendable {
    /// An example comes out otherwise.
    case cases
    /// The lint finds it.
    case lint
    /// Neither.
    case nobody
  }

  /// The table.
  public let table: String
  /// The row, by the cells that it begins with.
  public let row: [String]
  /// What was spoilt.
  public let change: Change
  /// The place, before and after.
  public let words: String
  /// What the row itself weighs.
  public let severity: Severity
  /// Who notices.
  public let notice: Notice
}

/// How many mutants were noticed.
public struct TableMutationScore: Hashable, Sendable {
  /// How many there are.
  public let count: Int
  /// How many an example or the lint noticed.
  public let noticedCount: Int

  /// The score of these mutants.
  public init(_ mutants: [TableMutant]) {
    count = mutants.count
    noticedCount = mutants.count { $0.notice != .nobody }
  }

  /// How many of a thousand were noticed, rounded down; 1000 where there are
  /// none.
  public var perThousand: Int { count == 0 ? 1000 : noticedCount * 1000 / count }
}
