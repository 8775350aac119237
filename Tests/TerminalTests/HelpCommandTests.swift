import ArgumentParser
import Testing

@testable import mesoscreen

@Test func `the help names every command`() {
  let help = Mesoscreen.helpMessage()
  let names = Mesoscreen.configuration.subcommands.compactMap { $0.configuration.commandName }
  #expect(names.contains("manual"))
  for name in names { #expect(help.contains("\n  \(name) "), "\(name)") }
}
