extension Journal {
  /// The longest pack archive, in bytes.
  package static let packLimit = 16_777_216

  /// Throws when no store may take this pack: `.tooLarge`, or without content
  /// or under a name that is no digest `.cannotBeStored`.
  package static func checkForm(digest: String, archive: [UInt8]) throws(JournalError) {
    guard archive.count <= packLimit else { throw .tooLarge }
    guard !archive.isEmpty, isPackDigest(digest) else { throw .cannotBeStored }
  }

  /// Keeps a pack's archive for ever and gives its digest.
  @discardableResult
  package func keepPack(_ archive: [UInt8]) throws(JournalError) -> String {
    guard archive.count <= Self.packLimit else { throw .tooLarge }
    let digest = packDigest(archive)
    try store.keepPack(digest: digest, archive: archive)
    return digest
  }

  /// The archive under a digest; the digest is worked out anew, and bytes that
  /// do not give it are `.packDamaged`.
  package func packArchive(digest: String) throws(JournalError) -> [UInt8] {
    let archive = try store.packArchive(digest: digest)
    guard packDigest(archive) == digest else { throw .packDamaged }
    return archive
  }
}
