import ClinicalModel
import Terminal
import Testing

@testable import IntakeWizard

/// Keys on the page of skin tests, from its list.
private let scenes: [(name: String, keys: String)] = [
  ("skin-tests", ""),
  ("skin-tests-planned", "a"),
  ("skin-tests-place", "<down><enter>"),
  ("skin-tests-place-date", "<down><enter>nnn110.05<enter>26 nov 2026"),
  ("skin-tests-read", "<down><enter>nnn11<enter><enter><enter><enter><enter>nnnn<enter>"),
  (
    "skin-tests-positive",
    "<down><enter>nnn11<enter><enter><enter><enter><enter>nnnn<enter>4n<enter><enter>"
  ),
  ("skin-tests-reaction", "<down><enter>nnn11<enter><enter><enter><enter><enter>y"),
]

private let sizes = [
  "80x24": GridSize(rows: 24, columns: 80), "60x16": GridSize(rows: 16, columns: 60),
  "120x40": GridSize(rows: 40, columns: 120),
]

@Test(arguments: scenes.map(\.name), sizes.keys.sorted())
func `each screen of skin tests looks as it is on record`(scene: String, window: String) throws {
  var bench = try skinTestBench(try ListPack.answers())
  let size = try #require(sizes[window])
  bench.setWindow(rows: size.rows, columns: size.columns)
  bench.press(try #require(scenes.first { $0.name == scene }).keys)
  try expectScreen(bench.screen, "\(window)/\(scene)", file: folder)
}

private let folder = String(
  #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/x")
