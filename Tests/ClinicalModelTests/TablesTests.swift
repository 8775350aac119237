import ClinicalModel
import TableTesting
import Testing

@Test func `a dotted key is covered by its parents and by nothing else`() {
  let parent: MedicineKey = "anticoagulant"
  #expect(parent.covers("anticoagulant"))
  #expect(parent.covers("anticoagulant.vka"))
  #expect(!parent.covers("anticoagulants"))
  #expect(!parent.covers("anti"))
  let child: MedicineKey = "anticoagulant.vka"
  #expect(!child.covers("anticoagulant"))
}

@Test func `a key finds medicines by id, tag, class and parent`() {
  func found(_ key: MedicineKey) -> [Medicine.ID] {
    smallTables.medicines(matching: key).map(\.id)
  }
  #expect(found("anticoagulant") == ["warfarin", "apixaban"])
  #expect(found("anticoagulant.doac") == ["apixaban"])
  #expect(found("vka") == ["warfarin"])
  #expect(found("warfarin") == ["warfarin"])
  #expect(found("nothing") == [])
  #expect(smallTables.knows("vka"))
  #expect(!smallTables.knows("nothing"))
  #expect(smallTables.matches("apixaban", "anticoagulant"))
  #expect(!smallTables.matches("apixaban", "vka"))
  #expect(!smallTables.matches("unheard-of", "anticoagulant"))
}

@Test func `a group leaves out what it names as an exception`() {
  let group = smallTables.medicines(matching: "antithrombotic").map(\.id)
  #expect(group == ["warfarin", "apixaban", "aspirin", "clopidogrel"])
  #expect(smallTables.matches("pentoxifylline", "antiplatelet"))
  #expect(!smallTables.matches("pentoxifylline", "antithrombotic"))
}

@Test func `only a declared wash-out lets a stopped medicine count`() {
  #expect(smallTables.washoutDays("antiplatelet") == 3)
  #expect(smallTables.washoutDays("anticoagulant") == 0)
  #expect(smallTables.washoutDays("nothing") == 0)
}

@Test func `a planned word means an ingredient or those that hold it`() {
  #expect(smallTables.ingredients(meant: "hyaluronidase").map(\.id) == ["hyaluronidase"])
  #expect(Set(smallTables.ingredients(meant: "cobalt").map(\.id)) == ["cobalt", "vitamin-b12"])
  #expect(smallTables.ingredients(meant: "nothing").isEmpty)
}

@Test func `every pair of allergen and ingredient has a statement`() {
  #expect(smallTables.relation(of: "hymenoptera", to: "hyaluronidase") == .crossReacts)
  #expect(smallTables.relation(of: "cobalt", to: "vitamin-b12") == .contains)
  #expect(smallTables.relation(of: "cobalt", to: "hyaluronidase") == .noneKnown)
  #expect(smallTables.relation(of: "unheard_of", to: "hyaluronidase") == .dependsOnParts)
  #expect(smallTables.relation(of: "cobalt", to: "unheard-of") == .dependsOnParts)
  #expect(smallTables.isDecidedHere("hymenoptera", "hyaluronidase"))
  #expect(!smallTables.isDecidedHere("cobalt", "vitamin-b12"))
}

@Test func `a reaction says what it means for each relation`() throws {
  let row = try #require(smallTables.allergen("hymenoptera")).row(.anaphylaxis)
  #expect(
    row.verdict(for: .contains)
      == .finding(.doNotTreat, until: .notDeferred, staff: "Leave it out."))
  #expect(
    row.verdict(for: .crossReacts)
      == .finding(.caution, until: .notDeferred, staff: "Ask an allergist."))
  #expect(row.verdict(for: .noneKnown) == .notStated)
}

@Test func `a row awaits a clinician when it was decided here or rests on general knowledge`() {
  #expect(!TableEvidence(grade: .labelOrGuideline, sources: ["S1"]).awaitsClinician)
  #expect(TableEvidence(grade: .unconfirmed, sources: ["ATC"]).awaitsClinician)
  #expect(TableEvidence(grade: .labelOrGuideline, sources: ["S1", "general"]).awaitsClinician)
  #expect(
    TableEvidence(grade: .labelOrGuideline, sources: ["S1"], isDecidedHere: true).awaitsClinician)
}

@Test func `findings of tables are named as the report promises`() {
  #expect(Rule.ID.medicineDefault("warfarin") == "medicine-default-warfarin")
  #expect(Rule.ID.ingredientDefault("emla") == "ingredient-default-emla")
  #expect(Rule.ID.allergyContains("bovine_ovine") == "allergy-contains-bovine-ovine")
  #expect(Rule.ID.allergyCross("amide_la") == "allergy-cross-amide-la")
}
