import ClinicalModel

// Which face a person likes, and the rest of what is kept for each user.

/// Whether the face may follow a person's preference.
public enum FaceWish: Hashable, Sendable {
  case free
  /// `--linear` or `ACCESSIBLE` asked for lines: they win.
  case linesAsked
}

extension Wizard {
  /// The other face, from now on also for the next time.
  mutating func changeFace() -> [Effect] {
    let kept = leavePage()
    preferences.face = face == .screen ? .lines : .screen
    return kept + [keepPreferences(), .switchFace]
  }

  /// Keeps how this person likes the program.
  func keepPreferences() -> Effect { .staff(.keep(preferences, user)) }

  /// Takes over what the person at the terminal likes.
  mutating func takePreferences() -> [Effect] {
    guard case .member(let member) = user else { return [] }
    preferences = (roster[member.id] ?? member).preferences
    display = Display(
      theme: setting.theme(liked: preferences), letterKeys: preferences.letterKeys)
    guard setting.faceWish == .free, preferences.face != face else { return [] }
    return [.switchFace]
  }
}
