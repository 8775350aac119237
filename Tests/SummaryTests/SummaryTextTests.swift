import ClinicalModel
import Consultation
import Summary
import Testing
import TextLayout

@Suite struct `A summary in plain text` {
  @Test func `an all-no patient reads that nothing was found and the clinician decides`() throws {
    let text = SummaryText.render(try SampleConsultation.allNo().document())
    #expect(text.contains("Nothing was found in the answers. The clinician decides."))
    try expectGolden(text, "all-no-unsigned")
  }

  @Test func `a signed consultation names who signed, what was overridden and why`() throws {
    let text = SummaryText.render(try SampleConsultation.signed().document())
    #expect(!text.contains("UNSIGNED"))
    try expectGolden(text, "signed")
  }

  @Test func `a treatment against advice stands before everything else`() throws {
    let document = try SampleConsultation.againstAdvice().document()
    guard case .heading("Treated against advice")? = document.blocks.first else {
      Issue.record("\(String(describing: document.blocks.first))")
      return
    }
    let text = SummaryText.render(document)
    #expect(text.contains("The outcome is DO NOT TREAT."))
    #expect(text.contains("A specialist knows of it and agreed"))
    #expect(text.contains("Letter of 12 Nov on file"))
    #expect(text.contains("Nurse SAMPLE"))
    #expect(!text.contains("Treat as planned"))
    try expectGolden(text, "against-advice")
  }

  @Test func `the patient reads that the clinician decided against the advice`() throws {
    let text = SummaryText.render(
      try SampleConsultation.againstAdvice().document(audience: .patientSheet))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The clinician has decided to treat you against the advice"))
    #expect(words.contains("This checklist advises against the treatment."))
    #expect(!words.contains("as planned"))
    #expect(!words.contains("Nurse SAMPLE"))
  }

  @Test func `unknown answers come before the findings and are counted`() throws {
    let text = SummaryText.render(try SampleConsultation.unknownHeavy().document())
    let unknown = try #require(text.range(of: "\nNOT KNOWN\n"))
    let findings = try #require(text.range(of: "\nFINDINGS\n"))
    #expect(unknown.lowerBound < findings.lowerBound)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("3 answers unsure or declined"))
    try expectGolden(text, "unknown-heavy")
  }

  @Test func `a consultation that was only opened is full of gaps and never mild`() throws {
    let text = SummaryText.render(try SampleConsultation().document())
    #expect(!text.contains("Nothing was found in the answers."))
    #expect(text.contains("Patient          NOT KNOWN (not answered)"))
    try expectGolden(text, "only-opened")
  }

  @Test(arguments: [
    ("latin", "TESTPATIENT, Zoë Łucja Nguyễn"),
    ("devanagari", "परीक्षण, मारिया"),
    ("persian", "بیمار آزمایشی، می\u{200C}نا"),
    ("chinese", "测试病人，玛丽亚测试病人玛丽亚测试病人玛丽亚测试病人玛丽亚测试病人玛丽亚测试病人玛丽亚"),
  ]) func `a name keeps every letter`(script: String, name: String) throws {
    let text = SummaryText.render(try SampleConsultation.allNo(name: name).document())
    let letters = name.filter { $0 != " " }
    #expect(text.filter { $0 != " " && $0 != "\n" }.contains(letters))
    try expectGolden(text, "name-\(script)")
  }

  @Test func `an unsigned print says so at the top and at the end, with the head hash`() throws {
    let lines = SummaryText.render(try SampleConsultation.allNo().document())
      .split(separator: "\n").map(String.init)
    for part in [lines.prefix(12), lines.suffix(9)] {
      #expect(part.contains { $0.hasPrefix("UNSIGNED") })
      #expect(part.contains { $0.contains(SampleConsultation.headHash.prefix(40)) })
      #expect(part.contains { $0.contains("TESTPATIENT, Maria") })
    }
  }

  @Test func `a withdrawn consultation is marked as one that does not count`() throws {
    var sample = try SampleConsultation.signed()
    sample.record(.voided(reason: "Wrong patient"))
    let text = SummaryText.render(try sample.document())
    #expect(text.components(of: "WITHDRAWN. This consultation does not count.") == 3)
  }

  @Test func `no line is wider than 72 columns, in any script`() throws {
    let long = String(repeating: "Wörterschlange", count: 12)
    let names = ["测试" + long, "परीक्षण " + long, long]
    for sample in try names.map({ try SampleConsultation.allNo(name: $0) })
      + [.signed(), .unknownHeavy(), SampleConsultation()]
    {
      for line in SummaryText.render(try sample.document()).split(separator: "\n") {
        #expect(TextWidth.paperColumns(of: String(line)) <= 72, "\(line)")
      }
    }
  }

  @Test func `control characters in an answer cannot steer a terminal or a printer`() throws {
    let name = "TEST\u{1B}[2J\u{9B}31mPATIENT\u{7}\r\nMaria\u{202E}\u{2067}"
    let text = SummaryText.render(try SampleConsultation.allNo(name: name).document())
    #expect(text.contains("TESTPATIENT Maria"))
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.properties.generalCategory != .control && $0 != "\u{202E}")
      })
  }
}

extension String {
  /// How often a text occurs.
  func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}
