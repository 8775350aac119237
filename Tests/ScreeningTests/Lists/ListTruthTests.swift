import ClinicalModel
import Screening
import Testing

@Suite struct ListTruthTests {
  @Test(arguments: [
    #"{"medicine": "warfarin", "use": "regular"}"#,
    #"{"medicine": "warfarin", "use": "as-needed"}"#,
    #"{"medicine": "warfarin", "use": "course"}"#, #"{"medicine": "warfarin", "use": "unknown"}"#,
    #"{"medicine": "warfarin"}"#, #""warfarin""#, #""Coumadin 5 mg tablets""#,
  ])
  func `a medicine counts as taken unless it was stopped`(entry: String) throws {
    let patient = try ListPatient(taking: entry)
    #expect(try patient.truth("taking(warfarin)") == .true)
    #expect(try patient.truth("taking(anticoagulant.vka)") == .true)
    #expect(try patient.truth("taking(antithrombotic)") == .true)
    #expect(try patient.truth("taking(nsaid)") == .false)
  }

  @Test func `a stopped medicine without a wash-out is not taken`() throws {
    let patient = try ListPatient(
      taking: #"{"medicine": "warfarin", "use": "stopped", "last-taken": "2026-11-20"}"#)
    #expect(try patient.truth("taking(warfarin)") == .false)
    #expect(try patient.truth("any-medicine(matches(antithrombotic) and use = stopped)") == .true)
  }

  @Test(arguments: [
    ("\"2026-11-04\"", Truth.true), ("\"2026-11-03\"", .false), ("\"2026-11\"", .true),
    ("\"2026-10\"", .false), ("\"unsure\"", .true),
  ])
  func `a stopped medicine counts within its wash-out, and as long as nobody knows the last day`(
    lastTaken: String, expected: Truth
  ) throws {
    let patient = try ListPatient(
      taking: """
        {"medicine": "prednisolone", "use": "stopped", "last-taken": \(lastTaken)}
        """)
    #expect(try patient.truth("taking(steroid.systemic)") == expected)
    #expect(patient.isEstablished("systemic-steroid") == (expected == .true))
  }

  @Test func `a combination brand contributes every generic it holds`() throws {
    let patient = try ListPatient(
      taking: #"{"medicine": "Ecosprin AV", "use": "regular"}, "Atorva Gold""#,
      #""prescriber-contacted": "not-contacted""#)
    #expect(try patient.truth("taking(acetylsalicylic-acid)") == .true)
    #expect(try patient.truth("taking(clopidogrel)") == .true)
    #expect(try patient.truth("count-taking(antithrombotic) = 2") == .true)
    #expect(patient.isEstablished("dual-antithrombotic"))
    let one = try ListPatient(taking: #""Ecosprin AV""#)
    #expect(try one.truth("count-taking(antithrombotic) = 1") == .true)
    #expect(one.finding("dual-antithrombotic") == nil)
  }

  @Test func `the beginning of a combination brand is never that brand`() throws {
    let patient = try ListPatient(taking: #""Atorva""#)
    #expect(try patient.truth("taking(antithrombotic)") == .false)
    #expect(patient.finding("dual-antithrombotic") == nil)
  }

  @Test func `a medicine that no table knows is raised and never clears a blood thinner`() throws {
    let patient = try ListPatient(
      taking: #""TESTNAME", "warfarin""#, #""blood-thinner-use": "yes""#)
    #expect(patient.isEstablished("medicine-unmatched"))
    #expect(patient.isEstablished("blood-thinner-unidentified"))
    let matched = try ListPatient(taking: #""warfarin""#, #""blood-thinner-use": "yes""#)
    #expect(matched.finding("medicine-unmatched") == nil)
    #expect(matched.finding("blood-thinner-unidentified") == nil)
    let other = try ListPatient(taking: #""cetirizine""#, #""blood-thinner-use": "yes""#)
    #expect(other.isEstablished("blood-thinner-unidentified"))
  }

  @Test func `own choice holds only when all that matches is the patient's own choice`() throws {
    let own = #"{"medicine": "ibuprofen", "prescribed": "no"}"#
    #expect(try ListPatient(taking: own).truth("self-chosen(nsaid)") == .true)
    for other in [
      #"{"medicine": "naproxen", "prescribed": "yes"}"#, #"{"medicine": "naproxen"}"#,
      #"{"medicine": "naproxen", "prescribed": "unknown"}"#,
    ] {
      #expect(try ListPatient(taking: "\(own), \(other)").truth("self-chosen(nsaid)") == .false)
    }
    #expect(try ListPatient(taking: #""warfarin""#).truth("self-chosen(nsaid)") == .false)
  }

  @Test func `only aspirin means that nothing else of the group is taken`() throws {
    let only = "only-taking(antithrombotic, antiplatelet.aspirin)"
    #expect(try ListPatient(taking: #""Ecosprin""#).truth(only) == .true)
    #expect(try ListPatient(taking: #""Ecosprin", "cetirizine""#).truth(only) == .true)
    #expect(try ListPatient(taking: #""Ecosprin", "clopidogrel""#).truth(only) == .false)
    #expect(try ListPatient(taking: #""cetirizine""#).truth(only) == .false)
  }

  @Test(arguments: [
    ("2026-11-03", Truth.true), ("2026-11-02", .false), ("2026-11", .true), ("2026-10", .false),
    ("2026", .true), ("2025", .false), ("unsure", .false),
  ])
  func `a start counts while it may lie within the days, and not when nobody knows it`(
    started: String, expected: Truth
  ) throws {
    let patient = try ListPatient(
      taking: "{\"medicine\": \"ibuprofen\", \"started\": \"\(started)\"}")
    #expect(try patient.truth("started-within(28, [nsaid])") == expected)
  }

  @Test(arguments: [
    ("2026-06-05", Truth.true), ("2026-06-04", .false), ("2026-06", .true), ("2026-05", .false),
    ("2025", .false), ("unsure", .true),
  ])
  func `a stop counts while it may lie within the days, and when nobody knows it`(
    lastTaken: String, expected: Truth
  ) throws {
    let patient = try ListPatient(
      taking: """
        {"medicine": "isotretinoin", "use": "stopped", "last-taken": "\(lastTaken)"}
        """)
    #expect(try patient.truth("stopped-within(180, retinoid.systemic)") == expected)
    #expect(try patient.truth("taking(retinoid.systemic)") == .false)
  }

  @Test func `no medicines at all means that none is taken`() throws {
    let patient = try ListPatient(#""medicines-any": "no""#)
    #expect(try patient.truth("taking(warfarin)") == .false)
    #expect(try patient.truth("any-medicine(unmatched)") == .false)
    #expect(patient.finding("vka-single") == nil)
    #expect(try patient.truth("not taking(warfarin)") == .true)
  }

  @Test(arguments: [
    #""red-flags-now": ["none"]"#, #""medicines-any": "yes""#, #""medicines-any": "unsure""#,
    #""medicines-any": "yes", "medicines": "unsure""#,
    #""medicines-any": "yes", "medicines": "declined""#,
  ])
  func `a list of medicines that nobody has given leaves everything possible`(lists: String)
    throws
  {
    let patient = try ListPatient(lists)
    #expect(try patient.truth("taking(warfarin)") == .unknown)
    #expect(try patient.truth("not taking(warfarin)") == .unknown)
    #expect(try patient.truth("complete(medicines)") == .false)
    let finding = try #require(patient.finding("vka-single"))
    guard case .possible(let missing) = finding.certainty else {
      Issue.record("established")
      return
    }
    #expect(missing.contains("medicines") || missing.contains("medicines-any"))
    #expect(patient.report.couldBecome == .doNotTreat)
    #expect(patient.report.outcome < .doNotTreat)
  }
}
