/// A part of a structured file, whether YAML or JSON: everything is text until
/// a reader types it.
struct DocumentNode: Sendable {
  /// What a part holds.
  enum Form: Sendable {
    case scalar(Scalar)
    case list([DocumentNode])
    case map([Entry])
  }

  /// One text.
  struct Scalar {
    let text: String
    let style: Style
    let spelling: Spelling
  }

  /// How a text was written.
  enum Style {
    /// YAML without quotes.
    case plain
    /// In quotes.
    case quoted
    /// A JSON number, with the digits it was written with.
    case number
    /// JSON's true, false and null.
    case literal
  }

  /// Whether places inside the text can be pointed at.
  enum Spelling {
    /// The text stands in the file letter by letter, from this place on.
    case verbatim(Place)
    /// Escapes or line folds lie between.
    case rewritten
  }

  /// A key with its value.
  struct Entry {
    let key: String
    let keyStyle: Style
    let keyPlace: Place
    let value: DocumentNode
  }

  let place: Place
  let form: Form

  /// The text; nothing for a list or a map.
  var scalar: Scalar? {
    if case .scalar(let scalar) = form { scalar } else { nil }
  }

  /// The items; nothing for a text or a map.
  var items: [DocumentNode]? {
    if case .list(let items) = form { items } else { nil }
  }

  /// The entries; nothing for a text or a list.
  var entries: [Entry]? {
    if case .map(let entries) = form { entries } else { nil }
  }

  /// The deepest nesting that is read.
  static let depthMax = 32
}
