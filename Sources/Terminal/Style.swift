/// What a piece of text means; never a colour.
public enum Style: String, CaseIterable, Hashable, Sendable {
  case normal
  /// Headings and the question itself.
  case strong
  /// The patient banner and the key line.
  case banner
  /// The line or option that the next key acts on.
  case focus
  /// The severity word `DO NOT TREAT` and a failed save.
  case exclude
  /// The severity word `DEFER`.
  case deferral
  /// The severity word `CAUTION`.
  case caution
  /// The words `PATCH TEST FIRST`.
  case patchTest
  /// The words `NOT KNOWN`.
  case notKnown
  /// Text being typed.
  case field
}

/// The eight colours every colour terminal has, and its own default.
public enum Colour: Int, Hashable, Sendable {
  case black = 0
  case red, green, yellow, blue, magenta, cyan, white
  case standard = -1
}

/// How a style looks.
public struct Attributes: Hashable, Sendable {
  /// Bold letters.
  public var bold: Bool
  /// Foreground and background exchanged.
  public var reverse: Bool
  /// A line below.
  public var underline: Bool
  /// The letters' colour.
  public var foreground: Colour
  /// The colour behind them.
  public var background: Colour

  /// Attributes from their parts; all default to plain.
  public init(
    bold: Bool = false, reverse: Bool = false, underline: Bool = false,
    foreground: Colour = .standard, background: Colour = .standard
  ) {
    self.bold = bold
    self.reverse = reverse
    self.underline = underline
    self.foreground = foreground
    self.background = background
  }
}
