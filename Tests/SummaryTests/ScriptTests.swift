import ClinicalModel
import Consultation
import Screening
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
  let printed = try sample.document().banner.name
  #expect(Array(printed.utf8) == Array(name.utf8))
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
  #expect(SummaryText.render(try sample.document()).contains("Note: asked all the same"))
}
