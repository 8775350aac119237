import ClinicalModel
import Consultation
import ProtocolLibrary
import Screening
import Terminal
import Testing

@testable import IntakeWizard

/// One patient and one consultation, put in by different hands.
struct Patient: Sendable {
  /// What is said where it is not a plain no.
  var said: [Question.ID: Said] = [:]
  /// How the decision is taken on the result page, line by line.
  var decision: [String] = ["4"]
  /// The same by keys.
  var decisionKeys = "4"
  /// The note that says why two answers both stand; empty where none is needed.
  var note = ""
  /// After so many answers the program is killed and started again; 0 for never.
  var restartsAfter = 0

  /// A patient without findings on the shipped pack.
  static let plain = Patient(said: [
    "red-flags-now": .none, "visit-kind": .line(1),
    "patient-full-name": .text("TESTPATIENT, Maria"),
    "patient-date-of-birth": .date("3/3/1985", iso: "1985-03-03"), "id-checked": .yes,
    "patient-contact": .none, "emergency-contact": .none, "treating-doctor": .none,
    "sex-registered-at-birth": .line(1), "interpreter": .line(1), "previous-mesotherapy": .line(1),
    "planned-treatment-date": .date("21/11/2026", iso: "2026-11-21"), "indication": .line(2),
    "area": .line(1), "modality": .line(1), "target-layer": .line(1),
    "planned-depth-mm": .text("2"), "product-class": .line(2), "product-authorisation": .line(1),
    "ifu-check": .line(1), "planned-session-number": .text("1"), "same-day-combination": .none,
    "anaesthetic-plan": .line(1), "performed-by": .line(1), "emergency-kit-ready": .yes,
    "unwell-today": .line(1), "medical-conditions": .none, "doctor-letters": .none,
    "implanted-device": .line(1), "eaten-today": .yes, "tetanus-status": .line(1),
    "metal-allergy": .line(1), "pregnancy-status": .line(1), "fitzpatrick-type": .line(3),
    "sun-plans": .line(1), "sunscreen-habit": .line(1), "photosensitivity": .line(1),
    "cold-sore": .line(1), "site-inflammation": .none, "keloid-history": .line(1),
    "lesion-at-site": .line(1), "isotretinoin-use": .line(1),
    "medicine-list-checked-against": .line(1),
    "planned-ingredients": .entries([SaidEntry(name: "Hyaluronic acid")]),
    "aftercare-possible": .line(1), "expectation": .line(1), "motivation": .line(1),
    "capacity": .line(1), "evidence-explained": .yes,
    "information-given-date": .date("20/11/2026", iso: "2026-11-20"), "consent-signed": .yes,
  ])

  /// The same patient with other answers to some questions.
  func but(
    _ others: [Question.ID: Said], deciding decision: [String] = ["4"], byKeys keys: String = "4",
    note: String = "", restartsAfter: Int = 0
  ) -> Patient {
    Patient(
      said: said.merging(others) { $1 }, decision: decision, decisionKeys: keys, note: note,
      restartsAfter: restartsAfter)
  }

  /// What is said to a question: a plain no where the patient has not said, and
  /// not sure where no plain no can be said.
  func answer(_ question: Question) -> Said {
    if let said = said[question.id] { return said }
    if case .date(_, let orNever, _) = question.kind { return orNever ? .no : .unsure }
    return question.isYesNo ? .no : .unsure
  }

  /// Whether a group may be denied as one.
  func denies(_ members: [Question]) -> Bool { members.allSatisfy { answer($0) == .no } }

  /// The file of answers that says the same of these questions.
  func file(_ questions: [Question]) -> String {
    let lines = questions.map { "\"\($0.id)\":\(answer($0).json($0))" }
    return "{\"interview-date\":\"2026-11-21\",\"answers\":{\(lines.joined(separator: ","))}}"
  }
}

/// What a page asks of a hand next.
enum Asked {
  case question(Question)
  case group([Question])
  /// A list without what is being typed; so many entries are in it.
  case list(Question, entries: Int)
  /// A field of an entry.
  case field(EntryForm, Question)
  case atAnEmergency
  case over
}

extension Wizard {
  var asked: Asked {
    if dialogs.last is EmergencyDialog { return .atAnEmergency }
    guard let session = openConsultation else { return .over }
    switch page {
    case let page as QuestionScreen: return .question(page.question)
    case let page as GroupScreen: return .group(session.openGroup(page.group)?.members ?? [])
    case let page as TableScreen:
      switch page.row {
      case .group(let id): return .group(session.openGroup(id)?.members ?? [])
      case .question(let id): return session.pack.question(id).map { .question($0) } ?? .over
      }
    case let page as ListScreen:
      if case .form(let form) = page.level.input { return .field(form, page.question) }
      return .list(page.question, entries: page.entries.count)
    default: return .over
    }
  }
}

