import ClinicalModel
import NameSearch
import Testing

private let evidence = TableEvidence(grade: .unconfirmed, sources: ["general"])

private func medicine(
  _ id: Medicine.ID, _ severity: Severity, brands: [String] = []
) -> Medicine {
  Medicine(
    id: id, name: String(id.rawValue.map { $0 == "-" ? " " : $0 }),
    brands: MedicineBrands(india: brands), classKey: "other", classTitle: "Something",
    bleeding: .none, reason: "It matters.", severity: severity, evidence: evidence)
}

/// One steroid in three forms, a retinoid with a rare one, and an antifungal.
private let names = TableNames(
  of: Tables(
    medicines: [
      medicine("cortisol", .defer, brands: ["Cortef", "Cortin"]),
      medicine("cortisol-skin", .proceed, brands: ["Cortcream"]),
      medicine("cortisol-eye", .caution),
      medicine("retin", .proceed), medicine("retin-mouth", .doNotTreat, brands: ["Vesan"]),
      medicine("fungicide", .caution),
    ],
    combinationBrands: [
      CombinationBrand(
        name: "Cortin Plus", ingredients: ["cortisol", "fungicide"],
        medicines: ["cortisol-skin", "fungicide"], keys: [], evidence: evidence)
    ],
    words: NameWords(
      forms: ["cream", "eye", "drops", "ointment", "tablet", "capsule", "solution"],
      routes: [
        "cream": ["skin"], "ointment": ["skin", "eye"], "eye": ["eye"],
        "drops": ["eye", "mouth"], "tablet": ["mouth"], "capsule": ["mouth"],
      ]),
    forms: MedicineForms([
      MedicineForm(
        medicine: "cortisol", generic: "cortisol", routes: ["mouth", "injection"],
        onlyBrands: ["Cortef"]),
      MedicineForm(medicine: "cortisol-skin", generic: "cortisol", routes: ["skin"]),
      MedicineForm(medicine: "cortisol-eye", generic: "cortisol", routes: ["eye"]),
      MedicineForm(medicine: "retin", generic: "retin", routes: ["skin"]),
      MedicineForm(medicine: "retin-mouth", generic: "retin", routes: ["mouth"], isSaid: true),
    ])))

@Suite struct MedicineFormTests {
  private func meaning(_ text: String, _ form: MedicineRoute? = nil) -> Set<String> {
    Set(names.medicines(named: text, form: form).map(\.id.rawValue))
  }

  private let all: Set = ["cortisol", "cortisol-skin", "cortisol-eye"]

  @Test func `words of the name tell the form`() {
    #expect(meaning("cortisol cream") == ["cortisol-skin"])
    #expect(meaning("Cream cortisol 1%") == ["cortisol-skin"])
    #expect(meaning("cortisol tablet") == ["cortisol"])
    #expect(meaning("cortisol eye drops") == ["cortisol-eye"])
    #expect(meaning("cortisol ointment") == ["cortisol-skin", "cortisol-eye"])
    #expect(meaning("cortisol eye ointment") == ["cortisol-eye"])
  }

  @Test func `a form that nobody knows counts as every form`() {
    #expect(meaning("cortisol") == all)
    #expect(meaning("cortisol solution") == all)
    #expect(meaning("cortisol", .init(rawValue: "unknown")) == all)
    #expect(meaning("Cortin") == all)
  }

  @Test func `the answered form tells it where the name does not`() {
    #expect(meaning("cortisol", "skin") == ["cortisol-skin"])
    #expect(meaning("cortisol", "injection") == ["cortisol"])
    #expect(meaning("cortisol ointment", "eye") == ["cortisol-eye"])
  }

  @Test func `where name and answer do not go together both count`() {
    #expect(meaning("cortisol cream", "mouth") == ["cortisol", "cortisol-skin"])
    #expect(meaning("Cortef", "skin") == all)
    #expect(meaning("Cortef cream") == all)
    #expect(meaning("cortisol", "nose") == all)
    #expect(meaning("cortisol eye tablet") == all)
  }

  @Test func `a brand that is sold in one form only means that form`() {
    #expect(meaning("Cortef") == ["cortisol"])
    #expect(meaning("Cortcream") == ["cortisol-skin"])
    #expect(meaning("Cortin Plus") == ["cortisol-skin", "fungicide"])
    #expect(meaning("Cortin Plus tablet") == all.union(["fungicide"]))
  }

  @Test func `a form that nobody calls by the plain name is meant only where it is said`() {
    #expect(meaning("retin") == ["retin"])
    #expect(meaning("retin capsule") == ["retin-mouth"])
    #expect(meaning("retin", "mouth") == ["retin-mouth"])
    #expect(meaning("Vesan") == ["retin-mouth"])
  }

  @Test func `the form is asked only where the name leaves it open and it matters`() {
    #expect(names.leavesFormOpen("cortisol"))
    #expect(names.leavesFormOpen("Cortin"))
    #expect(names.leavesFormOpen("cortisol ointment"))
    for settled in ["cortisol cream", "Cortef", "Cortcream", "retin", "fungicide", "nothing known"]
    {
      #expect(!names.leavesFormOpen(settled), "\(settled)")
    }
  }

  @Test func `people read an open form once, with the weight of its heaviest form`() {
    let meanings = names.meanings(of: "cortisol", in: .medicines)
    #expect(meanings.map(\.name) == ["cortisol"])
    #expect(meanings.map(\.severity) == [.defer])
    #expect(
      names.meanings(of: "cortisol", in: .medicines, form: "skin").map(\.name)
        == ["cortisol skin"])
  }

  @Test func `what is typed beside a name is kept, so that the form is not lost`() throws {
    let first = try #require(
      names.suggestions(for: "cortisol cream", in: .medicines).lines.first)
    #expect(first.text == "cortisol cream")
    #expect(first.meanings.map(\.id) == ["cortisol-skin"])
  }
}
