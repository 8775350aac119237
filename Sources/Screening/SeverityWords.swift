public import ClinicalModel

// The one place where severities become words and marks (`Wording.md`). The marks
// differ in outline, so that they survive a photocopy and a colour-blind eye.

extension Severity {
  /// The word shown for it; capitals are kept for what needs a decision.
  public var word: String {
    switch self {
    case .proceed: "Note"
    case .proceedAfterPatchTest: "PATCH TEST FIRST"
    case .caution: "CAUTION"
    case .defer: "DEFER"
    case .doNotTreat: "DO NOT TREAT"
    }
  }

  /// Three characters beside the word; left out where a screen is read aloud.
  public var mark: String {
    switch self {
    case .proceed: "..."
    case .proceedAfterPatchTest: "+++"
    case .caution: "!!!"
    case .defer: "///"
    case .doNotTreat: "XXX"
    }
  }

  /// What it says about the whole consultation.
  public var outcomeSentence: String {
    switch self {
    case .proceed: "Nothing was found in the answers. The clinician decides."
    case .proceedAfterPatchTest: "A patch test comes first. The clinician decides."
    case .caution: "The clinician reviews the findings before treating."
    case .defer: "Treatment waits for a day or an event."
    case .doNotTreat: "With these answers this treatment is not given."
    }
  }
}

/// The word and mark added to a finding that stands for an unknown answer.
public enum NotKnown {
  /// The word.
  public static let word = "NOT KNOWN"
  /// The mark.
  public static let mark = "???"
}

extension Finding {
  /// The severity's word, with NOT KNOWN where an unknown answer raised it.
  public var word: String {
    switch origin {
    case .rule: severity.word
    case .unknownAnswer: "\(severity.word), \(NotKnown.word)"
    }
  }

  /// The mark: `???` where an unknown answer raised it, else the severity's.
  public var mark: String {
    switch origin {
    case .rule: severity.mark
    case .unknownAnswer: NotKnown.mark
    }
  }
}
