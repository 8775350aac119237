import Terminal

// My PIN, and a colleague's first one: a name, then the PIN twice. What is
// typed is shown as dots and goes nowhere but to the staff file.

/// A PIN that is being set or changed.
struct PassphraseForm: Hashable, Sendable {
  let purpose: Purpose
  var step: Step
  var field: TextField
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
    field = Self.field(step)
  }

  static func field(_ step: Step) -> TextField {
    TextField(text: "", lengthMax: step == .name ? 40 : Passphrase.lengths.upperBound)
  }

  mutating func go(to step: Step, _ words: String = "") {
    self.step = step
    self.words = words
    field = Self.field(step)
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
}

extension Wizard {
  /// My PIN: changed where there is one, else set.
  mutating func openMyPassphrase() -> [Effect] {
    let kept = leavePage()
    switch user {
    case .nobody: overlays.append(.passphrase(PassphraseForm(.newcomer)))
    case .member(let member): overlays.append(.passphrase(PassphraseForm(.change(member))))
    }
    return kept
  }

  mutating func passphraseKey(_ key: Key, _ form: PassphraseForm) -> [Effect] {
    var form = form
    form.words = ""
    guard key == .enter else {
      form.field.handle(key)
      replaceTop(.passphrase(form))
      return []
    }
    let typed = form.field.committed
    var effects: [Effect] = []
    switch form.step {
    case .name:
      if typed.isEmpty {
        form.words = "Type a name or initials."
      } else if roster.members.contains(where: { $0.name.lowercased() == typed.lowercased() }) {
        form.words = "This name has a PIN already. Ctrl-X @ switches to it."
      } else {
        form.name = typed
        form.go(to: .new)
      }
    case .old:
      form.old = Passphrase(typed: typed)
      form.go(to: .new)
    case .new:
      if Passphrase.lengths.contains(typed.count) {
        form.new = Passphrase(typed: typed)
        form.go(to: .again)
      } else {
        form.go(to: .new, "A PIN has 4 to 64 characters.")
      }
    case .again:
      if Passphrase(typed: typed) != form.new {
        form.go(to: .new, "The two are not the same. Type the new one again, twice.")
      } else {
        effects = send(&form)
      }
    }
    replaceTop(.passphrase(form))
    return effects
  }

  private func send(_ form: inout PassphraseForm) -> [Effect] {
    switch form.purpose {
    case .newcomer: return [.staff(.add(name: form.name, form.new))]
    case .change(let member):
      guard pauseWords.isEmpty else {
        form.go(to: .old, "Nothing was looked at." + pauseWords)
        return []
      }
      return [.staff(.change(member.id, old: form.old, new: form.new))]
    }
  }

  /// What the staff file says to a form.
  mutating func formSaid(_ reply: StaffReply) -> [Effect] {
    guard case .passphrase(var form)? = overlays.last else {
      if case .failed(let words) = reply { notice = .trouble(words) }
      return []
    }
    switch reply {
    case .added(let id, let roster):
      overlays.removeLast()
      guard user == .nobody, let member = roster[id] else {
        notice = .information("\(form.name) has a PIN now. Ctrl-X @ switches the user.")
        return []
      }
      user = .member(member)
      notice = .information("Your PIN is set. Ctrl-X Ctrl-X locks the screen.")
    case .changed:
      overlays.removeLast()
      notice = .information("Your PIN is changed.")
    case .wrongPassphrase:
      form.go(to: .old, "The old PIN is wrong. Nothing was changed." + pauseWords)
      replaceTop(.passphrase(form))
    case .failed(let words):
      form.go(to: .new, words)
      replaceTop(.passphrase(form))
    case .roster, .admitted: break
    }
    return []
  }

  func passphraseBody(_ form: PassphraseForm, _ body: inout Canvas) {
    body.add(Span(" " + form.title, .strong))
    body.gap()
    if !form.name.isEmpty { body.add(Span("   Name: \(form.name)")) }
    body.wrap(form.label + ":", indent: 3)
    var shown = form.field
    if form.isSecret {
      shown = TextField(
        text: String(repeating: "•", count: form.field.text.count),
        lengthMax: Passphrase.lengths.upperBound)
    }
    let window = shown.window(width: min(64, body.width - 8))
    body.add(Span(" > [ "), Span(Canvas.fill(window.text, to: min(64, body.width - 8)), .field))
    body.placeCursor(column: 5 + window.cursorColumn)
    body.gap()
    if !form.words.isEmpty { body.wrap(form.words, indent: 3, style: .strong) }
    body.gap()
    body.wrap(
      "Once anybody has a PIN, the program asks for one when it starts and after a lock. "
        + "Records do not depend on it: a forgotten PIN is taken away with the command "
        + "mesoscreen staff remove NAME.", indent: 3)
  }

  // MARK: - Who is there

  mutating func openPeople() -> [Effect] {
    guard !roster.members.isEmpty else { return openMyPassphrase() }
    let kept = leavePage()
    overlays.append(.people)
    return kept + [.staff(.read)]
  }

  mutating func peopleKey(_ key: Key) -> [Effect] {
    switch key {
    case .character("n"), .character("N"):
      overlays.removeLast()
      overlays.append(.passphrase(PassphraseForm(.newcomer)))
    case .character(let character):
      let line = (character.wholeNumberValue ?? 0) - 1
      guard roster.members.indices.contains(line) else { fallthrough }
      overlays.removeLast()
      let effects = lock(.switching)
      guard case .locked(var page) = door else { return effects }
      page.step = LockPage.asking(roster.members[line])
      door = .locked(page)
      return effects
    default: notice = .information("Press the number before a name, or N. Esc closes.")
    }
    return []
  }

  func peopleBody(_ body: inout Canvas) {
    let now = user.name.isEmpty ? "" : " Now: \(user.name)."
    body.add(Span(" Who is there?\(now)", .strong))
    body.gap()
    for (line, member) in roster.members.prefix(9).enumerated() {
      body.add(Span("   \(line + 1)  \(member.name)"))
    }
    body.add(Span("   N  A new user with a PIN of their own"))
    body.gap()
    body.wrap("The open consultation is saved and waits in the list of the home screen.", indent: 3)
  }
}
