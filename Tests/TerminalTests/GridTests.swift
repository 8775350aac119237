import Terminal
import Testing

@Suite struct GridTests {
  @Test func `text is cut at the edge and never wraps`() {
    var grid = Grid(size: GridSize(rows: 2, columns: 5))
    #expect(grid.write("abcdefgh", row: 0, column: 2) == 5)
    #expect(grid.text == "  abc\n")
  }

  @Test func `writing outside does nothing`() {
    var grid = Grid(size: GridSize(rows: 2, columns: 3))
    grid.write("abc", row: 2, column: 0)
    grid.write("abc", row: -1, column: 0)
    grid.write("abc", row: 0, column: 7)
    #expect(grid == Grid(size: GridSize(rows: 2, columns: 3)))
  }

  @Test func `text that begins left of the screen shows its rest`() {
    var grid = Grid(size: GridSize(rows: 1, columns: 4))
    grid.write("abcdef", row: 0, column: -2)
    #expect(grid.text == "cdef")
  }

  @Test func `a wide letter that does not fit whole is left out`() {
    var grid = Grid(size: GridSize(rows: 1, columns: 3))
    #expect(grid.write("名前", row: 0, column: 0) == 2)
    #expect(grid.line(0) == "名")
    #expect(grid[0, 1].text.isEmpty)
  }

  @Test func `a width keeps a text inside its field`() {
    var grid = Grid(size: GridSize(rows: 1, columns: 10))
    grid.write("warfarin", row: 0, column: 1, width: 4)
    #expect(grid.line(0) == " warf")
  }

  @Test func `control characters are never written`() {
    var grid = Grid(size: GridSize(rows: 1, columns: 10))
    grid.write("a\u{1B}\u{7}\u{202E}b", row: 0, column: 0)
    #expect(grid.line(0) == "ab")
  }

  @Test func `a row is the same only with the same letters and the same style`() {
    var grid = Grid(size: GridSize(rows: 2, columns: 10))
    grid.write("DEFER", row: 1, column: 0)
    var other = grid
    #expect(grid.hasSameRow(0, as: other) && grid.hasSameRow(1, as: other))
    other.paint(row: 1, style: .deferral)
    #expect(grid.hasSameRow(0, as: other) && !grid.hasSameRow(1, as: other))
    #expect(!grid.hasSameRow(2, as: other))
    #expect(!grid.hasSameRow(0, as: Grid(size: GridSize(rows: 2, columns: 11))))
  }

  @Test func `every theme leaves the words as they are`() {
    for style in Style.allCases {
      var grid = Grid(size: GridSize(rows: 1, columns: 20))
      grid.write("DO NOT TREAT", row: 0, column: 0, style: style)
      #expect(grid.text == "DO NOT TREAT")
    }
  }

  @Test func `without colour severities still look different`() {
    let looks = [Style.exclude, .deferral, .caution, .notKnown, .normal].map {
      Theme.mono.attributes(for: $0)
    }
    #expect(Set(looks).count == looks.count)
    #expect(looks.allSatisfy { $0.foreground == .standard && $0.background == .standard })
  }

  @Test func `white letters on red are always bold`() {
    for style in Style.allCases {
      let look = Theme.colour.attributes(for: style)
      if look.background == .red { #expect(look.bold) }
      #expect(look.foreground != .blue && look.foreground != .green)
    }
  }
}

@Test(arguments: [
  ("Zoë Ångström, Łucja, Đorđe", "Zoe Angstrom, Lucja, Dorde"),
  ("Nguyễn Thị Hoa", "Nguyen Thi Hoa"),
  ("e\u{301}te\u{301}", "ete"), ("名前 ok", "???? ok"), ("مریم", "????"),
  ("ı \u{A0}µ ≥ × • …", "i  ? ? x * ?"),
  ("┌─┬┐ │ “a” ‘b’ – —", "+-++ | \"a\" 'b' - -"), ("👩\u{200D}👧|", "??|"),
  ("plain ASCII ~ 0.5", "plain ASCII ~ 0.5"),
])
func `letters beyond ASCII stay as readable as ASCII lets them`(text: String, ascii: String) {
  var grid = Grid(size: GridSize(rows: 1, columns: 40))
  grid.write(text, row: 0, column: 0, style: .strong)
  #expect(grid.inASCII.line(0) == ascii)
  #expect((0..<40).allSatisfy { grid.inASCII[0, $0].style == grid[0, $0].style })
}

@Test func `the text theme has no attributes and the contrast theme no colour and no underline`() {
  for style in Style.allCases {
    #expect(Theme.text.attributes(for: style) == Attributes())
    let look = Theme.contrast.attributes(for: style)
    #expect(look.foreground == .standard && look.background == .standard && !look.underline)
  }
  #expect(ThemeChoice.auto.theme(colours: 256) == .colour)
  #expect(ThemeChoice.auto.theme(colours: 0) == .mono)
  #expect(ThemeChoice.colour.theme(colours: 2) == .mono)
}
