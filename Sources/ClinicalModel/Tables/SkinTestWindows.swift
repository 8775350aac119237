extension SkinTestKind {
  /// The days after placing on which a reading of this kind counts: one reading
  /// in each of them makes the test complete. Those of a patch test follow the
  /// guideline of the European Society of Contact Dermatitis (2015).
  public var readingWindows: [ClosedRange<Int>] {
    switch self {
    case .patch: [2...2, 3...4, 7...7]
    case .spot: [2...3, 7...7]
    case .prickIntradermal: [0...0]
    // The looks at it before that tell nothing of colour or scars.
    case .methodArea: [28...SkinTestFact.validDays]
    case .methodPuncture: [90...SkinTestFact.validDays]
    }
  }

  /// The day after placing on which the last reading is due.
  public var lastReadingDay: Int { readingWindows.last?.lowerBound ?? 0 }
}
