import ClinicalModel
import Terminal

// The Ctrl-X menu: every action with its letter, and why one cannot be taken
// now (UX §3.5).

extension Wizard {
  /// What the menu's keys are.
  var actionsKeys: String {
    let last = min(9, emergencies.count)
    let digits = last == 0 ? "" : "\(last == 1 ? "1" : "1-\(last)") Emergency screen  "
    return "Actions: press a letter  \(digits)Esc Close"
  }

  /// Every action in so many rows: a line each where there is room for it, else
  /// in columns with the reasons below.
  func actionsBody(rows: Int, _ body: inout Canvas) {
    let actions = KeyMap.bindings.filter { $0.command != .actions }
    if rows >= actions.count, body.width >= 78 {
      for action in actions { body.add(Span(wholeLine(action))) }
    } else {
      actionColumns(actions, rows: rows, &body)
    }
  }

  private func wholeLine(_ action: Binding) -> String {
    let head = head(of: action) + Canvas.fill(action.words, to: 16) + " "
    return switch standing(of: action.command) {
    case .available: head + action.sentence
    case .not(let because): head + "not now: \(because)"
    }
  }

  private func actionColumns(_ actions: [Binding], rows: Int, _ body: inout Canvas) {
    let columns = body.width >= 78 ? 2 : 3
    let height = (actions.count + columns - 1) / columns
    let reasons = reasons(actions, body.width, room: rows - height)
    for row in 0..<height {
      let line = (0..<columns).map { column -> String in
        let place = column * height + row
        guard actions.indices.contains(place) else { return "" }
        let text = head(of: actions[place]) + actions[place].words
        return Canvas.fill(text, to: body.width / columns)
      }
      body.add(Span(line.joined()))
    }
    guard !reasons.isEmpty else { return }
    if rows > height + reasons.count { body.gap() }
    for line in reasons { body.add(Span(line)) }
  }

  /// ` B  ` for an action that can be taken, `(B) ` for one that cannot.
  private func head(of action: Binding) -> String {
    let letter = action.letter.uppercased()
    return standing(of: action.command) == .available ? "  \(letter)  " : " (\(letter)) "
  }

  /// Why those in brackets cannot be taken: a line for each reason, or one text
  /// where there is no room for so many lines.
  private func reasons(_ actions: [Binding], _ width: Int, room: Int) -> [String] {
    var order: [String] = []
    var letters: [String: [String]] = [:]
    for action in actions {
      guard case .not(let because) = standing(of: action.command) else { continue }
      if letters[because] == nil { order.append(because) }
      letters[because, default: []].append(action.letter.uppercased())
    }
    func keys(_ because: String) -> String {
      "(" + (letters[because] ?? []).joined(separator: " ") + ")"
    }
    func lines(_ text: String) -> [String] {
      TextWrap.lines(text, width: width - 2).map { " " + $0 }
    }
    let apart = order.flatMap { lines("\(keys($0)) not now: \($0)") }
    if apart.count <= room || order.count < 2 { return apart }
    return lines("not now: " + order.map { "\(keys($0)) \($0)" }.joined(separator: "; "))
  }
}
