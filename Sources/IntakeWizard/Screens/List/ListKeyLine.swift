import ClinicalModel
import Terminal

extension AnySurroundings {
  /// The key line of a list as it is now.
  func listKeyLine(_ page: ListScreen) -> String {
    switch page.level.input {
    case .adding(let picker) where !picker.isBlank:
      return keyLine(ListScreen.typingName.table, without: ["Tab"])
    case .adding:
      let hasEntries = !page.level.entries.isEmpty
      return keyLine(
        ListScreen.typingName.table, lead: hasEntries ? "Type a name  - Remove" : "Type a name",
        without: hasEntries ? ["^U"] : ["^U", "Down/Up", "Enter"],
        words: ["Down/Up": "Entry", "Enter": "Change"])
    case .browsing:
      return keyLine(
        ListScreen.entries.table, words: page.levels.count > 1 ? ["Tab": "Back to the entry"] : [:])
    case .removing:
      return keyLine(ListScreen.removing.table, words: ["Y": "Remove it  Any other key keeps it"])
    case .rereading: return keyLine(ListScreen.rereading.table)
    case .form(let form):
      switch form.input {
      case .choice:
        let keys = form.choices.map { String($0.key).uppercased() }.joined(separator: " ")
        return keyLine(ListScreen.choosing.table, lead: "\(keys) Answer")
      case .list: return keyLine(ListScreen.innerList.table, words: ["A": form.field.label])
      case .name, .names: return keyLine(ListScreen.typingFieldName.table)
      case .text: return keyLine(ListScreen.typingText.table)
      }
    }
  }
}
