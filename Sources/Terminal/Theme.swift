/// Turns styles into attributes.
///
/// Severity is carried by word, mark and place first, so that every theme says
/// the same.
public enum Theme: String, CaseIterable, Sendable {
  /// Colours where they help.
  case colour
  /// Bold, reverse and underline only.
  case mono
  /// Bold and reverse only: the pairs with the strongest contrast there are.
  case contrast
  /// No attributes at all.
  case text

  /// How a style looks in this theme.
  public func attributes(for style: Style) -> Attributes {
    switch self {
    case .colour: inColour(style)
    case .mono: inMono(style)
    case .contrast: inContrast(style)
    case .text: Attributes()
    }
  }

  private func inColour(_ style: Style) -> Attributes {
    switch style {
    case .exclude: Attributes(bold: true, foreground: .white, background: .red)
    case .deferral: Attributes(foreground: .black, background: .cyan)
    case .caution: Attributes(foreground: .black, background: .yellow)
    case .notKnown: Attributes(bold: true, underline: true)
    case .normal, .strong, .banner, .focus, .patchTest, .field: inMono(style)
    }
  }

  private func inMono(_ style: Style) -> Attributes {
    switch style {
    case .normal: Attributes()
    case .strong, .caution, .patchTest: Attributes(bold: true)
    case .banner, .focus, .deferral: Attributes(reverse: true)
    case .exclude: Attributes(bold: true, reverse: true)
    case .notKnown, .field: Attributes(underline: true)
    }
  }

  private func inContrast(_ style: Style) -> Attributes {
    switch style {
    case .normal: Attributes()
    case .strong, .caution, .patchTest, .notKnown: Attributes(bold: true)
    case .banner, .focus, .deferral, .field: Attributes(reverse: true)
    case .exclude: Attributes(bold: true, reverse: true)
    }
  }
}

/// The theme a person asks for.
public enum ThemeChoice: String, CaseIterable, Sendable {
  /// Colours where the terminal has them, else mono.
  case auto
  case colour
  case mono
  case contrast
  case text

  /// The theme on a terminal with so many colours; without eight of them
  /// `colour` is mono.
  public func theme(colours: Int) -> Theme {
    switch self {
    case .auto, .colour: colours >= 8 ? .colour : .mono
    case .mono: .mono
    case .contrast: .contrast
    case .text: .text
    }
  }

  /// Whether colours may be sent.
  public var wantsColour: Bool { self == .auto || self == .colour }
}
