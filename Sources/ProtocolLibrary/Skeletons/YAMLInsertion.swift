/// Adds an entry to a list of a YAML file and leaves every other byte as it is.
struct YAMLInsertion {
  private let lines: [String]
  private let root: DocumentNode

  init(_ file: PackFile, _ root: DocumentNode) {
    var lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A file that ends with a line feed has no line after it.
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    self.root = root
  }

  /// The file with the entry after the list's last, and the entry's line;
  /// `nil` if the list is not written as lines that begin with a hyphen.
  func adding(_ skeleton: Skeleton, to list: String) -> (bytes: [UInt8], line: Int)? {
    guard let entry = root.entries?.first(where: { $0.key == list }),
      let first = entry.value.items?.first, first.place.line > entry.keyPlace.line,
      lines.indices.contains(first.place.line - 1)
    else { return nil }
    let indent = lines[first.place.line - 1].prefix { $0 == " " }
    guard lines[first.place.line - 1].dropFirst(indent.count).hasPrefix("- ") else { return nil }
    let end = lineAfter(entry)
    var all = lines[..<end] + [""] + skeleton.lines.map { indent + $0 }
    if end < lines.count { all += [""] + lines[end...] }
    return (Array(all.map { $0 + "\n" }.joined().utf8), end + 2)
  }

  /// The index of the line behind a list: before the next key and the remarks
  /// above it, or at the end of the file.
  private func lineAfter(_ list: DocumentNode.Entry) -> Int {
    let later = (root.entries ?? []).map(\.keyPlace.line).filter { $0 > list.keyPlace.line }
    var end = later.min().map { $0 - 1 } ?? lines.count
    while end > 0, isBlankOrRemark(lines[end - 1]) { end -= 1 }
    return end
  }

  private func isBlankOrRemark(_ line: String) -> Bool {
    let words = line.drop { $0 == " " || $0 == "\r" }
    return words.isEmpty || words.first == "#"
  }
}
