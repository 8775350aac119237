import ClinicalModel
import Terminal
import Testing

@testable import IntakeWizard

/// The key line of a screen: its last row.
private func keyLine(_ bench: Bench) -> String {
  bench.wizard.view(bench.size).line(bench.size.rows - 1)
}

/// The keys that a hint names, such as `Y`, `N` and `U` of `Y N U Answer`.
private func keys(of hint: String) -> [Key] {
  let named: [String: [Key]] = [
    "Enter": [.enter], "Esc": [.escape], "Tab": [.tab], "Shift-Tab": [.backTab],
    "Up/Down": [.up, .down], "Down/Up": [.down, .up], "PgDn": [.pageDown],
    "^X": [.control("x")], "^F": [.control("f")], "^G": [.control("g")], "^R": [.control("r")],
    "^U": [.control("u")], "^L": [.control("l")],
  ]
  var keys: [Key] = []
  for word in hint.split(separator: " ").map(String.init) {
    if let known = named[word] {
      keys += known
    } else if word.count == 1 {
      keys += word.map { .character($0) }
    } else if word.count == 3, word.dropFirst().first == "-", let first = word.first, first.isNumber
    {
      keys.append(.character(first))
    } else {
      break
    }
  }
  return keys
}

private func hints(_ line: String) -> [String] {
  var hints: [String] = []
  var words: [String] = []
  for word in line.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
    if word.isEmpty {
      if !words.isEmpty { hints.append(words.joined(separator: " ")) }
      words = []
    } else {
      words.append(word)
    }
  }
  return words.isEmpty ? hints : hints + [words.joined(separator: " ")]
}

private let idle = [
  "does nothing here", "Press ? for the keys", "No such action", "Letter keys are off",
]

@Suite struct KeyLineTests {
  @Test(arguments: Scene.withKeyLine.map(\.name), LetterKeys.both)
  func `every key that the key line names does something`(name: String, letters: LetterKeys) throws
  {
    let scene = try #require(Scene.all.first { $0.name == name })
    var start = try scene.bench()
    start.wizard.display.letterKeys = letters
    var found = 0
    for hint in hints(keyLine(start)) where !hint.hasPrefix("Actions:") {
      for key in keys(of: hint) {
        var bench = start
        bench.press(key)
        found += 1
        for words in idle { #expect(!bench.screen.contains(words), "\(hint): \(key)") }
      }
    }
    #expect(found > 0, "\(keyLine(start))")
  }

  @Test(arguments: Scene.withKeyLine.map(\.name))
  func `every key of the key table does something where it is said to`(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    let start = try scene.bench()
    for pageKey in start.wizard.keyTable.keys {
      // Not every digit of a range has a line.
      let count = pageKey.shown.first?.isNumber == true ? 1 : 3
      for key in pageKey.keys.prefix(count) {
        var bench = start
        bench.press(key)
        for words in idle where !bench.screen.contains("There is no") {
          #expect(!bench.screen.contains(words), "\(pageKey.shown) \(pageKey.words)")
        }
      }
    }
  }

  @Test(arguments: Scene.withKeyLine.map(\.name))
  func `help tells every key of the page`(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    var bench = try scene.bench(GridSize(rows: 400, columns: 80))
    guard bench.wizard.dialogs.isEmpty else { return }
    let table = bench.wizard.keyTable
    bench.press(.control("g"))
    guard bench.wizard.dialogs.last is HelpDialog else {
      let silent = [
        "The folder for files", ListScreen.removing.table.title, ListScreen.rereading.table.title,
      ]
      #expect(silent.contains(table.title))
      return
    }
    let screen = bench.screen
    for key in table.keys {
      #expect(screen.contains(key.words), "\(key.words)")
      #expect(screen.contains("  \(key.shown) "), "\(key.shown)")
    }
    for binding in KeyMap.bindings where binding.command != .actions {
      #expect(screen.contains(binding.words), "\(binding.words)")
    }
  }
}

extension LetterKeys {
  static let both: [LetterKeys] = [.on, .off]
}

@Suite struct LetterKeysTests {
  private func off(_ keys: String) -> Bench {
    var bench = Bench()
    bench.press("<ctrl-x>k")
    bench.press(keys)
    return bench
  }

  @Test func `with letter keys off a letter answers nothing and says so`() {
    var bench = off("0")
    bench.press("0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>")
    #expect(bench.saved["patient-full-name"] == .known(.text("TESTPATIENT, Maria")))
    let before = bench.entries.count
    for letter in "ynudcgYNUDCG" {
      bench.press(.character(letter))
      #expect(bench.screen.contains("Letter keys are off"))
    }
    #expect(bench.entries.count == before)
    #expect(bench.screen.contains("( ) 2  No"))
    #expect(bench.screen.contains(" 1 2 3 4 Answer"))
    bench.press("2")
    #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
  }

  @Test func `digits answer by their place in any case`() {
    var bench = Bench()
    bench.press("0")
    bench.press("0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>3")
    #expect(bench.saved["pregnancy-status"] == .unknown(.unsure))
  }

  @Test func `no digit closes an emergency screen`() {
    var bench = Bench()
    bench.press("n1<enter>1")
    #expect(bench.screen.contains("R returns to the record. Nothing is lost."))
    bench.press("<esc><ctrl-x>k<ctrl-x>1")
    #expect(bench.screen.contains("Esc Return"))
    bench.press("r2")
    #expect(bench.screen.contains("EMERGENCY"))
    bench.press("<esc>")
    #expect(!bench.screen.contains("EMERGENCY"))
  }

  @Test func `a whole consultation goes without letter keys`() {
    var bench = off("0")
    bench.press("0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>2")
    bench.press("2")
    #expect(bench.saved["filler-date"] == .known(.never))
    bench.press("2<enter>1<end><ctrl-x>o4")
    #expect(bench.screen.contains("The decision is recorded."))
    bench.press("6")
    bench.press("Dr Ex<enter>")
    #expect(bench.wizard.isSignedForTest)
    bench.press("5")
    #expect(bench.screen.contains("New consultation"))
  }

  @Test func `arrows and Enter reach every action and every key of the page`() {
    var bench = off("<ctrl-x>")
    #expect(bench.screen.contains("Returning"))
    bench.press("<enter>")
    #expect(bench.screen.contains("Nothing is marked"))
    bench.press("<down><down><enter>")
    #expect(bench.screen.contains("Returning patient, name:"))
    bench.press("<esc><ctrl-x>k")
    #expect(bench.screen.contains("Letter keys are on."))
    bench.press("n")
    #expect(bench.screen.contains("Question 1 of"))
  }
}

extension Wizard {
  fileprivate var isSignedForTest: Bool {
    if let session = openConsultation { session.isSigned } else { false }
  }
}
