import ClinicalModel
import Consultation
import Screening
import Terminal

extension SkinTestScreen {
  mutating func updateForm(_ act: Act, _ around: Around) -> [Outcome] {
    guard var form else { return [] }
    form.problem = ""
    defer { if self.form != nil { self.form = form } }
    switch act {
    case .leaveForm:
      self.form = nil
      return [.say("Left without saving.")]
    case .row(let step): form.move(by: step)
    case .next:
      form.problem = problem(form.row, around)
      if form.problem.isEmpty { form.move(by: 1) }
    case .tell(let said):
      guard case .asked(let question, _) = form.row.entry else { break }
      form.rows[form.here].entry = .asked(question, said)
      form.here += 1
    case .choose(let line):
      guard case .options(let choices, _) = form.row.entry else { break }
      form.rows[form.here].entry = .options(choices, .option(choices[line].option))
      if form.row.id == .field(.systemic), choices[line].option == "yes" {
        return reaction(&form, around)
      }
      form.here += 1
    case .write(let words): form.edit { $0 = TextField(text: words, lengthMax: $0.lengthMax) }
    case .save: return save(&form, around)
    default: break
    }
    return []
  }

  /// Symptoms beyond the skin: the record first, then the emergency screen.
  private mutating func reaction(_ form: inout SkinTestForm, _ around: Around) -> [Outcome] {
    let recorded = save(&form, around, emergency: true)
    let screen: any Screen =
      if case .screen(let id) = around.session.pack.skinTests.reactionScreen {
        EmergencyDialog(emergency: id)
      } else { EmergenciesDialog() }
    return recorded + [.closeAll, .open(screen), .effects([.flushInput])]
  }

  /// What is wrong with a row; empty when nothing is.
  private func problem(_ row: SkinTestRow, _ around: Around) -> String {
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
      switch DateEntry(today: around.day, tense: tense).read(field.committed, label: row.label) {
      case .refused(let words): return words
      case .date(.day), .empty: return ""
      case .date: return "Enter a day: readings are counted from it"
      }
    }
    return ""
  }
}

extension SkinTestForm {
  mutating func move(by step: Int) { here = min(max(0, here + step), rows.count - 1) }
}
