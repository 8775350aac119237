// A clinic's overlay is a folder of its own:
//
//   overlay.yaml             what it is written over, the clinic, what it raises
//   questions/NN-name.yaml   added questions: a section, or adds-to: one
//   rules/name.yaml          added rules
//   rules/name.cases.yaml    cases of added rules and of those it changes
//   sources.yaml             added sources
//   emergencies.yaml         added emergency screens
//
// With the pack below it, it makes one set of files: those of the pack, and
// those of the overlay under `overlay/`. So one archive holds both, one digest
// covers both, and an old record replays for ever. In messages `overlay/`
// stands for the overlay's own folder.

extension PackFiles {
  /// The folder in which an overlay's files stand beside those of the pack.
  static let overlayFolder = "overlay/"

  /// The file that makes a folder an overlay.
  static let overlayManifest = "overlay.yaml"

  /// Puts an overlay's files over those of a pack.
  ///
  /// - Throws: when the two are more than one pack may hold.
  public init(overlay: PackFiles, over base: PackFiles) throws(PackReadingError) {
    let files =
      base.files
      + overlay.files.map { PackFile(path: Self.overlayFolder + $0.path, bytes: $0.bytes) }
    guard files.count <= Self.countMax else { throw .tooManyFiles }
    guard files.map(\.bytes.count).reduce(0, +) <= Self.totalBytesMax else { throw .packTooLarge }
    for file in files where !Self.isProper(file.path) { throw .tooDeep(file.path) }
    self.init(files)
  }

  /// The pack below the overlay; nothing when there is no overlay.
  public var belowOverlay: PackFiles? {
    guard files.contains(where: { $0.path == Self.overlayFolder + Self.overlayManifest }) else {
      return nil
    }
    return PackFiles(files.filter { !$0.path.hasPrefix(Self.overlayFolder) })
  }

  /// The overlay's own files, under their full paths.
  var ofOverlay: PackFiles { PackFiles(files.filter { $0.path.hasPrefix(Self.overlayFolder) }) }

  /// Whether these are an overlay's files, with no pack below.
  var isOverlayAlone: Bool { files.contains { $0.path == Self.overlayManifest } }
}
