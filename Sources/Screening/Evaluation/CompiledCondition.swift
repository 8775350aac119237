import ClinicalModel

/// A condition with its ids resolved: each question by its place in the
/// checklist, each list of options as bits, the parts in the order they are
/// written.
///
/// ```
/// device = roller and not days(filler-date) < 180
///   0 and  end 4
///   1   leaf place 7, options 0b10
///   2   not  end 4
///   3     leaf place 5, days < 180
/// ```
///
/// A pack is evaluated millions of times to be proven, which takes half the time
/// so. Nothing here refers to a name but the few that the pack does not have.
package struct CompiledCondition: Sendable {
  /// One part; the parts below it follow it at once.
  struct Node {
    let kind: Kind
    /// The node after the last part below it.
    var end: Int
  }

  enum Kind {
    case always
    case leaf(place: Int, Test)
    /// A test of lists, by its place in `lists`.
    case list(place: Int, Int)
    case and
    case or
    case not
  }

  /// What a leaf asks of one answer. Options are bits in `words`, from this
  /// place on.
  enum Test {
    case isAny(words: Int)
    case isNot(words: Int)
    case hasAny(words: Int)
    case current
    case compare(Number, Comparison, Quantity)
  }

  /// Which number of an answer is compared.
  enum Number {
    case number
    case age
    case days
    case daysUntil
  }

  private(set) var nodes: [Node] = []
  private(set) var words: [UInt64] = []
  /// Tests of lists, as they are written.
  private(set) var lists: [ListTest] = []
  /// Questions that the pack does not have; their places follow the others.
  private(set) var foreign: [Question.ID] = []

  /// Compiles a condition.
  init(_ condition: Condition, in index: PackIndex) { add(condition, index) }

  private mutating func add(_ condition: Condition, _ index: PackIndex) {
    let start = nodes.count
    switch condition {
    case .always: append(.always)
    case .isAny(let id, let options):
      append(.leaf(place: place(id, index), .isAny(words: bits(options, of: id, index))))
    case .isNot(let id, let option):
      append(.leaf(place: place(id, index), .isNot(words: bits([option], of: id, index))))
    case .hasAny(let id, let options):
      append(.leaf(place: place(id, index), .hasAny(words: bits(options, of: id, index))))
    case .current(let id): append(.leaf(place: place(id, index), .current))
    case .compare(let measure, let comparison, let limit):
      append(
        .leaf(place: place(measure.question, index), .compare(Number(measure), comparison, limit)))
    case .list(let test):
      let main = test.subjects.first?.question ?? ListSubject.readings.question
      append(.list(place: place(main, index), lists.count))
      lists.append(test)
    // Only a test of one entry asks this, and that is not compiled.
    case .entry: append(.leaf(place: place("entry", index), .current))
    case .and(let parts):
      append(.and)
      for part in parts { add(part, index) }
    case .or(let parts):
      append(.or)
      for part in parts { add(part, index) }
    case .not(let part):
      append(.not)
      add(part, index)
    }
    nodes[start].end = nodes.count
  }

  private mutating func append(_ kind: Kind) { nodes.append(Node(kind: kind, end: 0)) }

  private mutating func place(_ id: Question.ID, _ index: PackIndex) -> Int {
    if let place = index.places[id] { return place }
    if let known = foreign.firstIndex(of: id) { return index.questions.count + known }
    foreign.append(id)
    return index.questions.count + foreign.count - 1
  }

  /// Options that the question does not have set no bit: no answer marks them.
  private mutating func bits(_ options: [Option.ID], of id: Question.ID, _ index: PackIndex) -> Int
  {
    let start = words.count
    if let place = index.places[id] {
      words += OptionBits.words(options, of: index.questions[place])
    }
    return start
  }
}

extension CompiledCondition.Number {
  fileprivate init(_ measure: Measure) {
    switch measure {
    case .number: self = .number
    case .age: self = .age
    case .days: self = .days
    case .daysUntil: self = .daysUntil
    }
  }
}

/// Options of a question as bits, 64 to a word.
enum OptionBits {
  /// How many words hold the options of a question.
  static func wordCount(_ question: Question) -> Int { (question.options.count + 63) / 64 }

  /// The words in which the bits of these options are set.
  static func words(_ options: [Option.ID], of question: Question) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: wordCount(question))
    set(options, of: question, in: &words, from: 0)
    return words
  }

  /// Sets the bits of these options in words that begin at a place.
  static func set(
    _ options: [Option.ID], of question: Question, in words: inout [UInt64], from start: Int
  ) {
    for option in options {
      guard let bit = question.options.firstIndex(where: { $0.id == option }) else { continue }
      words[start + bit / 64] |= 1 << UInt64(bit % 64)
    }
  }
}
