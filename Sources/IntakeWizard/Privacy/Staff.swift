public import ClinicalModel
public import Terminal

/// One of the people who work at this terminal.
public struct StaffMember: Hashable, Sendable, Identifiable {
  /// A name that never changes.
  public struct ID: Hashable, Sendable, RawRepresentable {
    /// The name as it is stored.
    public let rawValue: String
    /// The name of a person on record.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// Which person.
  public let id: ID
  /// Name or initials, as colleagues know them.
  public let name: String
  /// How this person likes the program.
  public let preferences: Preferences

  /// A member from its parts.
  public init(id: ID, name: String, preferences: Preferences) {
    self.id = id
    self.name = name
    self.preferences = preferences
  }
}

/// Everybody who has a PIN here.
public struct Roster: Hashable, Sendable {
  /// In the order in which they were added.
  public let members: [StaffMember]
  /// How the program is shown while nobody has a PIN.
  public let shared: Preferences

  /// A roster from its parts.
  public init(members: [StaffMember], shared: Preferences) {
    self.members = members
    self.shared = shared
  }

  /// Nobody has a PIN.
  public static let empty = Roster(members: [], shared: Preferences())

  subscript(id: StaffMember.ID) -> StaffMember? { members.first { $0.id == id } }
}

/// Who sits at the terminal.
public enum StaffUser: Hashable, Sendable {
  /// No PIN is set, so nobody is known.
  case nobody
  case member(StaffMember)

  /// The name; empty where nobody is known.
  var name: String {
    switch self {
    case .nobody: ""
    case .member(let member): member.name
    }
  }

  func isSame(as other: StaffUser) -> Bool {
    switch (self, other) {
    case (.nobody, .nobody): true
    case (.member(let one), .member(let two)): one.id == two.id
    case (.nobody, .member), (.member, .nobody): false
    }
  }
}

/// How a person likes the program; kept with the staff, never with a patient.
public struct Preferences: Hashable, Sendable {
  /// How the wizard is shown.
  public enum Face: String, CaseIterable, Sendable {
    case screen
    case lines
  }

  /// The screen, or lines.
  public var face: Face
  /// Whether single letters act.
  public var letterKeys: LetterKeys
  /// The theme of the screen.
  public var theme: ThemeChoice

  /// Preferences; each has the value for who has not chosen.
  public init(
    face: Face = .screen, letterKeys: LetterKeys = .on, theme: ThemeChoice = .auto
  ) {
    self.face = face
    self.letterKeys = letterKeys
    self.theme = theme
  }
}

/// A PIN or passphrase on its way to being checked: it never shows itself in a
/// log, a notice or a failed test.
public struct Passphrase: Redacted, Hashable, Sendable {
  /// What was typed.
  public let typed: String

  /// A passphrase as it was typed.
  public init(typed: String) { self.typed = typed }

  /// How many characters a new one may have.
  public static let lengths = 4...64
}

/// What the wizard asks of the staff file.
public enum StaffRequest: Hashable, Sendable {
  /// Who has a PIN now?
  case read
  /// Is this the PIN of this person?
  case check(StaffMember.ID, Passphrase)
  /// Somebody new.
  case add(name: String, Passphrase)
  /// Another PIN for somebody who knows the old one.
  case change(StaffMember.ID, old: Passphrase, new: Passphrase)
  /// How this person likes the program.
  case keep(Preferences, StaffUser)
}

/// What the staff file says to a request.
public enum StaffReply: Sendable {
  /// Everybody who has a PIN now.
  case roster(Roster)
  /// The PIN is right.
  case admitted(StaffMember.ID, Roster)
  /// The new person is on record.
  case added(StaffMember.ID, Roster)
  /// The PIN is another one now.
  case changed
  /// The PIN is wrong.
  case wrongPassphrase
  /// The staff file could not be read or written; the words say what is safe.
  case failed(String)
}
