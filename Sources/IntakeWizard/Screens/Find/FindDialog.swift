import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Finds a question, a section or an action by a part of its words or by its
/// number.
struct FindDialog: Screen {
  typealias Around = ConsultationSurroundings

  var text = TextField(text: "", lengthMax: 40)
  var mark: ListMark = .nothing

  enum Act {
    case move(Int)
    case take
    case takeLine(Int)
    case look(String)
  }

  static let isDialog = true
  static let keyboards = [
    Keyboard<Self>(
      "Find a question", isText: true,
      [
        .key(Key.upDown + [.pageUp, .pageDown], "Up/Down", "Mark", "mark a question") {
          _, key, _ in [Key.up: .move(-1), .down: .move(1), .pageUp: .move(-10)][key] ?? .move(10)
        },
        .key([.enter], "Enter", "Go there", "go to the marked one, or to the only match", .take),
        .close, ScreenKey.clear.hidden,
      ])
  ]

  var field: TextField? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  mutating func typed(_ key: Key, _ handled: TextField.Handled, _ around: Around) -> [Outcome] {
    if handled == .changed { mark = .nothing }
    return []
  }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    let lines = around.found(text.text)
    switch act {
    case .move(let step):
      mark = mark.moved(by: step, of: lines.count)
      return []
    case .look(let words):
      text = TextField(text: words, lengthMax: text.lengthMax)
      mark = .nothing
      return []
    case .takeLine(let line): return take(line, of: lines, around)
    case .take:
      switch mark {
      case .line(let line): return take(line, of: lines, around)
      // Going somewhere changes nothing, so the best line needs no mark.
      case .nothing where !text.isBlank: return take(0, of: lines, around)
      case .nothing:
        return [.say("Type a part of it, or Down marks a line, then Enter goes there.")]
      }
    }
  }

  private func take(_ line: Int, of lines: [FindLine], _ around: Around) -> [Outcome] {
    guard lines.indices.contains(line) else {
      return [.say("Nothing has these words. Ctrl-U clears them.")]
    }
    switch lines[line].target {
    case .question(let id): return [.closeAll, .lookUp(id)]
    case .section(let id):
      let items = around.session.checklist.items(in: id)
      guard let item = items.first(where: \.isOpen) ?? items.first else { return [.closeAll] }
      return [.closeAll, .lookUp(item.question.id)]
    case .action(let command):
      if case .not(let because) = around.standing(of: command) {
        return [.closeAll, .say("Not now: \(because).")]
      }
      return [.closeAll, .command(command)]
    }
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    let table = Self.keyboards[0].table
    return around.dialogFrame(around.keyLine(table, lead: "Type to narrow"), size) { body in
      let window = text.window(width: 40)
      body.add(
        Span(" Find a question, section or action: "),
        Span(Canvas.fill(window.text, to: 40), .field))
      body.placeCursor(column: 37 + window.cursorColumn)
      body.rule()
      let lines = around.found(text.text)
      if lines.isEmpty { body.add(Span("   Nothing has these words. Ctrl-U clears them.")) }
      for (index, line) in lines.enumerated() { draw(line, at: index, &body) }
    }
  }

  private func draw(_ line: FindLine, at index: Int, _ body: inout Canvas) {
    let here = mark.marks(index)
    let taken = mark == .nothing && index == 0 && !text.isBlank
    let room = max(20, body.width / 2 - 8)
    body.add(
      Span(here ? " > " : "   "),
      Span(
        Canvas.fill(line.number, to: 6) + Canvas.fill(line.label, to: room),
        here ? .focus : .normal),
      Span("  " + (taken ? "Enter: " : "") + line.state))
    if here { body.placeCursor(column: 1) }
  }

  func spoken(_ around: Around) -> LinearPage {
    var spoken = LinearPage(
      place: "jump", prompt: "Part of its words or its number, a line's number, or <")
    spoken.lines = ["Find a question, section or action."]
    guard !text.isBlank else {
      spoken.now = ["Type a part of the question, of its section, or of an action."]
      return spoken
    }
    let lines = around.found(text.text)
    spoken.now = ["Lines with \(text.committed): \(lines.count)."]
    spoken.now += lines.prefix(20).enumerated().map { index, line in
      switch line.target {
      case .question: "\(index + 1) Question \(line.number) \(line.label), \(line.state)"
      case .section: "\(index + 1) Section \(line.number) \(line.label), \(line.state)"
      case .action: "\(index + 1) \(line.label), \(line.state)"
      }
    }
    if lines.count > 20 {
      spoken.now.append("\(lines.count - 20) more: type more of the words.")
    }
    return spoken
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    if let number = Int(line), !text.isBlank {
      guard around.found(text.text).prefix(20).indices.contains(number - 1) else {
        return .say(["There is no line \(number). Nothing was taken."])
      }
      return .act(.takeLine(number - 1))
    }
    guard line.count <= text.lengthMax else {
      return .say(["At most \(text.lengthMax) characters are looked for."])
    }
    return .act(.look(line))
  }
}

extension ConsultationSurroundings {
  /// What fits what is typed, best first.
  func found(_ typed: String) -> [FindLine] {
    let actions = KeyMap.bindings.filter { binding in
      ![.actions, .jump].contains(binding.command)
        && (binding.command != .skinTests || session.skinTestQuestion != nil)
    }.map { binding in
      FindLine(
        target: .action(binding.command), number: String(binding.letter).uppercased(),
        label: binding.words, state: "action: \(binding.sentence)")
    }
    return FindList(session, actions: actions).lines(typed.trimmed)
  }
}
