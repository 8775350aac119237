import Terminal
import Testing

@testable import IntakeWizard

@Test func `a script names keys in angle brackets and types everything else`() throws {
  #expect(
    try KeyScript("n<enter>Å<ctrl-x><f12>").keys
      == [.character("n"), .enter, .character("Å"), .control("x"), .function(12)])
}

@Test func `a bracket that begins no name is a key of its own`() throws {
  #expect(
    try KeyScript("<<3>").keys == [
      .character("<"), .character("<"), .character("3"), .character(">"),
    ])
  #expect(try KeyScript("<").keys == [.character("<")])
}

@Test func `a key that no keyboard has is refused`() {
  #expect(throws: KeyScript.Fault.unknownName("entre")) { try KeyScript("n<entre>") }
}

@Test(arguments: [
  "", "n", "w", "n0<enter>TESTPATIENT, Maria", "n<ctrl-x>", "n<ctrl-f>", "n?", "n<ctrl-c>", "m",
  "n1<enter>", "n<ctrl-r>", "n<ctrl-x><ctrl-x>",
])
func `every screen of training says so`(keys: String) {
  for columns in [60, 80, 120] {
    var bench = Bench(use: .training)
    bench.setWindow(rows: 16, columns: columns)
    bench.press(keys)
    let screen = bench.wizard.view(bench.size)
    let row = bench.wizard.isLocked ? bench.size.rows - 1 : 0
    #expect(screen.line(row).contains(" TRAINING "), "\(bench.screen)")
  }
}
