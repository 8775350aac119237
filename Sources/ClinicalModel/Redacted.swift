/// What may hold a patient's words, name or dates.
///
/// Printed, dumped or put into a message it shows its type and nothing else, so
/// that no log, error or failed test carries patient data by accident.
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{}

extension Redacted {
  /// `<redacted Answer>`
  public var description: String { "<redacted \(Self.self)>" }

  /// The same.
  public var debugDescription: String { description }

  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: [Mirror.Child]()) }
}
