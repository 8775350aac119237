import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Whether an action can be taken now.
enum ActionStanding: Hashable {
  case available
  case not(because: String)
}

extension AnySurroundings {
  /// Whether an action of the menu can be taken now, and if not, why.
  func standing(of command: Command) -> ActionStanding {
    switch command {
    case .actions, .leave, .suspend, .repaint, .help, .emergency, .part, .face, .theme, .about,
      .lock, .myPassphrase, .switchUser:
      return .available
    case .letterKeys:
      return isSpoken ? .not(because: "by lines a letter needs Enter anyway") : .available
    case .back, .forward, .clearAnswer, .note, .findings, .jump, .review, .result, .unsure,
      .declined, .next, .home, .saveAgain, .export, .skinTests, .undo, .redo:
      break
    }
    guard let session = openConsultation else {
      return .not(because: "no consultation is open")
    }
    switch command {
    case .saveAgain:
      return session.unsaved.isEmpty ? .not(because: "everything is saved") : .available
    case .result:
      return session.isSigned
        ? .not(because: "the consultation is signed")
        : session.reviewed == .toItsEnd
          ? .available : .not(because: "the review comes first")
    case .unsure, .declined, .clearAnswer:
      if session.isSigned { return .not(because: "the consultation is signed") }
      // Not sure of a group: its questions are asked one by one.
      if pageFacts.group != nil, command != .clearAnswer { return .available }
      guard let question = currentQuestion else {
        return .not(because: "this page is not a single question")
      }
      return command == .clearAnswer && session.answers[question] == .unknown(.notAsked)
        ? .not(because: "this question is not answered yet") : .available
    case .skinTests:
      return session.skinTestQuestion == nil
        ? .not(because: "this pack asks for no skin tests") : .available
    case .undo, .redo:
      if session.isSigned { return .not(because: "the consultation is signed") }
      if command == .undo, session.changes.done.isEmpty { return .not(because: "nothing to undo") }
      return command == .redo && session.changes.undone.isEmpty
        ? .not(because: "nothing was undone") : .available
    case .next:
      return session.openCount == 0 ? .not(because: "every question is answered") : .available
    case .home:
      if case .failed = session.saving { return .not(because: "not everything is saved") }
      return .available
    default: return .available
    }
  }
}
