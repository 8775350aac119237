public import ClinicalModel
package import NameSearch

/// A protocol pack made ready for screening: the names of its tables indexed and
/// its conditions compiled.
///
/// Compiling the shipped pack takes about as long as screening a hundred
/// patients, so a program does it once and keeps the result. What a pack says is
/// read from the compiled one as from the pack itself.
@dynamicMemberLookup
public final class CompiledPack: Sendable {
  /// The pack itself.
  public let pack: ProtocolPack
  /// Its tables, to look names up in.
  package let names: TableNames
  /// Its questions and conditions by their place.
  let index: PackIndex
  /// What its questions say is planned beside the list.
  let plan: [PlanQuestion]

  /// Compiles a pack.
  public init(_ pack: ProtocolPack) {
    self.pack = pack
    names = TableNames(of: pack.tables)
    index = PackIndex(of: pack)
    plan = pack.tables.plan
  }

  /// Compiles a pack that was made from another one. What names mean is taken
  /// over where the tables leave it as it was.
  package init(_ pack: ProtocolPack, from other: CompiledPack) {
    self.pack = pack
    let isSame = other.names.mean(theSameIn: pack.tables)
    names = isSame ? other.names : TableNames(of: pack.tables)
    index = PackIndex(of: pack)
    plan =
      isSame && pack.tables.planOptions == other.tables.planOptions
      ? other.plan : pack.tables.plan
  }

  /// What the pack says.
  @inlinable
  public subscript<Value>(dynamicMember path: KeyPath<ProtocolPack, Value>) -> Value {
    pack[keyPath: path]
  }

  /// The question with this name; `nil` if the pack has none such.
  public func question(_ id: Question.ID) -> Question? {
    index.places[id].map { index.questions[$0] }
  }

  /// The rule with this name; `nil` if the pack has none such.
  public func rule(_ id: Rule.ID) -> Rule? { pack.rule(id) }

  /// The source with this name; `nil` if the pack has none such.
  public func source(_ id: Source.ID) -> Source? { pack.source(id) }

  /// The section a question belongs to; `nil` for a foreign question.
  public func section(of question: Question.ID) -> Section? { pack.section(of: question) }
}

extension CompiledPack: Hashable {
  /// Whether two packs say the same.
  public static func == (first: CompiledPack, second: CompiledPack) -> Bool {
    first === second || first.pack == second.pack
  }

  /// Hashes what tells packs apart soonest.
  public func hash(into hasher: inout Hasher) { hasher.combine(pack.digest) }
}
