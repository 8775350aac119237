/// A mark in a list: nothing is marked until a person marks it.
enum ListMark: Hashable, Sendable {
  case nothing
  case line(Int)

  /// The next line down or up, within `count` lines.
  func moved(by step: Int, of count: Int) -> ListMark {
    guard count > 0 else { return .nothing }
    switch self {
    case .nothing: return .line(step > 0 ? min(step, count) - 1 : max(count + step, 0))
    case .line(let line): return .line(min(max(line + step, 0), count - 1))
    }
  }

  /// Whether this line is marked.
  func marks(_ line: Int) -> Bool { self == .line(line) }
}
