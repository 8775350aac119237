import ClinicalModel
import ProtocolLibrary
import Testing

/// Words that may not be said, found and let be.
@Suite struct NeverSayTests {
  private static let builtIn = Result { try readPack(.builtIn, digest: "") }

  private func entry(_ phrases: [String], unless: [String] = []) -> NeverSay {
    NeverSay(phrases: phrases, unless: unless, why: "", instead: "")
  }

  @Test func `a phrase is found whatever its capitals, with a few words between`() {
    let entry = entry(["stop/pause ... thinner"])
    #expect(entry.found(in: "Please STOP your blood thinner.") == ["stop your blood thinner"])
    #expect(entry.found(in: "Pause thinner") == ["pause thinner"])
    #expect(
      entry.found(in: "stop the one two three thinner") == ["stop the one two three thinner"])
    #expect(entry.found(in: "stop the one two three four thinner") == [])
  }

  @Test func `words are whole, and hyphens part them`() {
    let entry = entry(["safe", "risk free"])
    #expect(entry.found(in: "Your safety comes first; unsafe is not safely done.") == [])
    #expect(entry.found(in: "A risk-free treatment") == ["risk free"])
  }

  @Test func `a phrase does not reach over the end of a sentence`() {
    let entry = entry(["stop ... medicine"])
    #expect(entry.found(in: "STOP. Call the doctor. Your medicine stays.") == [])
    #expect(entry.found(in: "Stop! The medicine") == [])
    #expect(entry.found(in: "Stop 1.5 mg of medicine") == ["stop 1.5 mg of medicine"])
  }

  @Test func `a warning not to do it is harmless, and covers itself only`() {
    let entry = entry(["stop/stopping ... medicine"], unless: ["never ... stop/stopping"])
    #expect(entry.found(in: "Never advise stopping the medicine.") == [])
    #expect(
      entry.found(in: "Never stop your medicine, but stop the other medicine.")
        == ["stop the other medicine"])
  }

  @Test func `an apostrophe belongs to its word, straight or curly`() {
    let entry = entry(["don't take ... medicine"])
    #expect(entry.found(in: "Don\u{2019}t take any medicine") == ["don't take any medicine"])
    #expect(entry.found(in: "'do' take medicine") == [])
  }

  @Test(arguments: ["", "...", "stop ...", "... medicine", "a ... ... b", "stop/", "risk-free"])
  func `a phrase that can never be found is no phrase`(_ text: String) {
    #expect(!SpokenPhrase(text).isProper)
    #expect(entry([text]).found(in: "stop a b risk free medicine") == [])
  }

  /// Sentences of each kind that `wording.yaml` forbids, and what may be said.
  @Test(arguments: [
    "Stop your blood thinner two days before.", "Pause your steroid for a week.",
    "Skip the isotretinoin on that day.", "Please hold your contraceptive tablet.",
    "Stop taking your thyroid tablet.", "Advise stopping before treatment.",
    "Halve the dose.", "Come off your tablets first.", "Stop breastfeeding.",
    "Delay your vaccine.", "Postpone your dentist.", "It is safe.", "There is no risk.",
    "No side effects are known.", "A natural product.", "Painless.", "Guaranteed results.",
    "A permanent result.", "This cures melasma.", "It reverses ageing.",
    "FDA-approved mesotherapy", "You are cleared.", "Approved by the computer.",
    "You have lupus.", "You have a skin infection.",
    "You must tell us if you had a miscarriage or HIV.", "Because of your weight we say no.",
    "Take aspirin before you come.", "Cetirizine helps.", "500 mg twice a day",
    "A discount for you", "Decide today!",
  ])
  func `the pack carried inside refuses what may never be said`(_ text: String) throws {
    let pack = try Self.builtIn.get()
    #expect(pack.guidance.neverSay.contains { !$0.found(in: text).isEmpty }, "\(text)")
  }

  @Test(arguments: [
    "Keep taking your medicine. The doctor who prescribed it decides.",
    "We move this appointment.", "Most effects are mild; serious harm is rare but possible.",
    "Nothing was found in the answers; the clinician decides.",
    "Some answers need a doctor's look.",
    "You may prefer not to say; then the doctor decides with less information.",
    "With what we know, this treatment is not the right one now.",
    "Ask the doctor or pharmacist.", "Never advise stopping.", "Never stop your medicine.",
    "Do not stop your blood thinner.", "Choose another method rather than stopping medicine.",
    "Results are not guaranteed.", "Do you take a blood thinner, also aspirin?",
    "Do you have diabetes?", "We wait 3 weeks after a vaccine. Vaccines come first.",
    "STOP injecting. Call the doctor.",
  ])
  func `the pack carried inside lets be what may be said`(_ text: String) throws {
    let pack = try Self.builtIn.get()
    #expect(pack.guidance.neverSay.flatMap { $0.found(in: text) } == [], "\(text)")
  }
}
