import ClinicalModel
import Consultation
import Screening
import Terminal

extension Wizard {
  mutating func skinTestFormKey(
    _ key: Key, _ page: SkinTestPage, _ form: SkinTestForm, _ session: Session
  ) -> [Effect] {
    var page = page
    var form = form
    form.problem = ""
    func move(by step: Int) {
      form.here = min(max(0, form.here + step), form.rows.count - 1)
    }
    switch key {
    case .escape:
      page.step = .list
      self.page = .skinTests(page)
      notice = .information("Left without saving.")
      return []
    case .up, .backTab: move(by: -1)
    case .down, .tab: move(by: 1)
    case .enter:
      if case .button = form.row.entry { return save(form, page, session) }
      form.problem = problem(form.row)
      if form.problem.isEmpty { move(by: 1) }
    default:
      if let effects = fillIn(key, &form, page, session) { return effects }
    }
    page.step = .form(form)
    self.page = .skinTests(page)
    return []
  }

  /// Takes a key for the row in hand; effects only where something else than
  /// the form changes.
  private mutating func fillIn(
    _ key: Key, _ form: inout SkinTestForm, _ page: SkinTestPage, _ session: Session
  ) -> [Effect]? {
    switch form.row.entry {
    case .asked(let question, _):
      guard case .character(let letter) = key, let said = Self.said(letter) else {
        return command(key, in: .other)
      }
      form.rows[form.here].entry = .asked(question, said)
      form.here += 1
    case .options(let choices, _):
      guard case .character(let letter) = key,
        let choice = choices.first(where: { $0.key == Character(letter.lowercased()) })
      else { return command(key, in: .other) }
      form.rows[form.here].entry = .options(choices, .option(choice.option))
      if form.row.id == .field(.systemic), choice.option == "yes" {
        return reaction(form, page, session)
      }
      form.here += 1
    case .typed(var field, let kind):
      if let command = KeyMap.command(for: key, in: .field), command != .back {
        return perform(command)
      }
      // The suggested day gives way to what is typed.
      if case .date = kind, field.text == "today", case .character = key { field.clear() }
      field.handle(key)
      form.rows[form.here].entry = .typed(field, kind)
    case .button:
      guard key == .character("s") || key == .character("S") else {
        return command(key, in: .other)
      }
      return save(form, page, session)
    }
    return nil
  }

  private mutating func command(_ key: Key, in place: Place) -> [Effect]? {
    guard let command = KeyMap.command(for: key, in: place), command != .back, command != .forward
    else {
      notice = .information("Press a key shown, Enter goes on, Esc leaves without saving.")
      return nil
    }
    return perform(command)
  }

  private static func said(_ letter: Character) -> SkinTestRow.Said? {
    switch letter.lowercased() {
    case "y": .yes
    case "n": .no
    case "u": .unsure
    default: nil
    }
  }

  /// Symptoms beyond the skin: the record first, then the emergency screen.
  private mutating func reaction(
    _ form: SkinTestForm, _ page: SkinTestPage, _ session: Session
  ) -> [Effect] {
    let effects = save(form, page, session, emergency: true)
    if case .screen(let id) = session.pack.skinTests.reactionScreen {
      dialogs = [EmergencyDialog(emergency: id)]
    } else {
      dialogs = [EmergenciesDialog()]
    }
    return effects + [.flushInput]
  }

  /// What is wrong with a row; empty when nothing is.
  private func problem(_ row: SkinTestRow) -> String {
    guard case .typed(let field, let kind) = row.entry, !field.isBlank else { return "" }
    switch kind {
    case .text: return ""
    case .number(let unit, let range):
      if case .refused(let words) = NumberEntry(unit: unit, range: range).read(
        field.committed, label: row.label)
      {
        return words
      }
    case .date(let tense):
      switch DateEntry(today: day, tense: tense).read(field.committed, label: row.label) {
      case .refused(let words): return words
      case .date(.day), .empty: return ""
      case .date: return "Enter a day: readings are counted from it"
      }
    }
    return ""
  }
}
