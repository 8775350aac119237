import ClinicalModel
import Consultation
import Terminal

// Skin tests and the worklist of readings by lines: the same words as on the
// screen, without what rests on a place in it.

extension Around {
  func linearSkinTests(_ page: SkinTestPage, _ session: Session) -> LinearPage {
    if case .form(let form) = page.step { return linearForm(form, session) }
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

  func linearWorklist() -> LinearPage {
    var spoken = LinearPage(place: "worklist", prompt: "A number opens a patient's skin tests")
    spoken.lines = ["Skin tests to read, \(readingsDue.count) due today or before."]
    if readings.isEmpty { spoken.now = ["No placed test waits for a reading."] }
    spoken.now += readings.enumerated().map { place, row in
      let when =
        row.overdue > 0
        ? "overdue by \(row.overdue) days" : row.date <= day ? "today" : row.date.spelled
      return "\(place + 1) \(row.patient), \(row.what), \(when)"
    }
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

extension LinearReader {
  func skinTests(_ typed: String, _ page: SkinTestPage) -> Heard {
    if case .form(let form) = page.step { return skinTestForm(typed, form) }
    switch typed.lowercased() {
    case "go": return .keys([.enter])
    case "-": return .keys([.character("-")])
    case "<", "back": return .keys([.character("<")])
    default:
      if typed.count == 1, let digit = typed.first, digit.wholeNumberValue.map({ $0 > 0 }) == true {
        return .keys([.character(digit)])
      }
      return letters(typed, "pardnt", otherwise: "A number, go, P, A, R, D, N, T or <.")
    }
  }

  private func skinTestForm(_ typed: String, _ form: SkinTestForm) -> Heard {
    switch typed.lowercased() {
    case "esc", "cancel": return .keys([.escape])
    case "<", "back": return .keys([.up])
    case ">", "next": return .keys([.enter])
    default: break
    }
    switch form.row.entry {
    case .asked: return letters(typed, "ynu", otherwise: "Y, N or U.")
    case .options(let choices, _):
      return letters(
        typed, String(choices.map(\.key)).lowercased(), otherwise: "One of the keys that were said."
      )
    case .typed(let field, _):
      if typed.count == 1, !typed.allSatisfy(\.isNumber) {
        return beside(typed)
          ?? .say(["A letter alone is no words here; in quotes it is. Nothing was taken."])
      }
      return words(typed, into: field)
    case .button:
      return typed.lowercased() == "save"
        ? .keys([.enter]) : .say(["Type save, or esc to leave without saving. Nothing was taken."])
    }
  }

  func worklist(_ typed: String) -> Heard {
    if typed == "<" || typed.lowercased() == "back" { return .keys([.character("<")]) }
    return letters(typed, "123456789", otherwise: "A number opens a patient, < goes home.")
  }
}
