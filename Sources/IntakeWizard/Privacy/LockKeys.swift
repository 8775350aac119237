import ClinicalModel
import Consultation
import Terminal

// Keys on the lock page. Two of them open an emergency screen; none of them
// shows anything of a patient.

extension Wizard {
  mutating func lockKey(_ key: Key, _ page: LockPage) -> [Effect] {
    var page = page
    page.words = ""
    if key == .control("x") || key == .function(2) {
      page.over = page.over == .menu ? .nothing : .menu
      door = .locked(page)
      return []
    }
    switch key {
    case .control("l"): return [.repaint]
    case .control("z"): return [.suspend]
    case .control("c"): page.over = .leave
    default:
      switch page.over {
      case .nothing: return stepKey(key, page)
      case .menu: return lockMenuKey(key, page)
      case .leave: return lockLeaveKey(key, page)
      case .emergency(let id, let scroll): emergencyKey(key, id, scroll, &page)
      }
    }
    door = .locked(page)
    return []
  }

  private func emergencyKey(
    _ key: Key, _ id: Emergency.ID, _ scroll: Int, _ page: inout LockPage
  ) {
    switch key {
    case .up, .pageUp: page.over = .emergency(id, scroll: max(0, scroll - 1))
    case .down, .pageDown: page.over = .emergency(id, scroll: min(scroll + 1, 12))
    case .escape, .character("r"), .character("R"): page.over = .nothing
    default: page.words = "R returns to the lock."
    }
  }

  private mutating func lockMenuKey(_ key: Key, _ page: LockPage) -> [Effect] {
    var page = page
    page.over = .nothing
    defer { door = .locked(page) }
    switch key {
    case .character("e"), .character("E"):
      page.over = .menu
      page.words = "Press the number of an emergency screen."
    case .character("@"):
      guard !roster.members.isEmpty else { break }
      page.step = .choosing(.nothing)
      return [.staff(.read)]
    case .character("t"), .character("T"): return [.switchFace]
    case .character("l"), .character("L"): return [.repaint]
    case .character("q"), .character("Q"): page.over = .leave
    case .character(let character):
      if let number = character.wholeNumberValue, emergencies.indices.contains(number - 1) {
        page.over = .emergency(emergencies[number - 1].id, scroll: 0)
      } else {
        page.words = "This is possible after unlocking."
      }
    default: break
    }
    return []
  }

  private mutating func lockLeaveKey(_ key: Key, _ page: LockPage) -> [Effect] {
    var page = page
    defer { door = .locked(page) }
    switch key {
    case .character("s"), .character("S"):
      guard unsaved == nil else {
        page.over = .nothing
        page.words = "Not everything is saved: unlock first. Nothing was left behind."
        return [.save]
      }
      return [.quit]
    case .escape, .character("r"), .character("R"): page.over = .nothing
    default: page.words = "S leaves, R returns to the lock."
    }
    return []
  }

  private mutating func stepKey(_ key: Key, _ page: LockPage) -> [Effect] {
    var page = page
    defer { door = .locked(page) }
    switch page.step {
    case .unprotected:
      if key == .enter { return [.staff(.read)] }
      page.words = "Enter returns."
    case .choosing(let mark):
      switch key {
      case .up, .down:
        page.step = .choosing(mark.moved(by: key == .up ? -1 : 1, of: roster.members.count))
      case .enter:
        guard case .line(let line) = mark else {
          page.words = "Press the number before a name."
          break
        }
        choose(line, &page)
      case .character(let character): choose((character.wholeNumberValue ?? 0) - 1, &page)
      case .escape:
        if case .member(let member) = page.holder { page.step = LockPage.asking(member) }
      default: page.words = "Press the number before a name."
      }
    case .passphrase(let member, var field):
      guard key == .enter else {
        if key == .escape { field.clear() } else { field.handle(key) }
        page.step = .passphrase(member, field)
        break
      }
      guard !field.isBlank else {
        page.step = .choosing(.nothing)
        return [.staff(.read)]
      }
      page.step = LockPage.asking(member)
      guard pauseWords.isEmpty else {
        page.words = "Nothing was looked at." + pauseWords
        break
      }
      return [.staff(.check(member.id, Passphrase(typed: field.committed)))]
    }
    return []
  }

  private func choose(_ line: Int, _ page: inout LockPage) {
    guard roster.members.indices.contains(line) else {
      page.words = "Press the number before a name."
      return
    }
    page.step = LockPage.asking(roster.members[line])
  }

  /// A PIN may come from a password keeper.
  mutating func pastedIntoLock(_ text: String, _ page: LockPage) {
    var page = page
    guard page.over == .nothing, case .passphrase(let member, var field) = page.step else { return }
    field.insert(pasted: text)
    page.step = .passphrase(member, field)
    door = .locked(page)
  }
}
