/// One file of a pack.
public struct PackFile: Hashable, Sendable {
  /// Its path within the pack's folder, with `/` between the parts.
  public let path: String
  /// Its bytes as they stand.
  public let bytes: [UInt8]

  /// A file from its parts; reading the pack checks them.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The files of a pack, unread: what is stored with records and digested.
public struct PackFiles: Hashable, Sendable {
  /// The files by path, in the order of the paths' UTF-8 bytes.
  public let files: [PackFile]

  /// Takes files in any order.
  public init(_ files: [PackFile]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The most files of one pack.
  static let countMax = 256
  /// The largest file, 2 MiB.
  static let fileBytesMax = 2 << 20
  /// The largest pack, 16 MiB.
  static let totalBytesMax = 16 << 20
  /// The longest path, in bytes.
  static let pathBytesMax = 200
  /// The most folders within one another, the pack's own not counted.
  static let depthMax = 3

  /// Whether a path names a file below the pack's folder and nothing else:
  /// no `..`, no empty part, no control characters.
  static func isProper(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.count <= pathBytesMax && (1...depthMax + 1).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
          && !part.unicodeScalars.contains { isControl($0) || $0 == "\\" }
      }
  }
}

/// Why the files of a pack cannot be had.
public enum PackReadingError: Error, Hashable, Sendable {
  /// The pack's folder is not there, is no folder or may not be read.
  case folderUnreadable
  /// A file or folder in it may not be read; its path.
  case unreadable(String)
  /// A link, a device or the like; its path.
  case notARegularFile(String)
  /// A path that is no name for a file of a pack.
  case improperPath(String)
  /// More than 256 files.
  case tooManyFiles
  /// Folders within folders beyond three; the path.
  case tooDeep(String)
  /// A file over 2 MiB; its path.
  case fileTooLarge(String)
  /// More than 16 MiB in all.
  case packTooLarge
  /// Bytes that are no archive of a pack; where the fault lies, from 0.
  case notAnArchive(offset: Int)
}

extension PackReadingError: CustomStringConvertible {
  /// `cause; remedy`, in one line.
  public var description: String { "\(cause); \(remedy)" }

  /// What is wrong, in one line.
  public var cause: String {
    switch self {
    case .folderUnreadable: "the pack's folder cannot be read"
    case .unreadable(let path): "\(shown(path)) in the pack's folder cannot be read"
    case .notARegularFile(let path):
      "\(shown(path)) in the pack's folder is a link or no ordinary file"
    case .improperPath(let path): "\(shown(path)) is no name for a file of a pack"
    case .tooManyFiles: "the pack has more than \(PackFiles.countMax) files"
    case .tooDeep(let path): "\(shown(path)) lies too many folders deep"
    case .fileTooLarge(let path): "\(shown(path)) is larger than 2 MiB"
    case .packTooLarge: "the pack is larger than 16 MiB"
    case .notAnArchive(let offset): "the stored pack is damaged at byte \(offset)"
    }
  }

  /// What to do, in one line.
  public var remedy: String {
    switch self {
    case .folderUnreadable: "name a folder that this account may read"
    case .unreadable: "let this account read it"
    case .notARegularFile: "put the file itself there"
    case .improperPath: "rename it"
    case .tooManyFiles, .packTooLarge: "remove what does not belong to it"
    case .tooDeep: "remove what does not belong to the pack"
    case .fileTooLarge: "split it or remove what does not belong to the pack"
    case .notAnArchive: "restore it from a backup"
    }
  }
}
