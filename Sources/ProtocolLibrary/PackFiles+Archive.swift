// An archive is the pack's files in one row of bytes, the same bytes for the
// same files on every machine. All numbers are unsigned, 8 bytes, big-endian:
//
//   "mesoscreen pack 1\n"
//   number of files
//   for each file, by path:
//     length of path, path in UTF-8, length of bytes, bytes

extension PackFiles {
  private static let heading = Array("mesoscreen pack 1\n".utf8)

  /// The canonical bytes of the pack: what is stored and digested.
  public var archive: [UInt8] {
    var bytes = Self.heading
    func append(_ number: Int) {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    append(files.count)
    for file in files {
      let path = Array(file.path.utf8)
      append(path.count)
      bytes += path
      append(file.bytes.count)
      bytes += file.bytes
    }
    return bytes
  }

  /// Reads an archive; only the bytes that `archive` writes are taken.
  public init(archive: [UInt8]) throws(PackReadingError) {
    var reading = ArchiveReading(bytes: archive)
    guard try reading.take(Self.heading.count).elementsEqual(Self.heading) else {
      throw .notAnArchive(offset: 0)
    }
    let count = try reading.number(atMost: Int.max)
    guard count <= Self.countMax else { throw .tooManyFiles }
    var files: [PackFile] = []
    var total = 0
    for _ in 0..<count {
      let start = reading.index
      let pathBytes = Array(try reading.take(reading.number(atMost: Self.pathBytesMax)))
      guard let path = String(validating: pathBytes, as: UTF8.self), Self.isProper(path),
        files.last.map({ $0.path.utf8.lexicographicallyPrecedes(pathBytes) }) ?? true
      else { throw .notAnArchive(offset: start) }
      let length = try reading.number(atMost: Int.max)
      guard length <= Self.fileBytesMax else { throw .fileTooLarge(path) }
      total += length
      guard total <= Self.totalBytesMax else { throw .packTooLarge }
      files.append(PackFile(path: path, bytes: Array(try reading.take(length))))
    }
    guard reading.index == archive.count else { throw .notAnArchive(offset: reading.index) }
    self.init(files)
  }
}

private struct ArchiveReading {
  let bytes: [UInt8]
  var index = 0

  mutating func take(_ count: Int) throws(PackReadingError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - index else { throw .notAnArchive(offset: index) }
    defer { index += count }
    return bytes[index..<index + count]
  }

  mutating func number(atMost limit: Int) throws(PackReadingError) -> Int {
    let start = index
    let value = try take(8).reduce(UInt64(0)) { ($0 << 8) | UInt64($1) }
    guard value <= UInt64(limit) else { throw .notAnArchive(offset: start) }
    return Int(value)
  }
}
