import ClinicalModel
import Consultation
import Summary
import Testing

@Test func `questions that were asked together are printed with the words that were read out`()
  throws
{
  var sample = try SampleConsultation.allNo()
  let denial = try #require(
    GroupDenial(
      group: "sun-and-skin", wording: "Any strong sun, sunbed, or allergy of the skin?",
      members: [
        .init(question: "last-strong-sun-date", said: .never),
        .init(question: "skin-allergy", said: .no), .init(question: "sunbed-use", said: .no),
      ]))
  sample.record(.groupDenied(denial))
  let text = SummaryText.render(try sample.document())
  let words = "Asked together: Any strong sun, sunbed, or allergy of the skin?"
  let lines = text.replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
  #expect(lines.ranges(of: words).count == 3)
}
