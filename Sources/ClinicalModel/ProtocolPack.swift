/// A checked protocol pack: everything the program knows about medicine.
public struct ProtocolPack: Hashable, Sendable {
  /// The pack's permanent name, such as `mesotherapy`.
  public let id: String
  /// Its version, as text.
  public let version: String
  /// `sha256:` and 64 hexadecimal digits over the pack's files.
  public let digest: String
  /// Its title for people.
  public let title: String
  /// Where it may be used, in words.
  public let jurisdiction: String
  /// Whether a clinician has approved it, in words.
  public let approval: String
  /// What the program is for and is not for; on every print.
  public let intendedUse: String
  /// The checklist, in order.
  public let sections: [Section]
  /// The rules, in the pack's order.
  public let rules: [Rule]
  /// What rules and questions cite.
  public let sources: [Source]
  /// The emergency screens.
  public let emergencies: [Emergency]
  /// Which options of a question carry more risk than others.
  public let riskOrders: [RiskOrder]
  /// Lists of which each further entry is a risk more.
  public let riskSets: [RiskSet]
  /// What it looks for among answers that cannot all be so.
  public let contradictions: ContradictionChecks
  /// What it says beside questions and rules.
  public let guidance: Guidance
  /// The clinic that uses it.
  public let clinic: ClinicDetails
  /// The clinic's overlay, if it is read with one.
  public let overlay: OverlayUse
  /// Its medicines, ingredients and allergens.
  public let tables: Tables
  /// How skin tests are placed and read.
  public let skinTests: SkinTestGuidance

  /// Every question, in the order of the checklist.
  public let questions: [Question]

  /// Where each question stands among them; it follows from the sections.
  package let places: [Question.ID: Int]

  /// A pack from its parts.
  public init(
    id: String, version: String, digest: String, title: String, jurisdiction: String,
    approval: String, intendedUse: String, sections: [Section], rules: [Rule],
    sources: [Source] = [], emergencies: [Emergency] = [], riskOrders: [RiskOrder] = [],
    riskSets: [RiskSet] = [], guidance: Guidance = .none, clinic: ClinicDetails = .notGiven,
    overlay: OverlayUse = .none,
    tables: Tables = .none, skinTests: SkinTestGuidance = .none,
    contradictions: ContradictionChecks = .pairs([])
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.title = title
    self.jurisdiction = jurisdiction
    self.approval = approval
    self.intendedUse = intendedUse
    self.sections = sections
    self.rules = rules
    self.sources = sources
    self.emergencies = emergencies
    self.riskOrders = riskOrders
    self.riskSets = riskSets
    self.guidance = guidance
    self.clinic = clinic
    self.overlay = overlay
    self.tables = tables
    self.skinTests = skinTests
    self.contradictions = contradictions
    let questions = sections.flatMap(\.questions)
    self.questions = questions
    places = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The pack with other rules; the digest stays that of the files.
  public func with(rules: [Rule]) -> ProtocolPack {
    ProtocolPack(
      id: id, version: version, digest: digest, title: title, jurisdiction: jurisdiction,
      approval: approval, intendedUse: intendedUse, sections: sections, rules: rules,
      sources: sources, emergencies: emergencies, riskOrders: riskOrders, riskSets: riskSets,
      guidance: guidance, clinic: clinic, overlay: overlay, tables: tables,
      skinTests: skinTests, contradictions: contradictions)
  }

  /// The pack as a clinic's overlay makes it; what an overlay cannot touch
  /// stays.
  public func with(
    _ overlay: AppliedOverlay, version: String, title: String, jurisdiction: String,
    sections: [Section], rules: [Rule], sources: [Source], emergencies: [Emergency],
    clinic: ClinicDetails, tables: Tables, contradictions: ContradictionChecks
  ) -> ProtocolPack {
    ProtocolPack(
      id: id, version: version, digest: digest, title: title, jurisdiction: jurisdiction,
      approval: approval, intendedUse: intendedUse, sections: sections, rules: rules,
      sources: sources, emergencies: emergencies, riskOrders: riskOrders, riskSets: riskSets,
      guidance: guidance, clinic: clinic, overlay: .applied(overlay), tables: tables,
      skinTests: skinTests, contradictions: contradictions)
  }

  /// The pack without the clinic's mixtures, which are names for ingredients of
  /// its tables and change no rule.
  public var withoutMixtures: ProtocolPack {
    guard !tables.mixtures.isEmpty else { return self }
    return ProtocolPack(
      id: id, version: version, digest: digest, title: title, jurisdiction: jurisdiction,
      approval: approval, intendedUse: intendedUse, sections: sections, rules: rules,
      sources: sources, emergencies: emergencies, riskOrders: riskOrders, riskSets: riskSets,
      guidance: guidance, clinic: clinic, overlay: overlay, tables: tables.with(mixtures: []),
      skinTests: skinTests, contradictions: contradictions)
  }

  /// The question with this name; nothing when the pack has none such.
  public func question(_ id: Question.ID) -> Question? { places[id].map { questions[$0] } }

  /// The rule with this name; nothing when the pack has none such.
  public func rule(_ id: Rule.ID) -> Rule? { rules.first { $0.id == id } }

  /// The source with this name; nothing when the pack has none such.
  public func source(_ id: Source.ID) -> Source? { sources.first { $0.id == id } }

  /// Every declared group, in the order of the checklist.
  public var groups: [QuestionGroup] { sections.flatMap(\.groups) }

  /// The section a question belongs to; nothing for a foreign question.
  public func section(of question: Question.ID) -> Section? {
    sections.first { $0.questions.contains { $0.id == question } }
  }
}

/// A full-screen text for the minute in which the interview stops.
public struct Emergency: Hashable, Sendable {
  /// A permanent name.
  public typealias ID = Identifier<Emergency>

  /// The screen's name.
  public let id: ID
  /// Its heading.
  public let title: String
  /// When the answers call for it.
  public let when: Condition
  /// What to do, one step per entry, in order.
  public let steps: [String]
  /// Its sources, by id.
  public let cite: [Source.ID]

  /// An emergency screen from its parts.
  public init(id: ID, title: String, when: Condition, steps: [String], cite: [Source.ID]) {
    self.id = id
    self.title = title
    self.when = when
    self.steps = steps
    self.cite = cite
  }
}
