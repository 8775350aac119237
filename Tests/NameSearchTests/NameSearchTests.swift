import ClinicalModel
import NameSearch
import TableTesting
import Testing

@Suite struct NameSearchTests {
  let names = smallTables.medicineNames()

  private func matched(_ text: String) -> [String] {
    guard case .matched(let items) = names.resolve(text) else { return [] }
    return items.map(\.rawValue)
  }

  private func offered(_ text: String, reason: String = "") -> [NameMatch<Medicine.ID>] {
    names.search(text, reason: reason).matches
  }

  @Test func `a combination brand is never its beginning alone`() {
    #expect(matched("Atorva") == ["atorvastatin"])
    #expect(matched("Atorva Gold") == ["aspirin", "atorvastatin", "clopidogrel"])
    #expect(matched("ATORVA-GOLD 10 mg tablets") == ["aspirin", "atorvastatin", "clopidogrel"])
    #expect(matched("atorvagold") == ["aspirin", "atorvastatin", "clopidogrel"])
    #expect(offered("Atorva Gold").first?.manner == .whole)
  }

  @Test(arguments: [
    "gold", "cv", "a", "as", "asp", "plus", "forte", "h", "ht", "am", "m", "p", "XYZ", "b", "c2",
  ])
  func `a known brand with more words after it stays unmatched`(_ suffix: String) {
    #expect(names.resolve("Ecosprin \(suffix)") == .unmatched(.goesOn(after: "Ecosprin")))
    let findings = names.search("Ecosprin \(suffix)")
    #expect(findings.notice == .goesOn(after: "Ecosprin"))
    #expect(!findings.matches.contains { $0.items == ["aspirin"] })
  }

  @Test func `a suffix written on to a brand does not make it that brand`() {
    #expect(names.resolve("EcosprinA") == .unmatched(.goesOn(after: "Ecosprin")))
    #expect(!offered("EcosprinA").contains { $0.items == ["aspirin"] })
    #expect(!offered("Ecospren A").contains { $0.items == ["aspirin"] })
  }

  @Test func `forms, strengths, accents and case do not matter`() {
    for text in [
      "warfarin", "WARFARIN", "Wárfarïn", "warfarin 5mg", "Warfarin 5 mg tab.", "  warfarin\t",
      "warfarin sodium", "Coumadin", "Tab Coumadin 2.5 mg", "Coumadin SR", "warfarin tab2",
    ] { #expect(matched(text) == ["warfarin"], "\(text)") }
  }

  @Test func `digits that belong to a name tell it apart`() {
    #expect(matched("vitamin B12") == ["vitamin-b12"])
    #expect(matched("Vitamin B12 1500 mcg") == ["vitamin-b12"])
    #expect(matched("vitamin B15") == [])
    #expect(matched("vitamin B") == [])
  }

  @Test func `a name with several meanings contributes all of them`() {
    #expect(matched("Telma") == ["telmisartan", "hydrochlorothiazide"])
    #expect(Set(matched("the pill")) == ["pill-one", "pill-two"])
    #expect(offered("Telma").first?.items == ["telmisartan", "hydrochlorothiazide"])
  }

  @Test func `a misspelling asks and is never an answer`() {
    #expect(matched("warferin") == [])
    let match = offered("warferin").first
    #expect(match?.items == ["warfarin"])
    #expect(match?.manner == .misspelling("warferin"))
    #expect(match?.needsConfirmation == true)
  }

  @Test func `six and seven letters may differ by one, eight and more by two`() {
    // Seven letters, one left out.
    #expect(offered("wafarin").first?.manner == .similar(letters: 1))
    // Seven letters, two different.
    #expect(offered("wafaren").isEmpty)
    // Eight letters, two different.
    #expect(offered("warparim").first?.manner == .similar(letters: 2))
    // Two neighbours swapped count once.
    #expect(offered("asprin").contains { $0.items == ["aspirin"] })
    #expect(offered("warafrin").first?.manner == .similar(letters: 1))
    #expect(offered("warafrin").allSatisfy { $0.needsConfirmation })
  }

  @Test(arguments: ["telm", "telmo", "tlema", "etlma", "tema", "wafrn"])
  func `five letters or fewer are never guessed at`(_ text: String) {
    #expect(
      !offered(text).contains {
        if case .similar = $0.manner { true } else { false }
      })
  }

