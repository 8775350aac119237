import ClinicalModel
import Consultation
import Screening
import Terminal

extension Wizard {
  mutating func resultKey(_ key: Key, _ page: ResultPage) -> [Effect] {
    guard let session = opened else { return [] }
    if page.hasField { return decisionField(key, page, session) }
    switch key {
    case .up: scroll(page, by: -1)
    case .down: scroll(page, by: 1)
    case .pageUp: scroll(page, by: -12)
    case .pageDown, .character(" "): scroll(page, by: 12)
    case .character("s"), .character("S"): return startSigning(page, session)
    case .character("x"), .character("X"): return perform(.export)
    case .character("p"), .character("P"):
      return perform(session.skinTestQuestion == nil ? .export : .skinTests)
    case .escape: notice = .information("< goes back to the review.")
    case .character("<"), .backspace, .left, .function(3): openReview(at: nil)
    case .character(let character) where ("1"..."5").contains(character):
      return decide(character, page, session)
    default:
      guard let command = KeyMap.command(for: key, in: .result) else {
        notice = .information("1 to 5 decide, S signs, < goes back to the review.")
        return []
      }
      return perform(command)
    }
    return []
  }

  private mutating func scroll(_ page: ResultPage, by lines: Int) {
    var page = page
    guard let session = opened else { return }
    let last = max(0, resultBody(page, session, width: 80).lines.count - 12)
    page.scroll = min(max(0, page.scroll + lines), last)
    self.page = .result(page)
  }

  private mutating func decide(
    _ key: Character, _ page: ResultPage, _ session: Session
  ) -> [Effect] {
    var page = page
    guard let choice = DecisionChoice.all(session).first(where: { $0.key == key }) else {
      return []
    }
    if case .no(let because) = choice.available {
      notice = .information("Not available: \(because).")
      return []
    }
    func field(_ text: String = "") -> TextField { TextField(text: text, lengthMax: 300) }
    switch key {
    case "1": page.step = .reason(field(), .doNotTreat)
    case "2":
      var proposed = ""
      if case .date(let date) = session.report.earliestDate { proposed = date.spelled }
      page.step = .until(field(proposed))
    case "3":
      guard let plan = session.checklist.items.first(where: { $0.question.changeability == .plan })
      else { return [] }
      return visit(plan.question.id, then: .review)
    case "4" where DecisionChoice.isAgainstAdvice(session.report): page.step = .code(field())
    case "4":
      if !DecisionChoice.needsReason(session.report) {
        return take(.treat, [])
      }
      page.step = .reason(field(), .treat)
    default: return take(.patchTestFirst, [])
    }
    self.page = .result(page)
    // An override must not be answered by keys typed before it was on screen.
    return [.flushInput]
  }

  private mutating func decisionField(
    _ key: Key, _ page: ResultPage, _ session: Session
  ) -> [Effect] {
    var page = page
    if key == .escape {
      page.step = .reading
      self.page = .result(page)
      return []
    }
    if key == .enter { return commitDecision(page, session) }
    if let command = KeyMap.command(for: key, in: .field), command != .back {
      return perform(command)
    }
    page.edit { $0.handle(key) }
    self.page = .result(page)
    return []
  }

  private mutating func commitDecision(_ page: ResultPage, _ session: Session) -> [Effect] {
    var page = page
    switch page.step {
    case .reading: return []
    case .until(let field):
      let entry = DateEntry(today: session.day, tense: .future)
      let release: Release
      switch entry.read(field.committed, label: "The day") {
      case .date(.day(let day)): release = .date(day)
      case .date:
        notice = .trouble("Enter a day, for example 5 Dec 2026, or clear the field for an event.")
        return []
      case .refused(let words):
        notice = .trouble(words)
        return []
      case .empty:
        guard !session.report.events.isEmpty else {
          notice = .trouble("Enter a day, for example 5 Dec 2026 or 2w.")
          return []
        }
        release = .event(session.report.events.joined(separator: "; "))
      }
      page.step = .reason(TextField(text: "", lengthMax: 300), .deferral(release))
    case .code(let field):
      guard let number = Int(field.committed),
        AgainstAdvice.Code.allCases.indices.contains(number - 1)
      else {
        notice = .trouble("Enter the number of a reason, or Esc to decide otherwise.")
        return []
      }
      page.step = .reason(
        TextField(text: "", lengthMax: 300),
        .treatAgainstAdvice(AgainstAdvice.Code.allCases[number - 1]))
    case .reason(let field, let chosen):
      let reason = field.committed
      guard !reason.isEmpty else {
        notice = .trouble("Enter the reason, or Esc to decide otherwise.")
        return []
      }
      switch chosen {
      case .doNotTreat: return take(.doNotTreat(reason: reason), [])
      case .deferral(let release): return take(.deferred(until: release, reason: reason), [])
      case .treat where !DecisionChoice.needsOverride(session.report):
        page.step = .overrider(
          TextField(text: user.name, lengthMax: 80),
          ResultPage.Grounds(reason: reason, weight: .ordinary))
      case .treat:
        page.step = .override(
          TextField(text: "", lengthMax: 20),
          ResultPage.Grounds(reason: reason, weight: .ordinary))
      case .treatAgainstAdvice(let code):
        page.step = .override(
          TextField(text: "", lengthMax: 20),
          ResultPage.Grounds(reason: reason, weight: .againstAdvice(code)))
      }
    case .override(let field, let grounds):
      guard field.committed == "OVERRIDE" else {
        notice = .trouble("Type the word OVERRIDE in capitals, or Esc to decide otherwise.")
        return []
      }
      page.step = .overrider(TextField(text: user.name, lengthMax: 80), grounds)
    case .overrider(let field, let grounds):
      let name = field.committed
      guard !name.isEmpty else {
        notice = .trouble("Enter the name of the clinician who decides, or Esc.")
        return []
      }
      guard case .againstAdvice = grounds.weight else {
        return treat(because: grounds.reason, as: name, session)
      }
      page.step = .second(TextField(text: "", lengthMax: 80), grounds, clinician: name)
    case .second(let field, let grounds, let clinician):
      let second = field.committed
      guard !second.isEmpty, !AgainstAdvice.isSamePerson(second, clinician) else {
        notice = .trouble(
          "Enter the full name of another person than \(clinician), or Esc to decide otherwise.")
        return []
      }
      return treatAgainstAdvice(grounds, clinician, second, session)
    case .name(let field): return sign(as: field.committed, session)
    }
    self.page = .result(page)
    return [.flushInput]
  }

