import ClinicalModel
import NameSearch
import Synchronization

/// What the lists worth trying depend on.
struct ListDomainKey: Hashable {
  let list: Question
  let tests: [ListTest]
  /// Every list question, which may stand beside this one.
  let lists: [Question]
  /// Which names they are made of.
  let names: NamesIdentity
  let interviewDate: CalendarDate
}

/// Which names are meant: equal for the same object only, which it keeps alive.
struct NamesIdentity: Hashable {
  let names: TableNames

  static func == (first: Self, second: Self) -> Bool { first.names === second.names }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(names)) }
}

/// Remembers lists that were made up: lint and proofs ask for the same ones
/// again and again, and making them up looks names up by the thousand.
///
/// The same key always has the same lists, so that what is remembered shows in
/// nothing but the time.
final class ListDomainStore: Sendable {
  static let shared = ListDomainStore()

  private let domains = Mutex<[ListDomainKey: ListDomain]>([:])

  /// More are forgotten together: a pack has a few hundred.
  private static let most = 2_000

  func domain(_ key: ListDomainKey, _ make: () -> ListDomain) -> ListDomain {
    if let known = domains.withLock({ $0[key] }) { return known }
    let made = make()
    domains.withLock { domains in
      if domains.count >= Self.most { domains.removeAll() }
      domains[key] = made
    }
    return made
  }
}

extension Question {
  /// Whether it is answered with entries.
  var isList: Bool { if case .list = kind { true } else { false } }
}
