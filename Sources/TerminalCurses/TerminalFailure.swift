/// Why a terminal could not be taken.
///
/// Nothing was drawn and nothing changed; the words a person reads are chosen
/// where the program ends.
package enum TerminalFailure: Error, Hashable, Sendable {
  /// Input or output is a file or a pipe.
  case noTerminal
  /// The terminal cannot move its cursor, as `TERM=dumb` says.
  case dumbTerminal(name: String)
  /// `TERM` is missing (an empty name) or no description has its name.
  case unknownTerminal(name: String)
  /// This process shows a screen already.
  case alreadyOpen
  /// The system had no memory or no file descriptor left.
  case outOfResources
}
