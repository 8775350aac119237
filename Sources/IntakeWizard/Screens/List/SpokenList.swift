import ClinicalModel
import Consultation
import NameSearch
import Screening
import Terminal

// The page of a list: the entries, then what is being done to them.

extension AnySurroundings {
  func linearList(_ page: ListScreen, _ session: Session) -> LinearPage {
    let section = session.pack.section(of: page.question.id)
    let level = page.level
    let depth = page.levels.count
    var spoken = LinearPage(
      place: "list:\(page.question.id):\(depth)", section: section?.id.rawValue ?? "",
      prompt: "Answer")
    if let section { spoken.lines.append(sectionLine(section.id, session, level.list.label)) }
    if depth == 1 { spoken.lines += askLines(page.question, session, offered: "> skips it") }
    switch level.input {
    case .adding(let picker) where !picker.isBlank:
      spoken.now = pickerLines(picker, session.pack.names)
      spoken.prompt = "A number, or another name, or < to clear"
    case .adding(let picker):
      spoken.now = entryLines(level, session)
      let count = Self.counted(session.pack.names.nameCount(in: picker.table))
      spoken.now.append("\(level.list.addWords): type a name or a part of it, of \(count).")
      spoken.now += wholeLines(page, session)
      spoken.prompt = "A name" + (level.entries.isEmpty ? ", U or D" : ", done, or a number")
    case .browsing:
      spoken.now = entryLines(level, session) + ["A \(level.list.addWords)"]
      spoken.now += wholeLines(page, session)
      spoken.prompt = "Answer, A, a number or done"
    case .removing(let index):
      let words = level.entries[index].words(asEntryOf: level.list, in: session.pack.names)
      spoken.now = [
        "Remove entry \(index + 1), \(words)?", "Y Remove it; the earlier list stays on record",
        "N Keep it",
      ]
      spoken.prompt = "Answer, Y or N"
    case .form(let form):
      spoken.place += ":\(form.index):\(form.field.id)"
      spoken.lines = formHead(form, level.list, session)
      (spoken.now, spoken.prompt) = formLines(form, level.list, session)
    case .rereading(let index): earlierLines(index, page, session, &spoken)
    }
    return spoken
  }

  private func entryLines(_ level: ListLevel, _ session: Session) -> [String] {
    guard !level.entries.isEmpty else { return ["\(level.list.label): none yet."] }
    let count = LinearWords.count(level.entries.count, "entry", "entries")
    return ["\(level.list.label): \(count)."]
      + level.entries.enumerated().map { index, entry in
        "\(index + 1) " + entry.words(asEntryOf: level.list, in: session.pack.names)
          + groupWords(entry, level.list, session.pack.names)
      }
  }

  /// The class of what an entry names, in brackets; nothing where it has none.
  private func groupWords(_ entry: Answers, _ list: Question, _ tables: TableNames) -> String {
    guard let name = list.fields.first(where: \.isName), case .name(let table) = name.kind,
      case .known(.text(let text)) = entry[name.id]
    else { return "" }
    let groups = tables.meanings(of: text, in: table, form: entry.form).groups
    return groups.isEmpty ? "" : " (\(groups))"
  }

  private func wholeLines(_ page: ListScreen, _ session: Session) -> [String] {
    if page.levels.count > 1 { return ["done Back to the entry"] }
    guard page.entries.isEmpty else {
      return [
        "A number opens its entry, - and a number removes it.", "done The list is complete",
      ]
    }
    let recorded = session.answers[page.question.id]
    let said =
      recorded == .unknown(.notAsked)
      ? [] : ["Recorded now: \(recorded.words(for: page.question))."]
    return ["U Not sure", "D Prefers not to say"] + said
  }

  /// `Matches for warf: 2.`, a line for each, and the one that keeps the text.
  private func pickerLines(_ picker: NamePicker, _ tables: TableNames) -> [String] {
    let typed = picker.field.committed
    let found = picker.found
    var lines = [
      found.lines.isEmpty
        ? "No match for \(typed)." : "Matches for \(typed): \(found.lines.count)."
    ]
    switch found.notice {
    case .goesOn(let name): lines.append("There is more than \"\(name)\" here: read the box.")
    case .tooLong: lines.append("No name is as long as this.")
    case .nothing: break
    }
    if let family = found.lines.first?.family, !family.isEmpty {
      lines.append(
        "Read the box: there is also \(family.prefix(3).joined(separator: ", ")).")
    }
    for (index, line) in picker.lines.enumerated() {
      switch line {
      case .suggestion(let suggestion):
        let group = suggestion.asks ? "" : " (\(suggestion.meanings.groups))"
        lines.append("\(index + 1) \(suggestion.words)\(group)")
      case .freeText: lines.append("0 Keep as free text, not checked by the rules")
      }
    }
    return lines
  }

