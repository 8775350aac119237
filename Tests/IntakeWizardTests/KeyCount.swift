import ClinicalModel
import Consultation
import ProtocolLibrary
import Screening
import Terminal

@testable import IntakeWizard

/// A hand that works through a consultation on the shipped pack and counts its
/// keys by what they are for.
struct KeyCount: Sendable {
  var bench: Bench
  /// The keys, in the order of the consultation.
  private(set) var keys: [Purpose: Int] = [:]
  /// Every key as it was pressed, page by page.
  private(set) var log: [String] = []

  enum Purpose: String, CaseIterable {
    case home = "Home"
    case arrival = "Arrival"
    case identity = "Identity"
    case request = "Request"
    case plan = "Planned product"
    case answers = "One answer a page"
    case groups = "Declared groups"
    case table = "Table of recent procedures"
    case review = "Review"
    case decision = "Decision and signature"
    case print = "Print"
  }

  /// What the hand presses where neither a plain no nor a group's no is meant.
  private static let plan: [Question.ID: String] = [
    "red-flags-now": "0<enter>", "visit-kind": "1",
    "patient-full-name": "EXAMPLE, Maria<enter>", "patient-date-of-birth": "3/3/85<enter><enter>",
    "id-checked": "y", "patient-contact": "0<enter>", "emergency-contact": "0<enter>",
    "treating-doctor": "0<enter>", "sex-registered-at-birth": "1", "interpreter": "1",
    "previous-mesotherapy": "1", "planned-treatment-date": "t", "indication": "2<enter>",
    "area": "1<enter>", "modality": "1", "target-layer": "1", "planned-depth-mm": "2<enter>",
    "product-class": "2<enter>", "product-authorisation": "1", "ifu-check": "1",
    "planned-session-number": "1<enter>", "same-day-combination": "0<enter>",
    "anaesthetic-plan": "1", "performed-by": "1", "emergency-kit-ready": "y",
    "unwell-today": "1", "medical-conditions": "0<enter>", "doctor-letters": "0<enter>",
    "implanted-device": "1", "eaten-today": "y", "tetanus-status": "1", "metal-allergy": "1",
    "pregnancy-status": "1", "fitzpatrick-type": "3", "sun-plans": "1", "sunscreen-habit": "1",
    "photosensitivity": "1", "cold-sore": "1", "site-inflammation": "0<enter>",
    "keloid-history": "1", "lesion-at-site": "1", "isotretinoin-use": "1",
    "medicine-list-checked-against": "1<enter>",
    "planned-ingredients": "hyal<down><enter><tab><tab>", "aftercare-possible": "1",
    "expectation": "1", "motivation": "1", "capacity": "1",
    "evidence-explained": "y", "information-given-date": "1d<enter>", "consent-signed": "y",
  ]

  init(_ pack: CompiledPack) { bench = Bench(pack: pack) }

  /// How many keys in all.
  var total: Int { keys.values.reduce(0, +) }

  mutating func press(_ script: String, for purpose: Purpose) {
    keys[purpose, default: 0] += Bench.keys(script).count
    log.append(script)
    bench.press(script)
  }

  /// Asks everything that is open, with these answers where they differ.
  mutating func ask(_ answers: [Question.ID: String] = [:]) {
    for _ in 0..<300 {
      switch bench.wizard.page {
      case is GroupScreen: press("n", for: .groups)
      case let page as ReconfirmScreen:
        press("y", for: page.section == "identity" ? .identity : .request)
      case let page as TableScreen:
        guard let question = page.question else {
          press("n", for: .table)
          continue
        }
        press(answers[question] ?? Self.plan[question] ?? "n", for: .table)
      case let page as ListScreen:
        let id = page.question.id
        if case .of = page.earlier {
          press(page.nextEarlier == nil ? "<tab>" : "y", for: .plan)
        } else {
          press(answers[id] ?? Self.plan[id] ?? "<ctrl-x>d", for: .plan)
        }
      case let page as QuestionScreen:
        let id = page.question.id
        press(answers[id] ?? Self.plan[id] ?? "n", for: purpose(of: id))
      default: return
      }
    }
  }

  /// Review, decision, signature and print.
  mutating func finish() {
    press("<end>r", for: .review)
    press("4", for: .decision)
    press("sDr A R<enter>", for: .decision)
    press("<enter>", for: .print)
  }

  private func purpose(of question: Question.ID) -> Purpose {
    switch bench.wizard.setting.pack.section(of: question)?.id {
    case "arrival": .arrival
    case "identity": .identity
    case "request": .request
    default: .answers
    }
  }

  /// `Home    1`, one line for each purpose, and the sum.
  var table: String {
    var lines = Purpose.allCases.filter { keys[$0] != nil }.map { purpose in
      Self.line(purpose.rawValue, keys[purpose] ?? 0)
    }
    lines.append(Self.line("All keys", total))
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ count: Int) -> String {
    let number = String(count)
    return name + String(repeating: " ", count: max(1, 34 - name.count - number.count)) + number
  }
}
