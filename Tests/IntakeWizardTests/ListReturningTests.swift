import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let warfarin: Answers = [
  "medicine": .known(.text("warfarin")), "use": .known(.choice("regular")),
]
private let clopidogrel: Answers = [
  "medicine": .known(.text("clopidogrel")), "use": .known(.choice("stopped")),
]

/// A bench of a patient who was here before, at the medicine list.
private func bench(_ keys: String = "") -> Bench {
  var bench = Bench(pack: .listed)
  bench.earlier = [
    EarlierVisit(
      id: "e1", patient: "EXAMPLE, Maria", day: CalendarDate.bench.adding(days: -254),
      answers: [
        "medicines-any": .known(.choice("yes")),
        "medicines": .known(.entries([warfarin, clopidogrel])),
      ])
  ]
  bench.press("r1y" + keys)
  return bench
}

@Test func `earlier entries are read out one by one and confirmed with one key each`() {
  var bench = bench()
  #expect(bench.medicines.isEmpty)
  #expect(bench.screen.contains("From 12 Mar 2026, 1 of 2. Read it aloud."))
  #expect(bench.screen.contains("warfarin, Regular"))
  bench.press("y")
  #expect(bench.medicines == [warfarin])
  #expect(
    bench.consultation?.recordings["medicines"]?.wording
      == "Read out from 12 Mar 2026 and confirmed: Which medicines?")
  bench.press("y")
  #expect(bench.medicines == [warfarin, clopidogrel])
  #expect(bench.screen.contains("Add a medicine:"))
}

@Test func `what is not taken any more is left out and what has changed is asked`() {
  var bench = bench("n")
  #expect(bench.medicines.isEmpty)
  bench.press("e")
  #expect(bench.screen.contains("How it is taken"))
  bench.press("1<tab>")
  #expect(
    bench.medicines == [
      ["medicine": .known(.text("clopidogrel")), "use": .known(.choice("regular"))]
    ])
}

@Test func `Enter, Tab and Esc confirm no earlier entry`() {
  let bench = bench("<enter><tab><esc>")
  #expect(bench.medicines.isEmpty)
  #expect(bench.screen.contains("1 of 2"))
}

@Test func `earlier entries come back after a look elsewhere and may all be asked anew`() {
  var bench = bench("y<backtab>>")
  #expect(bench.screen.contains("2 of 2"))
  bench.press("s")
  #expect(bench.screen.contains("Add a medicine:"))
  #expect(bench.medicines == [warfarin])
}

@Test func `a key that is held down confirms one earlier entry only`() {
  var bench = bench()
  bench.press("y")
  for _ in 0..<5 { bench.type(.character("y")) }
  #expect(bench.medicines == [warfarin])
}
