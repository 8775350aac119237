import ClinicalModel
import Foundation
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

/// Rows of tables: their examples hold, and a spoilt row is noticed.
@Suite struct TableMutationTests {
  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `every example of a row of the shipped tables holds, and every row has one`() throws {
    let pack = try BuiltIn.pack.get()
    let run = runTableCases(try readTableCases(.builtIn, for: pack.pack), of: pack)
    #expect(run.failures.map { "\($0.table) \($0.row): \($0.words)" } == [])
    #expect(run.percent == 100)
  }

  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `of a hundred spoilt rows at least 98 are noticed, and every one that excludes`()
    throws
  {
    let pack = try BuiltIn.pack.get()
    let work = TableMutation(
      of: pack, cases: try readTableCases(.builtIn, for: pack.pack),
      reactions: try readAllergyCases(.builtIn, for: pack.pack))
    let mutants = (0..<work.partCount).flatMap(work.mutants)
    #expect(TableMutationScore(mutants).perThousand >= 980)
    let missed = mutants.filter { $0.severity == .doNotTreat && $0.notice == .nobody }
    #expect(missed.map { "\($0.table) \($0.row): \($0.change.rawValue), \($0.words)" } == [])
  }

  @Test func `an example that does not hold says what it found`() throws {
    let pack = try BuiltIn.pack.get()
    let row = try #require(pack.tables.medicines.first { $0.severity == .caution })
    let example = TableCase(
      table: "medicines", rows: [row.id.rawValue], given: [:],
      expectation: .finding(.defer, until: .notStated))
    let run = runTableCases([example], of: pack)
    #expect(run.failures.map(\.words) == ["expected defer, found caution"])
    #expect(run.shownCount == 0)
  }

  @Test func `a row without an example is not noticed when it is spoilt`() throws {
    let pack = try BuiltIn.pack.get()
    let work = TableMutation(of: pack, cases: [], reactions: [])
    let mutants = work.mutants(ofPart: 0)
    #expect(mutants.contains { $0.change == .rowRemoved && $0.notice == .nobody })
  }
}
