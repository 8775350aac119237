import ArgumentParser
import Foundation
import ProtocolLibrary
import TextLayout

/// `mesoscreen protocol new question|rule ID … FOLDER`: writes a skeleton into
/// a pack or a clinic's overlay.
struct ProtocolNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the skeleton of a question or a rule into a pack or an overlay.",
    discussion: """
      It is added to the end of its file, or makes a new file that only this \
      account can read; nothing is ever overwritten. The pack is refused until \
      everything is filled in, and protocol lint says what is still to be written.
      """, subcommands: [NewQuestion.self, NewRule.self])
}

/// `mesoscreen protocol new question ID --section SECTION FOLDER`.
struct NewQuestion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "question", abstract: "Write the skeleton of a question.")

  @Argument(help: ArgumentHelp("The question's permanent name, in kebab-case.", valueName: "ID"))
  var id: String

  @ArgumentParser.Option(
    help: ArgumentHelp("The section in which it is asked.", valueName: "SECTION"))
  var section: String

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "What the answer is: \(QuestionKindWord.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "TYPE"))
  var type = QuestionKindWord.single

  @Argument(help: ArgumentHelp("The folder of a pack or of an overlay.", valueName: "FOLDER"))
  var folder: String

  mutating func run() throws {
    let target = try AdditionTarget(folder)
    try target.write("question \"\(id)\"") { files throws(PackAdditionError) in
      try addingQuestion(id, of: type, toSection: section, in: files)
    }
  }
}

/// `mesoscreen protocol new rule ID --subject SUBJECT FOLDER`.
struct NewRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Write the skeletons of a rule and of its three cases.")

  @Argument(help: ArgumentHelp("The rule's permanent name, in kebab-case.", valueName: "ID"))
  var id: String

  @ArgumentParser.Option(
    name: [.customLong("subject"), .customLong("section")],
    help: ArgumentHelp("The file below rules/ that it belongs to.", valueName: "SUBJECT"))
  var subject: String

  @Argument(help: ArgumentHelp("The folder of a pack or of an overlay.", valueName: "FOLDER"))
  var folder: String

  mutating func run() throws {
    let target = try AdditionTarget(folder)
    try target.write("rule \"\(id)\"") { files throws(PackAdditionError) in
      try addingRule(id, toSubject: subject, in: files)
    }
  }
}

extension QuestionKindWord: ExpressibleByArgument {}

/// The folder that a skeleton is written into.
private struct AdditionTarget {
  private let folder: URL
  private let files: PackFiles
  /// An overlay's own folder, whose files the set of files has in `overlay/`.
  private let isOverlay: Bool

  init(_ folder: String) throws(Failure) {
    do { files = try PackFiles(folder: folder) } catch { throw Failure(error) }
    self.folder = URL(filePath: folder)
    isOverlay = FileManager.default.fileExists(
      atPath: self.folder.appending(path: "overlay.yaml").path)
    guard isOverlay || files.files.contains(where: { $0.path == "protocol.yaml" }) else {
      throw Failure(
        .badInput, "the folder is neither a pack nor an overlay", safe: "nothing was written",
        next: "name a folder with protocol.yaml or overlay.yaml")
    }
  }

  /// Works out what is added, writes it and says where it is.
  func write(_ what: String, _ additions: (PackFiles) throws(PackAdditionError) -> [PackAddition])
    throws(Failure)
  {
    let all: [PackAddition]
    do { all = try additions(files) } catch { throw Failure(error, in: self) }
    for addition in all { try write(addition) }
    let lines = all.map { Printable.line("\(shown($0.path)):\($0.line): \(what)") + "\n" }
    try Output.write(
      lines.joined() + "Fill it in; mesoscreen protocol lint says what is still to be written.\n")
  }

  /// A path as it is in the folder that was named.
  func shown(_ path: String) -> String {
    isOverlay && path.hasPrefix("overlay/") ? String(path.dropFirst("overlay/".count)) : path
  }

  private func write(_ addition: PackAddition) throws(Failure) {
    let path = folder.appending(path: shown(addition.path)).path
    let code = addition.isNew ? create(path, addition) : replace(path, addition)
    guard code == 0 else {
      throw Failure(
        code == EEXIST ? .badInput : .storage,
        "\(shown(addition.path)) cannot be written (code \(code))",
        safe: "what was there is unchanged",
        next: code == EEXIST ? "try again" : "let this account write to the folder")
    }
  }

  private func create(_ path: String, _ addition: PackAddition) -> Int32 {
    let above = URL(filePath: path).deletingLastPathComponent().path
    if mkdir(above, 0o700) != 0, errno != EEXIST { return errno }
    return PrivateFile.create(path, with: addition.bytes)
  }

  /// The file keeps its mode. Where somebody has changed it meanwhile nothing
  /// is written.
  private func replace(_ path: String, _ addition: PackAddition) -> Int32 {
    let before = files.files.first { $0.path == addition.path }?.bytes
    guard let now = FileManager.default.contents(atPath: path), Array(now) == before else {
      return EEXIST
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno }
    return PrivateFile.replace(path, with: addition.bytes, mode: status.st_mode & 0o777)
  }
}

extension Failure {
  /// Why nothing was added; names that were typed are not repeated unless the
  /// pack has them.
  fileprivate init(_ refused: PackAdditionError, in target: AdditionTarget) {
    let (happened, next): (String, String) =
      switch refused {
      case .improperName:
        (
          "the name is not a kebab-case name",
          "use small letters, digits and single hyphens, as in filler-date"
        )
      case .reservedName(let why): ("the name cannot be taken: \(why)", "choose another name")
      case .exists(let what, let place):
        (
          "the \(what) exists already (\(target.shown(place.file)):\(place.line):\(place.column))",
          "choose another name, or change what is there"
        )
      case .noSection(let known):
        ("there is no such section", "use one of \(known.joined(separator: ", "))")
      case .unreadable(let diagnostics):
        (
          "files of the pack cannot be read: \(diagnostics.first?.description ?? "")",
          "mend them first"
        )
      case .notExtensible(let path):
        (
          "\(target.shown(path)) is not written as lines that begin with a hyphen",
          "write it so, or add the entry by hand"
        )
      }
    self.init(.badInput, happened, safe: "nothing was written", next: next)
  }
}
