import ClinicalModel
public import Consultation
import Terminal

// What time does to the screen: a draft is kept, a warning is given, the lock
// falls. The time comes with the actions; nothing here reads a clock.

/// How long a screen may stand unattended.
public struct IdleLimit: Hashable, Sendable {
  /// How many seconds without a key.
  public let seconds: Int

  /// What may be chosen, in seconds. Never is not among it.
  public static let range = 30...3_600
  /// Two minutes.
  public static let standard = IdleLimit(checked: 120)
  /// How long before the lock the warning comes.
  static let warningSeconds = 15

  /// A limit, if it is one that may be chosen.
  public init?(seconds: Int) {
    guard Self.range.contains(seconds) else { return nil }
    self.init(checked: seconds)
  }

  private init(checked seconds: Int) { self.seconds = seconds }
}

/// Since when nobody has touched a key.
struct Vigil: Hashable, Sendable {
  var lastTouch: Instant
  var warning = Warning.notGiven
  var attendance = Wizard.Attendance.person

  enum Warning: Hashable, Sendable { case notGiven, given }
}

extension Wizard {
  /// Who puts the keys in.
  public enum Attendance: Hashable, Sendable {
    case person
    /// A file or another program: nobody leaves a screen unattended.
    case program
  }

  /// When to act although nothing was typed.
  public enum Wake: Hashable, Sendable {
    case never
    case at(Instant)
  }

  /// When the wizard wants to be told the time next: to keep a draft, to warn,
  /// to lock, or to begin a day.
  public var wake: Wake {
    guard !isLocked, vigil.attendance == .person else { return .never }
    let lock = setting.idleLimit.seconds * 1000
    var next = vigil.warning == .given ? lock : lock - IdleLimit.warningSeconds * 1000
    if wantsIdle, face == .screen { next = min(next, Self.draftPauseMilliseconds) }
    // At midnight what speaks of now is asked again.
    let midnight = now.milliseconds + Int64(setting.localTime.millisecondsToMidnight(from: now))
    return .at(min(after(next), Instant(milliseconds: midnight)))
  }

  private static let draftPauseMilliseconds = 2_000

  /// How long to wait for a key now, in milliseconds; negative is for ever. A
  /// clock that was set back makes no wait longer than the limit.
  public func pause(at time: Instant) -> Int {
    switch wake {
    case .never: -1
    case .at(let wake):
      min(max(0, Int(wake.milliseconds - time.milliseconds)), setting.idleLimit.seconds * 1000)
    }
  }

  private func after(_ milliseconds: Int) -> Instant {
    Instant(milliseconds: vigil.lastTouch.milliseconds + Int64(milliseconds))
  }

  var isOverdue: Bool {
    vigil.attendance == .person && now >= after(setting.idleLimit.seconds * 1000)
  }

  /// Nothing was typed until now.
  mutating func woken() -> [Effect] {
    guard !isLocked else { return [] }
    // A clock that was set back begins the wait anew.
    if now < vigil.lastTouch { vigil.lastTouch = now }
    if isOverdue { return lock(.idle) }
    let kept = wantsIdle ? leavePage() : []
    if vigil.attendance == .person,
      now >= after((setting.idleLimit.seconds - IdleLimit.warningSeconds) * 1000)
    {
      vigil.warning = .given
      notice = .information(Self.warningWords(.screen))
    }
    return kept
  }

  static func warningWords(_ face: Preferences.Face) -> String {
    "Locks in \(IdleLimit.warningSeconds) seconds. Any \(face == .screen ? "key" : "line") stays."
  }

  /// Whether a warning stands that the next line only ends.
  public var isWarning: Bool { vigil.warning == .given }

  /// The lock falls, if its time has come, before a line is looked at.
  public mutating func lockWhenOverdue(at time: Instant) -> [Effect] {
    guard !isLocked else { return [] }
    comes(time)
    return isOverdue ? lock(.idle) : []
  }

  /// Somebody is there: a line that was typed meanwhile is not taken.
  public mutating func stays(at time: Instant) {
    comes(time)
    vigil.lastTouch = time
    vigil.warning = .notGiven
    notice = .none
  }

  /// Who puts the keys in.
  public mutating func attend(_ attendance: Attendance, at time: Instant) {
    vigil.attendance = attendance
    vigil.lastTouch = time
  }

  /// Whether a draft waits to be kept.
  var wantsIdle: Bool {
    isOpen && dialogs.isEmpty && page.holdsDraft(in: surroundings)
  }
}
