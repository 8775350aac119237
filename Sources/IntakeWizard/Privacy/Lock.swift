import ClinicalModel
import Consultation
import Terminal

// The lock: what stands on the screen while nobody may see it.
// The page below stays as it is, and so does what was being typed over it.

/// Whether the screen may be seen.
enum Door: Sendable {
  case open
  case locked(LockPage)
}

/// The page that holds nothing of a patient.
struct LockPage: Sendable {
  let since: Instant
  /// Who sat here when it was locked.
  let holder: StaffUser
  let cause: Cause
  var step: Step
  var over = Over.nothing
  /// What to know about the last key.
  var words = ""

  /// Why it is locked.
  enum Cause: Hashable, Sendable {
    case started, asked, idle, suspended, switching
  }

  /// What is asked for.
  enum Step: Hashable, Sendable {
    /// Nobody has a PIN: Enter returns.
    case unprotected
    case choosing(ListMark)
    case passphrase(StaffMember, TextField)
  }

  /// What lies over the lock. None of it knows a patient.
  enum Over: Hashable, Sendable {
    case nothing
    case menu
    case leave
    case emergency(Emergency.ID, scroll: Int)
  }

  /// The page as it begins.
  init(_ cause: Cause, since: Instant, holder: StaffUser, roster: Roster) {
    self.cause = cause
    self.since = since
    self.holder = holder
    step = Self.firstStep(cause, holder, roster)
  }

  private static func firstStep(_ cause: Cause, _ holder: StaffUser, _ roster: Roster) -> Step {
    if case .member(let member) = holder, cause != .switching { return asking(member) }
    if cause != .switching, let only = roster.members.first, roster.members.count == 1 {
      return asking(only)
    }
    return roster.members.isEmpty ? .unprotected : .choosing(.nothing)
  }

  /// The step that asks for one person's PIN.
  static func asking(_ member: StaffMember) -> Step {
    .passphrase(member, TextField(text: "", lengthMax: Passphrase.lengths.upperBound))
  }
}

/// How often a PIN was wrong, and until when no other is looked at.
struct Tries: Hashable, Sendable {
  var wrong = 0
  var pausedUntil = Instant(milliseconds: 0)

  static let free = 5
  static let pauseMilliseconds: Int64 = 30_000

  mutating func fail(at now: Instant) {
    wrong += 1
    guard wrong >= Self.free else { return }
    pausedUntil = Instant(milliseconds: now.milliseconds + Self.pauseMilliseconds)
  }
}

extension Wizard {
  /// Whether the screen is locked.
  public var isLocked: Bool {
    if case .locked = door { true } else { false }
  }

  /// Covers the screen. What is being typed is kept first; the page and what
  /// lies over it stay.
  mutating func lock(_ cause: LockPage.Cause) -> [Effect] {
    guard case .open = door else { return [.repaint] }
    let kept = leavePage()
    if dialogs.last is ActionsDialog { dialogs.removeLast() }
    // A new PIN that was half typed is typed anew.
    dialogs.removeAll { $0 is PassphraseDialog }
    var page = LockPage(cause, since: now, holder: user, roster: roster)
    // Nobody touches a key while helping a patient: the steps stay, the name goes.
    if cause == .idle, let shown = dialogs.last as? EmergencyDialog {
      page.over = .emergency(shown.emergency, scroll: shown.scroll)
    }
    door = .locked(page)
    notice = .none
    vigil.warning = .notGiven
    return [.cover] + kept
  }

  /// Takes what the staff file says.
  mutating func staffSaid(_ reply: StaffReply) -> [Effect] {
    switch reply {
    case .roster(let roster):
      self.roster = roster
      guard case .locked(let page) = door else { return [] }
      return rosterRead(page)
    case .admitted(let id, let roster):
      self.roster = roster
      tries = Tries()
      if let member = roster[id] { return admit(member) }
    case .wrongPassphrase:
      tries.fail(at: now)
      guard case .locked(var page) = door else { return tellDialog(reply) }
      page.words = "This PIN is wrong. Nothing was unlocked." + pauseWords
      door = .locked(page)
    case .failed(let words):
      guard case .locked(var page) = door else { return tellDialog(reply) }
      page.words = words
      door = .locked(page)
    case .added(_, let roster):
      self.roster = roster
      return tellDialog(reply)
    case .changed: return tellDialog(reply)
    }
    return []
  }

  /// What the staff file says to the dialog that asked.
  private mutating func tellDialog(_ reply: StaffReply) -> [Effect] {
    guard let dialog = dialogs.last as? PassphraseDialog else {
      if case .failed(let words) = reply { notice = .trouble(words) }
      return []
    }
    return take(dialog.took(.staff(reply), in: surroundings))
  }

  /// Who has a PIN may have changed at another terminal, or by the command that
  /// takes a forgotten one away.
  private mutating func rosterRead(_ page: LockPage) -> [Effect] {
    var page = page
    switch page.step {
    case .unprotected:
      if roster.members.isEmpty {
        user = .nobody
        return uncover()
      }
      page.step = .choosing(.nothing)
      page.words = "A PIN was set at another terminal."
    case .passphrase(let member, _) where roster[member.id] == nil:
      page.step = roster.members.isEmpty ? .unprotected : .choosing(.nothing)
      page.words = "This PIN was taken away."
    case .choosing where roster.members.isEmpty:
      page.step = .unprotected
      page.words = "No PIN is set any more."
    case .passphrase, .choosing: break
    }
    door = .locked(page)
    return []
  }

  private mutating func admit(_ member: StaffMember) -> [Effect] {
    guard case .locked(var page) = door else { return [] }
    if page.holder.isSame(as: .member(member)) {
      user = .member(member)
      return uncover()
    }
    // Another person never sees the first one's page.
    if let unsaved {
      page.words =
        "\(unsaved.events.count) entries of the open consultation are not saved. "
        + "They are tried again; until then only who locked can unlock."
      door = .locked(page)
      return [.save]
    }
    let wasOpen = isOpen
    openConsultation = nil
    self.page = HomeScreen()
    dialogs = []
    home.loading = .underWay
    user = .member(member)
    let shown = uncover()
    if wasOpen {
      notice = .information("The consultation that was open is saved and waits in the list.")
    }
    return shown + [.list]
  }

  /// Shows the page again, as it was.
  private mutating func uncover() -> [Effect] {
    door = .open
    vigil.lastTouch = now
    // A key that was meant for the lock must not answer what stands below it.
    lastAnswer = .answered(at: now, by: .key(.enter))
    return [.flushInput, .repaint] + takePreferences()
  }
}

extension AnySurroundings {
  /// Until when no PIN is looked at; empty when one may be tried.
  var pauseWords: String {
    now < tries.pausedUntil
      ? " Wrong \(tries.wrong) times: wait until \(setting.localTime.time(of: tries.pausedUntil))."
      : ""
  }
}
