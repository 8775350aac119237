import ClinicalModel
import Consultation
import IntakeWizard
import Journal
import Screening

extension EffectPerformer {
  /// The home screen's list: what is open, what was signed today, what cannot
  /// be read.
  func list() -> Action {
    do {
      let rows = try journal.listing().compactMap(row)
      // Drafts first, the latest on top: the patient in the chair.
      let drafts = rows.filter { $0.condition == .draft }
      return .listed(drafts.reversed() + rows.filter { $0.condition != .draft })
    } catch {
      return .listFailed(error.description)
    }
  }

  /// The signed consultations, the latest of each patient first.
  func findEarlier() -> Action {
    do {
      var seen: Set<String> = []
      let signed = try journal.listing().reversed().compactMap { listing -> EarlierVisit? in
        guard case .readable(let consultation, _) = listing,
          case .signed = consultation.signature, case .open = consultation.standing
        else { return nil }
        let visit = EarlierVisit(consultation, consultation.answersWithLatestTests)
        // Two people may share a name, and few share a birthday with it too.
        return seen.insert(Self.patient(consultation.answers)).inserted ? visit : nil
      }
      return .foundEarlier(signed)
    } catch {
      return .findFailed(error.description)
    }
  }

  private func row(_ listing: Listing) -> HomeRow? {
    switch listing {
    case .damaged(let id, _, let sequence):
      return HomeRow(
        id: id, patient: "", stage: "", saved: "",
        condition: .damaged(
          "Damaged at entry \(sequence + 1): not shown, not changed. Run mesoscreen records verify."
        ))
    case .readable(let consultation, _):
      if case .voided = consultation.standing { return nil }
      let time = "saved " + moment(consultation.lastSavedAt)
      let patient = Self.patient(consultation.answers)
      guard case .signed(_, let signedAt) = consultation.signature else {
        return HomeRow(
          id: consultation.id, patient: patient, stage: stage(consultation), saved: time,
          condition: .draft)
      }
      guard setting.localTime.date(of: signedAt) == today() else {
        return nil
      }
      return HomeRow(
        id: consultation.id, patient: patient, stage: "signed today", saved: time,
        condition: .signed)
    }
  }

  /// `14:31`, and the day with it where it is not today.
  private func moment(_ instant: Instant) -> String {
    let day = setting.localTime.date(of: instant)
    let time = setting.localTime.time(of: instant).prefix(5)
    return day == today() ? String(time) : "\(day.spelled) \(time)"
  }

  static func patient(_ answers: Answers) -> String {
    var words = "name not recorded"
    if case .known(.text(let name)) = answers["patient-full-name"] { words = name }
    if case .known(.date(let born)) = answers[.dateOfBirth] { words += "  b. \(born.spelled)" }
    return words
  }

  private func stage(_ consultation: Consultation) -> String {
    guard case .success(let pack) = pack(of: consultation) else { return "pack not readable" }
    if case .decided(_, let time) = consultation.decision,
      setting.localTime.date(of: time) == today()
    {
      return "ready to sign"
    }
    if case .to(let role, _) = consultation.handover { return "for \(role.words)" }
    let context = AnswerContext(
      pack: pack, answers: consultation.datedAnswers(by: setting.localTime),
      interviewDate: consultation.day(today: today()))
    switch Checklist(context).firstOpen {
    case .end: return "to be decided"
    case .question(let id): return "at \(pack.section(of: id)?.short ?? "")"
    }
  }
}
