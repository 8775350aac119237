import ClinicalModel

/// Reads `clinic` of an overlay:
///
///     clinic:
///       name: "Example Clinic"
///       contacts: ["Phone 000 0000 0000"]
///       emergency-number: "112"
///       currency: INR
///       costs:
///       - {item: "One session", amount: "5,000"}
struct ClinicReader {
  /// The longest name: it stands beside the clock on a screen of 80 columns.
  private static let nameMax = 40
  private static let contactsMax = 6
  private static let costsMax = 40
  private static let lineMax = 72

  func clinic(_ node: DocumentNode, _ faults: inout Faults) -> ClinicDetails {
    guard
      let fields = Fields(
        node, of: "the clinic", required: ["name", "emergency-number"],
        optional: ["contacts", "currency", "costs"], &faults)
    else { return .notGiven }
    let contacts = fields.items("contacts", &faults)
    bound(contacts, Self.contactsMax, "contacts", fields, &faults)
    return .given(
      Clinic(
        name: fields.text("name", most: Self.nameMax, &faults),
        contacts: contacts.prefix(Self.contactsMax).map {
          oneLine($0, of: "a contact", most: Self.lineMax, &faults)
        },
        emergencyNumber: number(fields, &faults), currency: currency(fields, &faults),
        costs: costs(fields, &faults)))
  }

  /// The number is called from the screen of an emergency, so it is checked to
  /// be one.
  private func number(_ fields: Fields, _ faults: inout Faults) -> String {
    let text = fields.text("emergency-number", most: 20, &faults)
    let isDialled =
      text.contains { $0.isASCII && $0.isNumber }
      && text.allSatisfy { $0.isASCII && ($0.isNumber || " +-()/".contains($0)) }
    if !text.isEmpty, !isDialled, let node = fields.node("emergency-number") {
      faults.add(
        node.place, "\(shown(text)) is not a telephone number",
        "write the number to dial, such as \"112\"")
    }
    return text
  }

  private func currency(_ fields: Fields, _ faults: inout Faults) -> String {
    let text = fields.text("currency", most: 20, &faults)
    if !text.isEmpty, let node = fields.node("currency"),
      text.utf8.count != 3 || !text.utf8.allSatisfy({ (65...90).contains($0) })
    {
      faults.add(
        node.place, "\(shown(text)) is not a currency", "write its three letters, such as INR")
    }
    return text
  }

  private func costs(_ fields: Fields, _ faults: inout Faults) -> [Cost] {
    let items = fields.items("costs", &faults)
    bound(items, Self.costsMax, "costs", fields, &faults)
    if !items.isEmpty, !fields.has("currency") {
      faults.add(
        fields.place(of: "costs"), "there are costs without a currency",
        "add currency, such as INR")
    }
    return items.prefix(Self.costsMax).compactMap { item in
      guard let cost = Fields(item, of: "a cost", required: ["item", "amount"], &faults) else {
        return nil
      }
      return Cost(
        item: cost.text("item", most: Self.lineMax, &faults),
        amount: cost.text("amount", most: 40, &faults))
    }
  }

  private func bound(
    _ items: [DocumentNode], _ most: Int, _ key: String, _ fields: Fields, _ faults: inout Faults
  ) {
    guard items.count > most else { return }
    faults.add(
      fields.place(of: key), "there are \(items.count) \(key), at most \(most) fit on the sheet",
      "keep those that matter")
  }
}
