import ClinicalModel

/// What not knowing an answer says by itself.
///
/// It is always established: that nobody knows is a fact. While it is unknown
/// whether the question applies, only a patient who was asked raises it; the
/// gate's own finding stands for the rest.
///
/// The source is that of the question. Its strength is general knowledge: that
/// the question matters is sourced, how much not knowing weighs is the pack's
/// own judgement and awaits a clinician.
///
/// Nothing when the answer is known, or when not knowing it has no weight; who
/// asks has seen to it that the question applies or was asked.
func unknownFinding(ofQuestion place: Int, in context: AnswerContext) -> Finding? {
  let question = context.pack.questions[place]
  guard case .finding(let severity) = question.onUnknown,
    case .unknown(let reason) = context.answer(at: place)
  else { return nil }
  let asked = sentence(question.ask)
  return Finding(
    rule: .unknown(question.id), origin: .unknownAnswer(question.id, reason),
    title: "\(question.label): \(words(reason))", severity: severity, certainty: .established,
    release: severity == .defer ? .event("an answer to: \(question.label)") : .notDeferred,
    staff: "We do not know the answer to: \(asked) Unknown is not clear. \(advice(reason))",
    patient: patientWords(question, asked),
    because: [Because(question: question.id, answer: .unknown(reason))], cite: question.cite,
    strength: .generalKnowledge, note: "", urgency: .ordinary)
}

/// How an answer is not known, in the words of the title.
private func words(_ reason: UnknownReason) -> String {
  switch reason {
  case .notAsked: "not answered"
  case .unsure: "not sure"
  case .declined: "prefers not to say"
  }
}

private func advice(_ reason: UnknownReason) -> String {
  switch reason {
  case .notAsked: "Ask it."
  case .unsure: "Find out, or the clinician decides without it."
  case .declined: "Do not press; the clinician decides without it."
  }
}

/// A private question is not repeated: the patient's sheet may be read at home
/// by others.
private func patientWords(_ question: Question, _ asked: String) -> String {
  let open =
    switch question.privacy {
    case .ordinary: "We do not know the answer to: \(asked)"
    case .restricted: "We do not know the answer to a private question."
    }
  return "\(open) You may prefer not to say; then the clinician decides with less information."
}

/// Some questions end in a word ("upper value"); inside a sentence they need a
/// full stop.
private func sentence(_ text: String) -> String {
  guard let last = text.last, !".?!".contains(last) else { return text }
  return text + "."
}
