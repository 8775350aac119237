import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// My PIN, and a colleague's first one: a name, then the PIN twice. What is
// typed is shown as dots and goes nowhere but to the staff file.

/// A PIN that is being set or changed.
struct PassphraseDialog: Screen {
  typealias Around = Surroundings

  let purpose: Purpose
  var step: Step
  var input: TextField
  var name = ""
  var old = Passphrase(typed: "")
  var new = Passphrase(typed: "")
  /// What to know about the last key.
  var words = ""

  /// Whose PIN it is.
  enum Purpose: Hashable, Sendable {
    /// Somebody who has none yet.
    case newcomer
    case change(StaffMember)
  }

  /// What is typed now.
  enum Step: Hashable, Sendable {
    case name, old, new, again
  }

  init(_ purpose: Purpose) {
    self.purpose = purpose
    step = purpose == .newcomer ? .name : .old
    input = Self.input(step)
  }

  static func input(_ step: Step) -> TextField {
    TextField(text: "", lengthMax: step == .name ? 40 : Passphrase.lengths.upperBound)
  }

  mutating func go(to step: Step, _ words: String = "") {
    self.step = step
    self.words = words
    input = Self.input(step)
  }

  /// Whether what is typed now must not be seen.
  var isSecret: Bool { step != .name }

  /// What is asked for.
  var label: String {
    switch step {
    case .name: "Your name or initials"
    case .old: "Your PIN or passphrase as it is now"
    case .new: "New PIN or passphrase, 4 to 64 characters"
    case .again: "The same once more"
    }
  }

  var title: String {
    switch purpose {
    case .newcomer: "A PIN for a new user"
    case .change(let member): "Change the PIN of \(member.name)"
    }
  }

  enum Act {
    case goOn
    case give(String)
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "My PIN", isText: true,
      [
        .key([.enter], "Enter", "Go on", "go on with what is typed", .goOn), .clear,
        .closing("Close, nothing changes", "nothing changes"),
      ])
  ]

  var field: TextField? {
    get { input }
    set { if let newValue { input = newValue } }
  }

  var takesPasteWhole: Bool { true }

  mutating func typed(
    _ key: Key, _ handled: TextField.Handled, _ around: Surroundings
  ) -> [Outcome] {
    words = ""
    return []
  }

  mutating func update(_ act: Act, _ around: Surroundings) -> [Outcome] {
    if case .give(let typed) = act { input = TextField(text: typed, lengthMax: input.lengthMax) }
    words = ""
    let typed = input.committed
    switch step {
    case .name:
      if typed.isEmpty {
        words = "Type a name or initials."
      } else if around.roster.members.contains(where: {
        $0.name.lowercased() == typed.lowercased()
      }) {
        words = "This name has a PIN already. Ctrl-X @ switches to it."
      } else {
        name = typed
        go(to: .new)
      }
    case .old:
      old = Passphrase(typed: typed)
      go(to: .new)
    case .new:
      if Passphrase.lengths.contains(typed.count) {
        new = Passphrase(typed: typed)
        go(to: .again)
      } else {
        go(to: .new, "A PIN has 4 to 64 characters.")
      }
    case .again:
      guard Passphrase(typed: typed) == new else {
        go(to: .new, "The two are not the same. Type the new one again, twice.")
        return []
      }
      return send(around)
    }
    return []
  }

  private mutating func send(_ around: Surroundings) -> [Outcome] {
    switch purpose {
    case .newcomer: return [.effects([.staff(.add(name: name, new))])]
    case .change(let member):
      guard around.pauseWords.isEmpty else {
        go(to: .old, "Nothing was looked at." + around.pauseWords)
        return []
      }
      return [.effects([.staff(.change(member.id, old: old, new: new))])]
    }
  }

  /// What the staff file says.
  mutating func take(_ reply: Reply, _ around: Surroundings) -> [Outcome] {
    guard case .staff(let reply) = reply else { return [] }
    switch reply {
    case .added(let id, let roster):
      guard around.user == .nobody, let member = roster[id] else {
        return [.close, .say("\(name) has a PIN now. Ctrl-X @ switches the user.")]
      }
      return [
        .close, .staff(.isHere(member)), .say("Your PIN is set. Ctrl-X Ctrl-X locks the screen."),
      ]
    case .changed: return [.close, .say("Your PIN is changed.")]
    case .wrongPassphrase:
      go(to: .old, "The old PIN is wrong. Nothing was changed." + around.pauseWords)
    case .failed(let why): go(to: .new, why)
    case .roster, .admitted: break
    }
    return []
  }
}