  /// Treating in spite of findings names each of them.
  private mutating func treat(
    because reason: String, as clinician: String, _ session: Session
  ) -> [Effect] {
    take(.treat, overrides(because: reason, as: clinician, session))
  }

  private func overrides(
    because reason: String, as clinician: String, _ session: Session
  ) -> [Event] {
    session.report.findings.filter {
      $0.certainty == .established && $0.severity > .proceed && $0.severity < .doNotTreat
    }.map { .overridden(Override(rule: $0.rule, reason: reason, clinician: clinician)) }
  }

  /// Treating although findings exclude it names all of these at once; the
  /// outcome stays what it is.
  private mutating func treatAgainstAdvice(
    _ grounds: ResultPage.Grounds, _ clinician: String, _ second: String, _ session: Session
  ) -> [Effect] {
    let excluding = session.report.findings.filter {
      $0.certainty == .established && $0.severity == .doNotTreat
    }
    guard case .againstAdvice(let code) = grounds.weight,
      let against = AgainstAdvice(
        rules: excluding.map(\.rule), because: code, reason: grounds.reason,
        clinician: clinician, second: second)
    else { return [] }
    return take(
      .treat,
      [.treatedAgainstAdvice(against)]
        + overrides(because: grounds.reason, as: clinician, session))
  }

  private mutating func take(_ decision: Decision, _ overrides: [Event]) -> [Effect] {
    guard var session = opened else { return [] }
    let effect = session.record(overrides + [.decided(decision)])
    opened = session
    page = .result(openedResult(session))
    notice = .information("The decision is recorded. S signs it.")
    return [effect]
  }

  private mutating func startSigning(_ page: ResultPage, _ session: Session) -> [Effect] {
    guard case .decided(_, let time) = session.consultation.decision else {
      notice = .information("Decide first: 1 to 5.")
      return []
    }
    if let words = decidedEarlier(at: time, session) {
      notice = .trouble("Not signed: \(words). Decide again, then sign.")
      return []
    }
    guard session.saving == .done else {
      notice = .trouble("Not everything is saved, so it cannot be signed. Ctrl-X A tries again.")
      return []
    }
    if let words = contradictionBeforeSigning(session) {
      notice = .trouble(words)
      return []
    }
    var page = page
    // Who has just overridden, or else sits at the terminal, is offered as the
    // signer; Enter is still pressed, and another name typed after Ctrl-U.
    var offered = session.consultation.overrides.last?.clinician ?? user.name
    if case .yes(let against, _) = session.consultation.againstAdvice {
      offered = against.clinician
    }
    page.step = .name(TextField(text: offered, lengthMax: 80))
    self.page = .result(page)
    return [.flushInput]
  }

  private mutating func sign(as clinician: String, _ session: Session) -> [Effect] {
    guard !clinician.isEmpty else {
      notice = .trouble("Enter the clinician's name, or Esc to leave it unsigned.")
      return []
    }
    guard session.saving == .done else {
      notice = .trouble("Not everything is saved, so it cannot be signed. Ctrl-X A tries again.")
      return []
    }
    if let words = contradictionBeforeSigning(session) {
      notice = .trouble(words)
      return []
    }
    if case .yes(let against, _) = session.consultation.againstAdvice,
      AgainstAdvice.isSamePerson(clinician, against.second)
    {
      notice = .trouble(
        "Not signed: \(against.second) stands for it as the second person. Another one signs.")
      return []
    }
    var session = session
    let signature = Signature(
      clinician: clinician, headHash: session.head, outcome: session.report.outcome,
      couldBecome: session.report.couldBecome, day: .on(session.day))
    let effect = session.record([.signedOff(signature)])
    opened = session
    page = .export(ExportPage(folder: setting.exportFolder))
    return [.flushInput, effect]
  }
}

extension Around {
  /// That the decision is of another day; nothing when it is of today. What was
  /// seen then is not what is signed now.
  func decidedEarlier(at time: Instant, _ session: Session) -> String? {
    let then = setting.localTime.date(of: time)
    return then == session.day || session.isSigned ? nil : "decided on \(then.spelled)"
  }
}
