import CProtocols
public import ClinicalModel

/// A patient who does not exist, for training.
public struct MadeUpPatient: Hashable, Sendable {
  /// The name of the file with the answers, for messages.
  public let fileName: String
  /// The answers as an answers file.
  public let bytes: [UInt8]

  /// The made-up patients that the program carries inside: one signed without
  /// a finding, one signed with a patch test to read, one left half way.
  public static let all: [MadeUpPatient] = (0..<training_file_count()).map { index in
    let file = training_file_at(index)
    return MadeUpPatient(
      fileName: String(cString: file.path),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
  }
}

extension Answers {
  /// The same answers so many days later: every exact day moves, a birth date
  /// does not.
  public func moved(byDays days: Int) -> Answers {
    var moved = self
    for question in asked where question != .dateOfBirth {
      switch self[question] {
      case .known(.date(let date)): moved[question] = .known(.date(date.moved(byDays: days)))
      case .known(.entries(let entries)):
        moved[question] = .known(.entries(entries.map { $0.moved(byDays: days) }))
      case .known, .unknown: break
      }
    }
    return moved
  }
}

extension PartialDate {
  fileprivate func moved(byDays days: Int) -> PartialDate {
    if case .day(let date) = self { .day(date.adding(days: days)) } else { self }
  }
}
