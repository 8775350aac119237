/// What a pack knows about the clinic that uses it; an overlay fills it in.
public enum ClinicDetails: Hashable, Sendable {
  /// Nobody has filled it in.
  case notGiven
  /// As the clinic wrote it.
  case given(Clinic)
}

extension ClinicDetails {
  /// The clinic's name; empty when nobody has filled it in.
  public var name: String {
    switch self {
    case .notGiven: ""
    case .given(let clinic): clinic.name
    }
  }
}

/// The clinic's own particulars.
public struct Clinic: Hashable, Sendable {
  /// Its name, on every screen and print.
  public let name: String
  /// How the patient reaches it, one line each.
  public let contacts: [String]
  /// The local emergency number.
  public let emergencyNumber: String
  /// The currency of its costs, such as INR.
  public let currency: String
  /// What treatments cost.
  public let costs: [Cost]

  /// A clinic from its parts.
  public init(
    name: String, contacts: [String], emergencyNumber: String, currency: String, costs: [Cost]
  ) {
    self.name = name
    self.contacts = contacts
    self.emergencyNumber = emergencyNumber
    self.currency = currency
    self.costs = costs
  }
}

/// One line of a price list.
public struct Cost: Hashable, Sendable {
  /// What is paid for.
  public let item: String
  /// The amount in the clinic's currency, as it is printed.
  public let amount: String

  /// A line from its parts.
  public init(item: String, amount: String) {
    self.item = item
    self.amount = amount
  }
}
