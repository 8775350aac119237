@testable import IntakeWizard

/// A staff file on a bench: names and PINs as they are.
struct BenchStaff: Sendable {
  private(set) var roster = Roster.empty
  private var pins: [StaffMember.ID: String] = [:]
  /// Whether the file can be read.
  var isReadable = true

  init() {}

  /// People and their PINs.
  init(_ people: [(name: String, pin: String)], face: Preferences.Face = .screen) {
    for person in people { add(person.name, person.pin, Preferences(face: face)) }
  }

  /// JK and AR.
  static let two = BenchStaff([("JK", "1234"), ("AR", "secret phrase")])

  mutating func answer(_ request: StaffRequest) -> [StaffReply] {
    guard isReadable else { return [.failed("The file with the PINs is damaged.")] }
    switch request {
    case .read: return [.roster(roster)]
    case .check(let id, _) where roster[id] == nil: return [.roster(roster)]
    case .check(let id, let typed):
      return [pins[id] == typed.typed ? .admitted(id, roster) : .wrongPassphrase]
    case .add(let name, let typed):
      add(name, typed.typed, Preferences())
      return roster.members.last.map { [.added($0.id, roster)] } ?? []
    case .change(let id, let old, let new):
      guard pins[id] == old.typed else { return [.wrongPassphrase] }
      pins[id] = new.typed
      return [.changed]
    case .keep(let preferences, let user):
      roster = Roster(
        members: roster.members.map {
          user.isSame(as: .member($0))
            ? StaffMember(id: $0.id, name: $0.name, preferences: preferences) : $0
        }, shared: user == .nobody ? preferences : roster.shared)
      return []
    }
  }

  /// Takes a forgotten PIN away, as the command does.
  mutating func remove(_ name: String) {
    roster = Roster(members: roster.members.filter { $0.name != name }, shared: roster.shared)
  }

  private mutating func add(_ name: String, _ pin: String, _ preferences: Preferences) {
    let member = StaffMember(
      id: StaffMember.ID(rawValue: "id-\(name)"), name: name, preferences: preferences)
    roster = Roster(members: roster.members + [member], shared: roster.shared)
    pins[member.id] = pin
  }
}
