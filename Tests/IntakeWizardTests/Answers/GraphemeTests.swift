import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// Made-up names in the scripts that editors break most often.
private let names = [
  "Zoë Ångström-Núñez", "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31B}o\u{31B}ng", "सुनीता क्षत्रिय",
  "สมหญิง ใจดี", "مریم نیم\u{200C}فاصله", "מרים בת־שבע", "王小明", "\u{1112}\u{1161}\u{11AB}글",
  "Ana 👩\u{200D}👩\u{200D}👧 e\u{301}",
]

/// A bench at the name question.
private func atName() -> Bench {
  var bench = Bench()
  bench.press("n0<enter>")
  return bench
}

private func scalars(_ answer: Answer) -> [Unicode.Scalar] {
  guard case .known(.text(let text)) = answer else { return [] }
  return Array(text.unicodeScalars)
}

@Test(arguments: names)
func `a name in any script is typed scalar by scalar and kept as it was typed`(name: String) throws
{
  var bench = atName()
  for scalar in name.unicodeScalars { bench.press(.character(Character(scalar))) }
  bench.press("<enter>")
  #expect(scalars(bench.saved["patient-full-name"]) == Array(name.unicodeScalars))
  let again = try bench.restarted()
  guard let session = again.wizard.openConsultation else { return }
  #expect(scalars(session.answers["patient-full-name"]) == Array(name.unicodeScalars))
}

@Test(arguments: names)
func `moving over a name in any script takes whole letters and changes none`(name: String) {
  var bench = atName()
  bench.paste(name)
  for _ in name { bench.press("<left>") }
  for _ in name { bench.press("<right>") }
  bench.press("x<bs><home>x<bs><end><enter>")
  #expect(scalars(bench.saved["patient-full-name"]) == Array(name.unicodeScalars))
}

@Test(arguments: names)
func `deleting takes one whole letter away and leaves the others`(name: String) {
  var bench = atName()
  bench.paste(name)
  bench.press("<bs><enter>")
  #expect(
    scalars(bench.saved["patient-full-name"])
      == Array(String(name.dropLast()).trimmed.unicodeScalars))
}

@Test(arguments: names)
func `a draft in any script comes back after a kill`(name: String) throws {
  var bench = atName()
  bench.paste(name)
  bench.pause()
  var again = try bench.restarted()
  again.press("<enter>")
  #expect(scalars(again.saved["patient-full-name"]) == Array(name.unicodeScalars))
}
