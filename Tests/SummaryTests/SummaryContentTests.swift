import ClinicalModel
import Consultation
import Summary
import Testing
import TextLayout

@Suite struct `What a summary says` {
  private func text(_ sample: SampleConsultation) throws -> String {
    SummaryText.render(try sample.document())
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Every table row of the document, its cells joined by a bar.
  private func rows(_ sample: SampleConsultation) throws -> [String] {
    try sample.document().blocks.flatMap { block -> [SummaryRow] in
      if case .table(let table) = block { table.rows } else { [] }
    }.map { $0.cells.joined(separator: " | ") }
  }

  @Test func `a question that does not apply names the answer that made it so`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("sex-registered-at-birth", .known(.choice("male")))
    let text = try text(sample)
    #expect(
      text.contains(
        "Pregnancy (private) not applicable because Sex registered at birth (private): Male"))
    // The parked answer stays in the journal and is never printed.
    #expect(text.components(of: "Pregnancy (private)") == 1)
  }

  @Test func `an answer that no longer applies and would exclude is said until it is settled`()
    throws
  {
    var sample = try SampleConsultation.allNo()
    sample.answer("pregnancy-status", .known(.choice("yes")))
    sample.answer("sex-registered-at-birth", .known(.choice("male")))
    let text = try text(sample)
    #expect(text.contains("## XXX DO NOT TREAT ##"))
    #expect(
      text.contains(
        "Pregnancy was answered, but the answer to Sex registered at birth says that it does not "
          + "apply. Check both sides with the patient, and correct the one that is wrong. Until "
          + "then this counts too: Pregnant."))
  }

  @Test(arguments: [
    (UnknownReason.unsure, "NOT SURE"), (.declined, "DECLINED"), (.notAsked, "not answered"),
  ]) func `not sure, declined and not answered stay three different things`(
    reason: UnknownReason, words: String
  ) throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("sunbed-use", .unknown(reason))
    let text = try text(sample)
    let count = reason == .notAsked ? "1 not answered" : "1 answer unsure or declined"
    #expect(text.contains("Questions: \(count); unknown is not clear."))
    #expect(!text.contains("Nothing was found in the answers."))
    let rows = try rows(sample)
    #expect(rows.contains("Sunbed | \(words) | no finding"))
    #expect(rows.contains { $0.hasPrefix("Sunbed | \(words), counts as not clear | ") })
  }

  @Test func `an emergency names its screen and stands first`() throws {
    var sample = try SampleConsultation.withFindings()
    sample.answer("red-flags-now", .known(.choices(["breathing"])))
    let text = try text(sample)
    #expect(text.contains("## XXX DO NOT TREAT ##"))
    #expect(text.contains("Emergency Trouble breathing: call the doctor now"))
    #expect(text.contains("None is named: a finding excludes this treatment."))
    let first = try #require(text.range(of: "Trouble breathing now"))
    let second = try #require(text.range(of: "Strong sun in the last 14 days"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func `an answer that the pack no longer takes is shown and counts as missing`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("blood-thinner-use", .known(.choice("sometimes")))
    #expect(
      try rows(sample).contains { $0.hasPrefix("Blood thinners | not answered, counts as not") })
    #expect(try text(sample).contains("Recorded, but not an answer this pack takes: sometimes"))
  }

  @Test func `a question read out in other words is printed with those words`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("sunbed-use", .known(.choice("no")), wording: "Do you ever use a solarium?")
    #expect(try text(sample).contains("Asked as: Do you ever use a solarium?"))
  }

  @Test func `a signature under another result than the printed one is pointed out`() throws {
    var sample = try SampleConsultation.withFindings()
    sample.record(
      .signedOff(
        Signature(
          clinician: "Dr TEST", headHash: SampleConsultation.headHash, outcome: .caution,
          couldBecome: .caution)))
    let text = try text(sample)
    #expect(text.contains("The result printed above is not the one that was signed."))
  }

  @Test func `a patient who has a birthday before the treatment has both ages printed`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("patient-date-of-birth", .known(.date(try sample.date("1985-11-25"))))
    #expect(try text(sample).contains("25 Nov 1985 (40 years; 41 on 1 Dec 2026)"))
  }

  @Test func `missing answers that could make it worse are said in the result`() throws {
    var sample = try SampleConsultation.allNo()
    sample.answer("sex-registered-at-birth", .unknown(.declined))
    sample.answer("pregnancy-status", .unknown(.notAsked))
    let notices = try sample.document().blocks.compactMap { block in
      if case .notice(let notice) = block { notice } else { nil }
    }
    #expect(notices.map(\.badge) == [.notKnown])
    #expect(notices[0].statement.contains("missing answers could make it DO NOT TREAT"))
  }

  @Test func `a text of absurd length is cut and says so`() throws {
    let line = Printable.line(String(repeating: "a", count: Printable.limit + 1))
    #expect(line.hasSuffix("a [cut here; the record holds it all]"))
    #expect(Printable.line(String(repeating: "a", count: Printable.limit)).hasSuffix("aa"))
  }

  @Test(arguments: SummaryFormat.allCases)
  func `a file name holds the consultation and the day, never the patient`(format: SummaryFormat)
    throws
  {
    let consultation = try SampleConsultation.signed().consultation()
    let name = SummaryFileName(
      consultation: consultation.id, interviewDate: consultation.opened.interviewDate,
      format: format)
    #expect(name.description == "consult-7f3a91c2-20261121.\(format.rawValue)")
  }

  @Test func `a file name cannot leave its folder`() throws {
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    let name = SummaryFileName(consultation: "../../etc/x", interviewDate: day, format: .pdf)
    #expect(name.description == "consult-etcx-20261121.pdf")
  }
}

@Suite struct `Width-aware wrapping` {
  @Test(arguments: [("Maria", 5), ("玛丽亚", 6), ("e\u{301}", 1), ("می\u{200C}نا", 4), ("각", 2)])
  func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(TextWidth.paperColumns(of: text) == columns)
  }

  @Test func `long words break, Chinese breaks anywhere, and nothing is lost`() {
    #expect(TextWrap.paperLines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrap.paperLines("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(TextWrap.paperLines("测试病人", width: 5) == ["测试", "病人"])
    #expect(TextWrap.paperLines("", width: 5) == [""])
  }
}
