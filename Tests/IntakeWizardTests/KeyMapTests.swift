import ClinicalModel
import Screening
import Terminal
import Testing

@testable import IntakeWizard

@Test func `no key and no menu letter has two meanings`() {
  let keys = KeyMap.bindings.flatMap { $0.plain + $0.anywhere }
  #expect(Set(keys).count == keys.count)
  let letters = KeyMap.bindings.map(\.letter)
  #expect(Set(letters).count == letters.count)
  for table in AllScreens.keyTables {
    let own = table.keys.flatMap(\.keys)
    #expect(Set(own).count == own.count, "\(table.title)")
  }
}

@Test func `the menu has the letters that were agreed`() {
  let agreed: [Command: Character] = [
    .saveAgain: "a", .back: "b", .note: "c", .declined: "d", .emergency: "e", .jump: "f",
    .findings: "g", .skinTests: "h", .about: "i", .next: "j", .letterKeys: "k", .repaint: "l",
    .redo: "y", .undo: "z", .theme: "m", .forward: "n", .result: "o", .export: "p", .leave: "q",
    .review: "r", .home: "s",
    .face: "t", .unsure: "u", .part: "v", .help: "w", .clearAnswer: "-", .suspend: "&",
  ]
  for (command, letter) in agreed { #expect(KeyMap.binding(command)?.letter == letter) }
}

@Test func `every command is in the actions menu`() {
  for command in Command.allCases { #expect(KeyMap.binding(command) != nil, "\(command)") }
  for size in Scene.sizes.values {
    var bench = Bench()
    bench.setWindow(rows: size.rows, columns: size.columns)
    bench.press("n<ctrl-x>")
    for binding in KeyMap.bindings where binding.command != .actions {
      #expect(bench.screen.contains(binding.words), "\(binding.words)")
    }
  }
}

@Test func `keys that terminals and lines keep for themselves are not bound`() {
  let kept: [Key] = "sqabdhijmpvyotwn".map { .control($0) }
  for binding in KeyMap.bindings {
    for key in binding.plain + binding.anywhere { #expect(!kept.contains(key)) }
  }
  for key in AllScreens.keyTables.flatMap(\.keys).flatMap(\.keys) { #expect(!kept.contains(key)) }
}

@Test func `a key without a meaning says where the keys are told`() {
  var bench = Bench()
  bench.press("n;")
  #expect(bench.screen.contains("Press ? for the keys."))
  bench.press(.unrecognised)
  #expect(bench.screen.contains("Press ? for the keys."))
}

@Test func `an action that cannot be taken says why, in the menu and when it is pressed`() {
  for size in Scene.sizes.values {
    var bench = Bench()
    bench.setWindow(rows: size.rows, columns: size.columns)
    bench.press("<ctrl-x>")
    #expect(bench.screen.contains("(G) Findings"))
    #expect(bench.screen.contains("not now: no"))
    bench.press("g")
    #expect(bench.screen.contains("Findings: not now, no consultation is open."))
    bench.press("n<ctrl-x>")
    #expect(bench.screen.contains(" G  Findings"))
    #expect(bench.screen.contains("everything is saved"))
    bench.press("a")
    #expect(bench.screen.contains("Save again: not now, everything is saved."))
  }
}

@Test func `the theme is changed from the menu and says which it is`() {
  var bench = Bench()
  for theme in ["colour", "mono", "contrast", "text", "auto"] {
    bench.press("<ctrl-x>m")
    #expect(bench.screen.contains("Theme \(theme): "))
    #expect(bench.wizard.display.theme.rawValue == theme)
  }
}

@Test func `about says which program and pack these are and what they are for`() {
  var bench = Bench()
  bench.press("<ctrl-x>i")
  let pack = bench.wizard.setting.pack
  for words in [pack.id, pack.version, pack.digest, "Mesoscreen", "does not diagnose"] {
    #expect(bench.screen.contains(words), "\(words)")
  }
  bench.press("<esc>")
  #expect(bench.screen.contains("New consultation"))
}
