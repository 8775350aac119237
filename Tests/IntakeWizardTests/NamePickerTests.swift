import ClinicalModel
import Consultation
import NameSearch
import Screening
import Terminal
import Testing

@testable import IntakeWizard

private func bench(_ keys: String = "") -> Bench {
  var bench = Bench(pack: .listed)
  bench.press("ny" + keys)
  return bench
}

@Test(arguments: [
  "warferin", "warfrin", "aspirn", "asprin", "clopidogril", "klopidogrel", "paracetmol",
  "ibuprofin", "levotiroxine", "metphormin",
])
func `a misspelling asks and never confirms itself`(_ typed: String) throws {
  var bench = try MedicineModule.bench()
  bench.press(typed + "<enter><tab>")
  #expect(bench.medicines.isEmpty)
  let picker = try #require(bench.picker)
  #expect(picker.found.meanings.isEmpty, "\(typed) counts as it stands")
  #expect(!picker.found.lines.isEmpty, "nothing is offered for \(typed)")
  #expect(!picker.found.lines.contains { !$0.asks }, "\(typed)")
  #expect(bench.screen.contains("Did they mean "))
  // Kept as it was typed it stays unknown to every rule.
  bench.press("<up><enter><tab>")
  #expect(bench.medicines == [["medicine": .known(.text(typed))]])
  #expect(bench.findings.contains("medicine-unmatched"))
}

@Test func `a misspelling that is confirmed is recorded under the right name`() {
  let bench = bench("warferin<down><enter>")
  #expect(bench.medicines == [["medicine": .known(.text("warfarin"))]])
  #expect(bench.findings == ["blood-thinner"])
}

@Test(arguments: [
  ("Ecosprin AV", ["acetylsalicylic acid", "atorvastatin"]),
  ("Atorva Gold", ["acetylsalicylic acid", "atorvastatin", "clopidogrel"]),
])
func `a combination is all of its parts and never its beginning alone`(
  _ brand: String, _ parts: [String]
) throws {
  var bench = try MedicineModule.bench()
  bench.press(brand.lowercased())
  let first = try #require(bench.picker?.found.lines.first)
  #expect(first.kind == .combinationBrand)
  #expect(Set(first.meanings.map(\.name)).isSuperset(of: parts))
  bench.press("<down><enter><tab>")
  #expect(bench.medicines == [["medicine": .known(.text(brand))]])
  let names = try MedicineModule.pack.get().names
  #expect(Set(names.medicines(named: brand).map(\.name)).isSuperset(of: parts))
}

@Test func `a brand with more words after it is not offered as the brand`() throws {
  var bench = try MedicineModule.bench()
  bench.press("ecosprin p")
  #expect(bench.screen.contains("There is more than \"Ecosprin\" here: read the box."))
  #expect(
    bench.picker?.found.lines.contains { $0.meanings.map(\.name) == ["acetylsalicylic acid"] }
      == false)
}

@Test func `of a brand with combinations the box is to be read`() {
  #expect(bench("atorva").screen.contains("Read the box: there is also Atorva Gold."))
}

@Test func `text that no table knows is kept, said to be unchecked and raises its finding`() {
  let bench = bench("white tablet<up><enter><tab>")
  #expect(bench.medicines == [["medicine": .known(.text("white tablet"))]])
  #expect(bench.findings == ["medicine-unmatched"])
  #expect(bench.screen.contains("white tablet"))
  #expect(bench.screen.contains("NOT CHECKED by the rules"))
}

@Test func `a name that a table knows is not offered as unchecked text`() {
  #expect(!bench("warfarin").screen.contains("free text"))
  #expect(bench("warf").screen.contains("Keep \"warf\" as free text"))
  #expect(!bench("warf").screen.contains("1  warfarin"))
  #expect(bench("warf<down>").screen.contains("1  warfarin"))
}

@Test func `digits are text until a line is marked, then they take it`() {
  #expect(bench("vitamin b12").screen.contains("Add a medicine: vitamin b12"))
  #expect(bench("12").screen.contains("Add a medicine: 12"))
  #expect(bench("warfarin 5 mg").screen.contains("Add a medicine: warfarin 5 mg"))
  let taken = bench("mar<down>1")
  #expect(taken.medicines == [["medicine": .known(.text("Marevan"))]])
  #expect(bench("warx<down>0").medicines == [["medicine": .known(.text("warx"))]])
}

@Test func `no typed digit is lost where a shown name goes on with it`() {
  let bench = bench("vitamin b<down>12<down><enter>")
  #expect(bench.medicines == [["medicine": .known(.text("vitamin B12"))]])
}

@Test func `the strength beside a name is kept with it`() {
  let bench = bench("coumadin 5 mg<down><enter>")
  #expect(bench.medicines == [["medicine": .known(.text("coumadin 5 mg"))]])
  #expect(bench.findings == ["blood-thinner"])
}

@Test func `what a line shows is what the recorded text means`() throws {
  let names = try MedicineModule.pack.get().names
  for typed in ["asp", "atorva", "eco", "warferin", "vitamin", "blood thinner", "statin", "the p"] {
    for line in names.suggestions(for: typed, in: .medicines).lines {
      #expect(names.meanings(of: line.text, in: .medicines) == line.meanings, "\(line.text)")
    }
  }
}

@Test func `Ctrl-U clears the line and brings it back`() {
  var bench = bench("warf<ctrl-u>")
  #expect(!bench.screen.contains("warf"))
  bench.press("<ctrl-u>")
  #expect(bench.screen.contains("Add a medicine: warf"))
}

@Test func `Esc takes the mark away and keeps what was typed`() {
  let bench = bench("warf<down><esc><enter>")
  #expect(bench.screen.contains("Add a medicine: warf"))
  #expect(bench.medicines.isEmpty)
}

@Test func `names of ingredients and allergens are found in the same way`() {
  var bench = bench("warf<down><enter><tab><tab>y")
  bench.press("yn")
  #expect(bench.screen.contains("Add an allergy:"))
  bench.press("bee<down><enter>1<tab>")
  #expect(
    bench.saved["allergies"].entries == [
      ["allergen": .known(.text("Bee or wasp sting")), "reaction": .known(.choice("anaphylaxis"))]
    ])
  #expect(bench.screen.contains("Add an ingredient:"))
  bench.press("lido<down><enter>L1<enter>1sul<down><enter>bee<down><enter><enter>")
  #expect(
    bench.saved["planned-ingredients"].entries == [
      [
        "ingredient": .known(.text("Lidocaine")), "lot": .known(.text("L1")),
        "components-known": .known(.choice("yes")),
        "free-of": .known(.choices(["sulfite", "bee_sting"])),
      ]
    ])
}

extension Bench {
  /// The line in which a name for a new entry is typed.
  var picker: NamePicker? {
    guard let page = wizard.page as? ListScreen, case .adding(let picker) = page.level.input else {
      return nil
    }
    return picker
  }

  /// The rules whose findings stand.
  var findings: [Rule.ID] {
    guard let session = wizard.openConsultation else { return [] }
    return session.report.lines.filter { $0.kind == .found }.flatMap(\.findings).map(\.rule)
  }
}
