import ClinicalModel
import IntakeWizard
import Terminal

// A script is a file of lines:
//
//   # what follows is not read
//   window 24x80
//   press n0<enter>TESTPATIENT, Maria<enter>
//   paste two words
//   wait 120
//   screen after-the-name
//
// It is replayed on made-up patients, and each `screen` writes what would stand
// on the screen.

/// A script, checked whole before anything of it is replayed.
struct ScriptFile {
  /// One line's step.
  enum Step: Hashable {
    case window(GridSize)
    case press(KeyScript)
    case paste(String)
    /// Seconds in which nobody types.
    case wait(seconds: Int)
    /// Writes the screen under this name.
    case screen(String)
  }

  let steps: [Step]

  /// The most steps of one script.
  static let stepsMax = 10_000

  /// Reads a script.
  init(_ bytes: [UInt8]) throws(Failure) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.fault("the script is not written in UTF-8", line: 0)
    }
    var steps: [Step] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      // The keys of a line may end with a blank; what the editor adds may not.
      let line = line.last == "\r" ? line.dropLast() : line
      guard !line.isEmpty, line.first != "#" else { continue }
      steps.append(try Self.step(line, number: index + 1))
    }
    guard steps.count <= Self.stepsMax else {
      throw Self.fault("the script has more than \(Self.stepsMax) steps", line: 0)
    }
    self.steps = steps
  }

  private static func step(_ line: Substring, number: Int) throws(Failure) -> Step {
    let word = line.prefix { $0 != " " }
    let rest = String(line.dropFirst(word.count + 1))
    switch word {
    case "press":
      do throws(KeyScript.Fault) { return .press(try KeyScript(rest)) } catch {
        throw fault("no key has the name in angle brackets", line: number)
      }
    case "paste": return .paste(rest.replacing("\\n", with: "\n"))
    case "wait":
      guard let seconds = Int(rest), (0...86_400).contains(seconds) else {
        throw fault("wait needs seconds, from 0 to 86400", line: number)
      }
      return .wait(seconds: seconds)
    case "screen":
      guard !rest.isEmpty, rest.utf8.count <= 60, rest.allSatisfy(isName) else {
        throw fault("screen needs a name of small letters, digits and dashes", line: number)
      }
      return .screen(rest)
    case "window":
      let sides = rest.split(separator: "x").compactMap { Int($0) }
      guard sides.count == 2, (1...200).contains(sides[0]), (1...500).contains(sides[1]) else {
        throw fault("window needs rows and columns, such as 24x80", line: number)
      }
      return .window(GridSize(rows: sides[0], columns: sides[1]))
    default:
      throw fault("no step has this name; window, press, paste, wait and screen are", line: number)
    }
  }

  private static func isName(_ character: Character) -> Bool {
    character.isASCII && (character.isLowercase || character.isNumber || character == "-")
  }

  private static func fault(_ words: String, line: Int) -> Failure {
    Failure(
      .badInput, line > 0 ? "line \(line) of the script: \(words)" : words,
      safe: "nothing was replayed", next: "see mesoscreen --help")
  }
}
