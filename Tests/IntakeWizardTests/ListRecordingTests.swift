import ClinicalModel
import Consultation
import Screening
import Terminal
import Testing

@testable import IntakeWizard

private func bench(_ keys: String = "") -> Bench {
  var bench = Bench(pack: .listed)
  bench.press("ny" + keys)
  return bench
}

private let two = "warf<down><enter>11<tab>clop<down><enter>12mi<enter><tab>"

@Test func `a name is durable as soon as it is taken, and the entry once it is done`() {
  var bench = bench("warf<down><enter>")
  #expect(bench.recordings == 1)
  bench.press("11")
  #expect(bench.recordings == 1)
  bench.press("<tab>")
  #expect(bench.recordings == 2)
  // Looking at it records nothing.
  bench.press("<up><enter><esc><up><enter><enter><tab>")
  #expect(bench.recordings == 2)
}

@Test func `after a kill between any two keys at most the entry in hand is lost`() throws {
  var bench = Bench(pack: .listed)
  var done = 0
  for key in Bench.keys("ny" + two + "aspirin<down><enter>3") {
    bench.press(key)
    if bench.entries.isEmpty { continue }
    let again = try bench.restarted()
    #expect(again.saved == bench.saved)
    guard let here = bench.wizard.page as? ListScreen else { continue }
    #expect(again.wizard.currentQuestion == "medicines")
    if case .adding = here.level.input { done = here.entries.count }
    #expect(again.medicines.prefix(done) == here.entries.prefix(done))
  }
  #expect(done == 2)
}

@Test func `an entry in hand is kept when the hand rests, with its place`() throws {
  var bench = bench("warf<down><enter>11heart fail")
  #expect(bench.wizard.wantsIdle)
  bench.pause()
  #expect(!bench.wizard.wantsIdle)
  var again = try bench.restarted()
  #expect(again.medicines == bench.medicines)
  #expect(again.screen.contains("[ heart fail "))
  again.press("ure<tab>")
  #expect(again.medicines.first?["reason"] == .known(.text("heart failure")))
}

@Test func `a name that is being typed comes back after a kill`() throws {
  var bench = bench("warf<down><enter><tab>clopi")
  bench.pause()
  let again = try bench.restarted()
  #expect(again.screen.contains("Add a medicine: clopi"))
  #expect(again.medicines.count == 1)
}

@Test func `a list that nobody said to be complete comes back first`() throws {
  let open = try bench(two).restarted()
  #expect(open.wizard.currentQuestion == "medicines")
  let complete = try bench(two + "<tab>").restarted()
  #expect(complete.wizard.currentQuestion != "medicines")
  #expect(complete.medicines.count == 2)
}

@Test func `an answer that could not be written is not lost from the list`() {
  var bench = bench()
  bench.disk = .isFull
  bench.press("warf<down><enter>11<tab>")
  #expect(bench.screen.contains("XXX NOT SAVED"))
  #expect(bench.medicines.isEmpty)
  #expect(bench.screen.contains("1  warfarin"))
  bench.disk = .works
  bench.press("<ctrl-x>a")
  #expect(bench.medicines.count == 1)
}

@Test func `an ended program keeps the entry in hand`() {
  var bench = bench("warf<down><enter>1")
  bench.end()
  #expect(bench.medicines.first?["use"] == .known(.choice("regular")))
  #expect(bench.effects.last == .quit)
}

@Test func `no to the gate of a list is refused while entries are on file`() {
  var bench = bench(two + "<backtab>n")
  #expect(bench.saved["medicines-any"] == .known(.choice("yes")))
  #expect(
    bench.screen.contains("Medicines: 2 entries on file. Remove them first, then answer No."))
  // Not knowing takes nothing away.
  bench.press("u")
  #expect(bench.saved["medicines-any"] == .unknown(.unsure))
  #expect(bench.medicines.count == 2)
}

