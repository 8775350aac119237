import Consultation
import TextLayout

/// Whether a summary may be relied on: the mark of every page.
public enum SummaryStanding: Hashable, Sendable {
  /// Nobody has signed.
  case unsigned
  /// Signed: by whom and when, in words.
  case signed(String)
  /// Withdrawn: why.
  case withdrawn(reason: String)

  init(_ material: SummaryMaterial) {
    if case .voided(let reason) = material.consultation.standing {
      self = .withdrawn(reason: Printable.line(reason))
    } else if case .signed(let signature, let at) = material.consultation.signature {
      self = .signed("\(Printable.line(signature.clinician)), \(material.moment(at))")
    } else {
      self = .unsigned
    }
  }

  /// One word or two in capitals, and nothing when signed.
  public var mark: String {
    switch self {
    case .unsigned: "UNSIGNED"
    case .signed: ""
    case .withdrawn: "WITHDRAWN"
    }
  }

  /// The standing as a sentence.
  public var sentence: String {
    switch self {
    case .unsigned: "UNSIGNED. No clinician has signed this consultation."
    case .signed(let who): "Signed by \(who)."
    case .withdrawn(let reason): "WITHDRAWN. This consultation does not count. Reason: \(reason)"
    }
  }
}
