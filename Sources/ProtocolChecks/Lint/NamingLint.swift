import ClinicalModel
import Screening

/// Things that cannot be told apart, and options that cannot be chosen.
func namingFindings(of pack: CompiledPack) -> [LintFinding] {
  let titles = pack.rules.map { ($0.title, PackSpot(.rule($0.id), "title")) }
  let labels = pack.questions.map { ($0.label, PackSpot(.question($0.id), "label")) }
  let asks = pack.questions.map { ($0.ask, PackSpot(.question($0.id), "ask")) }
  let screens = pack.emergencies.map { ($0.title, PackSpot(.emergency($0.id), "title")) }
  let sections = pack.sections.map { ($0.title, PackSpot(.section($0.id), "title")) }
  let shorts = pack.sections.map { ($0.short, PackSpot(.section($0.id), "short")) }
  let groups = pack.groups.map { ($0.label, PackSpot(.group($0.id), "label")) }
  return repeated(titles, "another rule has the title")
    + repeated(labels + groups, "something else has the label")
    + repeated(asks, "another question asks")
    + repeated(screens, "another emergency screen has the title")
    + repeated(sections, "another section has the title")
    + repeated(shorts, "another section has the short name")
    + sameRules(pack) + pack.questions.flatMap(optionFindings)
}

private func repeated(_ texts: [(text: String, spot: PackSpot)], _ words: String) -> [LintFinding] {
  var first: [String: PackSpot] = [:]
  return texts.compactMap { text, spot in
    let key = text.lowercased()
    defer { first[key] = first[key] ?? spot }
    guard let earlier = first[key] else { return nil }
    return LintFinding(
      .duplicate, at: spot, "\(words) \(quoted(text))", witness: .words(earlier.words),
      related: [.init(earlier, "the same words")], "give one of the two other words")
  }
}

/// Two rules that hold for the same patients and weigh the same say one thing
/// twice.
private func sameRules(_ pack: CompiledPack) -> [LintFinding] {
  struct Key: Hashable {
    let condition: Condition
    let severity: Severity
  }
  var first: [Key: Rule.ID] = [:]
  return pack.rules.compactMap { rule in
    let key = Key(condition: rule.when.ordered, severity: rule.severity)
    defer { first[key] = first[key] ?? rule.id }
    guard let earlier = first[key] else { return nil }
    return LintFinding(
      .duplicate, at: PackSpot(.rule(rule.id), "when"),
      "the rule \(quoted(rule.id)) says what \(quoted(earlier)) says",
      witness: .words("both: \(rule.when), \(rule.severity.rawValue)"),
      related: [.init(PackSpot(.rule(earlier), "when"), "the other rule")],
      "join them, with both citations")
  }
}

/// As many options as there are keys to choose them with.
private let optionKeysMax = 29

/// Words that join conditions: as an option's name nobody could read them
/// rightly.
private let reservedWords: Set<String> = ["and", "has", "has-any", "in", "not", "or"]

private func optionFindings(of question: Question) -> [LintFinding] {
  let part = PackSpot.Part.question(question.id)
  var labels: [String: Option.ID] = [:]
  var names: [String: Option.ID] = [:]
  func other(_ option: Option.ID) -> LintFinding.RelatedSpot {
    .init(PackSpot(part, "options", .key(option.rawValue)), "the other option")
  }
  var findings = question.options.flatMap { option -> [LintFinding] in
    let spot = PackSpot(part, "options", .key(option.id.rawValue))
    let label = option.label.lowercased()
    let name = option.id.rawValue.lowercased()
    defer {
      labels[label] = labels[label] ?? option.id
      names[name] = names[name] ?? option.id
    }
    var found: [LintFinding] = []
    if let earlier = labels[label] {
      found.append(
        LintFinding(
          .duplicate, at: spot,
          "the options \(quoted(earlier)) and \(quoted(option.id)) read alike",
          witness: .words(quoted(option.label)),
          related: [other(earlier)], "give one of the two another label"))
    }
    if let earlier = names[name] {
      found.append(
        LintFinding(
          .optionClash, at: spot,
          "the options \(quoted(earlier)) and \(quoted(option.id)) differ in capitals only",
          related: [other(earlier)], "give one of the two another name"))
    }
    if reservedWords.contains(name) {
      found.append(
        LintFinding(
          .optionClash, at: spot,
          "the option \(quoted(option.id)) is a word of the condition language",
          "give the option another name"))
    }
    return found
  }
  let keyed = question.options.count { question.kind == .single || $0.id != Option.none }
  if keyed > optionKeysMax {
    findings.append(
      LintFinding(
        .optionClash, at: PackSpot(part, "options"),
        "\(quoted(question.id)) has \(keyed) options, but there are keys for \(optionKeysMax)",
        "split the question"))
  }
  return findings
}

extension Condition {
  /// The condition with its parts and options in one order, however written.
  fileprivate var ordered: Condition {
    switch self {
    case .always, .isNot, .current, .compare, .list, .entry: self
    case .isAny(let id, let options): .isAny(id, options.sorted { $0.rawValue < $1.rawValue })
    case .hasAny(let id, let options): .hasAny(id, options.sorted { $0.rawValue < $1.rawValue })
    case .and(let parts):
      .and(parts.map(\.ordered).sorted { $0.description < $1.description })
    case .or(let parts): .or(parts.map(\.ordered).sorted { $0.description < $1.description })
    case .not(let part): .not(part.ordered)
    }
  }
}

extension PackSpot {
  /// Whose it is, for a message: `the rule "pregnant"`.
  var words: String {
    switch part {
    case .pack: "the pack"
    case .section(let id): "the section \(quoted(id))"
    case .question(let id): "the question \(quoted(id))"
    case .group(let id): "the group \(quoted(id))"
    case .rule(let id): "the rule \(quoted(id))"
    case .emergency(let id): "the emergency screen \(quoted(id))"
    case .contradiction(let id): "the contradiction \(quoted(id))"
    case .riskOrder(let id): "the order of risk of \(quoted(id))"
    case .source(let id): "the source \(quoted(id))"
    case .guidance: "the guidance"
    case .skinTests: "the guidance on skin tests"
    case .wording: "the words never said"
    case .tableFinding(let kind): "the findings \(quoted(kind.rawValue))"
    case .row(let table, let cells): "the row \(quoted(cells.joined(separator: " "))) of \(table)"
    }
  }
}
