import ClinicalModel
import Consultation
import Screening
import Terminal

@testable import IntakeWizard

/// A wizard on a bench that is spoken to: lines go in, lines come out.
struct LineBench: Sendable {
  var bench: Bench
  private var face = LinearFace()
  /// Everything that was said, each typed line behind its prompt.
  private(set) var transcript: [String] = []
  /// Everything that was said, with the prompts and without what was typed.
  private(set) var spoken: [String] = []
  /// What was said after the last line.
  private(set) var last: [String] = []
  private var prompt = ""

  init(_ bench: Bench = Bench()) {
    self.bench = bench
    self.bench.wizard.becomeLines()
    speak()
  }

  init(pack: CompiledPack) { self.init(Bench(pack: pack)) }

  var wizard: Wizard { bench.wizard }

  /// What was said after the last line, as one text.
  var said: String { last.joined(separator: "\n") }

  /// Everything said and typed, as one text.
  var text: String { (transcript + [prompt]).joined(separator: "\n") }

  /// Types lines, a second apart.
  mutating func type(_ lines: String...) {
    for line in lines { type(line: line, after: 1000, .typed) }
  }

  /// Types one line so many milliseconds after the last.
  mutating func type(line: String, after milliseconds: Int64, _ pace: Wizard.Pace) {
    transcript.append(prompt + line)
    last = []
    switch bench.hear(line, by: &face, after: milliseconds, pace) {
    case .said(let lines): last += lines
    case .taken: break
    }
    transcript += last
    spoken += last
    speak()
  }

  private mutating func speak() {
    let lines = face.speak(bench.wizard)
    prompt = face.prompt(bench.wizard)
    last += lines
    transcript += lines
    spoken += lines + [prompt]
  }
}
