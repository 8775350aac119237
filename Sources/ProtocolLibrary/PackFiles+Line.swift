extension PackFiles {
  /// One line of a file, counted from 1 as diagnostics count; `nil` if the file
  /// or the line does not exist.
  ///
  /// Bytes that are no UTF-8 are replaced, so that a diagnostic of such a file
  /// can be shown too.
  package func line(_ number: Int, of path: String) -> String? {
    guard number > 0, let file = files.first(where: { $0.path == path }) else { return nil }
    var rest = file.bytes[...]
    for _ in 1..<number {
      guard let end = rest.firstIndex(where: Self.endsLine) else { return nil }
      let isPair = rest[end] == 13 && rest[(end + 1)...].first == 10
      rest = rest[(end + (isPair ? 2 : 1))...]
    }
    return String(decoding: rest.prefix { !Self.endsLine($0) }, as: UTF8.self)
  }

  /// A line feed or a carriage return, as ``SourceText`` breaks lines.
  private static func endsLine(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
