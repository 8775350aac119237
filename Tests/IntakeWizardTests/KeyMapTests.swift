import Terminal
import Testing

@testable import IntakeWizard

@Test func `no key and no menu letter has two meanings`() {
  let keys = KeyMap.bindings.flatMap { $0.plain + $0.anywhere }
  #expect(Set(keys).count == keys.count)
  let letters = KeyMap.bindings.map(\.letter)
  #expect(Set(letters).count == letters.count)
}

@Test func `every command is in the actions menu`() {
  for command in Command.allCases { #expect(KeyMap.binding(command) != nil, "\(command)") }
  var bench = Bench()
  bench.press("n<ctrl-x>")
  // Skin tests are offered where the pack asks for them.
  for binding in KeyMap.bindings where ![.actions, .skinTests].contains(binding.command) {
    #expect(bench.screen.contains(binding.words), "\(binding.words)")
  }
}

@Test func `keys that terminals and lines keep for themselves are not bound`() {
  let kept: [Key] = "sqabdhijmpvyotwn".map { .control($0) }
  for binding in KeyMap.bindings {
    for key in binding.plain + binding.anywhere { #expect(!kept.contains(key)) }
  }
}

@Test func `a key without a meaning says where the keys are told`() {
  var bench = Bench()
  bench.press("n;")
  #expect(bench.screen.contains("Press ? for the keys."))
  bench.press(.unrecognised)
  #expect(bench.screen.contains("Press ? for the keys."))
}
