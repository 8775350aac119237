import ClinicalModel
import ProtocolLibrary
import Testing

@Suite struct TableFileTests {
  private let path = "tables/allergen-tags.csv"

  private func faults(_ text: String) -> [String] {
    SmallPack.withTables.with(path, text).diagnostics.filter { $0.hasPrefix(path) }
  }

  @Test func `the tables of a pack are read as they are written`() throws {
    let tables = try SmallPack.withTables.pack().tables
    #expect(SmallPack.withTables.diagnostics == [])
    let warfarin = try #require(tables.medicine("warfarin"))
    #expect(warfarin.reason == "More bruising, \"INR\" must be known.")
    #expect(warfarin.rxNorm == .twoSources("11289"))
    #expect(warfarin.brands.unitedStates == ["Coumadin"])
    #expect(warfarin.brands.unconfirmed == ["Uniwarfin"])
    #expect(warfarin.tags == ["anticoagulant", "anticoagulant.vka"])
    #expect(warfarin.evidence == TableEvidence(grade: .analogyOrTrial, sources: ["S1"]))
    #expect(tables.medicine("aspirin")?.atc == ["B01AC06", "N02BA01"])
    #expect(tables.medicine("prednisone")?.rxNorm == .oneSource("8640", source: "UNII map"))
    #expect(tables.medicine("prednisone")?.until == .event("28 days later"))
    #expect(tables.medicine("prednisone")?.evidence.awaitsClinician == true)
    #expect(tables.washoutDays("steroid.systemic") == 28)
    #expect(tables.combinationBrands.map(\.name) == ["Ecosprin Gold", "Brufen Plus"])
    #expect(
      tables.allergen("soy")?.row(.immediateMild)
        == AllergenRow(
          reaction: .immediateMild,
          containing: .finding(.defer, until: .event("tested"), staff: "Leave it out."),
          crossReacting: .finding(
            .proceedAfterPatchTest, until: .notDeferred, staff: "Test first.")))
    #expect(tables.relation(of: "soy", to: "vitamin-e") == .crossReacts)
    #expect(tables.isDecidedHere("soy", "vitamin-e"))
    #expect(tables.relation(of: "bovine_ovine", to: "vitamin-e") == .noneKnown)
    #expect(tables.relation(of: "soy", to: "cocktail") == .dependsOnParts)
    #expect(tables.ingredient("vitamin-e")?.pregnancy == .weight(.defer, remark: ""))
    #expect(tables.ingredient("hyaluronidase")?.skinTests == [.prickIntradermal])
    #expect(tables.ingredient("cocktail")?.skinTests == [])
    #expect(tables.conditionRules.map(\.asks) == [.asksNothing, .asks("sting-swelling")])
    #expect(tables.medicineRules.map(\.key) == ["anticoagulant.vka"])
    #expect(tables.words.releases == ["sr"])
    #expect(tables.words.reasons == ["heart": ["anticoagulant", "antithrombotic"]])
  }

  @Test func `a pack may have no tables, but not half of them`() throws {
    let none = try SmallPack().pack().tables
    #expect(none == .none)
    var pack = SmallPack.withTables
    pack.texts["tables/allergens.csv"] = nil
    #expect(
      pack.diagnostics == [
        "tables/allergens.csv:1:1: error: the pack has no tables/allergens.csv; "
          + "add it, or have no tables at all"
      ])
  }

  @Test func `a file of another name below the tables is refused`() {
    #expect(SmallPack.withTables.with("tables/notes.csv", "a\n").diagnostics.count == 1)
    #expect(SmallPack.withTables.with("tables/a/medicines.csv", "a\n").diagnostics.count == 1)
  }

  @Test(arguments: [
    ("tag,same_as\na,b,c\n", "2:1", "the row has 3 cells, the header has 2"),
    ("tag,same_as\na\n", "2:1", "the row has 1 cells, the header has 2"),
    ("tag,same_as\na,", "2:3", "the last line does not end"),
    ("tag,same_as\n\na,\n", "2:1", "there is a blank line"),
    ("tag,same_as\r\na,\r\n", "1:12", "the line ends with a carriage return"),
    ("tag,same_as\na\t,\n", "2:2", "there is a control character"),
    ("tag,same_as\né\u{0},\n", "2:2", "there is a control character"),
    ("tag,same_as\na\u{1B}[0m,\n", "2:2", "there is a control character"),
    ("tag,same_as\né\u{85},\n", "2:2", "there is a control character or byte order mark"),
    ("\u{FEFF}tag,same_as\na,\n", "1:1", "there is a control character or byte order mark"),
    ("tag,same_as\n a,\n", "2:1", "the cell begins or ends with a space"),
    ("tag,same_as\né,\" b\"\n", "2:4", "the cell begins or ends with a space"),
    ("tag,same_as\na\"b,\n", "2:2", "there is a quotation mark inside a cell that is not quoted"),
    ("tag,same_as\n\"a,\n", "2:1", "the quotation mark is not closed on its line"),
    ("tag,same_as\n\"a\"b,\n", "2:4", "something follows the closing quotation mark"),
    ("tag,tag\na,b\n", "1:1", "two columns have the same name"),
    ("tag\na\n", "1:1", "the column \"same_as\" is missing"),
    ("tag,same\na,\n", "1:1", "the table has no column \"same\""),
    ("same_as,tag\n,a\n", "1:1", "the columns stand in another order"),
    ("", "1:1", "the table is empty"),
  ])
  func `what is no table says where and why`(_ text: String, _ place: String, _ cause: String) {
    let found = faults(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(path):\(place): error: \(cause);") == true, "\(found)")
  }

  @Test func `bytes that are no text are refused`() {
    var files = SmallPack.withTables.files.files.filter { $0.path != path }
    files.append(PackFile(path: path, bytes: [0x74, 0xFF, 0x0A]))
    #expect(
      lintPack(PackFiles(files)).map(\.cause) == ["the table is not valid UTF-8"])
  }

  @Test func `an enormous table is refused without being read`() {
    let many = "tag,same_as\n" + String(repeating: "a,\n", count: 20_001)
    #expect(faults(many).first?.contains("more than 20000 rows") == true)
    let wide = String(repeating: "a,", count: 500) + "a\n"
    #expect(faults(wide).first?.contains("more than 400 cells") == true)
    #expect(faults(String(repeating: "a", count: 3 << 20)).first?.contains("2 MiB") == true)
  }

  @Test func `any bytes at all are a table or a fault, never a crash`() {
    var random = RandomBytes(seed: 7)
    let signs: [UInt8] = Array("\",\n;a é".utf8) + [0, 0xFF, 0x0D]
    for _ in 0..<400 {
      let bytes = (0..<random.next(40)).map { _ in signs[random.next(signs.count)] }
      var files = SmallPack.withTables.files.files.filter { $0.path != path }
      files.append(PackFile(path: path, bytes: Array("tag,same_as\n".utf8) + bytes))
      let found = lintPack(PackFiles(files))
      #expect(found.allSatisfy { !$0.cause.isEmpty && $0.line >= 1 && $0.column >= 1 })
    }
  }
}

/// Numbers that are the same in every run.
private struct RandomBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
