import Foundation
import TerminalTesting
import Testing

@Test func `the patient's sheet comes from the command line, beside the clinic's record`() throws {
  let clinic = try Clinic()
  let child = try clinic.wizard()
  child.begin()
  for _ in 0..<4 { child.answerPlainly() }
  child.signal(SIGKILL)
  _ = child.exitCode()
  let list = try clinic.run(onRecords: ["records", "list"])
  let id = try #require(list.output.split { $0.isWhitespace }.map(String.init).first)

  let sheet = try clinic.run(onRecords: ["summary", id, "--audience", "patient"])
  #expect(sheet.code == 0)
  #expect(sheet.output.contains("Patient's sheet"))
  #expect(sheet.output.contains("Call the emergency number NOW"))
  #expect(sheet.output.contains("WHAT IS KNOWN ABOUT THIS TREATMENT"))
  #expect(!sheet.output.contains("ALL ANSWERS"))

  let record = try clinic.run(onRecords: ["summary", id])
  #expect(record.output.contains("Clinic record"))
  #expect(record.output.contains("ALL ANSWERS"))
  #expect(record.output.contains("FOR THE PATIENT, A COPY"))

  let wrong = try clinic.run(onRecords: ["summary", id, "--audience", "doctor"])
  #expect(wrong.code == 2)
}
