import ClinicalModel
import Consultation
import Screening
import Terminal
import Testing

@testable import IntakeWizard

private let arrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"

private func bench(_ keys: String) -> Bench {
  var bench = Bench()
  bench.press(keys)
  return bench
}

@Test func `undo records the earlier answer anew and says what it did`() {
  var bench = bench(arrival + "n")
  let before = bench.entries.count
  bench.press("<ctrl-x>z")
  #expect(bench.saved["pregnancy-status"] == .unknown(.notAsked))
  #expect(bench.entries.count == before + 1)
  #expect(bench.screen.contains("Are you pregnant?"))
  #expect(
    bench.screen.contains("Undone: Pregnancy is not answered again. Ctrl-X Y does it again."))
  bench.press("<ctrl-x>y")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
  #expect(bench.screen.contains("Done again: Pregnancy is No."))
}

@Test func `a changed answer goes back to what it was, in the words it was given to`() {
  var bench = bench(arrival + "n<y")
  bench.press("<ctrl-x>z")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
  #expect(bench.consultation?.recordings["pregnancy-status"]?.wording == "Are you pregnant?")
  #expect(bench.screen.contains("Undone: Pregnancy is No again."))
}

@Test func `steps are taken back one at a time, and a cleared answer comes back`() {
  var bench = bench(arrival + "n<-")
  bench.press("<ctrl-x>z")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
  bench.press("<ctrl-x>z<ctrl-x>z")
  #expect(bench.saved["pregnancy-status"] == .unknown(.notAsked))
  #expect(bench.saved["patient-date-of-birth"] == .unknown(.notAsked))
  #expect(bench.saved["patient-full-name"] == .known(.text("TESTPATIENT, Maria")))
}

@Test func `a new answer ends what could be done again`() {
  var bench = bench(arrival + "n<ctrl-x>zy")
  bench.press("<ctrl-x>y")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("yes")))
  #expect(bench.screen.contains("Redo: not now, nothing was undone."))
}

@Test func `nothing can be undone at the beginning, and after a restart the line begins anew`()
  throws
{
  var bench = bench("n<ctrl-x>z")
  #expect(bench.screen.contains("Undo: not now, nothing to undo."))
  bench.press("0<enter>A<enter>")
  var again = try bench.restarted()
  again.press("<ctrl-x>z")
  #expect(again.screen.contains("Undo: not now, nothing to undo."))
  #expect(again.saved["patient-full-name"] == .known(.text("A")))
}

@Test func `nothing is undone across a decision, nor after signing`() {
  var bench = bench(arrival + "nn2<enter>1<end>r4")
  let answers = bench.saved
  bench.press("<ctrl-x>z")
  #expect(bench.screen.contains("Undo: not now, nothing to undo."))
  bench.press("sDr Example<enter><ctrl-x>z")
  #expect(bench.screen.contains("Undo: not now, the consultation is signed."))
  #expect(bench.saved == answers)
}

@Test func `a No to a group is one step, which asks the group again`() {
  var bench = Bench(pack: .grouped)
  bench.press("nEXAMPLE, Maria<enter>3 mar 1985<enter>1nnnn1")
  let before = bench.saved
  bench.press("n")
  #expect(bench.saved != before)
  bench.press("<ctrl-x>z")
  #expect(bench.saved == before)
  guard bench.wizard.page is GroupScreen else {
    Issue.record("not at the group: \(bench.screen)")
    return
  }
  bench.press("<ctrl-x>y")
  let denials = bench.entries.filter {
    if case .groupDenied = $0.event { true } else { false }
  }
  #expect(denials.last?.event == denials.dropLast().last?.event)
}

@Test func `a confirmation of earlier facts is taken back as a whole and can be read out again`() {
  var bench = Bench(pack: .grouped)
  bench.earlier = [
    EarlierVisit(
      id: "c0", patient: "EXAMPLE, Maria", day: .bench,
      answers: [
        "patient-full-name": .known(.text("EXAMPLE, Maria")),
        "patient-date-of-birth": .known(.date(.year(1985))),
      ])
  ]
  bench.press("r1y<ctrl-x>z")
  #expect(bench.saved["patient-full-name"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Read each line aloud. Is it still right today?"))
  bench.press("y")
  #expect(bench.saved["patient-full-name"] == .known(.text("EXAMPLE, Maria")))
}

@Test func `an entry of a list is taken back and its gate after it`() {
  var bench = Bench(pack: .listed)
  bench.press("nywarf<down><enter><esc>")
  #expect(bench.saved["medicines"].entries.count == 1)
  bench.press("<ctrl-x>z")
  #expect(bench.saved["medicines"].entries.isEmpty)
  bench.press("<ctrl-x>z")
  #expect(bench.saved["medicines-any"] == .unknown(.notAsked))
  bench.press("<ctrl-x>y<ctrl-x>y")
  #expect(bench.saved["medicines"].entries.count == 1)
}

@Test(arguments: 0..<40)
func `after any keys everything can be undone and done again`(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let keys = [
    "n", "y", "u", "d", "1", "2", "0", "<enter>", "<down>", "-", "<", ">", "3d", "<tab>",
    "warf<down><enter>",
  ]
  for pack in [CompiledPack.small, .grouped, .listed] {
    var bench = Bench(pack: pack)
    bench.press("n")
    for _ in 0..<60 { bench.press(keys[Int(random.next() % UInt64(keys.count))]) }
    bench.press("<esc><esc><esc><esc>")
    let last = bench.saved
    let report = bench.report
    let steps = bench.undoAll()
    #expect(bench.saved == Answers(), "seed \(seed)")
    for _ in 0..<steps {
      bench.leaveEmergency()
      bench.press("<ctrl-x>y")
    }
    #expect(bench.saved == last, "seed \(seed)")
    #expect(bench.report == report)
    // The journal alone tells the same.
    #expect(try Consultation(id: "c1", entries: bench.entries).answers == last)
  }
}

extension Bench {
  fileprivate var report: Report? {
    if let session = wizard.openConsultation { session.report } else { nil }
  }

  /// An emergency screen that an answer called for again is left first.
  fileprivate mutating func leaveEmergency() {
    if wizard.dialogs.last is EmergencyDialog { press("r") }
  }

  /// Takes back whatever can be taken back; how many steps that were.
  fileprivate mutating func undoAll() -> Int {
    for step in 0..<500 {
      leaveEmergency()
      guard let session = wizard.openConsultation, !session.changes.done.isEmpty else {
        return step
      }
      press("<ctrl-x>z")
    }
    return 500
  }
}

/// Numbers that look random and are the same in every run.
private struct SplitMix64 {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
