import ClinicalModel
import NameSearch
import Screening

/// The names that are worth trying in lists: for each way in which some tests
/// can tell two rows of a table apart, one row, and a name that no table has.
struct ListNames {
  /// The name that no table has.
  static let unmatched = "TESTNAME"
  /// The most rows of one table.
  private static let rowsMax = 28

  let medicines: [String]
  let ingredients: [String]
  let allergens: [String]
  /// For a medicine another one that the tests cannot tell from it.
  let twins: [String: String]
  /// Whether there are more kinds of rows than are tried.
  let isSampled: Bool

  /// - Parameter wanted: the tables that names are wanted of.
  init(for tests: [ListTest], in lookup: TableNames, of wanted: Set<NameTable>) {
    let asksForTests = tests.contains(where: \.asksForTests)
    var keys = unique(tests.flatMap(\.keys))
    if asksForTests {
      // What hides a reaction spoils a test.
      keys = unique(
        keys + SkinTestKind.ofIngredients.flatMap { Self.confounders(of: $0, in: lookup) })
    }
    let medicines =
      wanted.contains(.medicines) ? Self.medicines(matching: keys, in: lookup) : []
    let ingredients =
      wanted.contains(.ingredients) ? Self.ingredients(for: tests, in: lookup) : []
    let allergens =
      wanted.contains(.allergens)
      ? Self.allergens(for: tests, among: ingredients, asksForTests, in: lookup) : []
    self.medicines =
      medicines.prefix(Self.rowsMax).compactMap(\.first) + Self.brands(for: tests, in: lookup)
      + (wanted.contains(.medicines) ? Self.openForms(in: lookup) : []) + [Self.unmatched]
    twins = Dictionary(
      medicines.compactMap { $0.count > 1 ? ($0[0], $0[1]) : nil },
      uniquingKeysWith: { first, _ in first })
    self.ingredients = ingredients.prefix(Self.rowsMax) + [Self.unmatched]
    self.allergens = allergens.prefix(Self.rowsMax) + [Self.unmatched]
    isSampled = [medicines.count, ingredients.count, allergens.count].contains { $0 > Self.rowsMax }
  }

  /// For each set of keys that match a medicine the two plainest such
  /// medicines; the sets with fewer keys first, the empty one last.
  private static func medicines(matching keys: [MedicineKey], in lookup: TableNames) -> [[String]] {
    var marks = [[Int]](repeating: [], count: lookup.tables.medicines.count)
    for (mark, key) in keys.enumerated() {
      for place in lookup.tables.places(matching: key) { marks[place].append(mark) }
    }
    var kinds: [[Int]: [Int]] = [:]
    for place in marks.indices { kinds[marks[place], default: []].append(place) }
    let order = kinds.keys.sorted { first, second in
      first.isEmpty == second.isEmpty
        ? (first.count, kinds[first]?[0] ?? 0) < (second.count, kinds[second]?[0] ?? 0)
        : second.isEmpty
    }
    return order.map { marks in
      var names: [String] = []
      var rest = kinds[marks, default: []]
      // The plainest two: the fewer tags, the less else is said of them.
      for tagCount in 0...tagsMax where names.count < 2 {
        let next = rest.filter { lookup.tables.medicines[$0].tags.count == tagCount }
        rest.removeAll { lookup.tables.medicines[$0].tags.count == tagCount }
        for place in next where names.count < 2 {
          if let name = plainName(of: lookup.tables.medicines[place].id, in: lookup) {
            names.append(name)
          }
        }
      }
      return names
    }.filter { !$0.isEmpty }
  }

  /// A text that means this medicine and no other: its id, with a word for its
  /// form where it is one among several.
  private static func plainName(of id: Medicine.ID, in lookup: TableNames) -> String? {
    let words =
      lookup.tables.forms.generic(of: id) == nil ? [] : lookup.tables.words.routes.keys.sorted()
    return ([id.rawValue] + words.map { "\(id.rawValue) \($0)" }).first {
      lookup.medicines(named: $0).map(\.id) == [id]
    }
  }

