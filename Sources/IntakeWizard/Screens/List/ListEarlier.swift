import ClinicalModel
import Consultation
import Terminal

// The entries of an earlier consultation, read out one by one to a patient who
// comes again: a positive fact of another day is confirmed, never taken for
// granted.

extension ListScreen {
  /// The entry that is read out next; nothing when all were.
  var nextEarlier: Int? {
    guard case .of(_, let earlier) = earlier, reread < earlier.count else { return nil }
    // What is on file already needs no confirming.
    return (reread..<earlier.count).first { !entries.contains(earlier[$0]) }
  }

  /// Reads the earlier entries out from this one on.
  mutating func beginRereading(_ entries: [Answers], from day: CalendarDate, at place: Int) {
    earlier = .of(day, entries)
    reread = place
    // What was being typed comes first.
    if case .form = level.input { return }
    if case .adding(let picker) = level.input, !picker.isBlank { return }
    if let next = nextEarlier { level.input = .rereading(next) }
  }

  /// What is said of the entry that is read out.
  mutating func reread(_ act: Act, _ around: ListSurroundings) -> ListOutcome {
    guard case .rereading(let index) = level.input, case .of(let day, let all) = earlier,
      all.indices.contains(index)
    else { return .nothing }
    let words = "Read out from \(day.spelled) and confirmed: \(question.ask)"
    switch act {
    case .confirmEarlier:
      guard level.entries.count < Answer.entriesMax else { return .said("The list is full.") }
      level.entries.append(all[index])
      readNext(after: index, around)
      return .reread(reread, words)
    case .changeEarlier:
      guard level.entries.count < Answer.entriesMax, let name = level.list.fields.first else {
        return .said("The list is full.")
      }
      level.entries.append(all[index])
      reread = index + 1
      advance(level.entries.count - 1, all[index], after: name.id, around)
      return .reread(reread, words)
    case .dropEarlier:
      readNext(after: index, around)
      return .reread(reread, "")
    default:
      reread = all.count
      level.input = level.resting(around.tables)
      return .reread(reread, "")
    }
  }

  private mutating func readNext(after index: Int, _ around: ListSurroundings) {
    reread = index + 1
    level.input = nextEarlier.map { .rereading($0) } ?? level.resting(around.tables)
  }
}
