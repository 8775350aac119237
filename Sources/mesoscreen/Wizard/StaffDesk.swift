import IntakeWizard
import Staff
import Terminal

/// Answers what the wizard asks of the staff file.
struct StaffDesk {
  let store: StaffStore
  var cost = PassphraseHash.Cost.standard
  var random: (Int) -> [UInt8] = { count in
    var source = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
  }

  func answer(_ request: StaffRequest) -> [Action] {
    do throws(StaffError) {
      return try reply(request).map { [.staff($0)] } ?? []
    } catch {
      return [.staff(.failed(error.description))]
    }
  }

  /// Everybody who has a PIN.
  func roster() throws(StaffError) -> Roster { try store.read().roster }

  private func reply(_ request: StaffRequest) throws(StaffError) -> StaffReply? {
    switch request {
    case .read: return .roster(try roster())
    case .check(let id, let passphrase):
      let staff = try store.read()
      // Taken away meanwhile, by somebody who has the account.
      guard staff.members.contains(where: { $0.id == id.rawValue }) else {
        return .roster(staff.roster)
      }
      guard try staff.member(id.rawValue).passphrase.matches(passphrase.typed) else {
        return .wrongPassphrase
      }
      return .admitted(id, staff.roster)
    case .add(let name, let passphrase):
      let hash = try hash(passphrase)
      let id = random(8).map { String($0, radix: 36) }.joined()
      let staff = try store.change { (staff) throws(StaffError) in
        try staff.add(name, id: id, hash)
      }
      return .added(StaffMember.ID(rawValue: id), staff.roster)
    case .change(let id, let old, let new):
      guard try store.read().member(id.rawValue).passphrase.matches(old.typed) else {
        return .wrongPassphrase
      }
      let hash = try hash(new)
      try store.change { (staff) throws(StaffError) in try staff.change(id.rawValue, to: hash) }
      return .changed
    case .keep(let preferences, let user):
      try store.change { (staff) throws(StaffError) in
        switch user {
        case .nobody: staff.keep(shared: preferences.words)
        case .member(let member): try staff.keep(preferences.words, of: member.id.rawValue)
        }
      }
      return nil
    }
  }

  private func hash(_ passphrase: Passphrase) throws(StaffError) -> PassphraseHash {
    try PassphraseHash(
      of: passphrase.typed, salt: random(PassphraseHash.saltLength), cost: cost)
  }
}

extension StaffFile {
  /// The people as the wizard knows them: without their PINs.
  var roster: Roster {
    Roster(
      members: members.map {
        StaffMember(
          id: StaffMember.ID(rawValue: $0.id), name: $0.name,
          preferences: Preferences(words: $0.preferences))
      }, shared: Preferences(words: shared))
  }
}

extension Preferences {
  /// As they are stored.
  var words: [String: String] {
    ["face": face.rawValue, "letter-keys": letterKeys.rawValue, "theme": theme.rawValue]
  }

  /// From stored words; what is not known here has the usual value.
  init(words: [String: String]) {
    self.init(
      face: words["face"].flatMap(Face.init) ?? .screen,
      letterKeys: words["letter-keys"].flatMap(LetterKeys.init) ?? .on,
      theme: words["theme"].flatMap(ThemeChoice.init) ?? .auto)
  }
}
