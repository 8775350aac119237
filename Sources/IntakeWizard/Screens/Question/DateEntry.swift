import ClinicalModel
import Consultation

/// Reads a date as people write it.
///
/// `18/11/2026`, `18.11.2026`, `18 nov 26`, `Nov 2026`, `11/2026`, `2026-11-18`,
/// `2019`, `3d` and `2w` (ago for what is past, ahead for what is to come),
/// `today`, `yesterday`, `tomorrow`. The day comes first; the read-back names
/// the month, so that 03/04 cannot pass unseen.
struct DateEntry {
  let today: CalendarDate
  let tense: DateTense

  /// What a text says.
  enum Reading: Hashable {
    case empty
    case date(PartialDate)
    /// Not a date, or not one that fits; the words say what to enter.
    case refused(String)
  }

  /// The date a text names, whether or not it fits the question.
  func named(_ text: String) -> PartialDate? {
    let words = text.lowercased().split(whereSeparator: { " \t,".contains($0) }).map(String.init)
    return relative(words) ?? written(words)
  }

  func read(_ text: String, label: String) -> Reading {
    guard text.contains(where: { !" \t,".contains($0) }) else { return .empty }
    guard let date = named(text) else {
      let numbers = text.split(whereSeparator: { "/.-".contains($0) })
      if numbers.count == 3, numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
        return .refused("There is no such day: check day and month of \(label)")
      }
      return .refused("Enter \(label) as 18 Nov 2026, 18/11/2026, 11/2026 or 3d")
    }
    switch tense {
    case .past where date.earliest > today:
      return .refused("\(label) must be today or in the past")
    case .future where date.latest < today:
      return .refused("\(label) must be today or later")
    default: return .date(date)
    }
  }

  /// The read-back: the date in words and how far it is.
  func readBack(_ date: PartialDate) -> String {
    guard case .day(let day) = date else {
      return "read as \(date.spelled), day not known"
    }
    let distance = day.days(after: today)
    let far =
      switch distance {
      case 0: "today"
      case -1: "yesterday"
      case 1: "tomorrow"
      case ..<(-730): "\(today.completedYears(since: day)) years ago"
      case ..<0: "\(-distance) days ago"
      default: "in \(distance) days"
      }
    return "read as \(CalendarDate.weekdayNames[day.weekday - 1]) \(day.spelled), \(far)"
  }

  /// The text as it reads on any other day: `3d` becomes `18 Nov 2026`.
  func settled(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: { " \t,".contains($0) }).map(String.init)
    return relative(words)?.spelled ?? text
  }

  private func relative(_ words: [String]) -> PartialDate? {
    guard words.count == 1, let word = words.first else { return nil }
    switch word {
    case "today", "t": return .day(today)
    case "yesterday": return .day(today.adding(days: -1))
    case "tomorrow": return .day(today.adding(days: 1))
    default:
      guard let unit = word.last, let count = Int(word.dropLast()), (0...9999).contains(count)
      else { return nil }
      let direction = tense == .past ? -1 : 1
      switch unit {
      case "d": return .day(today.adding(days: direction * count))
      case "w": return .day(today.adding(days: direction * count * 7))
      case "m": return .day(today.adding(months: direction * min(count, 1200)))
      default: return nil
      }
    }
  }

  private func written(_ words: [String]) -> PartialDate? {
    if words.count == 1, let iso = PartialDate(iso: words[0]), words[0].contains("-") { return iso }
    let parts = words.flatMap { $0.split(whereSeparator: { "/.-".contains($0) }).map(String.init) }
    switch parts.count {
    case 1: return year(parts[0]).map(PartialDate.year)
    case 2:
      guard let month = month(parts[0]), let year = year(parts[1]) else { return nil }
      return .month(year: year, month: month)
    case 3:
      guard let month = month(parts[1]), let year = year(parts[2]), parts[0].utf8.count <= 2,
        let day = Int(parts[0])
      else { return nil }
      return CalendarDate(year: year, month: month, day: day).map(PartialDate.day)
    default: return nil
    }
  }

  private func month(_ text: String) -> Int? {
    if let number = Int(text), text.utf8.count <= 2 {
      return (1...12).contains(number) ? number : nil
    }
    guard text.count >= 3 else { return nil }
    let index = CalendarDate.monthNames.firstIndex { text.hasPrefix($0.lowercased()) }
    return index.map { $0 + 1 }
  }

  /// Two digits mean the nearest year that the tense allows: for what is past
  /// never one to come.
  private func year(_ text: String) -> Int? {
    guard let number = Int(text), number > 0 else { return nil }
    if text.utf8.count == 4, (1900...2200).contains(number) { return number }
    guard text.utf8.count == 2 else { return nil }
    let century = today.year / 100 * 100
    let year = century + number
    return tense == .past && year > today.year ? year - 100 : year
  }
}
