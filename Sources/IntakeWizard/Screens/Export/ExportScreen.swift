import ClinicalModel
import Consultation
import Summary
import Terminal

/// Which summaries are written, and where.
struct ExportScreen: Screen {
  typealias Around = ConsultationSurroundings

  var sheets: Set<SummarySheet> = [.recordPDF, .patientPDF]
  var folder: String
  /// The folder that is being typed.
  var field: TextField?
  /// What has been written since the page was opened.
  var written: [String] = []

  init(folder: String) { self.folder = folder }

  enum Act {
    case turn(Int)
    case write
    case changeFolder
    case take(String?)
    case leaveFolder
    case goHome
    case beginNext
  }

  static let keyboards = [main, typing]

  private static let main = Keyboard<Self>(
    "Print or export",
    [
      .quiet(Key.digits(4), "1-4", "What", "mark or unmark a paper") { _, key, around in
        guard let digit = key.digit, around.session.sheets.indices.contains(digit - 1) else {
          return nil
        }
        return .turn(digit - 1)
      },
      .letter("f", "Folder", "change the folder", .changeFolder),
      .key([.enter], "Enter", "Write now", "write what is marked", .write),
      .letter("h", "Home", "close and go to the home screen", .goHome),
      .letter(
        "n", "Same patient again", "the same patient's next consultation, once this is signed",
        .beginNext),
    ])

  private static let typing = Keyboard<Self>(
    "The folder for files", isText: true,
    [
      .key([.enter], "Enter", "Take this folder", "take what is typed", .take(nil)),
      .key([.escape], "Esc", "Leave it as it was", "leave the folder as it was", .leaveFolder),
      .clear,
    ], hintsActions: false)

  func keyboard(_ around: Around) -> Keyboard<Self> { field == nil ? Self.main : Self.typing }

  func facts(_ around: Around) -> ScreenFacts { ScreenFacts(pane: .none) }

  func digits(_ around: Around) -> [Character: Character] {
    field == nil
      ? Wizard.numbered(
        around.session.sheets.indices.map { Character(String($0 + 1)) } + ["f", "h", "n"]) : [:]
  }

  func takes(_ command: Command, by key: Key) -> Bool { field == nil }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    let session = around.session
    switch act {
    case .turn(let line): sheets.formSymmetricDifference([session.sheets[line]])
    case .changeFolder: field = TextField(text: folder, lengthMax: 500)
    case .leaveFolder: field = nil
    case .take(let typed): return take(typed, around)
    case .write:
      guard !sheets.isEmpty else {
        return [.say("Nothing is marked. 1 marks the record, 2 the patient's sheet.")]
      }
      guard session.saving == .done else {
        return [.warn("Not everything is saved yet. Ctrl-X A tries again.")]
      }
      return [
        .effects(
          SummarySheet.allCases.filter(sheets.contains).map {
            .export($0, session.consultation.id, folder: folder)
          })
      ]
    case .beginNext:
      guard session.isSigned, session.saving == .done else {
        return [.say("Sign this consultation first, then N begins the patient's next.")]
      }
      return [.begin(EarlierVisit(session.consultation, session.answersWithTests))]
    case .goHome: return [.command(.home)]
    }
    return []
  }

  private mutating func take(_ typed: String?, _ around: Around) -> [Outcome] {
    let wanted = typed ?? field?.committed ?? ""
    if !wanted.isEmpty { folder = wanted }
    field = nil
    guard folder != around.setting.exportFolder else { return [] }
    // Nothing typed ahead may send a patient's data out of the clinic.
    return [
      .say("This is another folder: what is written there leaves the clinic."),
      .effects([.flushInput]),
    ]
  }

  mutating func take(_ reply: Reply, _ around: Around) -> [Outcome] {
    if case .exported(let path) = reply { written.append(path) }
    return []
  }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    guard step == .back else { return [] }
    return around.session.isSigned ? [.command(.home)] : [.review(at: nil)]
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    if field != nil { return [] }
    if key == .escape {
      return around.session.isSigned ? [.command(.home)] : [.review(at: nil)]
    }
    return [.say("1 to \(around.session.sheets.count) mark, Enter writes, H goes home.")]
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    if let field {
      return line == "<" ? .act(.leaveFolder) : .words(line, into: field) { .take($0) }
    }
    switch line.lowercased() {
    case "w", "write": return .act(.write)
    case "<", "back": return .outcomes([.command(.back)])
    case "f": return .act(.changeFolder)
    case "n": return .act(.beginNext)
    case "h": return .act(.goHome)
    default:
      if line.count == 1, let number = line.first?.wholeNumberValue,
        around.session.sheets.indices.contains(number - 1)
      {
        return .act(.turn(number - 1))
      }
      return .general(otherwise: "1 to 3 mark, W writes, H goes home.")
    }
  }
}

extension Session {
  /// The papers that this consultation can give.
  var sheets: [SummarySheet] {
    SummarySheet.allCases.filter { $0 != .skinTestPDF || skinTestQuestion != nil }
  }
}
