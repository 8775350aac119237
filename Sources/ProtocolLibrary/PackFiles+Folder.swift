import Foundation

extension PackFiles {
  /// Reads a pack's folder: regular files only, bounded in number, size and
  /// depth. Links are refused wherever they stand within the folder, so that a
  /// pack cannot draw in what lies outside it.
  ///
  /// A folder with `overlay.yaml` is a clinic's overlay over the pack inside
  /// the program; one over another pack stands in that pack's folder, as
  /// `overlay/`.
  public init(folder: String) throws(PackReadingError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .folderUnreadable }
    var reading = FolderReading()
    try reading.readFolder(descriptor, path: "", depth: 0)
    let files = PackFiles(reading.files)
    guard files.isOverlayAlone else {
      self = files
      return
    }
    try self.init(overlay: files, over: .builtIn)
  }
}

private struct FolderReading {
  var files: [PackFile] = []
  private var total = 0
  private var seen = 0

  /// Reads everything below an open folder, and closes it.
  mutating func readFolder(_ descriptor: Int32, path: String, depth: Int) throws(PackReadingError) {
    defer { close(descriptor) }
    for name in try names(in: descriptor, path: path) {
      seen += 1
      guard seen <= 2 * PackFiles.countMax else { throw .tooManyFiles }
      let below = path.isEmpty ? name : "\(path)/\(name)"
      guard PackFiles.isProper(below) else {
        throw depth >= PackFiles.depthMax ? .tooDeep(below) : .improperPath(below)
      }
      // Not to wait for the writer of a pipe, the file is opened non-blocking.
      let opened = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard opened >= 0 else {
        throw errno == ELOOP ? .notARegularFile(below) : .unreadable(below)
      }
      var status = stat()
      guard fstat(opened, &status) == 0 else {
        close(opened)
        throw .unreadable(below)
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        guard depth < PackFiles.depthMax else {
          close(opened)
          throw .tooDeep(below)
        }
        try readFolder(opened, path: below, depth: depth + 1)
      case S_IFREG: try readFile(opened, path: below)
      default:
        close(opened)
        throw .notARegularFile(below)
      }
    }
  }

  /// The names in a folder, sorted; at most as many as are worth looking at.
  private func names(in descriptor: Int32, path: String) throws(PackReadingError) -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      if copy >= 0 { close(copy) }
      throw path.isEmpty ? .folderUnreadable : .unreadable(path)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw .improperPath(String(decoding: bytes, as: UTF8.self))
      }
      if name == "." || name == ".." { continue }
      names.append(name)
      guard names.count <= 2 * PackFiles.countMax else { throw .tooManyFiles }
    }
    return names.sorted()
  }

  /// Reads an open regular file, and closes it.
  private mutating func readFile(_ descriptor: Int32, path: String) throws(PackReadingError) {
    defer { close(descriptor) }
    guard files.count < PackFiles.countMax else { throw .tooManyFiles }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = part.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .unreadable(path)
      }
      bytes += part.prefix(count)
      guard bytes.count <= PackFiles.fileBytesMax else { throw .fileTooLarge(path) }
      guard total + bytes.count <= PackFiles.totalBytesMax else { throw .packTooLarge }
    }
    total += bytes.count
    files.append(PackFile(path: path, bytes: bytes))
  }
}
