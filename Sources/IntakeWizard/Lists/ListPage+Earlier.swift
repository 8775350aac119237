import ClinicalModel
import Consultation
import Terminal

// The entries of an earlier consultation, read out one by one to a patient who
// comes again: a positive fact of another day is confirmed, never taken for
// granted.

extension ListPage {
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

  mutating func rereadingKey(
    _ key: Key, _ index: Int, _ around: ListSurroundings
  ) -> ListOutcome {
    guard case .of(let day, let all) = earlier, all.indices.contains(index) else {
      return .nothing
    }
    guard case .character(let character) = key else {
      switch key {
      case .enter, .escape, .tab:
        return .said("Read the entry aloud, then Y, E or N; S asks for all of them anew.")
      default: return KeyMap.command(for: key, in: .choice).map { .command($0) } ?? .nothing
      }
    }
    let words = "Read out from \(day.spelled) and confirmed: \(question.ask)"
    switch character {
    case "y", "Y":
      guard level.entries.count < Answer.entriesMax else { return .said("The list is full.") }
      level.entries.append(all[index])
      readNext(after: index, around)
      return .reread(reread, words)
    case "e", "E":
      guard level.entries.count < Answer.entriesMax, let name = level.list.fields.first else {
        return .said("The list is full.")
      }
      level.entries.append(all[index])
      reread = index + 1
      advance(level.entries.count - 1, all[index], after: name.id, around)
      return .reread(reread, words)
    case "n", "N":
      readNext(after: index, around)
      return .reread(reread, "")
    case "s", "S":
      reread = all.count
      level.input = level.resting(around.tables)
      return .reread(reread, "")
    default:
      return KeyMap.command(for: key, in: .choice).map { .command($0) }
        ?? .said("Y still right, E changed, N not any more, S asks for all of them anew.")
    }
  }

  private mutating func readNext(after index: Int, _ around: ListSurroundings) {
    reread = index + 1
    level.input = nextEarlier.map { .rereading($0) } ?? level.resting(around.tables)
  }
}
