public import ClinicalModel
public import Consultation
public import Screening
public import Summary
public import Terminal

/// What happened: a key, a paste, or the result of an effect.
public enum Action: Redacted, Sendable {
  /// A key was pressed.
  case key(Key, at: Instant)
  /// Text was pasted.
  case pasted(String, at: Instant)
  /// Nothing was typed until the time that `Wizard.wake` named.
  case idle(at: Instant)
  /// The process runs again after a stop.
  case resumed(at: Instant)
  /// Somebody asked the program to end.
  case ended
  /// The list of consultations was read.
  case listed([HomeRow])
  /// The clinic's day; it may be another than the machine's.
  /// The skin tests that are to be read, of all consultations.
  case readingsListed([ReadingRow])
  /// The list could not be read; the words say what is safe and what to do.
  case listFailed(String)
  /// The signed consultations were read, the latest of each patient.
  case foundEarlier([EarlierVisit])
  /// They could not be read.
  case findFailed(String)
  /// A consultation was opened or resumed, with the pack it began with.
  case opened(Consultation, head: String, pack: CompiledPack)
  /// The last signed consultation of the patient whose consultation this is.
  case foundLastVisit(EarlierVisit, of: Consultation.ID)
  /// It could not be opened.
  case openFailed(String)
  /// What was unsaved is durable; `head` is the hash of the last entry.
  case saved(Consultation, head: String)
  /// Entries could not be written; nothing before them is lost.
  case saveFailed(String)
  /// A summary was written.
  case exported(path: String, note: String)
  /// A summary could not be written.
  case exportFailed(String)
  /// The staff file says something.
  case staff(StaffReply)
}

/// What the program is to do.
public enum Effect: Hashable, Sendable {
  /// Read the list of consultations.
  case list
  /// Open a new consultation with the setting's pack and day.
  case begin
  /// Read the signed consultations, the latest of each patient.
  case findEarlier
  /// Look for the last signed consultation of this consultation's patient.
  case findLastVisit(Consultation.ID)
  /// Read a consultation and its pack.
  case resume(Consultation.ID)
  /// Append, durably, what `Wizard.unsaved` holds when this is performed.
  case save
  /// Write a summary into a folder.
  case export(SummarySheet, Consultation.ID, folder: String)
  /// Throw away what was typed ahead.
  case flushInput
  /// Cover what can be seen, at once: throw away what was typed ahead and
  /// repaint the whole screen, or clear the window and what scrolled out of it.
  case cover
  /// Ask something of the staff file.
  case staff(StaffRequest)
  /// Repaint everything.
  case repaint
  /// Go on with the other face: the screen, or lines.
  case switchFace
  /// Go from the records to training, or back.
  case switchUse
  /// Stop the process for the shell.
  case suspend
  /// End the program.
  case quit
}

/// One line of the home screen.
public struct HomeRow: Redacted, Hashable, Sendable {
  /// Which consultation.
  public let id: Consultation.ID
  /// Name and birth date, as far as they are recorded.
  public let patient: String
  /// How far it is: `at Allergies`, `ready to sign`.
  public let stage: String
  /// When it was last saved, in the clinic's time.
  public let saved: String
  /// Whether it can be opened.
  public let condition: Condition

  /// Whether a row can be opened.
  public enum Condition: Hashable, Sendable {
    /// Open and unsigned.
    case draft
    /// Signed today or earlier.
    case signed
    /// It cannot be read; the words say why and what is safe.
    case damaged(String)
  }

  /// A row from its parts.
  public init(
    id: Consultation.ID, patient: String, stage: String, saved: String, condition: Condition
  ) {
    self.id = id
    self.patient = patient
    self.stage = stage
    self.saved = saved
    self.condition = condition
  }
}