  @Test func `names are found as they are heard, and ask`() {
    for (text, item) in [
      ("diklofenak", "diclofenac"), ("furosemid", "furosemide"),
      ("difenhidramin", "diphenhydramine"),
      ("diazepem", "diazepam"), ("oestradiol", "estradiol"), ("omeprazzole", "omeprazole"),
    ] {
      let match = offered(text).first
      #expect(match?.items == [Medicine.ID(rawValue: item)], "\(text)")
      #expect(match?.needsConfirmation == (match?.manner != .beginning), "\(text)")
    }
    #expect(
      offered("difenhidramin").first?.manner == .soundsAlike)
  }

  @Test func `typing the class lists its members`() {
    let members = offered("anticoag").filter {
      if case .memberOfClass = $0.manner { true } else { false }
    }
    #expect(Set(members.flatMap(\.items)) == ["warfarin", "apixaban"])
    #expect(offered("vitamin k antag").first?.items == ["warfarin"])
    #expect(offered("vitamin k antag").first?.manner == .memberOfClass("Vitamin K antagonist"))
  }

  @Test func `typing shows names that begin so, right ones before wrong ones`() {
    #expect(offered("warf").map(\.items) == [["warfarin"]])
    #expect(offered("warf").first?.manner == .beginning)
    #expect(offered("warf").first?.needsConfirmation == false)
    #expect(offered("a").count > 3)
    #expect(names.search("a", limit: 2).matches.count == 2)
    #expect(names.search("a", limit: 0).matches.isEmpty)
  }

  @Test(arguments: ["had a heart attack", "STENT 2024", "after a clot", "strokes"])
  func `a reason of the heart or a clot brings blood thinners first`(_ reason: String) {
    #expect(offered("a").first?.items != ["apixaban"])
    #expect(offered("a", reason: reason).first?.items == ["apixaban"])
    #expect(offered("a", reason: reason).dropFirst().first?.items.contains("aspirin") == true)
    #expect(offered("a", reason: "headache").first?.items == offered("a").first?.items)
  }

  @Test func `a brand that others go on from says so`() {
    #expect(offered("Atorva").first?.family == ["Atorva Gold"])
    #expect(offered("warfarin").first?.family == [])
  }

  @Test func `a brand that no source confirms asks, and still counts in a file`() {
    #expect(matched("Uniwarfin") == ["warfarin"])
    #expect(offered("Uniwarfin").first?.needsConfirmation == true)
  }

  @Test func `generic names among other words are offered, brands are not`() {
    #expect(matched("warfarin and apixaban") == [])
    let found = offered("warfarin and apixaban")
    #expect(Set(found.map(\.items)) == [["warfarin"], ["apixaban"]])
    #expect(found.allSatisfy { $0.needsConfirmation && $0.manner == .within })
    #expect(offered("old Ecosprin box").isEmpty)
  }

  @Test(arguments: [
    "", " ", "\t\n", "--", "+", "12", "5 mg", "tablet", "\u{1B}[31m", "\u{0}", "\u{202E}",
    "वारफेरिन", "🩸",
  ])
  func `what is no name matches nothing`(_ text: String) {
    #expect(names.resolve(text) == .unmatched(.nothing))
    #expect(!offered(text).contains { $0.manner == .whole })
  }

  @Test func `very long text is no name and is not searched`() {
    let text = String(repeating: "warfarin ", count: 10_000)
    #expect(names.resolve(text) == .unmatched(.tooLong))
    #expect(names.search(text).notice == .tooLong)
    #expect(names.search(text).matches.isEmpty)
    let one = String(repeating: "a", count: 160)
    #expect(names.resolve(one) == .unmatched(.nothing))
  }

  @Test func `control characters inside a name part it`() {
    #expect(matched("Atorva\u{1B}Gold") == ["aspirin", "atorvastatin", "clopidogrel"])
    #expect(matched("warfa\u{0}rin") == ["warfarin"])
  }

  @Test func `ingredients and allergens are found the same way`() {
    let ingredients = smallTables.ingredientNames()
    #expect(ingredients.resolve("Vitamin B12") == .matched(["vitamin-b12"]))
    #expect(ingredients.resolve("cyanocobalamin") == .matched(["vitamin-b12"]))
    #expect(ingredients.search("hyaluronidas").matches.first?.items == ["hyaluronidase"])
    #expect(ingredients.search("hyalronidase").matches.first?.needsConfirmation == true)
    let allergens = smallTables.allergenNames()
    #expect(allergens.resolve("hymenoptera") == .matched(["hymenoptera"]))
    #expect(allergens.resolve("bee sting") == .matched(["hymenoptera"]))
    #expect(allergens.resolve("lidocaine") == .unmatched(.nothing))
    #expect(allergens.search("lidocaine").matches.first?.items == ["amide_la"])
  }
}
