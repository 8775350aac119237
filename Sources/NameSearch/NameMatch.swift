/// What kind of name a table gives a thing; in the order in which they count.
package enum NameKind: Int, CaseIterable, Hashable, Sendable {
  /// A brand with several ingredients.
  case combinationBrand
  /// The name itself.
  case name
  /// Another name for the same.
  case alternativeName
  /// A brand.
  case brand
  /// A brand that no source confirms yet.
  case unconfirmedBrand
  /// A spelling that is known to be wrong.
  case misspelling
}

/// How a typed text led to a name.
package enum MatchManner: Hashable, Sendable {
  /// It is the name.
  case whole
  /// The name begins with it.
  case beginning
  /// A later word of the name begins with it.
  case laterWord
  /// It names the class, in these words.
  case memberOfClass(String)
  /// It is a spelling known to be wrong, or the beginning of one.
  case misspelling(String)
  /// It differs by so many letters.
  case similar(letters: Int)
  /// It sounds alike.
  case soundsAlike
  /// It is one of the words typed.
  case within
}

/// One thing that a typed text may mean.
package struct NameMatch<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The name as the table writes it; for a misspelling, the wrong one.
  package let name: String
  /// What kind of name it is.
  package let kind: NameKind
  /// Everything it stands for; several where the name has several meanings or
  /// is a combination.
  package let items: [Item]
  /// How the text led to it.
  package let manner: MatchManner
  /// Names of other content that go on where this one ends, such as "Atorva
  /// Gold" after "Atorva"; at most eight. Not empty: the box must be read.
  package let family: [String]

  /// Whether a person must say "yes, that is meant" before it counts.
  package var needsConfirmation: Bool {
    switch manner {
    case .whole, .beginning, .laterWord, .memberOfClass: kind == .unconfirmedBrand
    case .misspelling, .similar, .soundsAlike, .within: true
    }
  }
}

/// What is known about a whole typed text.
package enum NameNotice: Hashable, Sendable {
  /// Nothing beyond the matches.
  case nothing
  /// A known name with more words after it: other ingredients, so not that
  /// name.
  case goesOn(after: String)
  /// More was typed than any name has.
  case tooLong
}

/// What a search found.
package struct NameFindings<Item: Hashable & Sendable>: Hashable, Sendable {
  /// What the text may mean, the best first.
  package let matches: [NameMatch<Item>]
  /// What is known about the whole text.
  package let notice: NameNotice
}

/// What a name in a file of answers means, by exact steps only.
package enum NameResolution<Item: Hashable & Sendable>: Hashable, Sendable {
  /// All of its meanings; never empty.
  case matched([Item])
  /// Nothing exact: it stays as text and raises its finding.
  case unmatched(NameNotice)
}
