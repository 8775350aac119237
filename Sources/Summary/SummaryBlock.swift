/// One piece of a summary's content.
public enum SummaryBlock: Hashable, Sendable {
  /// The title of a part.
  case heading(String)
  /// The title of a division of a part, with a remark beside it.
  case subheading(String, remark: String)
  /// Running words.
  case paragraph(String, Emphasis)
  /// A boxed statement that must not be missed.
  case notice(Notice)
  /// A box in large type.
  case callout(Callout)
  /// Names with their values.
  case facts([Fact])
  /// One finding with everything that explains it.
  case finding(FindingCard)
  /// Rows under column titles.
  case table(SummaryTable)
  /// Rows under column titles with room to write by hand.
  case form(SummaryTable)
  /// One line per entry.
  case list([String])
  /// What follows begins a page of its own, where there are pages.
  case newPage
  /// Room for a pen, one line for each thing to be written.
  case signatureLines([String])
}

/// How much weight words carry.
public enum Emphasis: Hashable, Sendable {
  /// Ordinary words.
  case normal
  /// Words that stand out.
  case strong
  /// Words that explain and may be skipped.
  case quiet
}

/// A boxed statement: a badge, one line, and what follows from it.
public struct Notice: Hashable, Sendable {
  /// Its weight.
  public let badge: Badge
  /// The statement.
  public let statement: String
  /// What follows from it, a line each.
  public let lines: [String]
}

/// A box in large type for words that must be found and read at arm's length.
public struct Callout: Hashable, Sendable {
  /// What it is about, or what to do.
  public let title: String
  /// How much it presses.
  public let urgency: CalloutUrgency
  /// Lines below the title, such as a number to call.
  public let lines: [String]
  /// What it holds for, an entry each.
  public let entries: [String]
}

/// How much a callout presses.
public enum CalloutUrgency: Hashable, Sendable {
  /// To be read.
  case ordinary
  /// To be found at once.
  case urgent
}

/// A name with its value, which may need several lines.
public struct Fact: Hashable, Sendable {
  /// What it is.
  public let label: String
  /// The value, a line each; never empty.
  public let lines: [String]

  init(_ label: String, _ lines: [String]) {
    self.label = label
    self.lines = lines
  }

  init(_ label: String, _ line: String) { self.init(label, [line]) }
}

/// One finding with everything that explains it.
public struct FindingCard: Hashable, Sendable {
  /// Its weight and whether it is known.
  public let badges: [Badge]
  /// The finding in a few words.
  public let title: String
  /// What explains it, in reading order.
  public let facts: [Fact]
}

/// A column of a table.
public struct SummaryColumn: Hashable, Sendable {
  /// Its title.
  public let title: String
  /// Its share of the text's 72 columns, the gap to the next one included.
  public let share: Int
}

/// A row of a table.
public struct SummaryRow: Hashable, Sendable {
  /// One text per column.
  public let cells: [String]
  /// What belongs to the row and runs below it, a line each.
  public let details: [String]
  /// Its weight.
  public let emphasis: Emphasis
}

/// Rows under column titles.
public struct SummaryTable: Hashable, Sendable {
  /// The columns; their shares add up to 72.
  public let columns: [SummaryColumn]
  /// The rows, each with one cell per column.
  public let rows: [SummaryRow]
}
