import ClinicalModel
import NameSearch
import Testing

private let evidence = TableEvidence(grade: .unconfirmed, sources: ["general"])

private func medicine(
  _ id: Medicine.ID, also: [String] = [], brands: [String] = [], misspelt: [String] = []
) -> Medicine {
  Medicine(
    id: id, name: String(id.rawValue.map { $0 == "-" ? " " : $0 }), alternativeNames: also,
    brands: MedicineBrands(india: brands), misspellings: misspelt, classKey: "other",
    classTitle: "Something", bleeding: .none, reason: "It matters.", severity: .proceed,
    evidence: evidence)
}

/// Names with numbers, single letters and spellings known to be wrong.
private let names = TableNames(
  of: Tables(
    medicines: [
      medicine("tocopherol", also: ["vitamin E"], brands: ["Evion"], misspelt: ["evion 400"]),
      medicine("calcium", brands: ["Shelcal", "Shelcal 500"]),
      medicine("fish-oil", also: ["omega 3"]),
      medicine("coenzyme-q10"),
      medicine("vitamin-k"),
      medicine("levothyroxine", brands: ["Thyronorm"], misspelt: ["thyronom"]),
      medicine("emergency-pill", brands: ["Unwanted 72"]),
      medicine("evening-primrose-oil"),
      medicine("aspirin", brands: ["Ecosprin"]), medicine("clopidogrel"),
      medicine("gold-salt", also: ["gold"]),
    ],
    combinationBrands: [
      CombinationBrand(
        name: "Ecosprin AV", ingredients: ["aspirin", "clopidogrel"],
        medicines: ["aspirin", "clopidogrel"], keys: [], evidence: evidence)
    ],
    words: NameWords(
      forms: ["tablet", "tab", "capsule"], releases: ["od", "once", "daily"],
      units: ["mg", "mcg", "iu", "k", "ml"], suffixes: ["gold", "plus", "a"])))

@Suite struct NameReadingTests {
  private func meaning(_ text: String) -> [String] {
    names.medicines(named: text).map(\.id.rawValue)
  }

  @Test(arguments: [
    "Evion 400", "evion-400", "Evion400", "EVION 400 mg", "Evion 400 capsule once daily",
    "capsule Evion 400 IU", "400 Evion", "Evion vitamin E 400", "vitamin E (Evion)", "E vitamin",
  ])
  func `a listed wrong spelling never hides the right name that it holds`(_ typed: String) {
    #expect(meaning(typed) == ["tocopherol"])
  }

  @Test(arguments: [
    ("Shelcal 500", "calcium"), ("Shelcal 250 mg", "calcium"), ("shelcal-500 tab", "calcium"),
    ("omega 3 1000 mg", "fish-oil"), ("Omega-3 1000mg capsule", "fish-oil"),
    ("omega3", "fish-oil"), ("coenzyme Q10 100 mg", "coenzyme-q10"),
    ("co enzyme q 10 100 mg", "coenzyme-q10"), ("vitamin K 10 mg", "vitamin-k"),
    ("vitamin k 5 mg/ml", "vitamin-k"), ("Thyronorm 50 mcg", "levothyroxine"),
    ("50 mcg Thyronorm tablet od", "levothyroxine"), ("Unwanted 72 tab", "emergency-pill"),
    ("oil evening primrose", "evening-primrose-oil"), ("Ecosprin 75", "aspirin"),
    ("Ecosprin aspirin 75 mg", "aspirin"), ("Thyronorm (levothyroxine)", "levothyroxine"),
  ])
  func `strengths, doses, spaces and the order of words do not hide a name`(
    _ typed: String, _ id: String
  ) {
    #expect(meaning(typed) == [id])
  }

  @Test(arguments: [
    "Evian 400", "Evion Plus", "Unwanted 21", "omega 6", "coenzyme Q11", "vitamin",
    "vitamin E gold",
    "Thyronom", "thyronom 50 mcg", "aspirin clopidogrel", "Ecosprin gold", "Ecosprin A",
    "primrose evening", "aspirin and something",
  ])
  func `what is only alike, or holds more, stays unmatched`(_ typed: String) {
    #expect(meaning(typed).isEmpty)
  }

  @Test func `a brand that says its ingredients again is all of them`() {
    #expect(Set(meaning("Ecosprin AV aspirin clopidogrel")) == ["aspirin", "clopidogrel"])
    #expect(Set(meaning("Ecosprin AV aspirin")) == ["aspirin", "clopidogrel"])
  }

  @Test func `the picker offers the right name first and keeps what was typed`() throws {
    let first = try #require(
      names.suggestions(for: "Evion 400", in: .medicines).lines.first)
    #expect(first.manner == .whole)
    #expect(!first.asks)
    #expect(first.text == "Evion 400")
    #expect(first.meanings.map(\.id) == ["tocopherol"])
  }
}
