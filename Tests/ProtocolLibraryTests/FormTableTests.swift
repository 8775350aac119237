import ClinicalModel
import NameSearch
import ProtocolLibrary
import Testing

@Suite struct FormTableTests {
  private static let header = "medicine,generic,routes,only_brands,said_only\n"

  private func pack(_ rows: [String]) -> SmallPack {
    var pack = SmallPack.withTables
    pack.texts["tables/medicine-forms.csv"] =
      Self.header + rows.map { $0 + "\n" }.joined()
    return pack
  }

  @Test func `a pack may say which rows are forms of one generic`() throws {
    let tables = try pack([
      "ibuprofen,ibuprofen,mouth,Brufen,", "prednisone,ibuprofen,skin,,yes",
    ]).pack().tables
    #expect(tables.forms.family(of: "ibuprofen") == ["ibuprofen", "prednisone"])
    #expect(
      TableNames(of: tables).medicines(named: "ibuprofen", form: "skin").map(\.id) == ["prednisone"]
    )
  }

  @Test(arguments: [
    (["ibuprofn,ibuprofen,mouth,,"], "there is no medicine \"ibuprofn\""),
    (["ibuprofen,ibuprofen,,,"], "no route is named"),
    (["ibuprofen,ibuprofen,mouth,,"], "\"ibuprofen\" is no form beside another one"),
    (
      ["ibuprofen,ibuprofen,mouth,,", "ibuprofen,ibuprofen,skin,,"],
      "\"ibuprofen\" is a form twice"
    ),
    (
      ["ibuprofen,ibuprofen,mouth,Brofen,", "prednisone,ibuprofen,skin,,"],
      "\"Brofen\" is no brand of \"ibuprofen\""
    ),
    (
      ["ibuprofen,ibuprofen,mouth,,", "prednisone,ibuprofen,skin,Brufen,"],
      "a brand of this row has this form anyway"
    ),
  ])
  func `a fault in the forms is found`(_ rows: [String], _ cause: String) {
    #expect(pack(rows).diagnostics.contains { $0.contains(cause) })
  }

  @Test func `a word for a form may name only routes that some form has`() {
    let pack = pack(["ibuprofen,ibuprofen,mouth,,", "prednisone,ibuprofen,skin,,"])
      .replacing("form,tablet,", with: "form,tablet,nose", in: "tables/name-words.csv")
    #expect(
      pack.diagnostics.contains { $0.contains("no medicine has a form for the route \"nose\"") })
  }
}
