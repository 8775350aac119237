import ClinicalModel
import Consultation
import Summary
import Testing

/// Made-up names in the scripts that printing breaks most often.
private let names = [
  "Zoë Ångström-Núñez", "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31B}o\u{31B}ng", "सुनीता क्षत्रिय",
  "สมหญิง ใจดี", "مریم نیم\u{200C}فاصله", "מרים בת־שבע", "王小明", "\u{1112}\u{1161}\u{11AB}글",
  "Ana 👩\u{200D}👩\u{200D}👧 e\u{301}",
]

@Test(arguments: names)
func `what is handed to the printer holds a name in any script unchanged`(name: String) throws {
  var sample = try SampleConsultation()
  try sample.answerAllNo(name: name)
  let text = String(describing: try sample.document())
  let bytes = Array(name.utf8)
  #expect(holds(Array(text.utf8), bytes) || holds(Array(text.utf8), escaped(name)))
}

@Test func `a note on a question that does not apply any more is still printed`() throws {
  var sample = try SampleConsultation()
  try sample.answerAllNo()
  sample.answer("sex-registered-at-birth", .known(.choice("male")))
  let pack = SamplePack.pack
  let consultation = try sample.consultation()
  let context = AnswerContext(
    pack: pack, answers: consultation.answers,
    interviewDate: consultation.opened.interviewDate)
  let gone = try #require(pack.questions.first { context.applies($0.id) == .false })
  sample.record(.noteAdded(Note(subject: .question(gone.id), text: "asked all the same")))
  #expect(String(describing: try sample.document()).contains("Note: asked all the same"))
}

private func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
  guard part.count <= text.count else { return false }
  return (0...(text.count - part.count)).contains { text[$0..<$0 + part.count].elementsEqual(part) }
}

/// A text as it is written in a description of a value that holds it.
private func escaped(_ text: String) -> [UInt8] {
  var description = ""
  debugPrint(text, terminator: "", to: &description)
  return Array(description.dropFirst().dropLast().utf8)
}