/// The hand at the full screen.
struct ScreenHand {
  let patient: Patient
  var bench: Bench

  /// Whether the signature was refused before a note was written.
  private(set) var wasHeld = false

  init(_ patient: Patient, _ pack: CompiledPack) throws {
    self.patient = patient
    bench = Bench(pack: pack)
    bench.press("n")
    try work()
    bench.press("<end>r")
    bench.press(patient.decisionKeys)
    if !patient.note.isEmpty {
      bench.press("s")
      wasHeld = bench.screen.contains("Not signed")
      bench.press("<ctrl-r><home><ctrl-x>c\(patient.note)<enter><end>r")
    }
    bench.press("sDr Example<enter>")
  }

  private mutating func work() throws {
    for step in 0..<400 {
      if step > 0, step == patient.restartsAfter { bench = try bench.restarted() }
      switch bench.wizard.asked {
      case .question(let question): bench.press(patient.answer(question).keys(question))
      case .group(let members): bench.press(patient.denies(members) ? "n" : "y")
      case .list(let question, let count): list(question, count)
      case .field(let form, let list): field(form, list)
      case .atAnEmergency: bench.press("r")
      case .over: return
      }
    }
  }

  private mutating func list(_ question: Question, _ count: Int) {
    guard case .entries(let entries) = patient.answer(question) else {
      bench.press(patient.answer(question) == .unsure ? "<ctrl-x>u" : "<ctrl-x>d")
      return
    }
    guard count < entries.count else { return bench.press("<tab>") }
    bench.press(entries[count].name + (entries[count].isFreeText ? "<up>" : "<down>") + "<enter>")
  }

  private mutating func field(_ form: EntryForm, _ list: Question) {
    guard let said = patient.entry(form, list)?.fields[form.field.id] else {
      return bench.press("<tab>")
    }
    bench.press(said == .unsure && form.field.isWritten ? "<ctrl-x>u" : said.keys(form.field))
  }
}

/// The hand that types lines.
struct LineHand {
  let patient: Patient
  var lines: LineBench

  /// Whether the signature was refused before a note was written.
  private(set) var wasHeld = false

  init(_ patient: Patient, _ pack: CompiledPack) throws {
    self.patient = patient
    lines = LineBench(pack: pack)
    lines.type("n")
    try work()
    lines.type("r")
    for line in patient.decision { lines.type(line) }
    if !patient.note.isEmpty {
      lines.type("s")
      wasHeld = lines.said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("Not signed")
      lines.type("xr", "c \(patient.note)", "r")
    }
    lines.type("s", "Dr Example")
  }

  private mutating func work() throws {
    for step in 0..<400 {
      if step > 0, step == patient.restartsAfter { lines = LineBench(try lines.bench.restarted()) }
      switch lines.wizard.asked {
      case .question(let question):
        for line in patient.answer(question).typedLines(question) { lines.type(line) }
      case .group(let members): lines.type(patient.denies(members) ? "n" : "y")
      case .list(let question, let count): list(question, count)
      case .field(let form, let list):
        guard let said = patient.entry(form, list)?.fields[form.field.id] else {
          lines.type("done")
          continue
        }
        for line in said.typedLines(form.field) { lines.type(line) }
      case .atAnEmergency: lines.type("r")
      case .over: return
      }
    }
  }

  private mutating func list(_ question: Question, _ count: Int) {
    guard case .entries(let entries) = patient.answer(question) else {
      lines.type(patient.answer(question) == .unsure ? "u" : "d")
      return
    }
    guard count < entries.count else { return lines.type("done") }
    lines.type(entries[count].name, entries[count].isFreeText ? "0" : "1")
  }
}

extension Patient {
  /// The entry that a form asks about.
  fileprivate func entry(_ form: EntryForm, _ list: Question) -> SaidEntry? {
    guard case .entries(let entries) = answer(list), entries.indices.contains(form.index) else {
      return nil
    }
    return entries[form.index]
  }
}

extension Question {
  fileprivate var isWritten: Bool {
    switch kind {
    case .text, .number, .date: true
    case .single, .multiple, .list, .name, .names: false
    }
  }
}
