import ClinicalModel
import NameSearch

/// Reads `mixtures` of an overlay: the products that the clinic mixes or buys
/// as one.
///
///     mixtures:
///     - id: glow-mix
///       name: "Glow mix"
///       ingredients:
///       - {ingredient: hyaluronic-acid, concentration: "1 %"}
///       - {ingredient: vitamin-c}
struct MixtureReader {
  let tables: Tables
  private let names: NameIndex<Ingredient.ID>

  init(tables: Tables) {
    self.tables = tables
    names = tables.ingredientNames()
  }

  private static let mixturesMax = 60
  private static let partsMax = 20
  /// The longest name: it stands in a line of a list.
  private static let nameMax = 40
  private static let concentrationMax = 20

  func mixtures(_ fields: Fields, _ faults: inout Faults) -> [Mixture] {
    let items = fields.items("mixtures", &faults)
    bound(items, Self.mixturesMax, "mixtures", at: fields.place(of: "mixtures"), &faults)
    var ids = UniqueNames()
    var names = UniqueNames()
    return items.prefix(Self.mixturesMax).compactMap { mixture($0, &ids, &names, &faults) }
  }

  private func mixture(
    _ node: DocumentNode, _ ids: inout UniqueNames, _ names: inout UniqueNames,
    _ faults: inout Faults
  ) -> Mixture? {
    guard
      let fields = Fields(
        node, of: "a mixture", required: ["id", "name", "ingredients"], &faults)
    else { return nil }
    let id = fields.name("id", &faults)
    ids.use(id, of: "mixture", at: fields.place(of: "id"), &faults)
    let name = fields.text("name", most: Self.nameMax, &faults)
    names.use(name.lowercased(), of: "mixture's name", at: fields.place(of: "name"), &faults)
    // A mixture must not take the place of a name that means something else.
    if case .matched = self.names.resolve(name) {
      faults.add(
        fields.place(of: "name"), "\(shown(name)) is the name of an ingredient",
        "give the mixture a name of its own")
    }
    let items = fields.items("ingredients", &faults)
    bound(items, Self.partsMax, "ingredients", at: fields.place(of: "ingredients"), &faults)
    var parts = UniqueNames()
    let read = items.prefix(Self.partsMax).compactMap { part($0, &parts, &faults) }
    if items.isEmpty {
      faults.add(
        fields.place(of: "ingredients"), "the mixture has no ingredients", "name at least one")
    }
    return read.isEmpty ? nil : Mixture(id: Mixture.ID(rawValue: id), name: name, parts: read)
  }

  private func part(_ node: DocumentNode, _ names: inout UniqueNames, _ faults: inout Faults)
    -> Mixture.Part?
  {
    guard
      let fields = Fields(
        node, of: "an ingredient of a mixture", required: ["ingredient"],
        optional: ["concentration"], &faults)
    else { return nil }
    let text = fields.text("ingredient", most: 64, &faults)
    names.use(text, of: "ingredient", at: fields.place(of: "ingredient"), &faults)
    let id = Ingredient.ID(rawValue: text)
    guard tables.ingredient(id) != nil else {
      faults.add(
        fields.place(of: "ingredient"), "the pack has no ingredient \(shown(text))",
        didYouMean(
          text, tables.ingredients.map(\.id.rawValue), otherwise: "use an id of its ingredients"))
      return nil
    }
    return Mixture.Part(
      ingredient: id,
      concentration: fields.text("concentration", most: Self.concentrationMax, &faults))
  }

  private func bound(
    _ items: [DocumentNode], _ most: Int, _ what: String, at place: Place, _ faults: inout Faults
  ) {
    guard items.count > most else { return }
    faults.add(place, "there are \(items.count) \(what), at most \(most) are read", "remove some")
  }
}
