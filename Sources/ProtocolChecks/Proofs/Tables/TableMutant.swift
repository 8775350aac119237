package import ClinicalModel

/// A table with one thing spoilt on purpose, and whether anything notices.
package struct TableMutant: Hashable, Sendable {
  /// What was spoilt.
  package enum Change: String, CaseIterable, Sendable {
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
  package enum Notice: Hashable, Sendable {
    /// An example comes out otherwise.
    case cases
    /// The lint finds it.
    case lint
    /// Neither.
    case nobody
  }

  /// The table.
  package let table: String
  /// The row, by the cells that it begins with.
  package let row: [String]
  /// What was spoilt.
  package let change: Change
  /// The place, before and after.
  package let words: String
  /// What the row itself weighs.
  package let severity: Severity
  /// Who notices.
  package let notice: Notice
}

/// How many mutants were noticed.
package struct TableMutationScore: Hashable, Sendable {
  /// How many there are.
  package let count: Int
  /// How many an example or the lint noticed.
  package let noticedCount: Int

  /// The score of these mutants.
  package init(_ mutants: [TableMutant]) {
    count = mutants.count
    noticedCount = mutants.count { $0.notice != .nobody }
  }

  /// How many of a thousand were noticed, rounded down; 1000 where there are
  /// none.
  package var perThousand: Int { count == 0 ? 1000 : noticedCount * 1000 / count }
}
