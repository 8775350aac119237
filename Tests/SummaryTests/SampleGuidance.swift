import ClinicalModel
import Screening
import Summary

extension SamplePack {
  static let clinic = Clinic(
    name: "Sample Skin Clinic", contacts: ["Phone +00 000 0000", "12 Sample Street"],
    emergencyNumber: "000", currency: "XTS",
    costs: [
      Cost(item: "One session, face", amount: "1,000"), Cost(item: "Course of 6", amount: "5,400"),
    ])

  /// The sample with guidance and, unless left out, with the clinic's details.
  static func withGuidance(clinic: ClinicDetails = .given(clinic)) -> CompiledPack {
    CompiledPack(
      ProtocolPack(
        id: pack.id, version: pack.version, digest: pack.digest, title: pack.title,
        jurisdiction: pack.jurisdiction, approval: pack.approval, intendedUse: pack.intendedUse,
        sections: pack.sections, rules: pack.rules, sources: pack.sources,
        emergencies: pack.emergencies, guidance: guidance, clinic: clinic))
  }

  static let guidance = Guidance(
    evidence: [
      GuidanceText(text: "Experts disagree about this treatment.", cite: ["S0", "S2"]),
      GuidanceText(text: "Results vary, and nobody can promise them.", cite: ["S3"]),
    ],
    aftercare: [
      AftercareSheet(
        id: "needle", title: "Needle", when: .isAny("modality", ["syringe-needle"]),
        advice: [
          AftercareAdvice(
            topic: "Exercise", text: "No exercise for 48 hours.", note: "Sources: 24 to 72 hours.",
            term: .hours(48)),
          AftercareAdvice(
            topic: "Sun", text: "Keep the skin covered from the sun for 14 days.", note: "",
            term: .hours(336)),
        ], cite: ["S3"]),
      AftercareSheet(
        id: "rolled", title: "Dermaroller", when: .isAny("modality", ["dermaroller"]),
        advice: [
          AftercareAdvice(
            topic: "Exercise", text: "No exercise for 72 hours.", note: "", term: .hours(72))
        ], cite: ["R7"]),
      AftercareSheet(
        id: "deep", title: "Deep needling",
        when: .compare(.number("planned-depth-mm"), .greater, Quantity(1)),
        advice: [
          AftercareAdvice(
            topic: "Hair style", text: "Keep your hair loose.", note: "", cite: ["general"])
        ], cite: ["S3"]),
    ],
    redFlags: [
      RedFlagGroup(
        title: "Call the emergency number NOW",
        signs: ["Trouble breathing", "Sudden loss of sight"],
        cite: ["R15"], call: .emergencyNumber),
      RedFlagGroup(
        title: "Call the clinic TODAY, at any hour", signs: ["Skin turning white or black"],
        cite: ["S2"], call: .clinic),
      RedFlagGroup(title: "To be expected", signs: ["Bruises for up to a week"], cite: ["S3"]),
    ],
    neverSay: [], aftercareTopics: ["Sun", "Exercise", "Hair style"],
    request: ["planned-treatment-date", "modality", "planned-depth-mm"])
}
