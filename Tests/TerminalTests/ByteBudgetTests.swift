import ArgumentParser
import IntakeWizard
import Terminal
import TerminalCurses
import TerminalTesting
import Testing

@testable import mesoscreen

/// The wizard on a real back end, every byte counted by the key that caused it.
private final class CountedWizard {
  let stage: Stage
  private var script: ScriptRun?
  private var sent = 0

  init(_ terminal: String) throws {
    let stage = try Stage(terminal)
    self.stage = stage
    let options = try CommonOptions.parse(["--today", "2026-11-21"])
    script = try ScriptRun(options) { [weak self] grid in self?.sent += stage.show(grid).count }
  }

  /// The most bytes that one of these keys sent.
  func most(_ keys: String) throws -> Int {
    try KeyScript(keys).keys.map { key in
      sent = 0
      script?.press(key)
      return sent
    }.max() ?? 0
  }

  /// The bytes of the whole screen, sent anew.
  func repaint() -> Int {
    sent = 0
    stage.terminal.repaint()
    script?.paint()
    return sent
  }

  /// The bytes of nothing new.
  func idle() -> Int {
    sent = 0
    script?.paint()
    return sent
  }
}

extension CursesTerminalTests {
  static let budgeted = ["xterm-256color", "linux", "screen-256color"]

  @Test(arguments: budgeted)
  func `a key that stays on its page sends at most 200 bytes`(terminal: String) throws {
    let wizard = try CountedWizard(terminal)
    defer { wizard.stage.terminal.close() }
    _ = try wizard.most("n")
    // Marks of several answers, letters of a name, a date, a search for a name.
    #expect(try wizard.most("12<down><down>12") <= 200)
    _ = try wizard.most("0<enter>1")
    #expect(try wizard.most("TESTPATIENT, Maria<left><bs>") <= 200)
    _ = try wizard.most("<enter>")
    #expect(try wizard.most("3/3/1985") <= 200)
    _ = try wizard.most("<ctrl-x>s2")
    #expect(try wizard.most("<down><down><up>") <= 200)
    #expect(try wizard.most("zzz") <= 200)
  }

  @Test(arguments: budgeted)
  func `an answer that goes on to the next question sends at most 1200 bytes`(
    terminal: String
  ) throws {
    let wizard = try CountedWizard(terminal)
    defer { wizard.stage.terminal.close() }
    _ = try wizard.most("1")
    // Pregnancy, sun, skin, recent procedures, with findings on the way.
    let most = try wizard.most("unn1n3nuyn<<<<>>>>")
    #expect(most <= 1200)
    #expect(most > 400, "nothing went on")
  }

  @Test(arguments: budgeted)
  func `a whole screen sent anew takes at most 2500 bytes, and nothing new none at all`(
    terminal: String
  ) throws {
    let wizard = try CountedWizard(terminal)
    defer { wizard.stage.terminal.close() }
    for keys in [
      "", "1", "?", "<esc>g", "<esc><ctrl-x>", "1", "r<ctrl-f>", "<esc><ctrl-r>", "<pgdn>", "r",
      "<ctrl-x>h", "<ctrl-x>sw", "<esc>r",
    ] {
      #expect(try wizard.most(keys) <= 2500, "\(keys)")
      let whole = wizard.repaint()
      #expect((300...2500).contains(whole), "\(whole) bytes for\n\(wizard.stage.screen.text)")
      #expect(wizard.idle() == 0)
    }
  }
}
