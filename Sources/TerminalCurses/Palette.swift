import CNcurses
import Terminal

/// Turns styles into what curses understands, colour pairs made when needed.
struct Palette {
  /// Attributes and a colour pair, as the console takes them.
  struct Look {
    var attributes: CInt
    var pair: CInt
  }

  private struct Colours: Hashable {
    var foreground: Colour
    var background: Colour
  }

  var theme: Theme {
    didSet { looks = [:] }
  }
  private let isLinuxConsole: Bool
  private var pairs: [Colours: CInt] = [:]
  private var looks: [Style: Look] = [:]

  init(theme: Theme, terminalName: String) {
    self.theme = theme
    isLinuxConsole = terminalName == "linux" || terminalName.hasPrefix("linux-")
  }

  mutating func look(of style: Style, console: OpaquePointer) -> Look {
    if let look = looks[style] { return look }
    let attributes = attributes(for: style)
    var bits = 0
    if attributes.bold { bits |= CONSOLE_BOLD }
    if attributes.reverse { bits |= CONSOLE_REVERSE }
    if attributes.underline { bits |= CONSOLE_UNDERLINE }
    let colours = Colours(
      foreground: attributes.foreground, background: attributes.background)
    let look = Look(attributes: CInt(bits), pair: pair(for: colours, console: console))
    looks[style] = look
    return look
  }

  private func attributes(for style: Style) -> Attributes {
    let wanted = theme.attributes(for: style)
    // Yellow is brown on the Linux console: black on it has too little contrast.
    if isLinuxConsole, wanted.background == .yellow { return Attributes(reverse: true) }
    return wanted
  }

  private mutating func pair(for colours: Colours, console: OpaquePointer) -> CInt {
    if colours == Colours(foreground: .standard, background: .standard) { return 0 }
    if let pair = pairs[colours] { return pair }
    let pair = CInt(pairs.count + 1)
    pairs[colours] = pair
    console_pair(
      console, pair, CInt(colours.foreground.rawValue), CInt(colours.background.rawValue))
    return pair
  }
}
