// guidance.yaml: what a pack says beside its questions and rules.
//
//   request: [area, modality]                what was asked for, on the patient's sheet
//   private-options:                         of a private question only these stay private
//   - {question: medical-conditions, options: [mental-health]}
//   evidence:
//   - {text: "Experts disagree.", cite: [S0]}
//   red-flags:
//   - {title: "Call the clinic today", call: clinic, signs: ["Fever"], cite: [R12]}
//   aftercare-topics: [Sun]                  the order in which they are printed
//   aftercare:
//   - id: needle
//     title: "Needle"
//     when: "modality = syringe-needle"
//     cite: [S1]
//     advice:
//     - {topic: Sun, text: "Cover it for 14 days.", lasts: "14 days", note: "Sources: 2 to 14."}

import ClinicalModel

/// Reads `guidance.yaml`.
struct GuidanceReader {
  let names: PackNames
  /// The questions of the pack, as far as they could be read.
  let questions: [Question]

  private static let paragraphsMax = 20
  private static let groupsMax = 6
  private static let signsMax = 12
  private static let topicsMax = 20
  private static let sheetsMax = 20

  func guidance(_ root: DocumentNode, _ faults: inout Faults) -> Guidance {
    guard
      let file = Fields(
        root, of: "guidance.yaml", required: [],
        optional: [
          "request", "private-options", "evidence", "red-flags", "aftercare-topics", "aftercare",
        ], &faults)
    else { return .none }
    let topics = topics(file, &faults)
    let sheets = sheets(file, Set(topics.map(\.text)), &faults)
    let used = Set(sheets.flatMap(\.advice).map(\.topic))
    for topic in topics where !used.contains(topic.text) && !topic.text.isEmpty {
      faults.add(
        topic.place, "no sheet says anything on \(shown(topic.text))",
        "remove the topic or add advice on it")
    }
    return Guidance(
      evidence: bounded("evidence", of: file, most: Self.paragraphsMax, &faults)
        .compactMap { paragraph($0, &faults) },
      aftercare: sheets,
      redFlags: bounded("red-flags", of: file, most: Self.groupsMax, &faults)
        .compactMap { redFlags($0, &faults) },
      neverSay: [], aftercareTopics: topics.map(\.text), request: request(file, &faults),
      privateOptions: bounded("private-options", of: file, most: 20, &faults)
        .compactMap { privateOptions($0, &faults) })
  }

  /// The items of a list that is left out rather than empty.
  func bounded(
    _ key: String, of fields: Fields, most: Int, _ faults: inout Faults
  ) -> [DocumentNode] {
    let items = fields.items(key, &faults)
    guard fields.node(key)?.items != nil else { return [] }
    if items.isEmpty {
      faults.add(fields.place(of: key), "\(key) is empty", "add an entry or remove the key")
    } else if items.count > most {
      faults.add(
        fields.place(of: key), "\(key) has \(items.count) entries, at most \(most) are allowed",
        "shorten it")
    }
    return items
  }

  // MARK: Evidence and red flags

  private func paragraph(_ node: DocumentNode, _ faults: inout Faults) -> GuidanceText? {
    guard
      let fields = Fields(node, of: "a paragraph", required: ["text", "cite"], &faults)
    else { return nil }
    return GuidanceText(
      text: fields.text("text", most: 700, &faults),
      cite: names.citations(fields, of: "the paragraph", atLeast: 1, &faults))
  }

  private func redFlags(_ node: DocumentNode, _ faults: inout Faults) -> RedFlagGroup? {
    guard
      let fields = Fields(
        node, of: "a group of red flags", required: ["title", "call", "signs", "cite"], &faults)
    else { return nil }
    return RedFlagGroup(
      title: fields.text("title", most: 60, &faults),
      signs: bounded("signs", of: fields, most: Self.signsMax, &faults)
        .map { oneLine($0, of: "a sign", most: 120, &faults) },
      cite: names.citations(fields, of: "the group", atLeast: 1, &faults),
      call: fields.word("call", of: WhomToCall.allCases, default: .nobody, &faults))
  }

  // MARK: What the patient's sheet may tell

  private func request(_ file: Fields, _ faults: inout Faults) -> [Question.ID] {
    var unique = UniqueNames()
    return bounded("request", of: file, most: 20, &faults).map { node in
      let id = Question.ID(rawValue: oneLine(node, of: "a question", most: 64, &faults))
      unique.use(id.rawValue, of: "question of the request", at: node.place, &faults)
      if let question = question(id, at: node.place, &faults), question.privacy == .restricted {
        faults.add(
          node.place, "\(shown(id.rawValue)) is private and would stand on the patient's sheet",
          "leave it out")
      }
      return id
    }
  }

