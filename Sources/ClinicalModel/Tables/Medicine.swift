/// How much a medicine adds to bleeding and bruising.
public enum BleedingEffect: String, CaseIterable, Hashable, Sendable {
  /// None known.
  case none
  /// Little; matters together with others.
  case low
  /// More bruising.
  case moderate
  /// Much more bruising or bleeding.
  case high
}

/// A medicine's identifier in RxNorm, and how sure it is.
public enum RxNormCode: Hashable, Sendable {
  /// Two sources agree.
  case twoSources(String)
  /// Only the named source gives it.
  case oneSource(String, source: String)
  /// Sources differ; which was kept and why.
  case disputed(String, note: String)
  /// Left open on purpose.
  case notConfirmed
}

/// A medicine's brand names by where they are sold.
public struct MedicineBrands: Hashable, Sendable {
  /// Sold in India.
  public let india: [String]
  /// Sold in the United States.
  public let unitedStates: [String]
  /// Sold in the United Kingdom.
  public let unitedKingdom: [String]
  /// Sold in the European Union.
  public let europeanUnion: [String]
  /// Named without a source: a pharmacist has yet to check them.
  public let unconfirmed: [String]

  /// Brands from their lists.
  public init(
    india: [String] = [], unitedStates: [String] = [], unitedKingdom: [String] = [],
    europeanUnion: [String] = [], unconfirmed: [String] = []
  ) {
    self.india = india
    self.unitedStates = unitedStates
    self.unitedKingdom = unitedKingdom
    self.europeanUnion = europeanUnion
    self.unconfirmed = unconfirmed
  }

  /// Every brand that a source links to the medicine, each once.
  public var confirmed: [String] {
    var seen: Set<String> = []
    return (india + unitedStates + unitedKingdom + europeanUnion).filter {
      seen.insert($0).inserted
    }
  }
}

/// One generic medicine.
public struct Medicine: Hashable, Sendable {
  /// A permanent medicine name, such as `acetylsalicylic-acid`.
  public typealias ID = Identifier<Medicine>

  /// What the row says, behind one reference: rows are copied by the million
  /// when packs are proven.
  private let fields: Shared<Fields>

  private struct Fields: Hashable, Sendable {
    let id: ID
    let name: String
    let alternativeNames: [String]
    let atc: [String]
    let rxNorm: RxNormCode
    let brands: MedicineBrands
    let misspellings: [String]
    let classKey: MedicineKey
    let classTitle: String
    let tags: [MedicineKey]
    let bleeding: BleedingEffect
    let reason: String
    let severity: Severity
    let until: Until
    let evidence: TableEvidence
    let dataSources: [String]
  }

  /// The medicine's name in the pack.
  public var id: ID { fields.value.id }
  /// Its generic name.
  public var name: String { fields.value.name }
  /// Other generic names.
  public var alternativeNames: [String] { fields.value.alternativeNames }
  /// Its ATC codes; empty where none was found.
  public var atc: [String] { fields.value.atc }
  /// Its RxNorm identifier.
  public var rxNorm: RxNormCode { fields.value.rxNorm }
  /// Its brands.
  public var brands: MedicineBrands { fields.value.brands }
  /// Spellings that are known to be wrong; they always ask.
  public var misspellings: [String] { fields.value.misspellings }
  /// Its class.
  public var classKey: MedicineKey { fields.value.classKey }
  /// The class in words.
  public var classTitle: String { fields.value.classTitle }
  /// Its tags.
  public var tags: [MedicineKey] { fields.value.tags }
  /// Its effect on bleeding.
  public var bleeding: BleedingEffect { fields.value.bleeding }
  /// Why it matters, for staff.
  public var reason: String { fields.value.reason }
  /// Its own weight where no rule says more.
  public var severity: Severity { fields.value.severity }
  /// What ends the deferral, where `severity` defers.
  public var until: Until { fields.value.until }
  /// Where the row comes from.
  public var evidence: TableEvidence { fields.value.evidence }
  /// Which files its codes and brands come from, as text.
  public var dataSources: [String] { fields.value.dataSources }

  /// A medicine from its parts.
  public init(
    id: ID, name: String, alternativeNames: [String] = [], atc: [String] = [],
    rxNorm: RxNormCode = .notConfirmed, brands: MedicineBrands = MedicineBrands(),
    misspellings: [String] = [], classKey: MedicineKey, classTitle: String,
    tags: [MedicineKey] = [], bleeding: BleedingEffect, reason: String, severity: Severity,
    until: Until = .notDeferred, evidence: TableEvidence, dataSources: [String] = []
  ) {
    fields = Shared(
      Fields(
        id: id, name: name, alternativeNames: alternativeNames, atc: atc, rxNorm: rxNorm,
        brands: brands, misspellings: misspellings, classKey: classKey, classTitle: classTitle,
        tags: tags, bleeding: bleeding, reason: reason, severity: severity, until: until,
        evidence: evidence, dataSources: dataSources))
  }

  /// Everything a key can find it by, parents aside.
  var labels: [MedicineKey] { [MedicineKey(rawValue: id.rawValue), classKey] + tags }
}

extension Rule.ID {
  /// The finding that a medicine raises by itself.
  public static func medicineDefault(_ medicine: Medicine.ID) -> Self {
    .init(rawValue: "medicine-default-\(medicine.rawValue)")
  }
}

extension Medicine {
  /// Hashes the id alone: no two rows of a table share it.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
