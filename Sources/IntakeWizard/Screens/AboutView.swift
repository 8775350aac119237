import ClinicalModel
import Screening
import Terminal

// Which program and which protocol pack this is, and what they are for.

extension Wizard {
  /// The pack in hand; before a consultation is open, the one for new ones.
  private var packInHand: CompiledPack {
    if case .open(let session) = desk { session.pack } else { setting.pack }
  }

  private var aboutLines: [(label: String, words: String)] {
    let pack = packInHand
    return [
      ("Program", "Mesoscreen \(setting.programVersion)"), ("Pack", "\(pack.id) \(pack.version)"),
      ("Title", pack.title), ("Digest", pack.digest), ("Jurisdiction", pack.jurisdiction),
      ("Approval", pack.approval), ("Intended use", pack.intendedUse),
    ].filter { !$0.1.isEmpty }
  }

  func aboutBody(_ body: inout Canvas) {
    body.add(Span(" About this program and its protocol pack", .strong))
    body.gap()
    for (label, words) in aboutLines {
      body.wrap(Canvas.fill(label, to: 14) + words, indent: 1, hanging: 15)
    }
    body.gap()
    body.wrap(
      "It points to what a clinician must look at. It does not diagnose and does not decide.")
  }

  var linearAbout: LinearPage {
    LinearPage(
      place: "about",
      lines: ["About this program and its protocol pack."]
        + aboutLines.map { "\($0.label): \($0.words)" } + ["< Close"], prompt: "< closes")
  }
}