  private func formHead(_ form: EntryForm, _ list: Question, _ session: Session) -> [String] {
    var known = form.entry
    known[form.field.id] = .unknown(.notAsked)
    let words = known.words(asEntryOf: list, in: session.pack.names)
    let fields = session.listSurroundings.fields(of: list, for: form.entry)
    let place = (fields.firstIndex { $0.id == form.field.id } ?? 0) + 1
    var lines = [
      "Entry \(form.index + 1), \(words.isEmpty ? "new" : words). "
        + "Field \(place) of \(fields.count).", LinearWords.sentence(form.field.ask),
    ]
    if !form.field.hint.isEmpty { lines.append(LinearWords.sentence(form.field.hint)) }
    return lines
  }

  /// The field that is asked, and what the next line is.
  private func formLines(
    _ form: EntryForm, _ list: Question, _ session: Session
  ) -> ([String], String) {
    let tables = session.pack.names
    var lines: [String] = []
    if let words = form.problem {
      lines.append("Error: " + LinearWords.sentence(LinearWords.withoutScreenKeys(words)))
    }
    let recorded = form.entry[form.field.id]
    if recorded != .unknown(.notAsked), form.field.kind != .multiple {
      let words = recorded.words(for: form.field, in: tables)
      lines.append("Recorded now: \(LinearWords.sentence(words)) > keeps it.")
    }
    switch form.input {
    case .choice:
      lines += form.choices.map { choice in
        "\(String(choice.key).uppercased()) \(choice.label)"
          + (form.box(choice) == "[x]" ? ", marked" : "")
      }
      let keys = form.choices.map { String($0.key).uppercased() }.joined(separator: " ")
      return (lines, "Answer, \(keys), > or done")
    case .text(let field):
      lines += formText(form, field, list, session)
      return (
        lines,
        form.typed.isEmpty
          ? "Answer, > leaves it open, done ends the entry" : "Y, or another date, or < to clear"
      )
    case .name(let picker):
      if picker.isBlank || recorded == .known(.text(picker.field.committed)) {
        lines.append("Type a name or a part of it.")
      } else {
        lines += pickerLines(picker, tables)
      }
      return (lines, "A number, or a name, or >")
    case .names(let picker, _):
      for (index, id) in form.chosen.enumerated() {
        let name = tables.meaning(id: id.rawValue, in: picker.table)?.name ?? id.rawValue
        lines.append("Chosen \(index + 1): \(name)")
      }
      lines += picker.isBlank ? ["Type a name, or > goes on."] : pickerLines(picker, tables)
      return (lines, "A number, or a name, or >")
    case .list:
      lines.append("A \(form.field.addWords)")
      return (lines, "Answer, A or >")
    }
  }

  private func formText(
    _ form: EntryForm, _ field: TextField, _ list: Question, _ session: Session
  ) -> [String] {
    let today = session.day
    if case .date(let tense, _, _) = form.field.kind {
      let entry = form.dateEntry(tense, in: list, today)
      guard let date = entry.named(field.committed) else {
        let day = today.adding(days: -40)
        return [
          "A date, for example \(day.spelled), \(day.month)/\(day.year), "
            + "\(day.year - 2) or 3w.", "U Not sure", "> Leave it not recorded",
        ]
      }
      // What is recorded already needs no confirming.
      if form.typed.isEmpty { return [] }
      return form.problem == nil
        ? ["\(field.committed) is \(entry.readBack(date)).", "Is that right? Y records it."] : []
    }
    if case .number(let unit, let range) = form.field.kind {
      return [
        "A number in \(unit), from \(range.lowerBound) to \(range.upperBound).", "U Not sure",
        "> Leave it not recorded",
      ]
    }
    return ["Words on one line.", "U Not sure", "> Leave it not recorded"]
  }

  private func earlierLines(
    _ index: Int, _ page: ListScreen, _ session: Session, _ spoken: inout LinearPage
  ) {
    guard case .of(let day, let all) = page.earlier, all.indices.contains(index) else { return }
    spoken.place += ":earlier:\(index)"
    spoken.lines.append(
      "From \(day.spelled), \(index + 1) of \(all.count). Read it aloud. Is it still right today?")
    spoken.lines.append(
      LinearWords.sentence(
        all[index].words(asEntryOf: page.question, in: session.pack.names)))
    let isMedicine = page.question.kind == .list(.medicines)
    spoken.now = [
      "Y Still right", "E Something about it has changed",
      "N Not any more" + (isMedicine ? " (stopped lately: E says when)" : ""),
      "S Ask for all of them anew",
    ]
    spoken.prompt = "Answer, Y E N S"
  }
}
