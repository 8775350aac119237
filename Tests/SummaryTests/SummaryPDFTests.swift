import ClinicalModel
import Consultation
import Summary
import SummaryPDF
import Testing

@Suite(.enabled(if: canRenderPDF() && PopplerTool.areInstalled))
struct `A summary as a PDF` {
  @Test func `every page names the patient, the record and its number`() throws {
    let result = try renderPDF(try SampleConsultation.unknownHeavy().document())
    let pages = try PopplerTool.pages(result.bytes)
    #expect(pages.count == result.pageCount)
    #expect(pages.count > 1)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("Page \(index + 1) of \(pages.count)"))
      #expect(page.contains("TESTPATIENT, Maria"))
      #expect(page.contains("1985 (40 or 41 years)"))
      #expect(page.contains("Consultation 7f3a91c2, 21 Nov 2026"))
      #expect(page.contains("Head hash \(SampleConsultation.headHash)"))
    }
  }

  @Test func `every page of an unsigned consultation says so, and no page of a signed one`() throws
  {
    let unsigned = try renderPDF(try SampleConsultation.unknownHeavy().document())
    for page in try PopplerTool.pages(unsigned.bytes) { #expect(page.contains("UNSIGNED")) }
    let signed = try renderPDF(try SampleConsultation.signed().document())
    for page in try PopplerTool.pages(signed.bytes) { #expect(!page.contains("UNSIGNED")) }
  }

  @Test func `every page of a withdrawn consultation is marked`() throws {
    var sample = try SampleConsultation.signed()
    sample.record(.voided(reason: "Wrong patient"))
    for page in try PopplerTool.pages(try renderPDF(try sample.document()).bytes) {
      #expect(page.contains("WITHDRAWN"))
    }
  }

  @Test func `the pages say what the text says`() throws {
    let document = try SampleConsultation.signed().document()
    let pages = words(try PopplerTool.pages(try renderPDF(document).bytes).joined(separator: " "))
    for finding in [
      "/// DEFER", "Strong sun in the last 14 days", "!!! CAUTION", "Takes a blood thinner",
      "+++ PATCH TEST FIRST", "Low dose; bruising explained (Dr TEST)", "Defer until 5 Dec 2026",
      "Note: Aspirin 75 mg, from the GP.", "Patient phoned: comes on 8 Dec 2026.",
    ] { #expect(pages.contains(finding), "\(finding)") }
  }

  @Test func `the paper is A4 unless Letter is asked for`() throws {
    let document = try SampleConsultation.allNo().document()
    let a4 = try PopplerTool.pdfinfo.output(try renderPDF(document).bytes)
    let letter = try PopplerTool.pdfinfo.output(try renderPDF(document, paper: .letter).bytes)
    #expect(a4.contains("(A4)"))
    #expect(letter.contains("(letter)"))
  }

  @Test func `the file's own description holds no patient data`() throws {
    let info = try PopplerTool.pdfinfo.output(
      try renderPDF(try SampleConsultation.signed().document()).bytes)
    #expect(info.contains("Mesotherapy consultation summary"))
    #expect(info.contains("Tagged:          yes"))
    #expect(!info.contains("TESTPATIENT"))
  }

  @Test func `the same summary gives the same bytes`() throws {
    let document = try SampleConsultation.unknownHeavy().document()
    let first = try renderPDF(document)
    #expect(first == (try renderPDF(document)))
    #expect(first != (try renderPDF(try SampleConsultation.allNo().document())))
  }

  @Test(arguments: [
    ("en", "TESTPATIENT, Zoë Łucja"), ("vi", "Nguyễn Thị Thử Nghiệm"),
    ("hi", "परीक्षण, मारिया"), ("fa", "بیمار آزمایشی، می\u{200C}نا"), ("zh-cn", "测试病人，玛丽亚"),
  ]) func `a name can be drawn in its own script`(language: String, name: String) throws {
    guard Fonts.cover(language) else { return }
    let result = try renderPDF(try SampleConsultation.allNo(name: name).document())
    #expect(result.missingGlyphs == 0)
    guard !["fa", "hi"].contains(language) else { return }
    // Readers put shaped letters back together in ways of their own, so only
    // scripts without shaping are read back.
    for page in try PopplerTool.pages(result.bytes) { #expect(page.contains(name)) }
  }

  @Test func `letters that no font has are counted`() throws {
    let result = try renderPDF(
      try SampleConsultation.allNo(name: "TEST \u{10FFFD}").document())
    #expect(result.missingGlyphs > 0)
  }

  @Test func `a very long note runs over pages and loses nothing`() throws {
    var sample = try SampleConsultation.allNo()
    let note = (1...500).map { "word\($0)" }.joined(separator: " ")
    sample.record(.noteAdded(Note(subject: .consultation, text: note)))
    let result = try renderPDF(try sample.document())
    let text = try PopplerTool.pages(result.bytes).joined(separator: " ")
    #expect((1...500).allSatisfy { text.contains("word\($0)") })
  }

  @Test func `a name of absurd length leaves room for the content`() throws {
    let name = String(repeating: "TESTPATIENT", count: 300)
    let result = try renderPDF(try SampleConsultation.allNo(name: name).document())
    let pages = try PopplerTool.pages(result.bytes)
    #expect(pages.count < 12)
    #expect(pages.joined().contains("Nothing was found in the answers."))
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

@Test(.enabled(if: !canRenderPDF()))
func `a machine without the PDF libraries says so and still makes the text`() throws {
  let document = try SampleConsultation.allNo().document()
  #expect(throws: PDFFailure.libraryMissing) { try renderPDF(document) }
  #expect(SummaryText.render(document).contains("TESTPATIENT, Maria"))
}
