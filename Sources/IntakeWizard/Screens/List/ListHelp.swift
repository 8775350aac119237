import ClinicalModel
import Consultation
import Terminal

extension ListScreen {
  /// What help says of the entry and of the list's keys.
  func help(_ around: ConsultationSurroundings) -> ScreenHelp? {
    var lines: [(label: String, words: String)] = []
    if case .form(let form) = level.input {
      lines.append(("Asked now", form.field.ask))
      if !form.field.hint.isEmpty { lines.append(("", form.field.hint)) }
      if case .date = form.field.kind {
        lines.append(("Dates", "18 Nov 2026, 18/11/2026, 11/2026, 2019, 3d, 2w"))
      }
    }
    lines += [
      ("Typing", "finds names; a combination stands before its parts"),
      ("Down, Enter", "mark a line and take it; nothing is taken by itself"),
      ("1-9, 0", "take a line once one is marked; before that digits are text"),
      ("Did they mean", "the name is only alike: take it only when it is what is meant"),
      ("0 Keep", "what no table knows stays as text; the rules cannot check it"),
      ("Enter", "in an entry goes on; what is left empty is not recorded"),
      ("Tab", "in an entry ends it; in the list says that it is complete"),
      ("Esc", "back to the list; an entry is kept as it stands"),
      ("-, then Y", "removes the marked entry"),
    ]
    return ScreenHelp(title: "entries of \(level.list.label)", lines: lines)
  }
}