@Test func `once the entries are removed the gate takes its no`() {
  let bench = bench(two + "<up>-y<up>-y<backtab>n")
  #expect(bench.saved["medicines-any"] == .known(.choice("no")))
}

@Test func `no to a whole group is refused while one of its lists has entries`() throws {
  var bench = bench(two + "<tab>yynbee<down><enter>1")
  // Both gates are cleared, so that the group can be denied again.
  bench.press("<ctrl-f>any allergy<enter>-<ctrl-f>bled<enter>-")
  #expect(bench.saved["allergies-any"] == .unknown(.notAsked))
  guard var session = bench.wizard.openConsultation else { return }
  session.opened = []
  bench.wizard.openConsultation = session
  bench.wizard.page = GroupScreen(group: "both")
  bench.press("n")
  #expect(bench.saved["bleeding"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Allergies: 1 entry on file."))
}

@Test func `a list with entries is not cleared or answered over in passing`() {
  var bench = bench(two + "<ctrl-x>-")
  #expect(bench.medicines.count == 2)
  bench.press("<ctrl-x>u")
  #expect(bench.medicines.count == 2)
}

@Test func `a signed list can be looked at and not be changed`() {
  var bench = bench(two + "<tab>nlido<down><enter><tab><tab>")
  bench.press("<ctrl-x>u<end>r1made up<enter>sDr Ex<enter>")
  let before = bench.saved
  guard let session = bench.wizard.openConsultation, session.isSigned else {
    Issue.record("not signed")
    return
  }
  bench.press("<ctrl-f>medicines<down><enter>")
  bench.wizard.go(to: .question("medicines"))
  bench.press("aspirin<down><enter>")
  #expect(bench.screen.contains("This consultation is signed"))
  bench.press("<ctrl-u><up>-y")
  #expect(bench.saved == before)
}

@Test func `the review names each entry on a line of its own, with what it means`() {
  let bench = bench("ecosprin av<down><enter>11<tab>white<up><enter><tab><tab><ctrl-r><end>")
  #expect(bench.screen.contains("2 entries"))
  #expect(
    bench.screen.contains(
      "1  Ecosprin AV = atorvastatin + acetylsalicylic acid, Regular, A"))
  #expect(bench.screen.contains("2  white (NOT CHECKED)"))
}

@Test func `an entry in words holds no raw ids`() {
  let ingredient: Answers = [
    "ingredient": .known(.text("Lidocaine")), "components-known": .known(.choice("no")),
    "free-of": .known(.choices(["bee_sting", "sulfite"])), "lot": .unknown(.unsure),
  ]
  let question = CompiledPack.listed.question("planned-ingredients")
  let answer = Answer.known(.entries([ingredient]))
  #expect(
    question.map { answer.lines(for: $0, in: CompiledPack.listed.names) } == [
      "Lidocaine, Lot: NOT SURE, No list, Label says free of: Bee or wasp sting, Sulfite"
    ])
  #expect(question.map { answer.words(for: $0).contains("bee sting") } == true)
}

@Test func `an entry that calls for an emergency opens its screen at once`() {
  var bench = bench(two + "<tab>yynsul<down><enter>1")
  #expect(bench.screen.contains("STOP. Call the doctor in the clinic now."))
  #expect(bench.saved["allergies"].entries.count == 1)
  bench.press("r")
  #expect(bench.screen.contains("Add an allergy:"))
}

@Test func `a change to a list withdraws the decision`() {
  var bench = bench(two + "<tab>nlido<down><enter><tab><tab><ctrl-x>u<end>r1made up<enter>")
  #expect(bench.consultation?.decision != .undecided)
  bench.press("<ctrl-r>")
  bench.wizard.go(to: .question("medicines"))
  bench.press("aspirin<down><enter>")
  #expect(bench.consultation?.decision == .undecided)
  #expect(bench.screen.contains("the decision is withdrawn"))
}