  /// More tags than a medicine has.
  private static let tagsMax = 40

  private static func confounders(of kind: SkinTestKind, in lookup: TableNames) -> [MedicineKey] {
    lookup.tables.keys.map(\.key).filter { $0.rawValue.hasPrefix("skin_test_confounder.") }
  }

  /// One ingredient for each set of words that mean it.
  private static func ingredients(for tests: [ListTest], in lookup: TableNames) -> [String] {
    let words = unique(tests.flatMap(\.ingredientWords))
    let categories = unique(tests.flatMap(\.categories))
    let listed = unique(tests.compactMap(\.listedNames))
    let kinds = kinds(of: lookup.tables.ingredients.map(\.id.rawValue)) { add in
      for (place, word) in words.enumerated() {
        for ingredient in lookup.tables.ingredients(meant: word) {
          add(ingredient.id.rawValue, place)
        }
      }
      for ingredient in lookup.tables.ingredients {
        guard let place = categories.firstIndex(of: ingredient.category.rawValue) else { continue }
        add(ingredient.id.rawValue, words.count + place)
      }
      for (place, names) in listed.enumerated() {
        for name in names { add(name, words.count + categories.count + place) }
      }
    }
    return kinds.compactMap { names in
      names.first { lookup.ingredients(named: $0).map(\.id.rawValue) == [$0] }
    }
  }

  /// One allergen for each set of words that mean it and of ingredients that
  /// hold it or may be taken for it.
  private static func allergens(
    for tests: [ListTest], among ingredients: [String], _ asksForTests: Bool, in lookup: TableNames
  ) -> [String] {
    let words = unique(tests.flatMap(\.allergenWords))
    let kinds = kinds(of: lookup.tables.allergens.map(\.id.rawValue)) { add in
      for (place, word) in words.enumerated() { add(word, place) }
      guard asksForTests else { return }
      for (place, ingredient) in ingredients.prefix(rowsMax).enumerated() {
        for allergen in lookup.tables.allergens {
          switch lookup.tables.relation(of: allergen.id, to: Ingredient.ID(rawValue: ingredient)) {
          case .contains, .crossReacts: add(allergen.id.rawValue, words.count + place)
          case .dependsOnParts, .noneKnown: break
          }
        }
      }
    }
    return kinds.compactMap { names in
      names.first { lookup.allergens(named: $0).map(\.id.rawValue) == [$0] }
    }
  }

  /// A brand that holds two of what is counted.
  /// A name that leaves open which form of a medicine it is.
  private static func openForms(in lookup: TableNames) -> [String] {
    lookup.tables.medicines.first { lookup.leavesFormOpen($0.name) }.map { [$0.name] } ?? []
  }

  private static func brands(for tests: [ListTest], in lookup: TableNames) -> [String] {
    let counted = tests.compactMap { test -> MedicineKey? in
      if case .countTaking(let key, _) = test { key } else { nil }
    }
    return unique(counted).compactMap { key in
      lookup.tables.combinationBrands.first { brand in
        brand.medicines.count { lookup.tables.matches($0, key) } > 1
          && Set(lookup.medicines(named: brand.name).map(\.id)) == Set(brand.medicines)
      }?.name
    }
  }

  /// The names sorted by what marks them, those with fewer marks first.
  private static func kinds(
    of names: [String], marking: (_ add: (String, Int) -> Void) -> Void
  ) -> [[String]] {
    var marks: [String: [Int]] = [:]
    marking { name, mark in
      if marks[name]?.last != mark { marks[name, default: []].append(mark) }
    }
    var order: [[Int]] = []
    var kinds: [[Int]: [String]] = [:]
    for name in names {
      let own = marks[name, default: []]
      if kinds[own] == nil { order.append(own) }
      kinds[own, default: []].append(name)
    }
    return order.filter { !$0.isEmpty }.sorted { $0.count < $1.count }.compactMap { kinds[$0] }
      + [kinds[[]] ?? []].filter { !$0.isEmpty }
  }
}
