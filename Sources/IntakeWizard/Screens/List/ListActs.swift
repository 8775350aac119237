import ClinicalModel
import Consultation
import Terminal

// What a person does with the list itself. Going away never takes an entry away:
// only Y to "Remove?" does.

extension ListScreen {
  enum Act {
    // The entries.
    case move(Int)
    case open(Int)
    case openMarked
    case add
    case complete
    case leaveList
    case askToRemove
    case askToRemoveEntry(Int)
    case remove
    case keep
    // An entry of an earlier consultation.
    case confirmEarlier
    case changeEarlier
    case dropEarlier
    case askAnew
    // A name that is typed.
    case look(String)
    case markName(Int)
    case unmarkName
    case takeMarkedName
    case takeName(Int)
    // The field of an entry.
    case moveChoice(Key)
    case choose([EntryForm.Choice])
    case takeChoice
    case write(String)
    case take
    case unsure
    case clearField
    case nextField
    case previousField
    case endEntry
    case leaveEntry
    case markChosen(Int)
    case dropMarked
    case dropChosen(Int)
    case openInner
  }

  mutating func perform(_ act: Act, _ around: ListSurroundings) -> ListOutcome {
    let before = entries
    defer { if entries != before { standing = .beingChanged } }
    switch act {
    case .move(let step):
      guard !level.entries.isEmpty else { return .said("There is no entry yet.") }
      level.mark = level.mark.moved(by: step, of: level.entries.count)
    case .open(let index): return open(index, around)
    case .openMarked:
      guard case .line(let line) = level.mark, level.entries.indices.contains(line) else {
        return .said("Nothing is marked, so Enter does nothing. Tab: the list is complete.")
      }
      return open(line, around)
    case .add: return begin(around)
    case .complete: return levels.count > 1 ? leaveInner(around) : .complete
    case .leaveList:
      if levels.count > 1 { return leaveInner(around) }
      level.mark = .nothing
      return .said("Tab: the list is complete. Ctrl-X shows all actions.")
    case .askToRemove: return askToRemove()
    case .askToRemoveEntry(let index):
      level.mark = .line(index)
      return askToRemove()
    case .remove, .keep: return endRemoving(act, around)
    case .confirmEarlier, .changeEarlier, .dropEarlier, .askAnew: return reread(act, around)
    case .look, .markName, .unmarkName, .takeMarkedName, .takeName: return pick(act, around)
    default: return perform(inEntry: act, around)
    }
    return .nothing
  }

  private mutating func askToRemove() -> ListOutcome {
    guard case .line(let line) = level.mark, level.entries.indices.contains(line) else {
      return .said(
        level.entries.isEmpty
          ? "There is no entry yet." : "Mark the entry first: Up or Down, then - removes it.")
    }
    level.input = .removing(line)
    return .nothing
  }

  private mutating func endRemoving(_ act: Act, _ around: ListSurroundings) -> ListOutcome {
    guard case .removing(let index) = level.input else { return .nothing }
    level.input = level.resting(around.tables)
    guard case .remove = act else { return .said("The entry is kept.") }
    level.entries.remove(at: index)
    level.mark = .nothing
    carryUp()
    return .settled("The entry is removed. The earlier list stays in the history.")
  }

  /// Asks a new entry from its first field.
  mutating func begin(_ around: ListSurroundings) -> ListOutcome {
    guard level.entries.count < Answer.entriesMax, let first = level.list.fields.first else {
      return .said("The list is full: \(Answer.entriesMax) entries.")
    }
    level.input = .form(EntryForm(level.entries.count, Answers(), at: first, around.tables))
    return .nothing
  }

  /// Opens an entry to change it, at its first field.
  private mutating func open(_ index: Int, _ around: ListSurroundings) -> ListOutcome {
    guard let first = level.list.fields.first else { return .nothing }
    level.mark = .line(index)
    level.input = .form(EntryForm(index, level.entries[index], at: first, around.tables))
    return .nothing
  }
}
