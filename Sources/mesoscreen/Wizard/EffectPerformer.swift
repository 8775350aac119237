import ClinicalModel
import Consultation
import IntakeWizard
import Journal
import ProtocolLibrary
import Screening
import Summary

/// Carries out the wizard's effects on the real journal, packs and files.
struct EffectPerformer {
  let journal: Journal
  let setting: Setting
  /// The archive of the setting's pack, kept with the records.
  let packArchive: [UInt8]
  let now: () -> Instant
  let newID: () -> Consultation.ID
  let staff: StaffDesk

  /// The clinic's day: a program left open overnight must not judge tomorrow's
  /// patient by yesterday's date.
  func today() -> CalendarDate { setting.localTime.date(of: now()) }

  /// Performs one effect and says what happened.
  func perform(_ effect: Effect, unsaved: Unsaved?) -> [Action] {
    switch effect {
    case .list: [list(), readings()]
    case .begin: [begin()]
    case .findEarlier: [findEarlier()]
    case .findLastVisit(let id): findLastVisit(of: id)
    case .resume(let id): [resume(id)]
    case .save: unsaved.map { [save($0)] } ?? []
    case .export(let sheet, let id, let folder): [export(sheet, id, folder)]
    case .staff(let request): staff.answer(request)
    case .flushInput, .cover, .repaint, .switchFace, .switchUse, .suspend, .quit: []
    }
  }

  private func begin() -> Action {
    do {
      let digest = try journal.keepPack(packArchive)
      let opening = Opening(
        pack: setting.pack.id, packVersion: setting.pack.version, packDigest: digest,
        interviewDate: today())
      let saved = try journal.open(newID(), opening, at: now())
      return .opened(
        saved.consultation, head: saved.head.hash.description, pack: setting.pack)
    } catch {
      return .openFailed(error.description)
    }
  }

  private func resume(_ id: Consultation.ID) -> Action {
    do throws(JournalError) {
      let (consultation, head) = try journal.consultation(id)
      guard case .success(let pack) = pack(of: consultation) else {
        return .openFailed(
          "The pack of this consultation cannot be read. The record is safe. "
            + "Run mesoscreen records verify.")
      }
      return .opened(consultation, head: head.hash.description, pack: pack)
    } catch {
      return .openFailed(error.description)
    }
  }

  /// The pack a consultation was begun with: an old record is never judged by
  /// a newer pack.
  func pack(of consultation: Consultation) -> Result<CompiledPack, StoredPackFailure> {
    let digest = consultation.opened.packDigest
    if digest == setting.pack.digest { return .success(setting.pack) }
    return storedPack(digest: digest, in: journal)
  }

  private func save(_ unsaved: Unsaved) -> Action {
    guard let hash = Digest256(hexadecimal: unsaved.head) else {
      return .saveFailed("The record's last entry is not known. Go home and open it again.")
    }
    do {
      let head = Head(sequence: unsaved.entryCount - 1, hash: hash)
      let saved = try journal.append(
        unsaved.events, to: unsaved.consultation, after: head, at: moment(of: unsaved.day))
      return .saved(saved.consultation, head: saved.head.hash.description)
    } catch {
      return .saveFailed(error.description)
    }
  }

  /// When something is recorded: now, or at the end of the day on which it was
  /// given, where the disk took it on a later one. It must not count as said on
  /// that later day.
  private func moment(of day: CalendarDate) -> Instant {
    let now = now()
    let late = today().days(after: day)
    guard late > 0 else { return now }
    let passed = 86_400_000 - setting.localTime.millisecondsToMidnight(from: now)
    return Instant(milliseconds: now.milliseconds - Int64(passed + (late - 1) * 86_400_000 + 1))
  }

  private func export(
    _ sheet: SummarySheet, _ id: Consultation.ID, _ folder: String
  ) -> Action {
    do throws(JournalError) {
      let (consultation, head) = try journal.consultation(id)
      guard case .success(let pack) = pack(of: consultation) else {
        return .exportFailed("The pack of this consultation cannot be read. The record is safe.")
      }
      let export = SummaryExport(
        pack: pack, localTime: setting.localTime, clinic: clinic(of: pack), printedAt: now(),
        audience: sheet.audience, today: .day(today()))
      switch export.write(consultation, head: head, format: sheet.format, folder: folder) {
      case .success(let written): return .exported(path: written.path, note: written.note)
      case .failure(let failure): return .exportFailed(failure.words)
      }
    } catch {
      return .exportFailed(error.description)
    }
  }
}

extension EffectPerformer {
  /// The clinic on a summary where the consultation's own pack names none.
  private func clinic(of pack: CompiledPack) -> String {
    if setting.use == .training { return Training.clinic }
    return pack.clinic == .notGiven ? setting.clinic : ""
  }
}

/// Why a stored pack cannot be used.
enum StoredPackFailure: Error {
  case notKept
  case unreadable
}

/// A pack from its archive in the journal.
func storedPack(
  digest: String, in journal: Journal
) -> Result<CompiledPack, StoredPackFailure> {
  guard let archive = try? journal.packArchive(digest: digest) else { return .failure(.notKept) }
  guard let files = try? PackFiles(archive: archive),
    let pack = try? readPack(files, digest: digest)
  else { return .failure(.unreadable) }
  return .success(CompiledPack(pack))
}
