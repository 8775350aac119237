import ClinicalModel

/// What comes of weighing one comparison.
enum WeighedLeaf {
  /// The answer tells, or the question does not apply.
  case settled(Truth)
  /// The answers to other questions, by place, tell.
  case settledBy(Truth, [Int])
  /// The answer is missing.
  case missing
  /// The answer speaks for it, but nobody knows whether the question applies.
  case gateOpen
  /// Other answers are missing, by place, and some speak for it.
  case missingOthers([Int], because: [Int])
}

/// What a condition can be weighed into.
protocol Weighed {
  associatedtype Combination: WeighedCombination where Combination.Result == Self

  static var always: Self { get }
  init(_ leaf: WeighedLeaf, of place: Int)
  static prefix func ! (_: Self) -> Self
}

/// The parts of an `and` or an `or`, put together one after another.
protocol WeighedCombination {
  associatedtype Result

  init(decisive: Truth)
  /// Whether further parts can change nothing.
  var isSettled: Bool { get }
  mutating func add(_ part: Result)
  var result: Result { get }
}

extension Truth: Weighed {
  static var always: Truth { .true }

  init(_ leaf: WeighedLeaf, of _: Int) {
    switch leaf {
    case .settled(let truth), .settledBy(let truth, _): self = truth
    case .missing, .gateOpen, .missingOthers: self = .unknown
    }
  }

  struct Combination: WeighedCombination {
    let decisive: Truth
    var result: Truth

    init(decisive: Truth) {
      self.decisive = decisive
      result = !decisive
    }

    var isSettled: Bool { result == decisive }

    mutating func add(_ part: Truth) {
      if part == decisive || part == .unknown { result = part }
    }
  }
}

/// A truth and what it rests on, by place.
struct IndexedAssessment {
  /// An answer that is missing, or a gate whose own answers are.
  enum Missing: Hashable {
    case answer(Int)
    case gate(Int)
  }

  let truth: Truth
  let because: [Int]
  let missing: [Missing]
}

extension IndexedAssessment: Weighed {
  static var always: IndexedAssessment { IndexedAssessment(truth: .true, because: [], missing: []) }

  init(_ leaf: WeighedLeaf, of place: Int) {
    switch leaf {
    case .settled(let truth): self.init(truth: truth, because: [place], missing: [])
    case .missing: self.init(truth: .unknown, because: [], missing: [.answer(place)])
    case .settledBy(let truth, let places):
      self.init(truth: truth, because: places, missing: [])
    case .missingOthers(let places, let because):
      self.init(truth: .unknown, because: because, missing: places.map { .answer($0) })
    case .gateOpen: self.init(truth: .unknown, because: [place], missing: [.gate(place)])
    }
  }

  static prefix func ! (assessment: Self) -> Self {
    IndexedAssessment(
      truth: !assessment.truth, because: assessment.because, missing: assessment.missing)
  }

  struct Combination: WeighedCombination {
    let decisive: Truth
    private var parts: [IndexedAssessment] = []

    init(decisive: Truth) { self.decisive = decisive }

    /// Every part that settles the whole is a reason of its own.
    var isSettled: Bool { false }

    mutating func add(_ part: IndexedAssessment) { parts.append(part) }

    var result: IndexedAssessment {
      let settling = parts.filter { $0.truth == decisive }
      if !settling.isEmpty {
        return IndexedAssessment(
          truth: decisive, because: once(settling.map(\.because)), missing: [])
      }
      let open = parts.filter { $0.truth == .unknown }
      guard open.isEmpty else {
        // What would fire under `or` is only what is open; under `and` the
        // parts that already hold are half of the reason.
        let reasons = decisive == .true ? open : parts
        return IndexedAssessment(
          truth: .unknown, because: once(reasons.map(\.because)),
          missing: once(open.map(\.missing)))
      }
      return IndexedAssessment(truth: !decisive, because: once(parts.map(\.because)), missing: [])
    }
  }
}
