import ClinicalModel
import Consultation
import Screening
import Summary
import SummaryPDF
import Testing
import TextLayout

@Suite struct `The patient's sheet` {
  private func sheet(_ sample: SampleConsultation, clinic: ClinicDetails = .notGiven) throws
    -> String
  {
    SummaryText.render(
      try sample.document(
        pack: SamplePack.withGuidance(clinic: clinic), audience: .patientSheet, clinic: ""))
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `before a decision it says what may happen and what to do if treated`() throws {
    var sample = try SampleConsultation.withFindings()
    sample.answer("keloid-history", .unknown(.unsure))
    try expectGolden(
      try sheet(sample, clinic: .given(SamplePack.clinic)), "patient-undecided")
  }

  @Test func `after the decision to treat it holds the decision, aftercare and numbers to call`()
    throws
  {
    var sample = try SampleConsultation.allNo(name: "परीक्षण, मारिया")
    sample.record(.decided(.treat))
    let text = try sheet(sample, clinic: .given(SamplePack.clinic))
    #expect(text.contains("The clinician has decided to treat you as planned."))
    #expect(text.contains("\nAFTERCARE\n"))
    #expect(text.contains("Emergency number: 000"))
    #expect(text.contains("Clinic: Phone +00 000 0000; 12 Sample Street"))
    try expectGolden(text, "patient-treated")
  }

  @Test func `where nobody entered the clinic there is room for the numbers`() throws {
    let text = try sheet(try SampleConsultation.allNo())
    #expect(text.contains("Emergency number: ____"))
    #expect(text.contains("Clinic: ____"))
    #expect(text.contains("Cost quoted  "))
  }

  @Test func `a pregnancy is never told, neither as a reason nor as an answer`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("pregnancy-status", .known(.choice("yes")))
    let text = words(try sheet(sample))
    #expect(!text.lowercased().contains("pregnan"))
    #expect(text.contains("With what we know, this treatment is not the right one now."))
    #expect(text.contains("Some private answers are part of this."))
    // The clinic's own record does tell it.
    let record = SummaryText.render(
      try sample.document(pack: SamplePack.withGuidance(), audience: .clinicRecord))
    #expect(record.contains("Pregnancy (private)"))
  }

  @Test func `a private question that is not answered is counted and not named`() throws {
    let text = words(try sheet(try SampleConsultation.unknownHeavy()))
    #expect(!text.lowercased().contains("pregnan"))
    #expect(text.contains("2 private questions. You may prefer not to say"))
    #expect(text.contains("Raised scars (keloids)"))
  }

  @Test func `it names no rule, no weight and no answer beside the plan`() throws {
    let text = try sheet(try SampleConsultation.withFindings())
    for hidden in [
      "strong-sun-14-days", "DEFER", "expert opinion", "Skin allergy", "sha256", "R64",
    ] { #expect(!text.contains(hidden), "\(hidden)") }
    #expect(text.contains("Syringe and needle"))
  }

  @Test func `where treatment is ruled out it gives no aftercare but keeps the warning signs`()
    throws
  {
    var sample = try SampleConsultation.allNo()
    sample.record(.decided(.doNotTreat(reason: "TESTREASON told in private")))
    let text = try sheet(sample)
    #expect(!text.contains("AFTERCARE"))
    #expect(!text.contains("TESTREASON"))
    #expect(text.contains("Call the emergency number NOW"))
  }

  @Test func `a plan that is not settled gets the strictest aftercare it may need`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("modality", .unknown(.unsure))
    let text = words(try sheet(sample))
    #expect(text.contains("Part of the plan is not settled yet"))
    #expect(text.contains("No exercise for 72 hours."))
    #expect(!text.contains("No exercise for 48 hours."))
    let nothing = words(try sheet(try SampleConsultation()))
    #expect(nothing.contains("How you would be treated is not settled yet."))
  }

  @Test func `waiting for something private is told without naming it`() throws {
    var sample = try SampleConsultation.withFindings()
    sample.record(.decided(.deferred(until: .event("negative test"), reason: "TESTREASON")))
    let text = words(try sheet(sample))
    #expect(text.contains("The clinician has decided to wait until what you agreed on is done."))
    #expect(!text.contains("negative test"))
  }

