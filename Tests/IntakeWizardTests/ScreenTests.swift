import ClinicalModel
import Terminal
import Testing

@testable import IntakeWizard

private let arrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"

/// Every screen as a whole, with the keys that lead to it.
private let scenes: [(name: String, keys: String)] = [
  ("home", ""),
  ("several-options", "n"),
  ("text", "n0<enter>TESTPATIENT, Maria"),
  ("date-read-back", "n0<enter>TESTPATIENT, Maria<enter>3/4/85"),
  ("date-refused", "n0<enter>TESTPATIENT, Maria<enter>3/4/2027<enter>"),
  ("yes-or-no", arrival),
  ("date-or-never", arrival + "n"),
  ("number", arrival + "n3d<enter>7"),
  ("single-choice", arrival + "n3d<enter>7<enter>"),
  ("question-with-findings", arrival + "u3d<enter>7<enter>2"),
  ("help", arrival + "?"),
  ("findings", arrival + "u3d<enter>7<enter>2ng"),
  ("find-a-question", arrival + "<ctrl-f>d<down>"),
  ("note", arrival + "cgave the date herself"),
  ("actions", arrival + "<ctrl-x>"),
  ("leave", arrival + "<ctrl-c>"),
  ("emergency", "n1<enter>"),
  ("review", arrival + "u3d<enter>7<enter>2n"),
  ("review-not-finished", arrival + "<ctrl-r>"),
  ("result-nothing-found", arrival + "nn2<enter>1<end>r"),
  ("result-deferred", arrival + "n3d<enter>7<enter>1<end>r"),
  ("result-excluded", arrival + "ynu1<end>r"),
  ("result-not-finished", arrival + "n<ctrl-r><end>r"),
  ("override", arrival + "n3d<enter>2<enter>1<end>r4seen<enter>OVER"),
  ("sign", arrival + "nn2<enter>1<end>r4sDr Ex"),
  ("export", arrival + "nn2<enter>1<end>r4sDr Example<enter>"),
]

/// Keys up to the table of the grouped pack.
private let toTable = "nEXAMPLE, Maria<enter>3 mar 1985<enter>1n"

/// Screens of the pack with groups, a table and parts.
private let groupedScenes: [(name: String, keys: String)] = [
  ("table", toTable),
  ("table-denied-together", toTable + "n"),
  ("table-one-by-one", toTable + "y"),
  ("table-date", toTable + "y3w"),
  ("table-date-refused", toTable + "y3 mar 2027<enter>"),
  ("table-choice", toTable + "nnn"),
  ("table-detail", toTable + "nnn2"),
  ("table-finding", toTable + "y3d<enter>"),
  ("group", toTable + "nnn1"),
  ("group-help", toTable + "nnn1?"),
  ("group-opened", toTable + "nnn1y"),
  ("review-together", toTable + "nnn1n<ctrl-r><down><down><down><down><down>"),
  ("parts", toTable + "<ctrl-x>m"),
  ("part-done", "m2" + toTable),
  ("part-of-nurse", "m3nu"),
  ("returning", "rex"),
  ("reconfirm", "r1"),
  ("reconfirm-changed", "r13"),
]

/// Screens of the pack with lists.
private let listScenes: [(name: String, keys: String)] = [
  ("list-empty", "ny"),
  ("list-matches", "nywarf"),
  ("list-marked", "nywarf<down>"),
  ("list-combination", "nyecosprin"),
  ("list-did-they-mean", "nywarferin"),
  ("list-free-text", "nywhite tablet<up>"),
  ("list-choice", "nyecosprin av<down><enter>"),
  ("list-text", "nyecosprin av<down><enter>11heart"),
  ("list-date", "nyecosprin av<down><enter>11heart<enter>2d"),
  ("list-entries", "nyecosprin av<down><enter>11heart<enter>2d<enter>warf<down><enter>2<tab>"),
  ("list-entry-marked", "nywarf<down><enter>11<tab>white<up><enter><tab><up>"),
  ("list-remove", "nywarf<down><enter>11<tab><up>-"),
  ("list-many", "ny" + String(repeating: "warf<down><enter>11<tab>", count: 12) + "clo"),
  ("list-gate-refused", "nywarf<down><enter><tab><backtab>n"),
  ("list-names", "n<ctrl-f>planned<enter>lido<down><enter><enter>1sul<down><enter>be"),
  ("list-skin-tests", "n<ctrl-f>skin tests<enter>a2lido<down><enter>23d<enter>a2<enter>1"),
  ("list-help", "nywarf<down><enter>?"),
  ("list-review", "nyecosprin av<down><enter>11<tab>white<up><enter><tab><tab><ctrl-r><end>"),
  ("list-earlier", "r1y"),
]

private let sizes = [
  "80x24": GridSize(rows: 24, columns: 80), "60x16": GridSize(rows: 16, columns: 60),
  "120x40": GridSize(rows: 40, columns: 120),
]

