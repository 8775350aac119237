import ClinicalModel
import Consultation
import Foundation
import IntakeWizard
import Journal
import JournalSQLite
import ProtocolLibrary
import Screening
import Staff
import Terminal
import Testing

@testable import mesoscreen

/// A terminal that plays a script and writes down what it is asked for. A wait
/// moves the clock by exactly what was asked.
private final class ScriptedTerminal: TerminalBackend {
  let size = GridSize.classic
  private var script: [Terminal.Input]
  private(set) var waits: [Int] = []
  private(set) var shown: [Grid] = []
  private(set) var flushes = 0
  private(set) var repaints = 0
  var clock: Int64

  init(_ script: [Terminal.Input], from clock: Int64) {
    self.script = script
    self.clock = clock
  }

  func show(_ grid: Grid) { shown.append(grid) }

  func nextInput(timeoutMilliseconds: Int) -> Terminal.Input {
    waits.append(timeoutMilliseconds)
    let next = script.isEmpty ? .ended(signal: 15) : script.removeFirst()
    if next == .timedOut { clock += Int64(max(0, timeoutMilliseconds)) } else { clock += 1_000 }
    return next
  }

  func flushInput() { flushes += 1 }
  func repaint() { repaints += 1 }
  func suspend() {}
  func setTheme(_ choice: ThemeChoice) {}
  func setPasteMarking(_ on: Bool) {}
}

/// Runs the program's own loop over a script.
private func run(_ script: [Terminal.Input]) throws -> ScriptedTerminal {
  let clinic = try Clinic()
  let pack = CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:0"))
  let start: Int64 = 1_795_271_400_000
  let terminal = ScriptedTerminal(script, from: start)
  let setting = Setting(
    pack: pack, clinic: "", localTime: LocalTime(secondsFromUTC: 0),
    exportFolder: clinic.exports.path)
  let performer = EffectPerformer(
    journal: Journal(store: try SQLiteJournalStore(folder: clinic.data), seal: .plain),
    setting: setting, packArchive: PackFiles.builtIn.archive,
    now: { Instant(milliseconds: terminal.clock) }, newID: { "c1" },
    staff: StaffDesk(store: StaffStore(folder: clinic.data)))
  let wizard = Wizard(setting: setting, now: Instant(milliseconds: start))
  var loop = WizardLoop(terminal: terminal, performer: performer, wizard: wizard)
  _ = loop.run(wizard.start)
  return terminal
}

extension CalendarDate {
  fileprivate static let bench = CalendarDate(year: 2026, month: 11, day: 21) ?? .last
}

private func keys(_ text: String) -> [Terminal.Input] {
  text.map { .key($0 == "\n" ? .enter : .character($0)) }
}

@Test func `an untouched screen wakes the program twice, to warn and to lock, and then never`()
  throws
{
  let terminal = try run([.timedOut, .timedOut])
  #expect(terminal.waits == [105_000, 15_000, -1])
  let last = try #require(terminal.shown.last)
  #expect(last.text.contains("Screen locked"))
  #expect(terminal.repaints == 1 && terminal.flushes == 1)
}

@Test func `between two wakes nothing is painted that differs`() throws {
  let terminal = try run([.timedOut, .timedOut])
  var different = 0
  for (one, two) in zip(terminal.shown, terminal.shown.dropFirst()) where one != two {
    different += 1
  }
  // The list that was read, the warning, the lock.
  #expect(different <= 3)
}

@Test func `a name that is being typed is kept after two seconds, then the warning waits its turn`()
  throws
{
  let terminal = try run(keys("n0\n1TEST") + [.timedOut, .timedOut, .timedOut])
  #expect(terminal.waits.suffix(4) == [2_000, 103_000, 15_000, -1])
  #expect(terminal.shown.contains { $0.text.contains("[ TEST") })
  #expect(terminal.shown.last?.text.contains("TEST") == false)
}

@Test func `the lock stands on the screen before anything is written to the disk`() throws {
  let terminal = try run(keys("n0\n1TEST") + [.key(.control("x")), .key(.control("x"))])
  let first = try #require(terminal.shown.firstIndex { $0.text.contains("Screen locked") })
  for grid in terminal.shown[first...] { #expect(!grid.text.contains("[ TEST")) }
  #expect(terminal.repaints >= 1 && terminal.flushes >= 1)
}
