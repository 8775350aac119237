import ClinicalModel
import ProtocolLibrary
import Testing

/// One fault planted in tables that have none.
struct TableFault: CustomTestStringConvertible {
  let table: String
  let old: String
  let new: String
  let cause: String

  init(_ table: String, _ old: String, _ new: String, _ cause: String) {
    (self.table, self.old, self.new, self.cause) = (table, old, new, cause)
  }

  var testDescription: String { "\(table): \(cause)" }
}

private let medicineFaults = [
  TableFault("medicines", "\naspirin,", "\nwarfarin,", "the medicine \"warfarin\" exists already"),
  TableFault("medicines", "\naspirin,", "\nAspirin,", "\"Aspirin\" is no name for id"),
  TableFault("medicines", "B01AA03", "B1AA03", "\"B1AA03\" is no ATC code"),
  TableFault(
    "medicines", "11289,two", ",two", "the RxNorm number does not go with \"two-sources\""),
  TableFault("medicines", "11289", "11289a", "the RxNorm number does not go with"),
  TableFault(
    "medicines", ",not-confirmed,,Ecosprin", "7,not-confirmed,,Ecosprin",
    "the RxNorm number does not go with \"not-confirmed\""),
  TableFault(
    "medicines", "one-source,UNII map", "one-source,", "rxnorm_note does not go with \"one-source\""
  ),
  TableFault(
    "medicines", "antiplatelet,moderate", "antiplatelt,moderate", "there is no tag \"antiplatelt\""),
  TableFault("medicines", "caution,,B,S1,ATC", "cautious,,B,S1,ATC", "severity has no value"),
  TableFault(
    "medicines", "caution,,B,S1,ATC", "proceed,,B,S1,ATC",
    "a medicine that thins the blood weighs less than caution"),
  TableFault(
    "medicines", "defer,event: 28 days later", "defer,",
    "the row defers but does not say until when"),
  TableFault(
    "medicines", "defer,event: 28 days later", "caution,event: 28 days later",
    "the row has until but does not defer"),
  TableFault("medicines", "proceed,,C,S1", "proceed,,C,", "the row names no source"),
  TableFault("medicines", "proceed,,C,S1", "proceed,,C,S9", "there is no source \"S9\""),
  TableFault("medicines", "proceed,,C,S1", "proceed,,E,S1", "evidence has no value \"E\""),
  TableFault(
    "medicines", "anticoagulant;anticoagulant.vka", "anticoagulant;;anticoagulant.vka",
    "tags has an empty item"),
  TableFault(
    "medicines", "anticoagulant;anticoagulant.vka",
    "anticoagulant;anticoagulant.vka;anticoagulant", "\"anticoagulant\" is listed twice"),
  TableFault(
    "medicines", "nsaid,NSAID,nsaid", "aspirin,NSAID,nsaid",
    "the class \"aspirin\" has another title in an earlier row"),
  TableFault(
    "medicines", "warferin", "aspirin", "the misspelling \"aspirin\" is a name of aspirin"),
  TableFault(
    "medicines", "warferin", "Ecosprin Gold",
    "the misspelling \"Ecosprin Gold\" is a name of aspirin"),
  TableFault(
    "medicines", "warferin", "asprine",
    "the misspelling \"asprine\" belongs to aspirin, warfarin"),
  TableFault("medicines", "Coumadin", "aspirin", "the name \"aspirin\" also stands for warfarin"),
  TableFault("medicines", "Coumadin", "++", "the brand \"++\" has no letters to compare"),
  TableFault("medicine-keys", "nsaid,tag", "nsaids,tag", "there is no tag \"nsaid\""),
  TableFault(
    "medicine-keys", "antithrombotic,group", "unused,tag,,,0,\nantithrombotic,group",
    "no medicine has the tag \"unused\""),
  TableFault("medicine-keys", "0,\nnsaid", "-1,\nnsaid", "\"-1\" is no number of days"),
  TableFault(
    "medicine-keys", "anticoagulant;antiplatelet", "anticoagulant;thrombolytic",
    "\"thrombolytic\" is no tag"),
  TableFault("medicine-keys", "group,anticoagulant;antiplatelet", "group,", "a group has members"),
  TableFault(
    "name-words", "heart,anticoagulant;", "heart,anticoag;", "no medicine matches \"anticoag\""),
  TableFault(
    "name-words", "form,tablet", "form,gold", "\"gold\" is set aside and also announces"),
  TableFault("name-words", "suffix,gold,", "suffix,gold,nsaid", "a reason has keys"),
  TableFault(
    "combination-brands", "aspirin,antithrombotic", "asprin,antithrombotic",
    "there is no medicine \"asprin\""),
  TableFault(
    "combination-brands", "ibuprofen,nsaid", "ibuprofen;aspirin,nsaid",
    "\"Brufen Plus\" holds \"antithrombotic\" but does not say so"),
  TableFault(
    "combination-brands", "ibuprofen,nsaid", "ibuprofen,nsaid;antithrombotic",
    "nothing in \"Brufen Plus\" is \"antithrombotic\""),
  TableFault(
    "combination-brands", "ibuprofen;caffeine", "ibuprofen",
    "a combination brand has two ingredients or more"),
  TableFault(
    "combination-brands", "Brufen Plus,", "Ecosprin tablet,",
    "\"Ecosprin\" is taken for ibuprofen too"),
  TableFault(
    "combination-brands", "Brufen Plus,", "++,", "the brand \"++\" has no letters to compare"),
]

