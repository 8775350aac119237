import Foundation
import Synchronization

/// One line on standard error that says how far long work has come.
///
/// It is drawn only for a person: when standard error is no terminal nothing is
/// written at all.
final class ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let title: String
  private let count: Int
  private let doneAndShown = Mutex((done: 0, percent: -1))

  private static let width = 30

  init(_ title: String, count: Int) {
    self.title = title
    self.count = max(1, count)
  }

  /// One more of the parts is done.
  func advance() {
    guard isShown else { return }
    doneAndShown.withLock { state in
      state.done += 1
      let percent = min(100, state.done * 100 / count)
      guard percent != state.percent else { return }
      state.percent = percent
      let bar = String(repeating: "#", count: percent * Self.width / 100)
      write("\r\(Columns.left(title, 22)) [\(Columns.left(bar, Self.width))] \(percent) %")
    }
  }

  /// Takes the line away, and may leave words in its place.
  func end(_ words: String = "") {
    guard isShown else { return }
    write("\r" + String(repeating: " ", count: 72) + "\r" + (words.isEmpty ? "" : words + "\n"))
  }

  private func write(_ text: String) {
    // A progress line that cannot be drawn is no reason to stop the work.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// Does parts of one work on all cores; the results come in the parts' order.
func onAllCores<Part: Sendable>(
  _ count: Int, _ title: String, _ part: @Sendable (Int) -> Part
) -> [Part] {
  let progress = ProgressLine(title, count: count)
  let parts = Mutex([Part?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { place in
    let done = part(place)
    parts.withLock { $0[place] = done }
    progress.advance()
  }
  progress.end()
  return parts.withLock { $0.compactMap { $0 } }
}
