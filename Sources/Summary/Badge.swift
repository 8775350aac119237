import ClinicalModel
import Screening

/// A weight as it is printed: a mark and a word, which say the same.
///
/// The mark's shape survives a photocopy and a fax, where a colour does not.
public enum Badge: CaseIterable, Hashable, Sendable {
  /// The treatment is not given with these answers.
  case doNotTreat
  /// Not yet.
  case `defer`
  /// The clinician reviews first.
  case caution
  /// A patch test comes first.
  case patchTestFirst
  /// Advice only.
  case note
  /// Something that answers have not settled.
  case notKnown

  /// Nothing was found and nothing is missing; never an all-clear.
  case noFinding

  /// Three characters with a shape of their own; none when nothing was found.
  public var mark: String {
    switch self {
    case .doNotTreat: Severity.doNotTreat.mark
    case .defer: Severity.defer.mark
    case .caution: Severity.caution.mark
    case .patchTestFirst: Severity.proceedAfterPatchTest.mark
    case .note: Severity.proceed.mark
    case .notKnown: NotKnown.mark
    case .noFinding: ""
    }
  }

  /// The word, in capitals where it needs a decision.
  public var word: String {
    switch self {
    case .doNotTreat: Severity.doNotTreat.word
    case .defer: Severity.defer.word
    case .caution: Severity.caution.word
    case .patchTestFirst: Severity.proceedAfterPatchTest.word
    case .note: Severity.proceed.word
    case .notKnown: NotKnown.word
    case .noFinding: "No finding"
    }
  }

  /// Mark and word in one line.
  public var words: String { mark.isEmpty ? word : "\(mark) \(word)" }

  init(_ severity: Severity) {
    switch severity {
    case .doNotTreat: self = .doNotTreat
    case .defer: self = .defer
    case .caution: self = .caution
    case .proceedAfterPatchTest: self = .patchTestFirst
    case .proceed: self = .note
    }
  }
}
