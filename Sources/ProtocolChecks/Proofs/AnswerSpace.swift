import ClinicalModel

/// Every combination of some answers, counted like the digits of a number.
///
/// In a whole space the first answer of every domain is that nobody has asked,
/// so combination 0 is the patient of whom nothing is known.
struct AnswerSpace {
  let domains: [AnswerDomain]
  /// How many combinations there are.
  let count: Int
  /// How far apart two combinations lie that differ by one in a domain.
  let strides: [Int]

  /// Every combination; nothing when there are more than `most`.
  init?(_ domains: [AnswerDomain], most: Int) {
    var strides: [Int] = []
    var count = 1
    for domain in domains.reversed() {
      strides.append(count)
      let (product, overflow) = count.multipliedReportingOverflow(by: domain.values.count)
      guard !overflow, product <= most else { return nil }
      count = product
    }
    self.domains = domains
    self.count = count
    self.strides = strides.reversed()
  }

  /// Which answer of a domain a combination holds.
  func digit(_ domain: Int, of combination: Int) -> Int {
    combination / strides[domain] % domains[domain].values.count
  }

  /// The answer of a combination to the question of a domain.
  func answer(_ domain: Int, of combination: Int) -> Answer {
    domains[domain].values[digit(domain, of: combination)]
  }

  /// The answers of a combination.
  func answers(_ combination: Int) -> Answers {
    var answers = Answers()
    for domain in domains.indices {
      answers[domains[domain].question] = answer(domain, of: combination)
    }
    return answers
  }

  /// The same answers, put in the other way round.
  func answersBackwards(_ combination: Int) -> Answers {
    var answers = Answers()
    for domain in domains.indices.reversed() {
      answers[domains[domain].question] = answer(domain, of: combination)
    }
    return answers
  }

  /// How many questions a combination answers, if only by "unsure".
  func askedCount(_ combination: Int) -> Int {
    domains.indices.count { answer($0, of: combination) != .unknown(.notAsked) }
  }

  /// Of several combinations the one with the fewest answers, then the first.
  func smallest(_ combinations: some Sequence<Int>) -> Int? {
    combinations.min { (askedCount($0), $0) < (askedCount($1), $1) }
  }

  /// Whether `later` is `earlier` with more known: what was not known has been
  /// answered, if only by "unsure", and what was known has stayed.
  func completes(_ later: Int, _ earlier: Int) -> Bool {
    domains.indices.allSatisfy { domain in
      let before = digit(domain, of: earlier)
      let after = digit(domain, of: later)
      return after == before || domains[domain].answersLater(before).contains(after)
    }
  }

  /// Folds into each combination what holds for any of its completions.
  ///
  /// One domain at a time: with all of them done, every completion has been
  /// reached by a path of single answers.
  func foldCompletions<Value>(into values: inout [Value], _ merge: (inout Value, Value) -> Void) {
    for (place, domain) in domains.enumerated() where domain.unknownCount > 0 {
      // Backwards, so that "not asked" also sees what "unsure" has seen.
      for combination in stride(from: count - 1, through: 0, by: -1) {
        let own = digit(place, of: combination)
        for later in domain.answersLater(own) {
          merge(&values[combination], values[combination + (later - own) * strides[place]])
        }
      }
    }
  }
}

extension AnswerDomain {
  /// Which answers may follow one: any after "not asked", values after
  /// "unsure" or "declined", none after a value.
  func answersLater(_ digit: Int) -> Range<Int> {
    guard digit < unknownCount else { return 0..<0 }
    return (digit == 0 ? 1 : unknownCount)..<values.count
  }
}
