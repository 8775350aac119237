import CPty
import CVTerm

/// The screen a person would see: bytes go in, cells come out.
///
/// A second opinion, by libvterm, about what the program sent. Confined to one
/// test.
public final class VirtualTerminal {
  /// One place of the screen.
  public struct Cell: Hashable {
    /// The letter and its marks; empty where nothing was ever written.
    public var text: String
    /// How many columns it takes.
    public var width: Int
    /// Bold letters.
    public var bold: Bool
    /// Foreground and background exchanged.
    public var reverse: Bool
    /// A line below.
    public var underline: Bool
    /// The number of the letter's colour; -1 is the terminal's own.
    public var foreground: Int
    /// The number of the colour behind it; -1 is the terminal's own.
    public var background: Int
  }

  private let machine: OpaquePointer
  private let screen: OpaquePointer
  private let state: OpaquePointer
  /// How many rows the screen has.
  public private(set) var rows: Int
  /// How many columns the screen has.
  public private(set) var columns: Int

  /// An empty screen.
  public init(rows: Int = 24, columns: Int = 80) {
    self.rows = rows
    self.columns = columns
    machine = vterm_new(CInt(rows), CInt(columns))
    vterm_set_utf8(machine, 1)
    screen = vterm_obtain_screen(machine)
    state = vterm_obtain_state(machine)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(machine) }

  /// Takes bytes as a terminal does.
  public func feed(_ bytes: some Sequence<UInt8>) {
    let characters = bytes.map { CChar(bitPattern: $0) }
    _ = vterm_input_write(machine, characters, characters.count)
    vterm_screen_flush_damage(screen)
  }

  /// Gives the window another size.
  public func resize(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    vterm_set_size(machine, CInt(rows), CInt(columns))
  }

  /// Where the cursor stands; both count from zero.
  public var cursor: (row: Int, column: Int) {
    var place = VTermPos()
    vterm_state_get_cursorpos(state, &place)
    return (Int(place.row), Int(place.col))
  }

  /// One place of the screen.
  public func cell(_ row: Int, _ column: Int) -> Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: CInt(row), col: CInt(column)), &cell)
    var scalars = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.chars) { raw in
      for value in raw.bindMemory(to: UInt32.self) {
        guard value != 0, let scalar = Unicode.Scalar(value) else { break }
        scalars.append(scalar)
      }
    }
    return Cell(
      text: String(scalars), width: Int(cell.width), bold: cell.attrs.bold != 0,
      reverse: cell.attrs.reverse != 0, underline: cell.attrs.underline != 0,
      foreground: Self.number(of: cell.fg), background: Self.number(of: cell.bg))
  }

  /// One row without trailing blanks.
  public func line(_ row: Int) -> String {
    var line = ""
    var column = 0
    while column < columns {
      let cell = cell(row, column)
      line += cell.text.isEmpty ? " " : cell.text
      column += max(1, cell.width)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The whole screen, one line a row.
  public var text: String {
    (0..<rows).map { line($0) }.joined(separator: "\n")
  }

  /// Whether a piece of text stands somewhere in one row.
  public func shows(_ text: String) -> Bool {
    (0..<rows).contains { line($0).contains(text) }
  }

  /// Columns of one scalar by the C library, which curses asks too; 0 for
  /// marks, -1 for what it does not know.
  public static func systemColumns(of scalar: Unicode.Scalar) -> Int {
    Int(pty_columns(scalar.value))
  }

  private static func number(of colour: VTermColor) -> Int {
    let isDefault = Int(colour.type) & 0x06 != 0
    let isIndexed = Int(colour.type) & 0x01 != 0
    return !isDefault && isIndexed ? Int(colour.indexed.idx) : -1
  }
}
