import ArgumentParser
import Staff
import Summary
import TextLayout

/// `mesoscreen staff`: who has a PIN, and taking a forgotten one away.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "List who has a PIN, or take a forgotten PIN away.",
    discussion: """
      A PIN is set in the wizard with Ctrl-X *. It covers the screen; the records \
      do not depend on it.
      """,
    subcommands: [StaffList.self, StaffRemove.self])
}

/// `mesoscreen staff list`
struct StaffList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Who has a PIN, one name a line.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    do throws(StaffError) {
      let names = try StaffStore(folder: common.data).read().members.map(\.name)
      try? Output.write(names.map { Printable.line($0) + "\n" }.joined())
    } catch {
      throw Failure(error)
    }
  }
}

/// `mesoscreen staff remove NAME`
struct StaffRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a forgotten PIN away; the records stay.")

  @Argument(help: "The name as staff list shows it.")
  var name: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    do throws(StaffError) {
      try StaffStore(folder: common.data).change { (staff) throws(StaffError) in
        try staff.remove(named: name)
      }
    } catch {
      throw Failure(error)
    }
    Output.note(
      "the PIN is taken away; all records are as they were; a new one is set with Ctrl-X *")
  }
}

extension Failure {
  /// What the staff file says, as one line.
  init(_ error: StaffError) {
    let parts = error.description.split(separator: ". ", maxSplits: 2).map(String.init)
    func part(_ index: Int, _ otherwise: String) -> String {
      guard parts.indices.contains(index) else { return otherwise }
      let text = parts[index].hasSuffix(".") ? String(parts[index].dropLast()) : parts[index]
      return text.prefix(1).lowercased() + text.dropFirst()
    }
    let kind: Kind =
      switch error {
      case .noSuchMember, .nameTaken, .full: .badInput
      case .damaged, .newer, .system, .noMemory: .storage
      }
    self.init(
      kind, part(0, "the file with the PINs cannot be used"), safe: part(1, "the records are safe"),
      next: part(2, "try again"))
  }
}