@Test(arguments: scenes.map(\.name), sizes.keys.sorted())
func `each screen looks as it is on record`(scene name: String, window: String) throws {
  var bench = Bench()
  bench.press(try #require(scenes.first { $0.name == name }).keys)
  bench.size = try #require(sizes[window])
  try expectScreen(bench.screen, "\(window)/\(name)")
}

/// A bench with the grouped pack and one patient who was here before.
private func groupedBench() -> Bench {
  var bench = Bench(pack: .grouped)
  bench.earlier = [
    EarlierVisit(
      id: "e1", patient: "EXAMPLE, Maria  b. 3 Mar 1985 (41)",
      day: CalendarDate.bench.adding(days: -254),
      answers: [
        "patient-full-name": .known(.text("EXAMPLE, Maria")),
        "patient-date-of-birth": PartialDate(iso: "1985-03-03").map { .known(.date($0)) }
          ?? .unknown(.notAsked),
        "area": .known(.choice("face")), "latex": .known(.choice("no")),
      ])
  ]
  return bench
}

@Test(arguments: groupedScenes.map(\.name), sizes.keys.sorted())
func `each screen of groups, tables and parts looks as it is on record`(
  scene name: String, window: String
) throws {
  var bench = groupedBench()
  let size = try #require(sizes[window])
  bench.setWindow(rows: size.rows, columns: size.columns)
  bench.press(try #require(groupedScenes.first { $0.name == name }).keys)
  try expectScreen(bench.screen, "\(window)/\(name)")
}

/// A bench with the listed pack and one patient who was here before.
private func listedBench() -> Bench {
  var bench = Bench(pack: .listed)
  bench.earlier = [
    EarlierVisit(
      id: "e1", patient: "EXAMPLE, Maria  b. 3 Mar 1985 (41)",
      day: CalendarDate.bench.adding(days: -254),
      answers: [
        "medicines": .known(
          .entries([
            ["medicine": .known(.text("Ecosprin AV")), "use": .known(.choice("regular"))],
            ["medicine": .known(.text("warfarin"))],
          ]))
      ])
  ]
  return bench
}

@Test(arguments: listScenes.map(\.name), sizes.keys.sorted())
func `each screen of a list looks as it is on record`(scene name: String, window: String) throws {
  var bench = listedBench()
  let size = try #require(sizes[window])
  bench.setWindow(rows: size.rows, columns: size.columns)
  bench.press(try #require(listScenes.first { $0.name == name }).keys)
  try expectScreen(bench.screen, "\(window)/\(name)")
}

/// Screens of the lock and of PINs, at which JK sits.
private let lockScenes: [(name: String, keys: String)] = [
  ("lock", arrival + "<ctrl-x><ctrl-x>12"),
  ("lock-wrong", arrival + "<ctrl-x><ctrl-x>12<enter>"),
  ("lock-choosing", arrival + "<ctrl-x><ctrl-x><enter><down>"),
  ("lock-menu", arrival + "<ctrl-x><ctrl-x><ctrl-x>"),
  ("lock-emergency", arrival + "<ctrl-x><ctrl-x><ctrl-x>1"),
  ("home-of-a-user", ""),
  ("my-pin", "<ctrl-x>*1234<enter>5678"),
  ("users", "<ctrl-x>@"),
]

@Test(arguments: lockScenes.map(\.name), sizes.keys.sorted())
func `each screen of the lock looks as it is on record`(scene name: String, window: String) throws {
  var bench = Bench(staff: .two)
  let size = try #require(sizes[window])
  bench.setWindow(rows: size.rows, columns: size.columns)
  bench.press("11234<enter>" + (try #require(lockScenes.first { $0.name == name }).keys))
  try expectScreen(bench.screen, "\(window)/\(name)")
}

@Test func `a lock without a PIN looks as it is on record`() throws {
  var bench = Bench()
  bench.press(arrival + "<ctrl-x><ctrl-x>")
  try expectScreen(bench.screen, "80x24/lock-without-pin")
}

/// Every scene with the bench on which it is played.
var allScenes: [(bench: Bench, scenes: [(name: String, keys: String)])] {
  [(Bench(), scenes), (groupedBench(), groupedScenes), (listedBench(), listScenes)]
}

@Test func `no screen writes outside its window and the cursor is always inside`() {
  let benches = [Bench(), groupedBench(), listedBench()]
  for (kind, scenes) in [scenes, groupedScenes, listScenes].enumerated() {
    for scene in scenes { expectInside(benches[kind], scene.keys) }
  }
}

private func expectInside(_ start: Bench, _ keys: String) {
  var bench = start
  bench.press(keys)
  for (rows, columns) in [(24, 80), (16, 60), (50, 200), (5, 20), (1, 1), (0, 0)] {
    let size = GridSize(rows: rows, columns: columns)
    let grid = bench.wizard.view(size)
    #expect(grid.size == size)
    #expect(grid.cursor.row < max(1, rows) && grid.cursor.column < max(1, columns))
  }
}

@Test func `a window that is too small says so and loses nothing`() {
  var bench = Bench()
  bench.press(arrival + "n")
  bench.size = GridSize(rows: 10, columns: 40)
  #expect(bench.screen.contains("Make the window wider: 40 of 60"))
  bench.size = .classic
  #expect(bench.screen.contains("When was your last filler?"))
}

@Test func `a resize in the middle of typing keeps what was typed`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPA")
  bench.size = GridSize(rows: 30, columns: 100)
  #expect(bench.screen.contains("[ TESTPA "))
  bench.press("TIENT")
  bench.size = GridSize(rows: 16, columns: 60)
  #expect(bench.screen.contains("[ TESTPATIENT "))
}