  @Test func `no line of it is wider than 72 columns`() throws {
    for sample in try [.allNo(), .withFindings(), .unknownHeavy(), SampleConsultation()] {
      for line in try sheet(sample, clinic: .given(SamplePack.clinic)).split(separator: "\n") {
        #expect(TextWidth.paperColumns(of: String(line)) <= 72, "\(line)")
      }
    }
  }

  @Test func `the clinic's record keeps a copy with sources and how they differ`() throws {
    let text = SummaryText.render(
      try SampleConsultation.allNo().document(
        pack: SamplePack.withGuidance(), audience: .clinicRecord, clinic: ""))
    #expect(text.contains("Sample Skin Clinic, Phone +00 000 0000, 12 Sample Street"))
    #expect(text.contains("Sources: 24 to 72 hours."))
    #expect(
      words(text).contains("Sources: general (general knowledge, awaits a clinician's review)"))
    #expect(words(text).contains("nobody can promise them. [S3]"))
    try expectGolden(text, "record-with-guidance")
  }

  @Test func `its file is told apart from the clinic's and names nobody`() throws {
    let consultation = try SampleConsultation.allNo().consultation()
    let name = SummaryFileName(
      consultation: consultation.id, interviewDate: consultation.opened.interviewDate,
      format: .pdf, audience: .patientSheet)
    #expect(name.description == "consult-7f3a91c2-20261121-patient.pdf")
  }
}

@Suite(.enabled(if: canRenderPDF() && PopplerTool.areInstalled))
struct `The patient's sheet as a PDF` {
  @Test func `says what the text says, the warning signs in large type`() throws {
    let document = try SampleConsultation.allNo().document(
      pack: SamplePack.withGuidance(), audience: .patientSheet, clinic: "")
    let result = try renderPDF(document)
    let text = try PopplerTool.pages(result.bytes).joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "Call the emergency number NOW", "Emergency number: 000", "Clinic: Phone +00 000 0000",
      "Keep the skin covered from the sun for 14 days.", "One session, face", "5,400",
      "Experts disagree about this treatment.", "Patient's sheet",
    ] { #expect(text.contains(words), "\(words)") }
    // The height of a word on the page tells its size: body text is 9.5 points.
    #expect(
      try height(of: "breathing", in: result.bytes) > 1.3 * height(of: "disagree", in: result.bytes)
    )
  }

  @Test func `a warning sign of absurd length runs over pages and loses nothing`() throws {
    let signs = (1...60).map { "sign\($0) " + String(repeating: "word ", count: 20) }
    let guidance = Guidance(
      evidence: [], aftercare: [],
      redFlags: [RedFlagGroup(title: "Call", signs: signs, cite: ["S2"], call: .clinic)],
      neverSay: [])
    let pack = CompiledPack(
      ProtocolPack(
        id: SamplePack.pack.id, version: SamplePack.pack.version, digest: SamplePack.pack.digest,
        title: SamplePack.pack.title, jurisdiction: "", approval: "", intendedUse: "",
        sections: SamplePack.pack.sections, rules: SamplePack.pack.rules, guidance: guidance))
    let document = try SampleConsultation.allNo().document(pack: pack, audience: .patientSheet)
    let pages = try PopplerTool.pages(try renderPDF(document).bytes)
    #expect(pages.count > 1)
    let text = pages.joined()
    #expect((1...60).allSatisfy { text.contains("sign\($0) ") })
  }

  private func height(of word: String, in bytes: [UInt8]) throws -> Double {
    let boxes = try PopplerTool.pdftotext.output(bytes, ["-bbox"], after: ["-"])
    let line = try #require(
      boxes.split(separator: "\n").first { $0.contains(">\(word)<") || $0.contains(">\(word).<") })
    func value(_ name: String) throws -> Double {
      let start = try #require(line.firstRange(of: "\(name)=\"")).upperBound
      return try #require(Double(line[start...].prefix { $0 != "\"" }))
    }
    return try value("yMax") - value("yMin")
  }
}
