import CProtocols

extension PackFiles {
  /// The mesotherapy pack that the program carries inside.
  public static let builtIn = PackFiles(
    (0..<pack_file_count()).map { index in
      let file = pack_file_at(index)
      return PackFile(
        path: String(cString: file.path),
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    })
}
