import ClinicalModel
import Consultation
import Terminal

// The lock by lines. A PIN is a line that is not echoed; the program sees to
// that while `wantsSecret` holds.

extension Wizard {
  /// Whether what is typed next must not be seen.
  public var wantsSecret: Bool {
    if case .locked(let page) = door {
      if case .passphrase = page.step { return page.over == .nothing }
      return false
    }
    return dialogs.last?.isSecret ?? false
  }

  /// What is said of the warning.
  public var spokenWarning: [String] { [Self.warningWords(.lines)] }

  func linearLock(_ page: LockPage) -> LinearPage {
    switch page.over {
    case .emergency(let id, _):
      var spoken = spokenEmergency(id)
      spoken.place = "lock-" + spoken.place
      spoken.lines.removeLast()
      spoken.lines.append("R Return to the lock")
      spoken.prompt = "R returns to the lock"
      return spoken
    case .menu:
      var spoken = LinearPage(place: "lock-menu", prompt: "A number or a letter, or <")
      spoken.lines =
        ["Locked."]
        + emergencies.prefix(9).enumerated().map { "\($0 + 1) Emergency screen: \($1.title)" }
        + (roster.members.isEmpty ? [] : ["@ Other user"])
        + ["T Lines or screen", "Q Leave the program", "< Back to the lock"]
      spoken.now = page.words.isEmpty ? [] : [page.words]
      return spoken
    case .leave:
      var spoken = LinearPage(place: "lock-leave", prompt: "S or R")
      spoken.lines = [
        "Leave the program?", "S Leave; every consultation can be resumed", "R Back to the lock",
      ]
      spoken.now = page.words.isEmpty ? [] : [page.words]
      return spoken
    case .nothing: break
    }
    var spoken = LinearPage(place: "lock", prompt: "Enter")
    spoken.lines = ["Locked."] + lockedWords(page).map(\.0)
    switch page.step {
    case .unprotected:
      spoken.lines += ["No PIN is set: an empty line returns. x* sets your PIN."]
      spoken.prompt = "Enter returns"
    case .choosing:
      spoken.place = "lock-choosing"
      spoken.lines += ["Who is there?"]
      spoken.lines += roster.members.enumerated().map { "\($0 + 1) \($1.name)" }
      spoken.prompt = "A number"
    case .passphrase(let member, _):
      spoken.place = "lock-\(member.id.rawValue)"
      spoken.lines += [
        "An empty line is for another user. What is typed is not shown.",
        "PIN forgotten? The command: mesoscreen staff remove NAME. Records stay.",
      ]
      spoken.prompt = "PIN or passphrase of \(member.name)"
    }
    if !emergencies.isEmpty { spoken.lines.append("!1 the first emergency screen, q leaves.") }
    spoken.now = page.words.isEmpty ? [] : [page.words]
    return spoken
  }
}

extension LinearReader {
  /// A line typed at the lock.
  func locked(_ typed: String, _ page: LockPage) -> Heard {
    let lower = typed.lowercased()
    if let keys = lockEmergency(lower, page) { return .keys(keys) }
    switch page.over {
    case .emergency:
      return lower == "r" || lower == "<"
        ? .keys([.character("r")]) : .say(["R returns to the lock."])
    case .menu:
      if lower == "<" { return .keys([.escape]) }
      guard lower.count == 1, let letter = lower.first else {
        return .say(["A number or a letter of the list, or <."])
      }
      return .keys([.character(letter)])
    case .leave:
      guard lower == "s" || lower == "r" else { return .say(["S leaves, R returns to the lock."]) }
      return .keys([.character(Character(lower))])
    case .nothing: break
    }
    switch lower {
    case "x": return .keys([.control("x")])
    case "xt", "x@": return .keys([.control("x"), .character(lower.last ?? "t")])
    case "q": return .keys([.control("c")])
    case ".", "?": return .say(wizard.linearPage.lines)
    default: break
    }
    switch page.step {
    case .unprotected: return typed.isEmpty ? .keys([.enter]) : .say(["An empty line returns."])
    case .choosing(let mark):
      if lower == "<" { return .keys([.escape]) }
      guard let number = Int(typed), wizard.roster.members.indices.contains(number - 1) else {
        return .say(["The number before a name."])
      }
      let here = if case .line(let line) = mark { line } else { -1 }
      let away = number - 1 - here
      return .keys(Array(repeating: away < 0 ? .up : .down, count: abs(away)) + [.enter])
    case .passphrase(_, let field):
      guard typed.count <= Passphrase.lengths.upperBound else {
        return .say(["A PIN has at most 64 characters. Nothing was looked at."])
      }
      // Ctrl-U on an empty field would bring the text before it back.
      let clearing: [Key] = field.text.isEmpty ? [] : [.control("u")]
      return .keys(clearing + Self.keys(typed) + [.enter])
    }
  }

  /// `!`, `!1`: two keys on the screen, one line here.
  private func lockEmergency(_ lower: String, _ page: LockPage) -> [Key]? {
    guard lower.first == "!", lower.count <= 2 else { return nil }
    let number = lower.dropFirst().first ?? "e"
    guard number == "e" || ("1"..."9").contains(number) else { return nil }
    return (page.over == .menu ? [] : [.control("x")]) + [.character(number)]
  }
}

extension LinearFace {
  /// Whether a line is for the lock or for an emergency, which nothing holds up.
  public static func isUrgent(_ line: String) -> Bool {
    let typed = line.lowercased().trimmed
    return typed == "xx" || typed.hasPrefix("!") || typed.hasPrefix("emergency")
  }
}
