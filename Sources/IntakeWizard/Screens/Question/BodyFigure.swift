import ClinicalModel
import Terminal
import TextLayout

// The figure beside the list of treatment areas. It repeats what the list says
// and adds nothing: the list is read aloud and marked, and whoever does not see
// the figure misses nothing.

/// A patient's face, front and back, with the areas that are marked.
///
/// Which option is where is this program's knowledge, tied to the option ids of
/// the pack: an option that is not known here has no place and is only in the
/// list.
enum BodyFigure {
  /// The question whose answer it shows.
  static let question: Question.ID = "area"

  /// Areas that have no place of their own on it.
  static let withoutPlace: Set<Option.ID> = ["other"]

  /// The letter of each area in `places`.
  static let letters: [Option.ID: Character] = [
    "face": "f", "periorbital": "e", "lips": "l", "perioral": "p", "submental": "m", "neck": "n",
    "decolletage": "d", "scalp": "s", "hands": "H", "arms": "a", "abdomen": "b", "hips": "h",
    "thighs": "t", "buttocks": "u", "legs": "g",
  ]

  /// What is drawn where nothing is marked.
  private static let picture = [
    "   .-------.                           ",
    "  /         \\                          ",
    " |           |        .-.        .-.   ",
    " |           |       (   )      (   )  ",
    " | (o)   (o) |        | |        | |   ",
    " |     ^     |      .-' '-.    .-' '-. ",
    " |           |     /|     |\\  /|     |\\",
    " |   -----   |     ||     ||  ||     ||",
    "  \\         /      ||     ||  ||     ||",
    "   \\       /       ||     ||  ||     ||",
    "    '-----'        /|     |\\  /|     |\\",
    "     |   |         W|     |W  W|     |W",
    "                    | | | |    | | | | ",
    "   Face             | | | |    | | | | ",
    "                    | | | |    | | | | ",
    "                    | | | |    | | | | ",
    "                    |_| |_|    |_| |_| ",
    "                     Front      Back   ",
  ]

  /// Which area each place belongs to.
  private static let places = [
    "                                       ",
    "   sssssssss                           ",
    "  fffffffffff                     s    ",
    "  fffffffffff         fff        sss   ",
    "  feeefffeeef          n          n    ",
    "  fffffffffff         ddd              ",
    "  fffpppppfff       addddda    a     a ",
    "  fffplllpfff       a     a    a     a ",
    "   ffpppppff        abbbbba    a     a ",
    "    fffffff         abbbbba    a     a ",
    "     mmmmm          ahbbbha    auuuuua ",
    "      nnn          HhhbbbhhH  Hhuuuuuhh",
    "                     t   t      t   t  ",
    "                     t   t      t   t  ",
    "                     t   t      t   t  ",
    "                     g   g      g   g  ",
    "                     g   g      g   g  ",
    "                                       ",
  ]

  /// How wide it is, in columns.
  static let width = 39

  /// The lines of the figure with these areas marked, each filled with `#`.
  static func lines(marked: Set<Option.ID>) -> [[Span]] {
    let shown = Set(marked.compactMap { letters[$0] })
    return zip(picture, places).map { line, areas in
      var spans: [Span] = []
      for (mark, area) in zip(line, areas) {
        let isMarked = shown.contains(area)
        let text = isMarked ? "#" : String(mark)
        let style: Style = isMarked ? .strong : .normal
        if let last = spans.last, last.style == style {
          spans[spans.count - 1] = Span(last.text + text, style)
        } else {
          spans.append(Span(text, style))
        }
      }
      return spans
    }
  }
}

extension Canvas {
  /// How many columns a line takes.
  static func columns(of line: [Span]) -> Int {
    line.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
  }

  /// This canvas with lines at its right, from one of its lines on.
  func beside(_ right: [[Span]], from first: Int, at column: Int) -> Canvas {
    var result = Canvas(width: width)
    for (index, line) in lines.enumerated() {
      let place = index - first
      guard right.indices.contains(place) else {
        result.add(spans: line)
        continue
      }
      let used = Canvas.columns(of: line)
      let gap = Span(String(repeating: " ", count: max(0, column - used)))
      result.add(spans: line + [gap] + right[place])
    }
    if case .at(let line, let column) = cursor { result.placeCursor(line: line, column: column) }
    return result
  }
}
