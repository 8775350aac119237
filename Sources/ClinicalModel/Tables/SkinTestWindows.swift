extension SkinTestKind {
  /// How long a negative test answers its question (policy; an overlay may only
  /// shorten it).
  public static let validDays = 365

  /// The days after placing on which a reading of this kind counts: one reading
  /// in each of them makes the test complete. Those of a patch test follow the
  /// guideline of the European Society of Contact Dermatitis (2015).
  public var readingWindows: [ClosedRange<Int>] {
    switch self {
    case .patch: [2...2, 3...4, 7...7]
    case .spot: [2...3, 7...7]
    case .prickIntradermal: [0...0]
    // The looks at it before that tell nothing of colour or scars.
    case .methodArea: [28...Self.validDays]
    case .methodPuncture: [90...Self.validDays]
    }
  }

  /// The day after placing on which the last reading is due.
  public var lastReadingDay: Int { readingWindows.last?.lowerBound ?? 0 }
}
