import ClinicalModel

/// One row of a table, its cells read by the names of their columns.
///
/// After a fault a stand-in is given back; tables with faults never leave the
/// reader.
struct TableRow {
  let sheet: TableSheet
  let index: Int

  /// The longest cell, in Unicode scalars.
  static let textMax = 600
  /// The most items of a list.
  static let itemsMax = 60

  /// Where a cell begins.
  func place(_ column: String) -> Place {
    sheet.place(row: index, column: sheet.column(column) ?? 0)
  }

  /// A cell as it stands; empty when the column is missing.
  func raw(_ column: String) -> String {
    sheet.column(column).map { sheet.text(row: index, column: $0) } ?? ""
  }

  /// A text that may be empty.
  func text(_ column: String, most: Int = textMax, _ faults: inout Faults) -> String {
    let text = raw(column)
    let length = text.utf8.count > most ? text.unicodeScalars.count : 0
    if length > most {
      faults.add(
        place(column), "\(column) has \(length) characters, at most \(most) are allowed",
        "shorten it")
    }
    return text
  }

  /// A text that must be there.
  func required(_ column: String, most: Int = textMax, _ faults: inout Faults) -> String {
    let text = text(column, most: most, &faults)
    if text.isEmpty { faults.add(place(column), "\(column) is empty", "write it") }
    return text
  }

  /// Items between semicolons; none of them empty, none twice.
  func list(_ column: String, _ faults: inout Faults) -> [String] {
    let text = raw(column)
    guard !text.isEmpty else { return [] }
    guard text.utf8.contains(UInt8(ascii: ";")) else { return [self.text(column, &faults)] }
    let items = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    if items.contains(where: { $0.isEmpty || $0.hasPrefix(" ") || $0.hasSuffix(" ") }) {
      faults.add(
        place(column), "\(column) has an empty item, or a space beside a semicolon",
        "write a;b without spaces")
    }
    if let twice = items.enumerated().first(where: { items[..<$0.offset].contains($0.element) }) {
      faults.add(place(column), "\(shown(twice.element)) is listed twice", "list it once")
    }
    if items.count > Self.itemsMax {
      faults.add(place(column), "\(column) has more than \(Self.itemsMax) items", "split the row")
    }
    return items
  }

  /// One of the words given; `absent` after a fault.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, or absent: Word, _ faults: inout Faults
  ) -> Word where Word.RawValue == String {
    let text = raw(column)
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    faults.add(
      place(column), "\(column) has no value \(shown(text))",
      didYouMean(text, words, otherwise: "use one of \(listed(words))"))
    return absent
  }

  /// A permanent name of small letters and digits, joined by single signs.
  func name(_ column: String, signs: String = "-", _ faults: inout Faults) -> String {
    let text = raw(column)
    guard !isTableName(text, signs: signs) else { return text }
    faults.add(
      place(column), "\(shown(text)) is no name for \(column)",
      "use small letters and digits, joined by single signs of \"\(signs)\"")
    return ""
  }

  /// `yes`, or nothing for no.
  func yes(_ column: String, _ faults: inout Faults) -> Bool {
    let text = raw(column)
    if !text.isEmpty, text != "yes" {
      faults.add(place(column), "\(column) is neither yes nor empty", "write yes or leave it empty")
    }
    return text == "yes"
  }

  /// `event: ...` where the row defers, and only there.
  func until(_ column: String, _ severity: Severity, _ faults: inout Faults) -> Until {
    let text = text(column, most: 200, &faults)
    guard severity == .defer else {
      if !text.isEmpty {
        faults.add(
          place(column), "the row has \(column) but does not defer",
          "leave \(column) empty or let the row defer")
      }
      return .notDeferred
    }
    let event = text.dropFirst("event:".count).drop { $0 == " " }
    guard text.hasPrefix("event:"), !event.isEmpty else {
      faults.add(
        place(column), "the row defers but does not say until when",
        "write event: and what must happen first")
      return .notDeferred
    }
    return .event(String(event))
  }

  /// The columns `evidence`, `sources` and, where there is one, `decided_here`.
  func evidence(_ names: PackNames, _ faults: inout Faults) -> TableEvidence {
    let grade: EvidenceGrade = word("evidence", or: .unconfirmed, &faults)
    let sources = list("sources", &faults).map { Source.ID(rawValue: $0) }
    if sources.isEmpty {
      faults.add(
        place("sources"), "the row names no source", "name its sources; general for none")
    }
    if case .all(let known) = names.sources {
      for source in sources where !known.contains(source) {
        faults.add(
          place("sources"), "there is no source \(shown(source.rawValue))",
          didYouMean(
            source.rawValue, known.map(\.rawValue),
            otherwise: "add it to sources.yaml or cite one that is there"))
      }
    }
    let decided = sheet.column("decided_here") != nil && yes("decided_here", &faults)
    return TableEvidence(grade: grade, sources: sources, isDecidedHere: decided)
  }
}

/// Whether a text is a permanent name of a table: words of small letters and
/// digits, joined by single signs, at most 96 characters.
func isTableName(_ text: String, signs: String) -> Bool {
  guard (1...96).contains(text.utf8.count) else { return false }
  let signs = Array(signs.utf8)
  var joined = true
  for byte in text.utf8 {
    if (97...122).contains(byte) || (48...57).contains(byte) {
      joined = false
    } else if signs.contains(byte), !joined {
      joined = true
    } else {
      return false
    }
  }
  return !joined
}
