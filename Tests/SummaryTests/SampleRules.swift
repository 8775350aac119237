import ClinicalModel

extension SamplePack {
  static let rules = [
    Rule(
      id: "breathing-now", title: "Trouble breathing now",
      when: .hasAny("red-flags-now", ["breathing"]), severity: .doNotTreat,
      staff: "Stop the interview and follow the emergency screen.",
      patient: "We look after your breathing first.", cite: ["R15"], strength: .guideline,
      urgency: .emergency),
    Rule(
      id: "pregnant", title: "Pregnant", when: .isAny("pregnancy-status", ["yes"]),
      severity: .doNotTreat, staff: "Do not treat until the pregnancy has ended.",
      patient: "This treatment is not given in pregnancy. There is no hurry.",
      cite: ["S0", "R6"], strength: .seedStated),
    Rule(
      id: "strong-sun-14-days", title: "Strong sun in the last 14 days",
      when: .compare(.days("last-strong-sun-date"), .less, Quantity(14)), severity: .defer,
      until: .date("last-strong-sun-date", days: 14),
      staff: "Wait until 14 days after the last strong sun; look at the skin on that day.",
      patient: "Your skin needs two weeks away from strong sun first.", cite: ["S3"],
      strength: .expertOpinion, note: "Sources differ: 7 to 30 days."),
    Rule(
      id: "keloid-dermaroller", title: "Raised scars and a dermaroller",
      when: .and([.isAny("keloid-history", ["yes"]), .isAny("modality", ["dermaroller"])]),
      severity: .doNotTreat, staff: "Do not roll; discuss another method.",
      patient: "Rolling is not the right method for your skin.", cite: ["R7"], strength: .label),
    Rule(
      id: "blood-thinner-bruising", title: "Takes a blood thinner",
      when: .isAny("blood-thinner-use", ["yes"]), severity: .caution,
      staff: "Ask which one and why. Never advise stopping it; the prescriber decides.",
      patient: "Keep taking your medicine. The doctor who prescribed it decides.",
      cite: ["S2", "R64"], strength: .expertOpinion),
    Rule(
      id: "skin-allergy-patch-test", title: "Skin allergy in the past",
      when: .isAny("skin-allergy", ["yes"]), severity: .proceedAfterPatchTest,
      staff: "Offer a patch test with the planned product.",
      patient: "A small test on your arm comes first.", cite: ["S3"], strength: .seedStated),
  ]

  static let sources = [
    Source(id: "S0", title: "Magazine article with two experts for and one against, 2024"),
    Source(id: "S2", title: "Clinic blog on hair and face, 2023"),
    Source(id: "S3", title: "Clinic page on hair loss: procedure, candidates, costs"),
    Source(id: "R6", title: "Product label of a fat-dissolving injection, read as a copy"),
    Source(id: "R7", title: "Consent form that reproduces a microneedling device's label"),
    Source(
      id: "R15",
      title:
        "Guideline on the emergency treatment of anaphylaxis: early adrenaline into the outer "
        + "mid-thigh, lie flat, second dose after five minutes"),
    Source(id: "R64", title: "Statement on procedures and blood-thinning medicines"),
  ]
}
