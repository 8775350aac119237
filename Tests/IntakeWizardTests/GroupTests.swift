import ClinicalModel
import Consultation
import Screening
import Terminal
import Testing

@testable import IntakeWizard

/// Keys up to the table, and on to the group of habits.
private let toTable = "nEXAMPLE, Maria<enter>3 mar 1985<enter>1n"
private let toGroup = toTable + "nnn1"

private func bench(_ keys: String) -> Bench {
  var bench = Bench(pack: .grouped)
  bench.press(keys)
  return bench
}

private let habits: [Question.ID] = ["alcohol", "smoking", "event-date"]

@Test func `one No to a group is one entry and counts as no for each of its questions`() {
  var bench = bench(toGroup)
  let before = bench.entries.count
  bench.press("n")
  #expect(bench.entries.count == before + 1)
  #expect(bench.saved["alcohol"] == .known(.choice("no")))
  #expect(bench.saved["smoking"] == .known(.choice("no")))
  #expect(bench.saved["event-date"] == .known(.never))
  guard case .groupDenied(let denial)? = bench.entries.last?.event else {
    Issue.record("not one entry of its own")
    return
  }
  #expect(denial.group == "habits")
  #expect(
    denial.wording == "Have you had alcohol today, do you smoke, or is an event coming soon?")
  #expect(denial.members.map(\.question) == habits)
  #expect(bench.screen.contains("Is consent signed?"))
}

@Test(arguments: ["y", "u", "d", "<enter>", ">", "<tab>", "<right>", "<ctrl-x>u", "<ctrl-x>d"])
func `nothing but No can be said to a group: everything else asks its questions one by one`(
  key: String
) {
  var bench = bench(toGroup)
  let before = bench.entries.count
  bench.press(key)
  #expect(bench.entries.count == before)
  #expect(bench.screen.contains("Have you had alcohol today?\n"))
  bench.press("n")
  #expect(bench.saved["alcohol"] == .known(.choice("no")))
  #expect(bench.saved["smoking"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Do you smoke?\n"))
}

@Test func `a group of which one question is answered is no longer offered`() {
  var bench = bench(toGroup + "<ctrl-f>smoking<enter>y")
  #expect(bench.saved["smoking"] == .known(.choice("yes")))
  #expect(bench.screen.contains("Is an event coming soon, and when?"))
  bench.press("n")
  bench.press("<ctrl-x>j")
  #expect(bench.screen.contains("Have you had alcohol today?\n"))
}

@Test func `a question of a group that was answered alone is changed alone`() {
  let bench = bench(toGroup + "n<ctrl-f>smoking<enter>y")
  #expect(bench.saved["smoking"] == .known(.choice("yes")))
  #expect(bench.saved["alcohol"] == .known(.choice("no")))
  #expect(bench.consultation?.recordings["smoking"]?.asked == .alone)
  #expect(bench.consultation?.recordings["smoking"]?.wording == "Do you smoke?")
  #expect(bench.consultation?.recordings["alcohol"]?.asked == .together("habits"))
}

@Test func `clearing one answer of a group leaves the others as they were said`() {
  var bench = bench(toGroup + "n<ctrl-f>smoking<enter>-")
  #expect(bench.saved["smoking"] == .unknown(.notAsked))
  #expect(bench.saved["event-date"] == .known(.never))
  #expect(bench.screen.contains("Do you smoke?\n"))
  bench.press("<ctrl-x>j")
  #expect(bench.screen.contains("Do you smoke?\n"))
}

@Test func `a question that does not apply is neither on the group's page nor in its entry`() {
  var bench = bench("nEXAMPLE, Maria<enter>3 mar 1985<enter>2n")
  #expect(!bench.screen.contains("Date of last dental work"))
  bench.press("n")
  guard case .groupDenied(let denial)? = bench.entries.last?.event else {
    Issue.record("not denied together")
    return
  }
  #expect(denial.members.map(\.question) == ["filler-date", "prp-date"])
  #expect(bench.saved["dental-date"] == .unknown(.notAsked))
}

@Test func `a question that nobody knows to apply is asked alone, never denied in passing`() {
  let bench = bench("nEXAMPLE, Maria<enter>3 mar 1985<enter>unn")
  #expect(bench.saved["prp-date"] == .known(.never))
  #expect(bench.saved["dental-date"] == .unknown(.notAsked))
  #expect(bench.screen.contains("When was your last dental work?"))
  #expect(bench.screen.contains("Asked because an earlier answer is not known."))
}

@Test func `the way back from the first question of a group leads to the group`() {
  var bench = bench(toGroup + "y")
  bench.press("<")
  #expect(bench.screen.contains("( ) N  No to each of them:"))
  bench.press("n")
  #expect(bench.saved["smoking"] == .known(.choice("no")))
}

@Test func `what stands between the questions of a group is asked next, not passed over`() {
  let small = CompiledPack.grouped
  let between = small.with(
    sections: small.sections.filter { $0.id == "habits" }.map { section in
      let group = QuestionGroup(
        id: "habits", ask: "Alcohol today, or an event soon?", label: "Alcohol, event",
        members: ["alcohol", "event-date"])
      return section.with(groups: [group], questions: section.questions)
    })
  var bench = Bench(pack: between)
  bench.press("nn")
  #expect(bench.saved["event-date"] == .known(.never))
  #expect(bench.screen.contains("Do you smoke?\n"))
}

@Test func `going back from a group is never blocked and answers nothing`() {
  var bench = bench(toGroup)
  let before = bench.entries.count
  bench.press("<")
  #expect(bench.screen.contains("Have you ever taken the made-up tablets?"))
  bench.press(">")
  #expect(bench.screen.contains("( ) N  No to each of them:"))
  #expect(bench.entries.count == before)
}

@Test func `a held N denies one group only, and a held Y answers none of its questions`() {
  var bench = bench(toTable + "nn")
  bench.press("n")
  bench.press("1")
  bench.type(.character("n"))
  #expect(bench.saved["alcohol"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Key held"))
  bench.press("y")
  for _ in 0..<40 { bench.type(.character("y")) }
  #expect(bench.saved["alcohol"] == .unknown(.notAsked))
}

@Test func `a kill after a group's No loses nothing and asks no question twice`() throws {
  let again = try bench(toGroup + "n").restarted()
  #expect(again.saved["event-date"] == .known(.never))
  #expect(again.screen.contains("Is consent signed?"))
}

@Test func `review names the words that were read out for each question of a group`() {
  var bench = bench(toGroup + "n<ctrl-r>")
  bench.setWindow(rows: 60, columns: 80)
  let words = "asked together: Have you had alcohol today, do you smoke"
  #expect(bench.screen.split(separator: words).count == 4)
}

@Test func `a signed consultation takes no group's No any more`() {
  var bench = bench(toGroup + "nn<end>r1made up<enter>sDr Example<enter>")
  let before = bench.entries.count
  bench.press("<ctrl-f>alcohol<enter>y")
  #expect(bench.entries.count == before)
}