private let substanceFaults = [
  TableFault(
    "allergen-reactions", "soy,unknown,defer,event: asked again", "soy,unknown,caution,",
    "\"unknown\" weighs less than defer"),
  TableFault(
    "allergen-reactions", "soy,unknown,defer,event: asked again,Ask again.,caution",
    "soy,unknown,defer,event: asked again,Ask again.,proceed",
    "\"unknown\" weighs less than caution"),
  TableFault(
    "allergen-reactions", "soy,anaphylaxis,do-not-treat", "soy,anaphylaxis,caution",
    "\"anaphylaxis\" weighs less than do-not-treat"),
  TableFault(
    "allergen-reactions", "\nsoy,anaphylaxis,", "\nsoy,unknown,",
    "\"soy\" has no row for \"anaphylaxis\""),
  TableFault(
    "allergen-reactions", "\nsoy,anaphylaxis,", "\nsoya,anaphylaxis,",
    "there is no allergen \"soya\""),
  TableFault(
    "allergen-reactions", "soy,immediate_mild,defer,event: tested", "soy,immediate_mild,defer,",
    "the row defers but does not say until when"),
  TableFault(
    "allergen-reactions", "soy,anaphylaxis,do-not-treat,,Leave it out.",
    "soy,anaphylaxis,do-not-treat,,", "the row has a weight but no words"),
  TableFault(
    "allergen-reactions", "soy,anaphylaxis,do-not-treat,", "soy,anaphylaxis,,",
    "the row has words but no weight"),
  TableFault(
    "allergens", "\nsoy,", "\nbovine_ovine,", "the allergen \"bovine_ovine\" exists already"),
  TableFault("allergen-tags", "lecithin,soy", "lecithin,soja", "there is no allergen \"soja\""),
  TableFault("allergen-tags", "castor_oil", "soy", "\"soy\" is an allergen already"),
  TableFault(
    "allergen-tags", "castor_oil,", "castor_oil,\nlanolin,",
    "no ingredient has the allergen tag \"lanolin\""),
  TableFault(
    "ingredients", ";castor_oil", ";castoroil", "there is no allergen tag \"castoroil\""),
  TableFault(
    "ingredients", "\nhyaluronidase,", "\nvitamin-e,", "the ingredient \"vitamin-e\" exists already"
  ),
  TableFault("ingredients", "patch,,,caution", "scratch,,,caution", "skin_tests is neither none"),
  TableFault(
    "ingredients", "patch,,,caution", "patch,,,defer", "an ingredient by itself does not defer"),
  TableFault(
    "ingredients", "lecithin,defer", "lecithin,later", "pregnancy has no value \"later\""),
  TableFault(
    "allergen-ingredients", "soy,cross!,-", "soy,-,-",
    "\"vitamin-e\" is tagged \"soy\", which the pair does not say"),
  TableFault(
    "allergen-ingredients", "soy,cross!,-", "soy,cross!,", "\"\" does not say what is known"),
  TableFault(
    "allergen-ingredients", "soy,cross!,-,parts", "soy,cross!,-,-",
    "parts goes with mixtures, and mixtures with parts"),
  TableFault(
    "allergen-ingredients", ",cocktail\n", ",kit\n", "there is no column for \"cocktail\""),
  TableFault(
    "allergen-ingredients", "\nbovine_ovine,-,contains,parts", "",
    "there is no row for \"bovine_ovine\""),
  TableFault(
    "allergen-ingredients", "\nsoy,", "\nsoya,", "\"soya\" is not the next allergen"),
]

