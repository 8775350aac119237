import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// The skin tests of the plan: what is wanted, how far it is, what comes next.
struct SkinTestScreen: Screen {
  typealias Around = ConsultationSurroundings

  /// Worked out when the page was opened and after each record.
  var plan: SkinTestPlan
  /// What the tests since signing lead to.
  var since: SinceSigning = .nothing
  /// The marked line.
  var mark = 0
  /// What is being filled in.
  var form: SkinTestForm?

  /// The outcome that follows from tests recorded after signing.
  enum SinceSigning: Hashable, Sendable {
    case nothing
    case outcome(Severity, couldBecome: Severity)
  }

  /// The marked test; `nil` if there is none.
  var item: SkinTestItem? { plan.items.indices.contains(mark) ? plan.items[mark] : nil }

  enum Act {
    case move(Int)
    case mark(Int)
    case goOn
    case read
    case plan
    case planAll
    case placeAnew
    case refuse
    case takeBack
    case takeOver
    case leave
    /// In a form.
    case row(Int)
    case next
    case tell(SkinTestRow.Said)
    case choose(Int)
    case write(String)
    case save
    case leaveForm
  }

  func keyboard(_ around: Around) -> Keyboard<Self> {
    switch form?.row.entry {
    case nil: Self.list
    case .asked, .options: Self.choosing
    case .typed: Self.typing
    case .button: Self.saving
    }
  }

  func facts(_ around: Around) -> ScreenFacts {
    let question = ListSubject.skinTests.question
    let section = around.session.pack.section(of: question)
    return ScreenFacts(
      question: question, sideMark: section.map { .section($0.id) } ?? .nothing)
  }

  func digits(_ around: Around) -> [Character: Character] {
    switch form?.row.entry {
    case .asked: Wizard.numbered(["y", "n", "u"])
    case .options(let choices, _): Wizard.numbered(choices.map(\.key))
    case .typed, .button, nil: [:]
    }
  }

  var field: TextField? {
    get {
      if case .typed(let field, _) = form?.row.entry { field } else { nil }
    }
    set {
      if let newValue { form?.edit { $0 = newValue } }
    }
  }

  func takes(_ command: Command, by key: Key) -> Bool {
    form == nil || (command != .back && command != .forward)
  }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    step == .back ? left(around) : []
  }

  /// Where the page leads back to.
  func left(_ around: Around) -> [Outcome] {
    if around.session.isSigned {
      return [.show(ExportScreen(folder: around.setting.exportFolder))]
    }
    if around.session.reviewed == .toItsEnd { return [.showResult] }
    return [.review(at: ListSubject.skinTests.question)]
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    switch form?.row.entry {
    case nil: [.say("Up and Down mark a test, Enter goes on with it, < goes back.")]
    case .typed: []
    case .asked, .options, .button:
      [.say("Press a key shown, Enter goes on, Esc leaves without saving.")]
    }
  }

  mutating func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] {
    if var form {
      for place in form.rows.indices {
        guard case .typed(let field, .date(let tense)) = form.rows[place].entry else { continue }
        form.rows[place].entry = .typed(field.settled(tense, before), .date(tense))
      }
      self.form = form
    }
    let new = around.session.skinTestScreen(around.day, mark: mark)
    (plan, since, mark) = (new.plan, new.since, new.mark)
    return []
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    around.skinTestFrame(self, around.session, size, Frame.width(size))
  }

  func spoken(_ around: Around) -> LinearPage { around.linearSkinTests(self, around.session) }
}
