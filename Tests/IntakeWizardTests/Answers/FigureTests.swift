import ClinicalModel
import ProtocolLibrary
import Screening
import Terminal
import Testing

@testable import IntakeWizard

/// A bench on the shipped pack, at one of its questions.
private func bench(
  at question: String, rows: Int = 40, columns: Int = 120
) throws -> Bench {
  var bench = Bench(pack: CompiledPack(try readPack(.builtIn, digest: "sha256:0")))
  bench.setWindow(rows: rows, columns: columns)
  bench.press("n<ctrl-f>\(question)<enter>")
  return bench
}

@Test func `every treatment area of the pack has its place on the figure or is known to have none`()
  throws
{
  let pack = CompiledPack(try readPack(.builtIn, digest: "sha256:0"))
  let options = try #require(pack.question(BodyFigure.question)).options.map(\.id)
  for option in options {
    let isPlaced = BodyFigure.letters[option] != nil
    #expect(isPlaced != BodyFigure.withoutPlace.contains(option), "\(option)")
  }
  #expect(Set(BodyFigure.letters.values).count == BodyFigure.letters.count)
  #expect(Set(BodyFigure.letters.keys).isSubset(of: options))
}

@Test func `each area fills a part of the figure that no other area fills`() {
  var places: Set<[String]> = []
  let empty = BodyFigure.lines(marked: []).map { $0.map(\.text).joined() }
  for option in BodyFigure.letters.keys {
    let lines = BodyFigure.lines(marked: [option]).map { $0.map(\.text).joined() }
    #expect(lines != empty, "\(option)")
    #expect(lines.allSatisfy { $0.count == BodyFigure.width })
    places.insert(lines)
  }
  #expect(places.count == BodyFigure.letters.count)
}

@Test func `a wide window shows the figure beside the list, a usual one the list alone`() throws {
  var wide = try bench(at: "treatment area")
  #expect(wide.screen.contains("Front      Back"))
  #expect(wide.screen.contains("Other"))
  wide.press("1")
  #expect(wide.screen.contains("[x] 1  Face"))
  #expect(wide.screen.contains("###"))
  let usual = try bench(at: "treatment area", rows: 24, columns: 80)
  #expect(!usual.screen.contains("Front      Back"))
  #expect(usual.screen.contains("Face"))
}

@Test func `the skin type's words stand before its swatch, and a narrow window has words alone`()
  throws
{
  let usual = try bench(at: "skin type", rows: 24, columns: 80)
  let line = try #require(usual.screen.split(separator: "\n").first { $0.contains("Always burns") })
  let words = try #require(line.firstRange(of: "Always burns, never tans"))
  let swatch = try #require(line.firstRange(of: "I    ["))
  #expect(words.upperBound < swatch.lowerBound)
  #expect(usual.screen.contains("VI   [██████]"))
  let narrow = try bench(at: "skin type", rows: 16, columns: 60)
  #expect(!narrow.screen.contains("███"))
  #expect(narrow.screen.contains("Always burns"))
}
