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

  /// The medicine's name in the pack.
  public let id: ID
  /// Its generic name.
  public let name: String
  /// Other generic names.
  public let alternativeNames: [String]
  /// Its ATC codes; empty where none was found.
  public let atc: [String]
  /// Its RxNorm identifier.
  public let rxNorm: RxNormCode
  /// Its brands.
  public let brands: MedicineBrands
  /// Spellings that are known to be wrong; they always ask.
  public let misspellings: [String]
  /// Its class.
  public let classKey: MedicineKey
  /// The class in words.
  public let classTitle: String
  /// Its tags.
  public let tags: [MedicineKey]
  /// Its effect on bleeding.
  public let bleeding: BleedingEffect
  /// Why it matters, for staff.
  public let reason: String
  /// Its own weight where no rule says more.
  public let severity: Severity
  /// What ends the deferral, where `severity` defers.
  public let until: Until
  /// Where the row comes from.
  public let evidence: TableEvidence
  /// Which files its codes and brands come from, as text.
  public let dataSources: [String]

  /// A medicine from its parts.
  public init(
    id: ID, name: String, alternativeNames: [String] = [], atc: [String] = [],
    rxNorm: RxNormCode = .notConfirmed, brands: MedicineBrands = MedicineBrands(),
    misspellings: [String] = [], classKey: MedicineKey, classTitle: String,
    tags: [MedicineKey] = [], bleeding: BleedingEffect, reason: String, severity: Severity,
    until: Until = .notDeferred, evidence: TableEvidence, dataSources: [String] = []
  ) {
    self.id = id
    self.name = name
    self.alternativeNames = alternativeNames
    self.atc = atc
    self.rxNorm = rxNorm
    self.brands = brands
    self.misspellings = misspellings
    self.classKey = classKey
    self.classTitle = classTitle
    self.tags = tags
    self.bleeding = bleeding
    self.reason = reason
    self.severity = severity
    self.until = until
    self.evidence = evidence
    self.dataSources = dataSources
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
