import ClinicalModel
import ProtocolChecks
import Screening
import Testing

/// Packs made for one proof, each with as little in it as shows the point.
enum ProofPack {
  static let interviewDate = RuleCase.usualDate

  static let device = Question(
    id: "device", ask: "Device?", label: "device", kind: .single,
    options: options(["needle", "roller", "massage"]))
  static let filler = Question(
    id: "filler-date", ask: "Filler?", label: "filler",
    kind: .date(tense: .past, orNever: true, orCurrent: false))
  static let trip = Question(
    id: "trip-end", ask: "Trip?", label: "trip",
    kind: .date(tense: .future, orNever: true, orCurrent: false))
  static let planned = Question(
    id: .plannedTreatmentDate, ask: "Day?", label: "day",
    kind: .date(tense: .future, orNever: false, orCurrent: false))
  static let product = Question(
    id: "product", ask: "Product?", label: "product", kind: .multiple,
    options: options(["none", "vitamins", "filler", "fat-dissolving"]))
  static let weight = Question(
    id: "weight", ask: "Weight?", label: "weight",
    kind: .number(unit: "kg", range: Quantity(20)...Quantity(300)))
  static let sex = Question(
    id: "sex", ask: "Sex?", label: "sex", kind: .single, options: options(["female", "male"]))
  static let pregnant = Question(
    id: "pregnant", ask: "Pregnant?", label: "pregnant", kind: .single,
    options: options(["no", "yes"]), when: .isNot("sex", "male"), onUnknown: .finding(.defer))
  static let trying = Question(
    id: "trying", ask: "Trying?", label: "trying", kind: .single, options: options(["no", "yes"]),
    when: .isAny("pregnant", ["no"]))

  static func pack(
    _ questions: [Question], _ rules: [Rule], riskOrders: [RiskOrder] = [],
    tables: Tables = .none, from whole: CompiledPack? = nil
  ) -> CompiledPack {
    let pack = ProtocolPack(
      id: "proofs", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(id: "all", title: "", short: "", askedBy: "", questions: questions)
      ], rules: rules, riskOrders: riskOrders, tables: tables)
    return whole.map { CompiledPack(pack, from: $0) } ?? CompiledPack(pack)
  }

  static func rule(
    _ when: Condition, _ severity: Severity = .caution, until: Until = .notDeferred,
    cases: [RuleCase] = [], id: Rule.ID = "rule"
  ) -> Rule {
    Rule(
      id: id, title: "", when: when, severity: severity, until: until, staff: "", patient: "",
      cite: [], strength: .label, cases: cases)
  }

  static func options(_ ids: [Option.ID]) -> [Option] {
    ids.map { Option(id: $0, label: "\($0)") }
  }
}

/// The one rule of a pack, proven.
func proof(
  of rule: Rule, asking questions: [Question], exhaustingUpTo most: Int = combinationsMax,
  by screener: @escaping Screener = screen
) -> RuleProof {
  prove(
    rule, in: ProofPack.pack(questions, [rule]), exhaustingUpTo: most, by: screener)
}

extension RuleProof {
  /// Each violation in one line.
  var lines: [String] { violations.map(\.line) }
}

extension ProofViolation {
  /// The proof, the patient and what is wrong, in one line.
  var line: String { "\(proof.rawValue) | \(patient.words) | \(words)" }
}
