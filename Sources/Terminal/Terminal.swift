// The terminal as values. Nothing here knows curses, a file or a clock.
//
//   Key     what a person pressed
//   Cell    one place on the screen: a grapheme, its style
//   Grid    a whole screen and where the hardware cursor stands
//   Style   what a piece of text means; a Theme turns it into attributes
//
// A back end (TerminalCurses, or a test) shows grids and delivers keys.

/// What a terminal back end can do.
///
/// It belongs to one thread; the wizard's loop owns it.
public protocol TerminalBackend: AnyObject {
  /// Rows and columns, as they are now.
  var size: GridSize { get }
  /// Shows a grid; only what differs from the last one is sent.
  func show(_ grid: Grid)
  /// Waits for the next input; nothing when the time runs out.
  ///
  /// - Parameter timeoutMilliseconds: negative waits for ever.
  func nextInput(timeoutMilliseconds: Int) -> Input
  /// Throws away what was typed and not yet read.
  func flushInput()
  /// Sends the whole screen anew with the next `show`.
  func repaint()
  /// Gives the terminal back, stops the process, and takes it again.
  func suspend()
  /// Shows everything in another theme from the next `show` on.
  func setTheme(_ choice: ThemeChoice)
  /// Asks the terminal to mark pastes, or to stop doing so.
  func setPasteMarking(_ on: Bool)
}

/// What comes from outside while the wizard waits.
public enum Input: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// Text that the terminal marked as pasted; not yet cleaned.
  case paste(String)
  /// The window has another size.
  case resized
  /// Somebody asked the program to end: SIGTERM, SIGHUP or a closed line.
  case ended(signal: Int)
  /// The process runs again after a stop.
  case resumed
  /// The time ran out.
  case timedOut
}

/// One key as a person knows it.
public enum Key: Hashable, Sendable {
  /// A printable character; combining marks arrive one by one and join the
  /// text field's grapheme.
  case character(Character)
  /// Ctrl and a lower-case letter.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
  /// A sequence nobody bound, swallowed whole.
  case unrecognised
}
