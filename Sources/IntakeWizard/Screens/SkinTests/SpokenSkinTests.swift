import ClinicalModel
import Consultation
import Terminal

// Skin tests and the worklist of readings by lines: the same words as on the
// screen, without what rests on a place in it.

extension AnySurroundings {
  func linearSkinTests(_ page: SkinTestScreen, _ session: Session) -> LinearPage {
    if let form = page.form { return linearForm(form, session) }
    var spoken = LinearPage(place: "skin-tests", prompt: "Skin tests, a number or a letter")
    spoken.lines = [
      "Skin tests of the plan.",
      "A number marks a test, go places or reads it, P plans it, A plans all,",
      "D records that the patient declines it, - takes that back, < goes back.",
    ]
    spoken.now = Self.words(of: skinTestList(page, session, LinearFace.width))
    if let item = page.item {
      var pane = Canvas(width: LinearFace.width)
      explain(item, session, &pane)
      spoken.now += ["About test \(page.mark + 1)."] + Self.words(of: pane)
    }
    return spoken
  }

  private func linearForm(_ form: SkinTestForm, _ session: Session) -> LinearPage {
    let what = form.purpose == .placing ? "Place" : "Read"
    let row = form.row
    var spoken = LinearPage(
      place: "skin-test-\(what) \(form.item.words) \(form.here)", prompt: row.label)
    spoken.lines = ["\(what): \(form.item.words). \(form.here + 1) of \(form.rows.count)."]
    switch row.entry {
    case .asked(let question, _):
      spoken.lines += [
        question.ask, "If yes: \(question.effect)", "Y Yes", "N No", "U Not sure",
      ]
    case .options(let choices, _):
      spoken.lines += choices.map { choice in
        let more = choice.definition.isEmpty ? "" : ": \(choice.definition)"
        return "\(String(choice.key).uppercased()) \(choice.words)\(more)"
      }
      if row.id == .field(.systemic) {
        spoken.lines.append(
          "Hives elsewhere, breathing trouble, swelling of the face, dizziness: Y opens the "
            + "emergency screen.")
      }
    case .typed(let field, _):
      spoken.lines.append(
        field.isBlank
          ? "\(row.label): type it, or > goes on without it."
          : "\(row.label): \(field.text). Type another, or > keeps it.")
    case .button: spoken.lines.append("Save records this. Esc leaves without saving.")
    }
    if !form.problem.isEmpty { spoken.now.append(form.problem) }
    spoken.lines.append("< goes back a line, esc leaves without saving.")
    return spoken
  }

  /// The lines of a canvas in words; a marked line says so.
  private static func words(of canvas: Canvas) -> [String] {
    canvas.lines.compactMap { spans in
      let text = spans.map(\.text).joined()
      let words = LinearWords.plain(text).trimmed
      guard !words.isEmpty else { return nil }
      return words.hasPrefix("> ") ? "\(words.dropFirst(2)), marked" : words
    }
  }
}

extension SkinTestScreen {
  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    if let form { return hear(line, form) }
    let acts: [String: Act] = [
      "go": .goOn, "-": .takeBack, "<": .leave, "back": .leave, "p": .plan, "a": .planAll,
      "r": .read, "d": .refuse, "n": .placeAnew, "t": .takeOver,
    ]
    if let act = acts[line.lowercased()] { return .act(act) }
    if line.count == 1, let number = line.first?.wholeNumberValue, number > 0 {
      return .act(.mark(number - 1))
    }
    return .general(otherwise: "A number, go, P, A, R, D, N, T or <.")
  }

  private func hear(_ line: String, _ form: SkinTestForm) -> Heard<Act> {
    let lower = line.lowercased()
    switch lower {
    case "esc", "cancel": return .act(.leaveForm)
    case "<", "back": return .act(.row(-1))
    case ">", "next":
      if case .button = form.row.entry { return .act(.save) }
      return .act(.next)
    default: break
    }
    switch form.row.entry {
    case .asked:
      let said: [String: SkinTestRow.Said] = ["y": .yes, "n": .no, "u": .unsure]
      return said[lower].map { .act(.tell($0)) } ?? .general(otherwise: "Y, N or U.")
    case .options(let choices, _):
      return choices.firstIndex { String($0.key) == lower }.map { .act(.choose($0)) }
        ?? .general(otherwise: "One of the keys that were said.")
    case .typed(let field, _):
      if line.count == 1, !line.allSatisfy(\.isNumber) {
        return .general(
          otherwise: "A letter alone is no words here; in quotes it is. Nothing was taken.")
      }
      return .words(line, into: field, writing: { .write($0) }, .next)
    case .button:
      return lower == "save"
        ? .act(.save) : .say(["Type save, or esc to leave without saving. Nothing was taken."])
    }
  }
}
