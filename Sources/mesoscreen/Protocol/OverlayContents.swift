import ClinicalModel
import Screening

/// What `protocol show` says of a clinic's overlay: who it is for, what it
/// raises and why, and what it adds.
struct OverlayContents: Encodable {
  struct Raise: Encodable {
    /// The rule or question.
    let name: String
    let change: String
    let reason: String
  }

  let id: String
  let version: String
  let title: String
  let of: String
  let raises: [Raise]
  let addedQuestions: [String]
  let addedRules: [String]

  private enum CodingKeys: String, CodingKey {
    case id, version, title, raises
    case of = "of-version"
    case addedQuestions = "added-questions"
    case addedRules = "added-rules"
  }

  /// Nothing when the pack has no overlay.
  init?(_ pack: CompiledPack) {
    guard case .applied(let overlay) = pack.overlay else { return nil }
    id = overlay.id
    version = overlay.version
    title = overlay.title
    of = overlay.baseVersion
    raises = overlay.raises.map {
      Raise(name: $0.name, change: $0.words, reason: $0.reason)
    }
    addedQuestions = overlay.addedQuestions.map(\.rawValue)
    addedRules = overlay.addedRules.map(\.rawValue)
  }

  var text: String {
    let added =
      addedQuestions.map { "  question \($0)" } + addedRules.map { "  rule \($0)" }
    let raised = raises.flatMap { raise in
      ["  \(raise.name): \(raise.change)"] + PageText.hanging("    ", raise.reason)
    }
    return PageText.joined([
      PageText.hanging("Overlay: ", "\(id) \(version), \(title), over version \(of)"),
      raised.isEmpty ? [] : ["It raises"] + raised,
      added.isEmpty ? [] : ["It adds"] + added,
    ])
  }
}

extension OverlayRaise {
  /// The rule or question that is raised.
  fileprivate var name: String {
    switch change {
    case .severity(let rule, _, _), .window(let rule, _, _): rule.rawValue
    case .unknown(let question, _, _), .validity(let question): question.rawValue
    }
  }
}

/// What `protocol show` says of the clinic.
struct ClinicContents: Encodable {
  struct CostLine: Encodable {
    let item: String
    let amount: String
  }

  let name: String
  let contacts: [String]
  let emergencyNumber: String
  let currency: String
  let costs: [CostLine]

  private enum CodingKeys: String, CodingKey {
    case name, contacts, currency, costs
    case emergencyNumber = "emergency-number"
  }

  /// Nothing when nobody has filled it in.
  init?(_ pack: CompiledPack) {
    guard case .given(let clinic) = pack.clinic else { return nil }
    name = clinic.name
    contacts = clinic.contacts
    emergencyNumber = clinic.emergencyNumber
    currency = clinic.currency
    costs = clinic.costs.map { CostLine(item: $0.item, amount: $0.amount) }
  }

  var text: String {
    let prices = costs.flatMap { PageText.hanging("  ", "\($0.item): \(currency) \($0.amount)") }
    return PageText.joined([
      PageText.hanging("Clinic: ", name) + contacts.flatMap { PageText.hanging("  ", $0) }
        + PageText.hanging("  ", "Emergency number: \(emergencyNumber)"),
      prices.isEmpty ? [] : ["Costs"] + prices,
    ])
  }
}
