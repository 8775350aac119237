import Consultation
import Terminal
import TextLayout

// What stands between a key or a paste and the screen on top. The first guard
// that takes it keeps it.

extension Wizard {
  /// What a guard did.
  enum Gate {
    case taken([Effect])
    case passed
  }

  /// A key, and how long nobody had touched one before it.
  struct Arrival {
    let key: Key
    let wasOverdue: Bool
    let wasWarned: Bool
    var isLeader: Bool { key == .control("x") || key == .function(2) }
  }

  /// The guards of a key, in their order: the lock and the way to an emergency
  /// screen come first, so that no page, field or dialog can block them.
  private static let guards: [@Sendable (inout Wizard, Arrival) -> Gate] = [
    { $0.whileLocked($1) },
    { $0.whenOverdue($1) },
    { $0.afterWarning($1) },
    { $0.leader($1) },
    { $0.everywhere($1.key) },
    { $0.inSmallWindow($1.key) },
    { $0.whenHeld($1.key) },
    { $0.whenNoText($1.key) },
    { $0.whenIdle($1.key) },
  ]

  /// Takes a key.
  mutating func keyPressed(_ key: Key) -> [Effect] {
    pressing = key
    let arrival = touch(key)
    for check in Self.guards {
      if case .taken(let effects) = check(&self, arrival) { return effects }
    }
    return dispatch(translated(key))
  }

  /// Somebody is there.
  mutating func touch(_ key: Key) -> Arrival {
    defer {
      vigil.lastTouch = now
      vigil.warning = .notGiven
    }
    return Arrival(key: key, wasOverdue: isOverdue, wasWarned: vigil.warning == .given)
  }

  private mutating func whileLocked(_ arrival: Arrival) -> Gate {
    guard case .locked(let page) = door else { return .passed }
    return .taken(lockKey(arrival.key, page))
  }

  /// The key came to a page that should have been covered by then.
  private mutating func whenOverdue(_ arrival: Arrival) -> Gate {
    guard arrival.wasOverdue else { return .passed }
    let effects = lock(.idle)
    guard arrival.isLeader, case .locked(let page) = door else { return .taken(effects) }
    return .taken(effects + lockKey(arrival.key, page))
  }

  /// The key only ends the warning.
  private mutating func afterWarning(_ arrival: Arrival) -> Gate {
    guard arrival.wasWarned else { return .passed }
    notice = .none
    return arrival.isLeader ? .passed : .taken([])
  }

  /// Ctrl-X opens the actions; twice, it locks.
  private mutating func leader(_ arrival: Arrival) -> Gate {
    guard arrival.isLeader else { return .passed }
    if dialogs.last is ActionsDialog {
      return .taken(arrival.key == .control("x") ? lock(.asked) : [])
    }
    notice = .none
    return .taken(perform(.actions))
  }

  /// Keys that no field and no dialog keeps for itself.
  private mutating func everywhere(_ key: Key) -> Gate {
    switch key {
    case .control("z"): return .taken(perform(.suspend))
    case .control("l"): return .taken(perform(.repaint))
    case .control("c"):
      notice = .none
      return .taken(dialogs.last is LeaveDialog ? [] : perform(.leave))
    default: return .passed
    }
  }

  /// Nobody answers a question that is not on screen.
  private mutating func inSmallWindow(_ key: Key) -> Gate {
    guard isTooSmall else { return .passed }
    if case .taken(let effects) = smallWindowKey(key) { return .taken(effects) }
    return .taken(key.letter == "l" ? [.switchFace] : [])
  }

  /// A key that is held down, or one that comes too soon after an answer.
  private mutating func whenHeld(_ key: Key) -> Gate {
    guard isTooSoon(key) else {
      if case .answered(let time, _) = lastAnswer {
        lastAnswer = .answered(at: time, by: .another)
      }
      return .passed
    }
    // For the same key the pause begins again: one that is held down never
    // gets through.
    if case .answered(_, by: .key(key)) = lastAnswer {
      lastAnswer = .answered(at: now, by: .key(key))
    }
    notice = .information("Key held: answer one question at a time.")
    return .taken([])
  }

  private mutating func whenNoText(_ key: Key) -> Gate {
    notice = .none
    guard case .character(let character) = key, !mayBeTyped(character) else { return .passed }
    notice = .information("A control or direction mark was left out.")
    return .taken([])
  }

  private mutating func whenIdle(_ key: Key) -> Gate {
    guard isIdleLetter(key) else { return .passed }
    notice = .information(
      "Letter keys are off: use numbers, arrows and Enter. Ctrl-X K turns them on.")
    return .taken([])
  }

  /// Whether the window is too small to show what a key would do.
  var isTooSmall: Bool {
    window.rows < Self.smallest.rows || window.columns < Self.smallest.columns
  }

  // MARK: - Pastes

  /// The same for what is pasted: it is never read as keys.
  mutating func gate(pasted text: String) -> Gate {
    let arrival = touch(.unrecognised)
    if case .locked(let page) = door {
      pastedIntoLock(text, page)
      return .taken([])
    }
    if arrival.wasOverdue { return .taken(lock(.idle)) }
    if arrival.wasWarned {
      notice = .information("Nothing was pasted: it only ended the warning. Paste it again.")
      return .taken([])
    }
    return isTooSmall ? .taken([]) : .passed
  }
}
