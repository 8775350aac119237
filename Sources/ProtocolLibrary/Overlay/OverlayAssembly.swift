import ClinicalModel

/// What an overlay adds, and where it goes in the checklist.
struct OverlayAdditions {
  private let reader: AdditionReader
  private let files: OverlayFiles
  private var added: [AddedQuestions] = []
  /// New sections, each with the path that gives its place.
  private var sections: [(path: String, section: Section)] = []
  private(set) var rules: [Rule] = []
  private(set) var emergencies: [Emergency] = []
  private(set) var contradictions: [Contradiction] = []

  init(reader: AdditionReader, _ files: OverlayFiles) {
    self.reader = reader
    self.files = files
  }

  /// Every question that is added.
  var questionIDs: [Question.ID] {
    added.flatMap(\.questions).map(\.id) + sections.flatMap(\.section.questions).map(\.id)
  }

  mutating func read(_ faults: inout Faults) {
    var sectionNames = UniqueNames()
    var groupNames = UniqueNames()
    var questionNames = UniqueNames()
    var ruleNames = UniqueNames()
    let sectionReader = SectionReader(names: reader.names)
    for part in files.sections {
      guard let root = part.root else { continue }
      if AdditionReader.addsToSection(root) {
        let questions = reader.questions(
          root, fileName: part.path.name, &questionNames, &faults)
        if let questions { added.append(questions) }
      } else if let section = sectionReader.section(
        root, fileName: part.path.name, &sectionNames, &groupNames, &questionNames, &faults)
      {
        sections.append((part.path.path, section))
      }
    }
    let ruleReader = RuleReader(names: reader.names)
    for part in files.subjects {
      guard let root = part.root else { continue }
      rules += ruleReader.rules(root, fileName: part.path.name, &ruleNames, &faults)
    }
    if let root = files.emergencies {
      emergencies = EmergencyReader(names: reader.names).emergencies(root, &faults)
    }
    if let root = files.contradictions {
      contradictions = ContradictionReader(names: reader.names).contradictions(root, &faults)
    }
    // No question of the pack asks for an added one, so a round can only lie
    // among these.
    faults.addGateCycles(
      among: added.flatMap(\.questions) + sections.flatMap(\.section.questions), with: .none,
      at: .gatePlaces(in: files.sections.compactMap(\.root)))
  }

  /// The checklist: the pack's sections with what is raised in them and added
  /// to them, and the new sections where their file's name puts them.
  func sections(
    of pack: ProtocolPack, files base: PackFiles, raised: [Question.ID: Question],
    excludingBy rules: [Rule]
  ) -> [Section] {
    let excluding = Excluding(pack, rules, raised)
    var paths: [Section.ID: String] = [:]
    for path in base.files.map({ PackPath($0.path) }) where path.kind == .section {
      paths[Section.ID(rawValue: path.name)] = path.path
    }
    let own = pack.sections.map { section in
      (
        path: paths[section.id] ?? "",
        section: section.with(
          groups: section.groups.filter { !excluding.newly($0) },
          questions: inserted(into: section.questions.map { raised[$0.id] ?? $0 }, section.id))
      )
    }
    return (own + sections).enumerated().sorted { first, second in
      (first.element.path, first.offset) < (second.element.path, second.offset)
    }.map(\.element.section)
  }

  private func inserted(into questions: [Question], _ section: Section.ID) -> [Question] {
    var questions = questions
    // Backwards, so that of two files that name the same question the first
    // comes first.
    for part in added.reversed() where part.section == section {
      if let after = part.after, let place = questions.firstIndex(where: { $0.id == after }) {
        questions.insert(contentsOf: part.questions, at: place + 1)
      }
    }
    let atEnd = added.filter { $0.section == section && $0.after == nil }
    return questions + atEnd.flatMap(\.questions)
  }
}

/// Which questions can exclude a patient by themselves.
///
/// No such question may be denied as one of a group: one key for several
/// answers is too quick a hand for what excludes. Where an overlay makes a
/// member of a group exclude, its questions are asked one by one.
private struct Excluding {
  private let before: Set<Question.ID>
  private let after: Set<Question.ID>

  init(_ pack: ProtocolPack, _ rules: [Rule], _ raised: [Question.ID: Question]) {
    before = Self.questions(pack.rules, pack.questions)
    after = Self.questions(rules, pack.questions.map { raised[$0.id] ?? $0 })
  }

  private static func questions(_ rules: [Rule], _ questions: [Question]) -> Set<Question.ID> {
    Set(rules.filter { $0.severity == .doNotTreat }.flatMap(\.when.questions))
      .union(questions.filter { $0.onUnknown == .finding(.doNotTreat) }.map(\.id))
  }

  func newly(_ group: QuestionGroup) -> Bool {
    group.members.contains { after.contains($0) && !before.contains($0) }
  }
}
