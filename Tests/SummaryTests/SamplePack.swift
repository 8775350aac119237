import ClinicalModel
import Screening

/// A small pack with the shapes of the shipped one: gates, private questions,
/// dated deferrals, a patch test and an emergency.
enum SamplePack {
  static let pack = CompiledPack(
    ProtocolPack(
      id: "sample", version: "1.0.0", digest: "sha256:" + String(repeating: "5a", count: 32),
      title: "Sample consultation", jurisdiction: "None: a sample for tests",
      approval: "awaits a clinician's review",
      intendedUse:
        "Mesoscreen records answers and points to what a clinician must look at. It does not "
        + "diagnose and does not decide. It is not a certified medical device.",
      sections: [arrival, identity, plan, health, sun], rules: rules, sources: sources,
      emergencies: [
        Emergency(
          id: "anaphylaxis", title: "Trouble breathing: call the doctor now",
          when: .hasAny("red-flags-now", ["breathing"]), steps: ["STOP."], cite: ["R15"])
      ]))

  private static let yesNo = [
    Option(id: "yes", label: "Yes"), Option(id: "no", label: "No"),
  ]
  private static let past = AnswerKind.date(tense: .past, orNever: true, orCurrent: false)

  private static let arrival = Section(
    id: "arrival", title: "Before anything else", short: "Arrival",
    askedBy: "front desk or nurse; first screen, always",
    questions: [
      Question(
        id: "red-flags-now", ask: "Right now, do you have any of these?",
        label: "Red flags now", kind: .multiple,
        options: [
          Option(id: "none", label: "None of these"),
          Option(id: "breathing", label: "Trouble breathing, wheeze or tight throat"),
          Option(id: "chest-pain", label: "Chest pain or collapse"),
          Option(id: "rapid-hives", label: "Hives all over the body"),
        ], onUnknown: .finding(.defer))
    ])

  private static let identity = Section(
    id: "identity", title: "Patient and identity", short: "Patient", askedBy: "front desk",
    questions: [
      Question(
        id: "patient-full-name", ask: "What is your full name, as on your identity document?",
        label: "Full name", kind: .text, onUnknown: .finding(.defer)),
      Question(
        id: "patient-date-of-birth", ask: "What is your date of birth?", label: "Date of birth",
        kind: .date(tense: .past, orNever: false, orCurrent: false), onUnknown: .finding(.defer)),
      Question(
        id: "sex-registered-at-birth", ask: "What sex were you registered as at birth?",
        label: "Sex registered at birth", kind: .single,
        options: [
          Option(id: "female", label: "Female"), Option(id: "male", label: "Male"),
          Option(id: "other", label: "Another answer / prefer not to say"),
        ], privacy: .restricted),
    ])

  private static let plan = Section(
    id: "request", title: "Requested treatment", short: "Request", askedBy: "practitioner",
    questions: [
      Question(
        id: "planned-treatment-date", ask: "On which day would the treatment take place?",
        label: "Planned treatment day",
        kind: .date(tense: .future, orNever: false, orCurrent: false), answeredByStaff: true,
        changeability: .plan),
      Question(
        id: "modality", ask: "How would the product be delivered?", label: "Method",
        kind: .single,
        options: [
          Option(id: "syringe-needle", label: "Syringe and needle"),
          Option(id: "dermaroller", label: "Dermaroller"),
        ], onUnknown: .finding(.defer), answeredByStaff: true, changeability: .plan),
      Question(
        id: "planned-depth-mm", ask: "Planned depth in mm?", label: "Planned depth",
        kind: .number(unit: "mm", range: Quantity(0)...Quantity(50)),
        onUnknown: .finding(.caution), answeredByStaff: true, changeability: .plan),
    ])

  private static let health = Section(
    id: "health", title: "General health", short: "Health", askedBy: "nurse",
    questions: [
      Question(
        id: "pregnancy-status", ask: "Are you pregnant, or could you be?", label: "Pregnancy",
        kind: .single, options: yesNo,
        when: .or([
          .isAny("sex-registered-at-birth", ["female", "other"])
        ]), onUnknown: .finding(.doNotTreat), privacy: .restricted),
      Question(
        id: "blood-thinner-use", ask: "Do you take anything that thins the blood?",
        label: "Blood thinners", kind: .single, options: yesNo, onUnknown: .finding(.caution)),
      Question(
        id: "keloid-history", ask: "Have you ever had raised scars (keloids)?",
        label: "Raised scars (keloids)", kind: .single, options: yesNo,
        onUnknown: .finding(.caution)),
      Question(
        id: "skin-allergy", ask: "Has anything on your skin ever given you a rash?",
        label: "Skin allergy", kind: .single, options: yesNo,
        onUnknown: .finding(.proceedAfterPatchTest)),
    ])

  private static let sun = Section(
    id: "sun", title: "Sun exposure and skin type", short: "Sun", askedBy: "nurse",
    questions: [
      Question(
        id: "last-strong-sun-date", ask: "When were you last in strong sun without cover?",
        label: "Last strong sun", kind: past, onUnknown: .finding(.caution)),
      Question(
        id: "sunbed-use", ask: "Do you use a sunbed?", label: "Sunbed", kind: .single,
        options: yesNo, onUnknown: .noFinding),
    ])
}
