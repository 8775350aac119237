import ClinicalModel
import Consultation

extension EntrySeal {
  /// The events of a chain, each checked; the first damage found is thrown.
  func opened(
    _ stored: [JournalEntry], of id: Consultation.ID
  ) throws(JournalError) -> [Entry] {
    var chain = Chain(of: id)
    var entries: [Entry] = []
    for entry in stored {
      if let damage = chain.damage(of: entry).first {
        throw .damaged(damage, sequence: chain.nextSequence)
      }
      let event = try event(in: entry)
      if let damage = chain.damage(of: event) { throw .damaged(damage, sequence: entry.sequence) }
      entries.append(
        Entry(sequence: entry.sequence, recordedAt: entry.recordedAt, event: event))
      chain.append(entry)
    }
    return entries
  }

  /// The consultation that a chain makes.
  func replay(
    _ stored: [JournalEntry], of id: Consultation.ID
  ) throws(JournalError) -> Consultation {
    let entries = try opened(stored, of: id)
    guard let first = entries.first else { throw .notFound }
    var sequence = 0
    do throws(ConsultationError) {
      var consultation = try Consultation(id: id, first: first)
      for entry in entries.dropFirst() {
        sequence = entry.sequence
        try consultation.apply(entry)
      }
      return consultation
    } catch {
      throw .damaged(.doesNotFollow, sequence: sequence)
    }
  }
}

extension Chain {
  /// A signature names the hash of the entry before it; anything else means
  /// that what was signed is not what is stored.
  func damage(of event: Event) -> Damage? {
    guard case .signedOff(let signature) = event, signature.headHash != previousHash.description
    else { return nil }
    return .signatureDiffers
  }
}