  private func privateOptions(_ node: DocumentNode, _ faults: inout Faults) -> PrivateOptions? {
    guard
      let fields = Fields(
        node, of: "an entry of private-options", required: ["question", "options"], &faults)
    else { return nil }
    let id = Question.ID(rawValue: fields.name("question", &faults))
    let place = fields.node("question")?.place ?? fields.place
    let nodes = bounded("options", of: fields, most: 40, &faults)
    let options = nodes.map {
      Option.ID(rawValue: oneLine($0, of: "an option", most: 64, &faults))
    }
    if let question = question(id, at: place, &faults) {
      if question.privacy != .restricted || question.kind != .multiple {
        faults.add(
          place, "\(shown(id.rawValue)) is not a private multiple choice",
          "name one, or remove the entry")
      }
      for (node, option) in zip(nodes, options) where question.option(option) == nil {
        faults.add(
          node.place, "\(shown(option.rawValue)) is not an option of \(shown(id.rawValue))",
          didYouMean(
            option.rawValue, question.options.map(\.id.rawValue), otherwise: "use one of them"))
      }
    }
    return PrivateOptions(question: id, options: options)
  }

  /// The question with this name; a missing one is a fault unless its file
  /// could not be read.
  private func question(_ id: Question.ID, at place: Place, _ faults: inout Faults) -> Question? {
    if let question = questions.first(where: { $0.id == id }) { return question }
    if case .all(let vocabulary) = names.questions, vocabulary[id] == nil, !id.rawValue.isEmpty {
      faults.add(
        place, "there is no question \(shown(id.rawValue))",
        didYouMean(id.rawValue, vocabulary.names, otherwise: "name a question of the pack"))
    }
    return nil
  }
}

// MARK: Aftercare

extension GuidanceReader {
  /// A topic stands in a column of the plain-text summary.
  private static let topicCharactersMax = 15

  private func topics(_ file: Fields, _ faults: inout Faults) -> [(text: String, place: Place)] {
    var unique = UniqueNames()
    return bounded("aftercare-topics", of: file, most: Self.topicsMax, &faults).map { node in
      let text = oneLine(node, of: "a topic", most: Self.topicCharactersMax, &faults)
      unique.use(text, of: "topic", at: node.place, &faults)
      return (text, node.place)
    }
  }

  private func sheets(_ file: Fields, _ topics: Set<String>, _ faults: inout Faults)
    -> [AftercareSheet]
  {
    var unique = UniqueNames()
    return bounded("aftercare", of: file, most: Self.sheetsMax, &faults).compactMap { node in
      guard
        let fields = Fields(
          node, of: "an aftercare sheet", required: ["id", "title", "when", "cite", "advice"],
          &faults)
      else { return nil }
      let id = fields.name("id", &faults)
      unique.use(id, of: "aftercare sheet", at: fields.node("id")?.place ?? node.place, &faults)
      var said = UniqueNames()
      return AftercareSheet(
        id: AftercareSheet.ID(rawValue: id), title: fields.text("title", most: 60, &faults),
        when: fields.node("when").map { names.condition($0, of: "when", &faults) } ?? .always,
        advice: bounded("advice", of: fields, most: Self.topicsMax, &faults)
          .compactMap { advice($0, topics, &said, &faults) },
        cite: names.citations(fields, of: "the sheet", atLeast: 1, &faults))
    }
  }

  private func advice(
    _ node: DocumentNode, _ topics: Set<String>, _ said: inout UniqueNames,
    _ faults: inout Faults
  ) -> AftercareAdvice? {
    guard
      let fields = Fields(
        node, of: "a line of aftercare", required: ["topic", "text"],
        optional: ["lasts", "note", "cite"], &faults)
    else { return nil }
    let topic = fields.text("topic", &faults)
    let place = fields.node("topic")?.place ?? fields.place
    said.use(topic, of: "advice on", at: place, &faults)
    if !topic.isEmpty, !topics.contains(topic) {
      faults.add(
        place, "\(shown(topic)) is not one of aftercare-topics",
        didYouMean(topic, topics.sorted(), otherwise: "add it there, at its place in the order"))
    }
    let text = fields.text("text", most: 300, &faults)
    return AftercareAdvice(
      topic: topic, text: text, note: fields.text("note", most: 300, &faults),
      term: term(fields, saidIn: text, &faults),
      cite: fields.has("cite") ? names.citations(fields, of: "the line", atLeast: 1, &faults) : [])
  }

  /// `48 hours`, `14 days`, `next day` or `none`.
  ///
  /// The time decides which of two lines is stricter, so it must be the time
  /// that the patient reads.
  private func term(_ fields: Fields, saidIn text: String, _ faults: inout Faults) -> AdviceTerm {
    guard let node = fields.node("lasts") else { return .always }
    let lasts = oneLine(node, of: "lasts", most: 20, &faults)
    if lasts.isEmpty { return .always }
    if lasts == "none" { return .hours(0) }
    guard let hours = hours(lasts) else {
      faults.add(
        node.place, "lasts is no time", "write it like 48 hours, 14 days, next day or none")
      return .always
    }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let time = lasts.split(separator: " ")
    let isSaid = words.indices.dropLast().contains { Array(words[$0...($0 + 1)]) == time }
    if !isSaid, !text.isEmpty {
      faults.add(
        node.place, "the text does not say \(shown(lasts))",
        "let the patient read the same time that lasts gives")
    }
    return .hours(hours)
  }

  private func hours(_ lasts: String) -> Int? {
    if lasts == "next day" { return 24 }
    let parts = lasts.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int(parts[0]), String(count) == parts[0],
      (1...365).contains(count)
    else { return nil }
    switch parts[1] {
    case "hours": return count
    case "days": return count * 24
    default: return nil
    }
  }
}
