import ClinicalModel
import Consultation
import Terminal

@testable import IntakeWizard

/// One screen: where it begins and the keys that lead to it.
struct Scene: Sendable {
  let name: String
  let keys: String
  /// What is pasted after the keys; empty for nothing.
  var pasted = ""
  let start: @Sendable () throws -> Bench

  /// The sizes at which every screen is on record.
  static let sizes = [
    "80x24": GridSize(rows: 24, columns: 80), "60x16": GridSize(rows: 16, columns: 60),
    "120x40": GridSize(rows: 40, columns: 120),
  ]

  /// The bench after the keys, in a window of this size from the first key on.
  func bench(_ size: GridSize = .classic) throws -> Bench {
    var bench = try start()
    bench.setWindow(rows: size.rows, columns: size.columns)
    bench.press(keys)
    if !pasted.isEmpty { bench.paste(pasted) }
    return bench
  }

  /// Those with a key line: the lock says its few keys in its middle.
  static let withKeyLine = all.filter { !$0.name.hasPrefix("lock") }

  /// Every screen on record.
  static let all: [Scene] =
    smallScenes.map { Scene(name: $0.name, keys: $0.keys) { Bench() } }
    + groupedScenes.map { Scene(name: $0.name, keys: $0.keys) { groupedBench() } }
    + listScenes.map { Scene(name: $0.name, keys: $0.keys) { listedBench() } }
    + skinTestScenes.map { scene in
      Scene(name: scene.name, keys: scene.keys) { try skinTestBench(try ListPack.answers()) }
    }
    + lockScenes.map {
      Scene(name: $0.name, keys: "11234<enter>" + $0.keys) { Bench(staff: .two) }
    }
    + [
      Scene(name: "lock-without-pin", keys: smallArrival + "<ctrl-x><ctrl-x>") { Bench() },
      Scene(name: "paste", keys: "n0<enter>", pasted: "TESTPATIENT, Maria\nwarfarin\n") { Bench() },
      Scene(name: "skin-tests-to-read", keys: "w<down>") { try worklistBench() },
      Scene(name: "not-saved", keys: "n0<enter>") { fullDiskBench() },
      Scene(name: "leave-not-saved", keys: "n0<enter><ctrl-c>") { fullDiskBench() },
      Scene(name: "home-with-consultations", keys: "<down>") { busyBench() },
    ]
}

/// A bench with the grouped pack and one patient who was here before.
func groupedBench() -> Bench {
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

/// A bench with the listed pack and one patient who was here before.
func listedBench() -> Bench {
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

/// A bench with skin tests to be read, one of them late.
func worklistBench() throws -> Bench {
  var bench = Bench(pack: try ListPack.pack.get())
  let rows = [
    ("TESTPATIENT, Maria  b. 3 Mar 1985 (41)", -3, 1), ("SAMPLE, Jon  b. 19 Jul 1990 (36)", 0, 0),
  ]
  bench.happen(
    .readingsListed(
      rows.map {
        ReadingRow(
          id: "c1", patient: $0.0, what: "patch test day 2 (3)",
          date: CalendarDate.bench.adding(days: $0.1), overdue: $0.2)
      }))
  return bench
}

/// A bench whose disk is full.
func fullDiskBench() -> Bench {
  var bench = Bench()
  bench.disk = .isFull
  return bench
}

/// A bench with consultations on its home screen, one of them damaged.
func busyBench() -> Bench {
  var bench = Bench()
  let rows: [(String, String, HomeRow.Condition)] = [
    ("TESTPATIENT, Maria  b. 3 Mar 1985 (41)", "at Allergy", .draft),
    ("SAMPLE, Jon  b. 19 Jul 1990 (36)", "ready to sign", .draft),
    ("EXAMPLE, Zoë  b. 2 Jan 1971 (55)", "signed today", .signed),
    (
      "", "", .damaged("This record cannot be read. The others are safe. Restore it from a backup.")
    ),
  ]
  bench.happen(
    .listed(
      rows.enumerated().map {
        HomeRow(
          id: Consultation.ID(rawValue: "c\($0.offset)00000000"), patient: $0.element.0,
          stage: $0.element.1, saved: "14:2\($0.offset)", condition: $0.element.2)
      }))
  return bench
}
