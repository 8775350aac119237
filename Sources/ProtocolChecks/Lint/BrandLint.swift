import ClinicalModel
import Screening

/// Looks for combination brands that lack a medicine which their own words, or
/// other rows, say they hold.
struct BrandLint {
  private let tables: Tables
  /// How often an ingredient is named, and with which medicines that no other
  /// ingredient of the brand names.
  private var named: [String: (rows: Int, medicines: [Medicine.ID: Int])] = [:]
  private var byName: [String: Set<Medicine.ID>] = [:]

  init(pack: CompiledPack) {
    tables = pack.tables
    for medicine in tables.medicines {
      for name in [medicine.id.rawValue, medicine.name] + medicine.alternativeNames {
        byName[name.lowercased(), default: []].insert(medicine.id)
      }
    }
    for brand in tables.combinationBrands {
      let told = Set(brand.ingredients.flatMap { medicines(named: $0) })
      for name in Set(brand.ingredients) {
        named[name, default: (0, [:])].rows += 1
        for medicine in brand.medicines where !told.contains(medicine) {
          named[name]?.medicines[medicine, default: 0] += 1
        }
      }
    }
  }

  func findings() -> [LintFinding] {
    tables.combinationBrands.flatMap { brand in
      brand.ingredients.flatMap { missing($0, in: brand) } + elsewhere(brand)
    }
  }

  /// Whether the lint would find the brand without one of its medicines.
  func notices(_ brand: CombinationBrand, without medicine: Medicine.ID) -> Bool {
    let rest = CombinationBrand(
      name: brand.name, ingredients: brand.ingredients,
      medicines: brand.medicines.filter { $0 != medicine }, keys: brand.keys,
      evidence: brand.evidence)
    return brand.ingredients.contains { name in
      let known = medicines(named: name)
      guard known.isEmpty else { return known.isDisjoint(with: generics(of: rest)) }
      guard let (rows, medicines) = named[name], rows >= 3 else { return false }
      return medicines[medicine] == rows
    } || !elsewhere(rest).isEmpty
  }

  /// What a brand names, and the generic of each that is one form of it: a cream
  /// with betamethasone names betamethasone on the skin.
  private func generics(of brand: CombinationBrand) -> Set<Medicine.ID> {
    Set(brand.medicines + brand.medicines.compactMap { tables.forms.generic(of: $0) })
  }

  private func fault(
    _ brand: CombinationBrand, _ cause: String, _ witness: LintFinding.Witness
  ) -> LintFinding {
    let cells = [brand.name, brand.ingredients.joined(separator: ";")]
    return LintFinding(
      .brandPart, at: PackSpot(.row(table: "combination-brands", cells), "medicines"), cause,
      witness: witness, "name the medicine, or correct what the brand holds")
  }

  /// An ingredient that is a medicine of the tables, by its name or as every
  /// other row has it.
  private func missing(_ ingredient: String, in brand: CombinationBrand) -> [LintFinding] {
    let known = medicines(named: ingredient)
    if !known.isEmpty {
      guard known.isDisjoint(with: generics(of: brand)) else { return [] }
      return [
        fault(
          brand, "\(quoted(brand.name)) holds \(ingredient), which it does not name as a medicine",
          .words("\(known.map(\.rawValue).sorted().joined(separator: ", ")) has that name"))
      ]
    }
    guard let (rows, medicines) = named[ingredient], rows >= 3 else { return [] }
    let usual = medicines.filter { $0.value == rows - 1 && !brand.medicines.contains($0.key) }
    return usual.keys.sorted().map { medicine in
      fault(
        brand, "\(quoted(brand.name)) holds \(ingredient), yet not \(medicine)",
        .words("each of the \(rows - 1) other brands with \(ingredient) names \(medicine)"))
    }
  }

  /// The medicines with this name, or with this name before one word for a salt.
  private func medicines(named name: String) -> Set<Medicine.ID> {
    let words = name.lowercased().split(separator: " ")
    return byName[words.joined(separator: " ")]
      ?? byName[words.dropLast().joined(separator: " ")] ?? []
  }

  /// A brand that the medicines' own table gives to a fixed combination, such as
  /// "clopidogrel + aspirin", holds all of one.
  private func elsewhere(_ brand: CombinationBrand) -> [LintFinding] {
    tables.medicines.filter { $0.brands.confirmed.contains(brand.name) }.compactMap { medicine in
      let mixtures = medicine.alternativeNames.filter { $0.contains("+") }.map { text in
        text.split(separator: "+").map { medicines(named: $0.trimmed) }
      }
      guard !mixtures.isEmpty,
        !mixtures.contains(where: { parts in
          parts.allSatisfy { !$0.isDisjoint(with: brand.medicines) }
        })
      else { return nil }
      return fault(
        brand, "\(quoted(brand.name)) does not hold what tables/medicines.csv says it does",
        .words(
          "it is a brand of \(medicine.id): \(medicine.alternativeNames.joined(separator: "; "))")
      )
    }
  }
}

extension Substring {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
