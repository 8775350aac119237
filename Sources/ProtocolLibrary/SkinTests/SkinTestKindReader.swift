import ClinicalModel

/// Reads how one kind of skin test is placed and read.
struct SkinTestKindReader {
  let names: PackNames

  func guide(
    _ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> SkinTestKindGuide? {
    guard
      let fields = Fields(
        node, of: "a kind of test",
        required: [
          "id", "title", "finds", "sites", "amount", "who", "steps", "readings", "tell",
          "before-placing", "before-reading", "cite",
        ], optional: ["positive"], &faults)
    else { return nil }
    let kind = fields.word("id", of: SkinTestKind.allCases, default: .patch, &faults)
    unique.use(kind.rawValue, of: "kind", at: fields.place(of: "id"), &faults)
    return SkinTestKindGuide(
      kind: kind, title: fields.text("title", most: 40, &faults),
      finds: fields.text("finds", most: 200, &faults),
      sites: lines("sites", most: 60, fields, &faults),
      amount: fields.text("amount", most: 100, &faults),
      who: fields.text("who", most: 200, &faults),
      steps: lines("steps", most: 200, fields, &faults), readings: readings(kind, fields, &faults),
      positive: fields.text("positive", most: 200, &faults),
      tell: lines("tell", most: 200, fields, &faults),
      beforePlacing: confounders("before-placing", fields, &faults),
      beforeReading: confounders("before-reading", fields, &faults),
      cite: names.citations(fields, of: "the kind", atLeast: 1, &faults))
  }

  private func lines(
    _ key: String, most: Int, _ fields: Fields, _ faults: inout Faults
  ) -> [String] {
    let lines = fields.items(key, &faults).map { oneLine($0, of: key, most: most, &faults) }
    if lines.isEmpty, fields.node(key)?.items != nil {
      faults.add(fields.place(of: key), "\(key) is empty", "write at least one line")
    }
    if lines.count > Self.linesMax {
      faults.add(
        fields.place(of: key), "\(key) has \(lines.count) lines, at most \(Self.linesMax) fit",
        "shorten it")
    }
    return lines
  }

  /// What fits on a screen and on a sheet; also what one digit can choose.
  private static let linesMax = 9

  /// Each window of days in which a reading counts has one reading in it.
  private func readings(
    _ kind: SkinTestKind, _ fields: Fields, _ faults: inout Faults
  ) -> [ReadingGuide] {
    var readings: [ReadingGuide] = []
    for node in fields.items("readings", &faults) {
      guard
        let reading = Fields(node, of: "a reading", required: ["day", "words"], &faults)
      else { continue }
      let text = reading.text("day", most: 3, &faults)
      guard let day = Int(text), String(day) == text, (0...365).contains(day) else {
        faults.add(
          reading.node("day")?.place ?? node.place, "the day is no number of days",
          "write 0 to 365, counted from the day of placing")
        continue
      }
      if let last = readings.last, last.day >= day {
        faults.add(node.place, "the reading is not after the one before it", "sort them by day")
      }
      readings.append(ReadingGuide(day: day, words: reading.text("words", most: 160, &faults)))
    }
    for window in kind.readingWindows
    where readings.count(where: { window.contains($0.day) }) != 1 {
      faults.add(
        fields.place(of: "readings"),
        window.count == 1
          ? "a \(kind.rawValue) test needs one reading on day \(window.lowerBound)"
          : "a \(kind.rawValue) test needs one reading on day \(window.lowerBound) or "
            + "\(window.upperBound)", "have exactly one there")
    }
    return readings
  }

  private func confounders(_ key: String, _ fields: Fields, _ faults: inout Faults)
    -> [ConfounderQuestion]
  {
    let items = fields.items(key, &faults)
    if items.count > Self.linesMax {
      faults.add(
        fields.place(of: key), "\(key) asks \(items.count) questions, at most \(Self.linesMax)",
        "ask fewer")
    }
    return items.compactMap { node in
      guard
        let fields = Fields(node, of: "a question", required: ["ask", "effect", "cite"], &faults)
      else { return nil }
      return ConfounderQuestion(
        ask: fields.text("ask", most: 72, &faults),
        effect: fields.text("effect", most: 160, &faults),
        cite: names.citations(fields, of: "the question", atLeast: 1, &faults))
    }
  }
}
