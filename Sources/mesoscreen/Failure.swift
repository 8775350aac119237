import Summary
import TextLayout

/// Why the program ends without having done its work.
struct Failure: Error {
  /// The exit code that scripts rely on.
  enum Kind: Int32 {
    /// The work was done and found a fault.
    case foundFault = 1
    /// The command line or what it names cannot be used.
    case badInput = 2
    /// The records or their key cannot be reached.
    case storage = 3
    /// The program itself is wrong.
    case ourDefect = 70
  }

  let kind: Kind
  let messages: [Message]

  init(_ kind: Kind, _ messages: [Message]) {
    self.kind = kind
    self.messages = messages
  }

  init(_ kind: Kind, _ happened: String, safe: String, next: String) {
    self.init(kind, [Message(happened: happened, safe: safe, next: next)])
  }
}

/// One line for people, without answers and names.
struct Message: Hashable {
  /// `mesoscreen: what happened; what is safe; what to do`.
  let line: String

  init(happened: String, safe: String, next: String) {
    self.init(words: "\(happened); \(safe); \(next)")
  }

  /// Words that say all three already.
  init(words: String) { line = Printable.line("mesoscreen: \(words)") }
}

extension Failure {
  /// The most lines that are worth reading at once.
  static let linesMax = 20

  /// Everything to say, one line each.
  var lines: [String] {
    let shown = messages.prefix(Self.linesMax).map(\.line)
    let rest = messages.count - shown.count
    return rest == 0 ? shown : shown + ["mesoscreen: and \(rest) more of this kind"]
  }
}
