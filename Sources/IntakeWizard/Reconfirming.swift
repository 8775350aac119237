public import ClinicalModel
public import Consultation

/// An earlier consultation of a patient, as far as a new one may use it.
public struct EarlierVisit: Redacted, Hashable, Sendable {
  /// The earlier consultation.
  public let id: Consultation.ID
  /// Name and birth date.
  public let patient: String
  /// The day of its interview.
  public let day: CalendarDate
  /// What was answered then.
  public let answers: Answers

  /// An earlier consultation from its parts.
  public init(id: Consultation.ID, patient: String, day: CalendarDate, answers: Answers) {
    self.id = id
    self.patient = patient
    self.day = day
    self.answers = answers
  }
}

extension EarlierVisit {
  /// A signed consultation as the source of a new one.
  public init(_ consultation: Consultation, _ answers: Answers) {
    let day = consultation.day(today: consultation.opened.interviewDate)
    var patient = Wizard.patientLine(answers, on: day)
    // The age is that of another day.
    if patient.hasSuffix(")"), let bracket = patient.lastIndex(of: "(") {
      patient = String(patient[..<bracket].dropLast())
    }
    self.init(id: consultation.id, patient: patient, day: day, answers: answers)
  }
}

/// What is known of the patient from an earlier consultation.
enum EarlierFacts: Hashable, Sendable {
  case none
  /// `asked`: sections whose facts are asked anew instead.
  case of(EarlierVisit, asked: Set<Section.ID>)
}

/// A fact that is to be confirmed.
struct EarlierFact: Hashable {
  let question: Question
  let answer: Answer
}

extension Session {
  /// The facts of a section that can be read aloud and confirmed: positive
  /// ones, to questions that nobody has asked today. A no from another day is
  /// never among them, nor what was not known.
  func factsToConfirm(in section: Section) -> [EarlierFact] {
    guard case .of(let visit, let asked) = earlier, !asked.contains(section.id) else { return [] }
    return section.reconfirmed.compactMap { id in
      // A list is confirmed entry by entry, on its own page.
      guard let item = item(id), item.isOpen, item.requirement == .required, !item.question.isList,
        visit.answers[id].isPositive, item.question.admits(visit.answers[id])
      else { return nil }
      return EarlierFact(question: item.question, answer: visit.answers[id])
    }
  }
}

extension Question {
  /// Whether it is answered with entries.
  var isList: Bool {
    if case .list = kind { true } else { false }
  }
}

extension Answer {
  /// What an optional text holds when there is nothing to write.
  static let nothingToWrite = AnswerValue.text("none")

  /// Whether it names something. A no, a never, a none and whatever is not
  /// known do not.
  var isPositive: Bool {
    switch self {
    case .unknown, .known(.never), .known(Self.nothingToWrite): false
    case .known(.choice(let option)): option != "no" && option != Option.none
    case .known(.choices(let options)): !options.contains(Option.none)
    case .known: true
    }
  }
}