private let ruleFaults = [
  TableFault(
    "ingredient-conditions", "free-of(vitamin-e, soy)", "free-of(vitamin-f, soy)",
    "there is no ingredient \"vitamin-f\""),
  TableFault(
    "ingredient-conditions", "free-of(vitamin-e, soy)", "free-of(vitamin-e)",
    "\")\" stands where ) should be"),
  TableFault(
    "ingredient-conditions", "allergic(soy,", "allergic(soya,", "there is no allergen \"soya\""),
  TableFault(
    "ingredient-conditions", "anaphylaxis) and", "shock) and", "there is no reaction \"shock\""),
  TableFault("ingredient-conditions", "and not free", "nor free", "stands after the end"),
  TableFault("ingredient-conditions", "age < 18", "age < old", "\"old\" is no number"),
  TableFault(
    "ingredient-conditions", "age < 18,sting-swelling", "age < 18,sting",
    "when does not read \"sting\""),
  TableFault(
    "ingredient-conditions", "defer,event: no swelling", "defer,",
    "the row defers but does not say until when"),
  TableFault(
    "ingredient-conditions", "ingredient-hyaluronidase-sting,", "ingredient-vitamin-e-sting,",
    "does not name its ingredient"),
  TableFault(
    "ingredient-conditions", "sting,hyaluronidase", "sting,hyaluronidas",
    "there is no ingredient \"hyaluronidas\""),
  TableFault(
    "ingredient-medicines", ",anticoagulant.vka,caution", ",anticoagulant.vitk,caution",
    "no medicine matches \"anticoagulant.vitk\""),
  TableFault(
    "ingredient-medicines", ",anticoagulant.vka,caution", ",antiplatelet,caution",
    "when does not ask for \"antiplatelet\""),
  TableFault(
    "ingredient-medicines", "taking-any [nsaid]", "taking-any [nsaids]",
    "there is no medicine, class, tag or group \"nsaids\""),
]

@Test(arguments: medicineFaults + substanceFaults + ruleFaults)
func `a fault in a table is found where it stands`(_ fault: TableFault) throws {
  let path = "tables/\(fault.table).csv"
  let pack = SmallPack.withTables.replacing(fault.old, with: fault.new, in: path)
  let found = pack.diagnostics
  #expect(found.contains { $0.contains("error: ") && $0.contains(fault.cause) }, "\(found)")
  #expect(found.contains { $0.hasPrefix(path) || $0.hasPrefix("tables/") })
}

@Test func `a fault names line and column, the cause and what to do`() {
  let pack = SmallPack.withTables.replacing(
    "antiplatelet,moderate", with: "antiplatelt,moderate", in: "tables/medicines.csv")
  #expect(
    pack.diagnostics.first { $0.contains("antiplatelt") }
      == "tables/medicines.csv:3:87: error: there is no tag \"antiplatelt\"; "
      + "did you mean \"antiplatelet\"?")
}

@Test func `once a pack asks for ingredients, the questions of its rows must be there`() {
  let pack = SmallPack.withLists.replacing(
    "id: sting-swelling", with: "id: bite-swelling", in: "questions/03-lists.yaml")
  #expect(
    pack.diagnostics == [
      "tables/ingredient-conditions.csv:3:85: error: there is no question \"sting-swelling\"; "
        + "did you mean \"bite-swelling\"?"
    ])
  #expect(SmallPack.withLists.diagnostics.isEmpty)
}

@Test func `once a pack asks for ingredients, the lists that its rows read must be there`() {
  let question = """
    - id: planned-ingredients
      ask: "Which?"
      label: Ingredients
      why: "They decide."
      cite: []
      type: text
      on_unknown: none

    """
  let file = "questions/01-arrival.yaml"
  let pack = SmallPack.withTables.with(file, (SmallPack().texts[file] ?? "") + question)
  #expect(
    pack.diagnostics.first
      == "tables/ingredient-conditions.csv:2:63: error: allergic reads the list \"allergies\", "
      + "which the pack lacks; add it as a question of type list")
  #expect(pack.diagnostics.count == 5)
}
