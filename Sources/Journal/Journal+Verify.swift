import ClinicalModel
package import Consultation

/// What verifying one consultation found.
package struct Verification: Hashable, Sendable {
  /// The consultation.
  package let consultation: Consultation.ID
  /// How many entries are stored.
  package let entryCount: Int
  /// The last stored entry's hash, to compare with a printed one.
  package let head: Head
  /// Everything that is wrong, oldest first; empty when nothing is.
  package let findings: [VerificationFinding]

  /// A result from its parts.
  package init(
    consultation: Consultation.ID, entryCount: Int, head: Head, findings: [VerificationFinding]
  ) {
    self.consultation = consultation
    self.entryCount = entryCount
    self.head = head
    self.findings = findings
  }
}

/// One thing that verifying found wrong.
package enum VerificationFinding: Hashable, Sendable {
  /// An entry fails a check.
  case entry(Damage, sequence: Int)
  /// The pack that was used is not kept.
  case packMissing(digest: String)
  /// The kept pack does not give its digest.
  case packDamaged(digest: String)
  /// The printed hash is none of the stored ones: entries were taken away or
  /// rewritten since it was printed.
  case printedHashNotFound
}

extension Journal {
  /// Checks every entry of a consultation and the pack it used.
  ///
  /// Entries cut off the end leave a chain that is whole in itself. They are
  /// found by handing in a hash that was printed or noted before: its first
  /// 12 or more hexadecimal digits.
  package func verify(
    _ id: Consultation.ID, printed: PrintedHash = .none
  ) throws(JournalError) -> Verification {
    guard JournalEntry.isName(id) else { throw .notFound }
    let stored = try store.entries(of: id)
    guard let last = stored.last else { throw .notFound }
    var findings = try check(stored, of: id)
    if case .digits(let digits) = printed,
      !stored.contains(where: { $0.hash.description.hasPrefix(digits) })
    {
      findings.append(.printedHashNotFound)
    }
    return Verification(
      consultation: id, entryCount: stored.count, head: last.head, findings: findings)
  }

  private func check(
    _ stored: [JournalEntry], of id: Consultation.ID
  ) throws(JournalError) -> [VerificationFinding] {
    var chain = Chain(of: id)
    var findings: [VerificationFinding] = []
    for entry in stored {
      findings += chain.damage(of: entry).map { .entry($0, sequence: entry.sequence) }
      do throws(JournalError) {
        let event = try seal.event(in: entry)
        if let damage = chain.damage(of: event) {
          findings.append(.entry(damage, sequence: entry.sequence))
        }
        if case .opened(let opening) = event { findings += try check(pack: opening.packDigest) }
      } catch {
        guard case .damaged(let damage, let sequence) = error else { throw error }
        findings.append(.entry(damage, sequence: sequence))
      }
      chain.append(entry)
    }
    // Whether the events make sense is only asked of a chain that is whole.
    if findings.isEmpty {
      do {
        _ = try seal.replay(stored, of: id)
      } catch {
        guard case .damaged(let damage, let sequence) = error else { throw error }
        findings.append(.entry(damage, sequence: sequence))
      }
    }
    return findings
  }

  private func check(pack digest: String) throws(JournalError) -> [VerificationFinding] {
    do {
      _ = try packArchive(digest: digest)
      return []
    } catch {
      switch error {
      case .packMissing: return [.packMissing(digest: digest)]
      case .packDamaged: return [.packDamaged(digest: digest)]
      default: throw error
      }
    }
  }
}

/// A head hash that somebody holds on paper.
package enum PrintedHash: Hashable, Sendable {
  /// Nothing to compare with.
  case none
  /// Its first 12 to 64 hexadecimal digits, lower case.
  case digits(String)

  /// Reads digits as printed, in either case, or gives nothing.
  package init?(_ text: String) {
    let digits = text.lowercased()
    guard (12...64).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self = .digits(digits)
  }
}
