import ClinicalModel
import Consultation
import Terminal

/// What a screen wants of the wizard. They are carried out in order.
enum Outcome: Sendable {
  // What is said, and what the program is to do.
  case say(String)
  case warn(String)
  case effects([Effect])

  // What comes on the screen.
  /// This dialog goes.
  case close
  /// Every dialog goes.
  case closeAll
  case open(any Screen)
  /// An emergency screen, in place of one that is there.
  case emergency(Emergency.ID)
  /// The page becomes this one.
  case show(any Screen)
  /// A stop of the checklist.
  case go(Stop, then: AfterAnswer)
  /// A question from a list, which may not apply any more.
  case visit(Question.ID, then: AfterAnswer)
  /// A question that is looked up; Esc leads back.
  case lookUp(Question.ID)
  case goToLastQuestion
  /// A question, the way it is asked now: alone, in its table, with its group.
  case ask(Question.ID)
  /// The first open question of a section, else of what is left.
  case askFirst(of: Section.ID)
  /// The question before this one.
  case back(from: Question.ID)
  /// The question before this one in the checklist, whatever its group.
  case before(Question.ID)
  /// The question after this one.
  case forward(from: Question.ID)
  case home
  /// The review, at this question.
  case review(at: Question.ID?)
  /// The result, if the review was shown to its end.
  case result
  /// The result of the answers as they are now.
  case showResult
  /// The skin tests as they are now, with this line marked.
  case showSkinTests(mark: Int)
  /// What the command does.
  case command(Command)
  /// The key, on the page.
  case press(Key)

  // What goes into the record.
  /// Answers that were given with one key; then on, after this question.
  case record([Event], after: Question.ID, then: AfterAnswer)
  /// Facts of a section that were read out and confirmed.
  case confirm([Event], of: Section.ID, after: Question.ID)
  /// Events that leave the person where they are.
  case append([Event])
  /// Pasted text, into the field that is typed into.
  case insert(String, of: PastedLines)
  /// Pasted lines: entries of their own, or a text in one line.
  case keepLines(PastedLines)
  /// An answer that leaves the person where they are.
  case answer([Event])
  /// What was typed for a question is given up.
  case dropDraft(Question.ID)
  /// Goes on after a question that is answered.
  case after(Question.ID, then: AfterAnswer)
  /// What is being typed, once it differs by so many letters.
  case keepDraft(Question, String, every: Int)
  /// The question is open again, which is not a no.
  case clear(Question)
  /// What is known beside the record, while the consultation is open.
  case mark(SessionMark)

  // The rest.
  /// The next key must not be one that was meant for what was here before.
  case pause
  case choose(Part)
  /// A new consultation; of a patient who was here before.
  case begin(EarlierVisit?)
  /// A consultation of the list, at this page.
  case resume(Consultation.ID, at: Destination)
  /// The rest is left to somebody: recorded, saved and closed.
  case handOver(StaffRole)
  case staff(StaffOutcome)
}

/// What is known of the walk through a consultation, and is no part of its record.
enum SessionMark: Sendable {
  /// The members of a group are asked one by one.
  case asksOneByOne(QuestionGroup.ID)
  /// The facts of a section are no longer read out.
  case asksAnew(Section.ID)
  /// So many entries of an earlier consultation's list were read out.
  case readOut(Question.ID, count: Int)
  /// The review was shown to its end.
  case reviewed
}

/// What concerns the people at the terminal.
enum StaffOutcome: Sendable {
  /// This person sits here now.
  case isHere(StaffMember)
  /// The screen is locked for this person.
  case lockFor(StaffMember)
}

extension Outcome {
  /// Whether it only says something.
  var isSaid: Bool {
    switch self {
    case .say, .warn: true
    default: false
    }
  }
}
