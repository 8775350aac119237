import Foundation
import ProtocolLibrary
import Testing

/// A folder of its own, removed when the test is over.
private func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("mesoscreen-pack-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

private func write(_ bytes: [UInt8], to path: String, in folder: URL) throws {
  let file = folder.appendingPathComponent(path)
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: file)
}

private func refusal(_ folder: URL) -> String {
  do {
    _ = try PackFiles(folder: folder.path)
    return ""
  } catch {
    return error.description
  }
}

@Test func `a folder gives the files it holds, and the archive gives them back`() throws {
  try withFolder { folder in
    for file in SmallPack().files.files { try write(file.bytes, to: file.path, in: folder) }
    let files = try PackFiles(folder: folder.path)
    #expect(files == SmallPack().files)
    #expect(try PackFiles(archive: files.archive) == files)
  }
}

@Test func `the archive of a pack is the same bytes in whatever order its files are given`() {
  let files = SmallPack().files.files
  #expect(PackFiles(files.reversed()).archive == PackFiles(files).archive)
  let small = PackFiles([PackFile(path: "b", bytes: [1]), PackFile(path: "a", bytes: [])])
  let eight: [UInt8] = [0, 0, 0, 0, 0, 0, 0]
  #expect(
    small.archive == Array("mesoscreen pack 1\n".utf8) + eight + [2] + eight + [1, 97] + eight
      + [0] + eight + [1, 98] + eight + [1, 1])
}

@Test func `a link, a pipe and a folder too deep are refused`() throws {
  try withFolder { folder in
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("protocol.yaml").path,
      withDestinationPath: "/etc/hostname")
    #expect(
      refusal(folder)
        == "\"protocol.yaml\" in the pack's folder is a link or no ordinary file; "
        + "put the file itself there")
  }
  try withFolder { folder in
    #expect(mkfifo(folder.appendingPathComponent("pipe").path, 0o600) == 0)
    #expect(
      refusal(folder)
        == "\"pipe\" in the pack's folder is a link or no ordinary file; put the file itself there")
  }
  try withFolder { folder in
    try write([], to: "a/b/c/d/e", in: folder)
    #expect(
      refusal(folder)
        == "\"a/b/c/d\" lies too many folders deep; remove what does not belong to the pack")
  }
}

@Test func `a pack too large or with too many files is refused`() throws {
  try withFolder { folder in
    try write([UInt8](repeating: 0x20, count: (2 << 20) + 1), to: "a.yaml", in: folder)
    #expect(
      refusal(folder)
        == "\"a.yaml\" is larger than 2 MiB; split it or remove what does not belong to the pack")
  }
  try withFolder { folder in
    for number in 0..<9 {
      try write([UInt8](repeating: 0x20, count: 2 << 20), to: "\(number)", in: folder)
    }
    #expect(
      refusal(folder)
        == "the pack is larger than 16 MiB; remove what does not belong to it")
  }
  try withFolder { folder in
    for number in 0..<257 { try write([], to: "rules/\(number)", in: folder) }
    #expect(
      refusal(folder) == "the pack has more than 256 files; remove what does not belong to it")
  }
}

@Test func `a folder that is not there or is a file is refused`() throws {
  try withFolder { folder in
    try write([], to: "file", in: folder)
    let words = "the pack's folder cannot be read; name a folder that this account may read"
    #expect(refusal(folder.appendingPathComponent("none")) == words)
    #expect(refusal(folder.appendingPathComponent("file")) == words)
  }
}

@Test func `an archive with any byte cut off, added or out of order is refused`() throws {
  let archive = SmallPack().files.archive
  for count in stride(from: 0, to: archive.count, by: 97) {
    #expect(throws: PackReadingError.self) {
      _ = try PackFiles(archive: Array(archive.prefix(count)))
    }
  }
  #expect(throws: PackReadingError.notAnArchive(offset: archive.count)) {
    _ = try PackFiles(archive: archive + [0])
  }
  #expect(throws: PackReadingError.self) {
    let file = PackFile(path: "a", bytes: [])
    _ = try PackFiles(archive: PackFiles([file, file]).archive)
  }
  for path in ["", "/a", "a//b", "../a", "a/..", ".", "a\nb", "a\\b", "a/b/c/d/e"] {
    #expect(throws: PackReadingError.self, "\(path)") {
      _ = try PackFiles(archive: PackFiles([PackFile(path: path, bytes: [])]).archive)
    }
  }
}
