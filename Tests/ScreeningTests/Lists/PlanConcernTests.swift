import ClinicalModel
import Screening
import Testing

@Suite struct PlanConcernTests {
  private static let pill = #"{"medicine": "ethinylestradiol", "use": "regular"}"#

  private func patient(_ medicine: String, planning ingredients: String, _ others: String = "")
    throws -> ListPatient
  {
    try ListPatient(
      taking: medicine, #""planned-ingredients": [\#(ingredients)]\#(others)"#)
  }

  @Test func `the combined pill says nothing of tranexamic acid that is not planned`() throws {
    let silent = try patient(Self.pill, planning: #"{"ingredient": "hyaluronic-acid"}"#)
    #expect(silent.finding(.medicineDefault("ethinylestradiol")) == nil)
    let planned = try patient(Self.pill, planning: #"{"ingredient": "tranexamic-acid"}"#)
    #expect(planned.finding("hormonal-contraception")?.severity == .defer)
    let pigment = try patient(
      Self.pill, planning: #"{"ingredient": "vitamin-c"}"#, #", "indication": ["pigmentation"]"#)
    let finding = try #require(pigment.finding(.medicineDefault("ethinylestradiol")))
    #expect(finding.certainty == .established && finding.severity == .caution)
  }

  @Test(arguments: [
    ("", "nobody has said what is planned"),
    (#""planned-ingredients": "unsure""#, "nobody knows what is planned"),
    (#""planned-ingredients": [{"ingredient": "the blue ampoule"}]"#, "no table knows it"),
    (#""planned-ingredients": [{"ingredient": "ha-cocktail-50"}]"#, "its parts are not read"),
  ])
  func `while a part of the plan is not known the warning stays possible`(
    _ plan: String, _ why: Comment
  ) throws {
    let others = plan.isEmpty ? #""allergies-any": "no""# : plan
    let patient = try ListPatient(taking: Self.pill, others)
    let finding = try #require(
      patient.finding(.medicineDefault("ethinylestradiol")), why)
    #expect(finding.certainty == .possible(missing: ["planned-ingredients"]), why)
    #expect(finding.severity == .caution)
  }

  @Test func `a mixture whose parts are read holds only what they are`() throws {
    let patient = try patient(
      Self.pill, planning: #"{"ingredient": "ha-cocktail-50", "components-known": "yes"}"#)
    #expect(patient.finding(.medicineDefault("ethinylestradiol")) == nil)
  }

  @Test(arguments: [
    ("metoclopramide", "emla"), ("phenelzine", "adrenaline"), ("clonidine", "hyaluronidase"),
    ("calcitonin-salmon-synthetic", "calcitonin"), ("raloxifene", "tranexamic-acid"),
    ("somatropin", "growth-factors"), ("benzocaine", "procaine"), ("amitriptyline", "adrenaline"),
  ])
  func `a medicine that only warns of an ingredient is silent without it`(
    _ medicine: String, _ ingredient: String
  ) throws {
    let entry = #"{"medicine": "\#(medicine)", "use": "regular", "prescribed": "yes"}"#
    let without = try patient(entry, planning: #"{"ingredient": "zinc"}"#)
    #expect(!without.report.findings.contains { $0.title.hasPrefix("Takes \(medicine)") })
    let with = try patient(entry, planning: #"{"ingredient": "\#(ingredient)"}"#)
    #expect(
      with.report.findings.contains {
        $0.certainty == .established && $0.severity >= .caution
          && $0.because.contains { $0.question == "medicines" }
      })
  }

  @Test(arguments: [
    ("phenytoin", "prilocaine", "Marks epilepsy."),
    ("isosorbide-dinitrate", "prilocaine", "Marks angina"),
    ("donepezil", "esters-and-botulinum", "Marks dementia"),
    ("flecainide", "lidocaine", "heart rhythm"), ("gentamicin", "botulinum", "As antibiotic"),
    ("nitrofurantoin", "prilocaine", "infection"), ("levetiracetam", "seizure", "epilepsy"),
  ])
  func `what a medicine marks for every plan stays, and the rest waits for its plan`(
    _ medicine: Medicine.ID, _ concern: PlanConcern.ID, _ words: String
  ) throws {
    let entry = #"{"medicine": "\#(medicine)", "use": "regular", "prescribed": "yes"}"#
    let tables = try BuiltIn.pack.get().tables
    let row = try #require(tables.medicine(medicine))
    #expect(row.severity >= .caution)
    #expect(row.reason.contains(words))
    let plan = try patient(
      entry, planning: #"{"ingredient": "zinc"}"#,
      #", "anaesthetic-plan": "none", "same-day-combination": ["none"]"#)
    #expect(plan.finding(.medicinePlan(medicine, concern)) == nil)
    // The row's own finding, or a rule of the pack that says as much.
    #expect(
      plan.report.findings.contains {
        $0.certainty == .established && $0.severity >= row.severity
          && $0.because.contains { $0.question == "medicines" }
      })
    let open = try ListPatient(taking: entry)
    #expect(open.finding(.medicinePlan(medicine, concern)) != nil)
  }

  @Test func `no medicine loses what it says of bleeding, infection or immunity`() throws {
    let tables = try BuiltIn.pack.get().tables
    let keys: [MedicineKey] = [
      "antithrombotic", "nsaid", "antiplatelet.effect", "immunosuppressant", "biologic", "jak",
      "current_infection", "chemotherapy", "oncology", "cytopenia", "impairs_healing",
      "skin_fragility", "possible_pregnancy", "epilepsy", "cardiac", "bleeding_disorder",
    ]
    for medicine in tables.medicines where keys.contains(where: { tables.matches(medicine.id, $0) })
    {
      #expect(
        !tables.planConcerns(of: medicine).contains { $0.says == .wholeRow }, "\(medicine.id)")
    }
  }
}
