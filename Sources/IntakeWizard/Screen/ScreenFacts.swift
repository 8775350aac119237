import ClinicalModel

/// What the frame around a screen, the actions and a dialog over it may know of
/// it. None of them sees more of its state.
struct ScreenFacts: Sendable {
  /// The question that is asked, if it is one.
  var question: Question.ID?
  /// The group that is asked together, on the whole page or in its line.
  var group: QuestionGroup.ID?
  /// Where the walk through the checklist stands, for the way back.
  var stop: Stop?
  /// What the side column marks.
  var sideMark = SideMark.nothing
  /// What stands below it in a large window.
  var pane = Pane.findings
  /// Whether a large window shows the side column beside it.
  var hasSideColumn = true
  /// Whether Esc closes something on it first.
  var keepsEscape = false
}

/// What help says of a screen beside its question and its keys.
struct ScreenHelp: Sendable {
  let title: String
  let lines: [(label: String, words: String)]
}

/// What the side column marks.
enum SideMark: Hashable, Sendable {
  case section(Section.ID)
  case review
  case result
  case nothing
}
