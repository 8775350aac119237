import ClinicalModel

/// Reads `emergencies.yaml`.
struct EmergencyReader {
  /// The most rows all steps of a screen take.
  private static let rowsMax = 17
  /// The columns of a row.
  private static let columns = 76
  /// The longest step, in characters.
  private static let stepMax = 300

  let names: PackNames

  func emergencies(_ root: DocumentNode, _ faults: inout Faults) -> [Emergency] {
    guard let file = Fields(root, of: "emergencies.yaml", required: ["emergencies"], &faults) else {
      return []
    }
    var unique = UniqueNames()
    return file.items("emergencies", &faults).compactMap { node in
      guard
        let fields = Fields(
          node, of: "an emergency", required: ["id", "title", "when", "steps", "cite"], &faults)
      else { return nil }
      let id = fields.name("id", &faults)
      unique.use(id, of: "emergency", at: fields.node("id")?.place ?? node.place, &faults)
      return Emergency(
        id: Emergency.ID(rawValue: id), title: fields.text("title", most: 70, &faults),
        when: fields.node("when").map { names.condition($0, of: "when", &faults) } ?? .always,
        steps: steps(fields, &faults),
        cite: names.citations(fields, of: "the emergency", atLeast: 1, &faults))
    }
  }

  private func steps(_ fields: Fields, _ faults: inout Faults) -> [String] {
    let items = fields.items("steps", &faults)
    let steps = items.map { oneLine($0, of: "a step", most: Self.stepMax, &faults) }
    guard fields.node("steps")?.items != nil else { return [] }
    for (node, step) in zip(items, steps) where namesDose(step) {
      faults.add(
        node.place, "the step names a dose",
        "leave it out: a dose stands only in the clinic's own signed protocol")
    }
    if steps.isEmpty {
      faults.add(fields.place(of: "steps"), "there are no steps", "say what to do, one step a line")
    }
    // A step stands beside its number: `1. `.
    let rows = steps.map { rowCount($0, columns: Self.columns - 3) }.reduce(0, +)
    if rows > Self.rowsMax {
      faults.add(
        fields.place(of: "steps"),
        "the steps take \(rows) rows of \(Self.columns) columns, at most \(Self.rowsMax) fit",
        "shorten them")
    }
    return steps
  }

  /// Whether a text has a number with a unit that medicines are measured in,
  /// such as `0.5 mg` or `1ml`.
  private func namesDose(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && !".,µ".contains($0) }
    return words.indices.contains { index in
      let word = words[index]
      let number = word.prefix { $0.isNumber || ".,".contains($0) }
      guard number.first?.isNumber == true else { return false }
      let glued = word.dropFirst(number.count)
      let unit = glued.isEmpty && index + 1 < words.count ? words[index + 1] : glued
      return Self.doseUnits.contains(String(unit.prefix { $0.isLetter || $0 == "µ" }))
    }
  }

  private static let doseUnits: Set<String> = [
    "g", "mg", "mcg", "µg", "μg", "ug", "gram", "grams", "milligram", "milligrams", "microgram",
    "micrograms", "ml", "milliliter", "milliliters", "millilitre", "millilitres", "unit", "units",
  ]

  /// The rows a text takes when broken between words.
  private func rowCount(_ text: String, columns: Int) -> Int {
    var rows = 1
    var used = 0
    for word in text.split(separator: " ") {
      let width = min(word.count, columns)
      if used > 0, used + 1 + width > columns {
        rows += 1
        used = width
      } else {
        used += (used > 0 ? 1 : 0) + width
      }
    }
    return rows
  }
}
