import ClinicalModel
import NameSearch
import Foundation
import ProtocolLibrary
import Testing

/// A name that people use every day and the keys that it must match.
private struct Everyday: Sendable {
  let name: String
  let keys: [MedicineKey]

  /// `Everyday/names.csv`: none of these names was known before it was written.
  static let all: [Everyday] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Everyday/names.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let comma = line.lastIndex(of: ",") ?? line.startIndex
      return Everyday(
        name: line[..<comma].filter { $0 != "\"" },
        keys: line[line.index(after: comma)...].split(separator: ";").map {
          MedicineKey(rawValue: String($0))
        })
    }
  }()
}

@Suite struct EverydayMedicinesTests {
  let names: TableNames

  init() throws { names = TableNames(of: try BuiltIn.pack.get().tables) }

  private func matches(_ text: String, _ key: MedicineKey, form: MedicineRoute? = nil) -> Bool {
    names.medicines(named: text, form: form).contains { names.tables.matches($0.id, key) }
  }

  @Test func `at least 250 everyday names are known, with what matters about them`() {
    #expect(Everyday.all.count >= 250)
    for everyday in Everyday.all {
      #expect(!names.medicines(named: everyday.name).isEmpty, "\(everyday.name)")
      for key in everyday.keys { #expect(matches(everyday.name, key), "\(everyday.name): \(key)") }
    }
  }

  @Test(
    arguments: [
      ("Evion 400", "supplement.bleed"), ("Evion 400 capsule", "supplement.bleed"),
      ("vitamin E 400 IU", "supplement.bleed"), ("omega 3 1000 mg", "supplement.bleed"),
      ("Shelcal 500", "vit.d"), ("Becosules Z", "vit.complex"), ("Limcee 500", "vit.c"),
      ("Ecosprin 75", "antiplatelet.aspirin"), ("Thyronorm 50 mcg", "thyroid"),
      ("Tab. Thyronorm 50mcg once daily", "thyroid"), ("Dolo 650", "none.methb"),
      ("vitamin D3 60K", "colecalciferol"), ("CoQ10 100mg", "inr_lowering"),
      ("cetirizine 10 mg", "skin_test_confounder.antihistaminic"),
      ("St John's wort", "enzyme_inducer"), ("garlic pearls", "supplement.bleed"),
      ("fish oil", "supplement.bleed"), ("liquorice", "supplement"),
      ("biotin gummies", "lab_interference"), ("hormone coil", "hormone"),
      ("contraceptive implant", "hormone"), ("contraceptive ring", "hormone.coc"),
      ("contraceptive patch", "hormone.coc"), ("testosterone gel", "hormone.androgen"),
      ("estradiol cream", "oestrogen"), ("Combigan", "betablocker"),
      ("timolol eye drops", "betablocker"), ("Melacare", "steroid.topical.strong"),
      ("linezolid", "maoi"), ("Otrivin nasal spray", "alpha_agonist"),
    ] as [(String, MedicineKey)])
  func `an everyday name has what rules read of it`(_ name: String, _ key: MedicineKey) {
    #expect(matches(name, key))
  }

  @Test(
    arguments: [
      ("betamethasone cream", "steroid.systemic"), ("Betnovate", "steroid.systemic"),
      ("hydrocortisone cream", "steroid.systemic"), ("hydrocortisone ointment", "steroid.systemic"),
      ("fluticasone nasal spray", "steroid.systemic"), ("budesonide inhaler", "steroid.systemic"),
      ("prednisolone eye drops", "steroid.systemic"), ("diclofenac gel", "nsaid"),
      ("Voltaren Emulgel", "nsaid"), ("Volini", "nsaid"), ("ketorolac eye drops", "nsaid"),
      ("isotretinoin gel", "retinoid.systemic"), ("tretinoin", "retinoid.systemic"),
      ("retinol serum", "teratogen_high_dose"), ("minoxidil lotion", "antihypertensive"),
      ("Regaine", "antihypertensive"), ("tacrolimus ointment", "immunosuppressant"),
      ("Protopic", "immunosuppressant"), ("ciclosporin eye drops", "immunosuppressant"),
      ("clindamycin gel", "current_infection"), ("metronidazole gel", "current_infection"),
      ("moxifloxacin eye drops", "current_infection"),
      ("ketoconazole shampoo", "current_infection"),
      ("fluorouracil cream", "chemotherapy"), ("heparin gel", "anticoagulant"),
      ("tranexamic acid serum", "antifibrinolytic"),
    ] as [(String, MedicineKey)])
  func `a form that acts where it is put does not count as tablets`(
    _ name: String, _ key: MedicineKey
  ) {
    #expect(!names.medicines(named: name).isEmpty)
    #expect(!matches(name, key))
  }

  @Test(
    arguments: [
      ("betamethasone", "steroid.systemic"), ("hydrocortisone", "steroid.systemic"),
      ("budesonide", "steroid.systemic"), ("betamethasone tablets", "steroid.systemic"),
      ("triamcinolone injection", "steroid.systemic"), ("Wysolone", "steroid.systemic"),
      ("diclofenac", "nsaid"), ("Voveran", "nsaid"), ("isotretinoin", "retinoid.systemic"),
      ("tretinoin capsules", "retinoid.systemic"), ("Vesanoid", "oncology"),
      ("minoxidil", "antihypertensive"), ("tacrolimus", "immunosuppressant"),
      ("clindamycin", "current_infection"), ("fluorouracil", "chemotherapy"),
      ("heparin", "anticoagulant"), ("ciprofloxacin 500", "current_infection"),
    ] as [(String, MedicineKey)])
  func `a form that is not known counts as the worse`(_ name: String, _ key: MedicineKey) {
    #expect(matches(name, key))
    #expect(matches(name, key, form: "unknown"))
  }

  @Test(arguments: [
    "hydrocortisone cream 1%", "Betnovate", "fluticasone cream", "clobetasol", "Tenovate ointment",
    "mometasone cream",
  ])
  func `a steroid on the skin spoils a patch test on the same skin`(_ name: String) {
    #expect(matches(name, "skin_test_confounder.patch_local"))
  }

  @Test func `each route of a form can be answered, and each word leads to one`() throws {
    let pack = try BuiltIn.pack.get()
    let field = try #require(pack.question("medicines")?.field("form"))
    let options = Set(field.options.map(\.id))
    for form in names.tables.forms.rows { #expect(options.isSuperset(of: form.routes)) }
    for routes in names.tables.words.routes.values { #expect(options.isSuperset(of: routes)) }
    let used = Set(names.tables.forms.rows.flatMap(\.routes))
    #expect(options.subtracting(["unknown"]).isSubset(of: used))
  }

  @Test(arguments: ["Evian", "cetrizine", "Betnovat", "minoxidyl lotion", "vitamin B15", "Shelcol"])
  func `what is only alike stays unmatched`(_ name: String) {
    #expect(names.medicines(named: name).isEmpty)
  }
}
