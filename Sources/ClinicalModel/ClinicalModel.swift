// The nouns of a consultation, read in this order:
//
//   ProtocolPack   what may be asked and what follows from the answers
//     Section › Question › Option
//     Rule (with a Condition and an Until)
//   Answers        what one patient said; total, so nothing is ever missing
//     Answer = known value | unknown (not asked, unsure, declined)
//   Finding        what a rule says about these answers, and why
//
// Nothing here reads a file, a clock, a locale or a terminal.

/// A permanent kebab-case name, typed by what it names.
///
/// Identifiers are public contract: they never change and are never derived
/// from wording. `Identifier<Question>` and `Identifier<Rule>` cannot be mixed
/// up.
public struct Identifier<Named>: Hashable, Comparable, Sendable, RawRepresentable, Codable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The name as it stands in the pack, such as `blood-thinner-use`.
  public let rawValue: String

  /// Takes the name as it stands; the pack reader checks its form.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes a name written in source, for tests and fixed references.
  public init(stringLiteral value: String) { rawValue = value }

  /// The name itself.
  public var description: String { rawValue }

  /// Orders by name, so that reports are the same on every machine.
  public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}
