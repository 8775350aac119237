import ClinicalModel
import Screening
import Testing

/// A patient with random lists over a handful of medicines, ingredients and
/// allergens.
private struct ListChooser {
  var patient: RandomPatient

  private static let medicines = [
    "warfarin", "Ecosprin AV", "Atorva Gold", "ibuprofen", "prednisolone", "isotretinoin",
    "cetirizine", "propranolol", "TESTNAME",
  ]
  private static let ingredients = [
    "hyaluronidase", "vitamin-e", "phosphatidylcholine", "lidocaine-inj", "iron", "chamomile",
    "ha-cocktail-50", "TESTPRODUCT",
  ]
  private static let allergens = ["soy", "hymenoptera", "nickel", "latex", "multiple", "TESTNAME"]

  mutating func answers(to pack: CompiledPack, percent share: Int) -> Answers {
    var answers = patient.answers(to: pack, percent: share)
    fill(&answers, pack, percent: share)
    return answers
  }

  mutating func completing(_ answers: Answers, for pack: CompiledPack) -> Answers {
    var completed = patient.completing(answers, for: pack)
    fill(&completed, pack, percent: 90)
    return completed
  }

  /// Gives the lists that nobody has given.
  private mutating func fill(_ answers: inout Answers, _ pack: CompiledPack, percent share: Int) {
    for question in pack.questions {
      guard case .list = question.kind, case .unknown = answers[question.id],
        Int.random(in: 0..<100, using: &patient) < share
      else { continue }
      answers[question.id] = list(question)
    }
  }

  private mutating func list(_ question: Question) -> Answer {
    let count = Int.random(in: 1...3, using: &patient)
    return .known(.entries((0..<count).map { _ in entry(of: question) }))
  }

  private mutating func entry(of list: Question) -> Answers {
    var entry = Answers()
    for (place, field) in list.fields.enumerated() {
      // The first field names the entry, so that none is empty.
      guard place == 0 || Int.random(in: 0..<4, using: &patient) > 0 else { continue }
      entry[field.id] = place == 0 ? known(field) : answer(to: field)
    }
    return entry
  }

  private mutating func known(_ field: Question) -> Answer {
    var answer = answer(to: field)
    while case .unknown = answer { answer = self.answer(to: field) }
    return answer
  }

  private mutating func answer(to field: Question) -> Answer {
    switch field.kind {
    case .list: return list(field)
    case .name(let table):
      let names =
        switch table {
        case .medicines: Self.medicines
        case .ingredients: Self.ingredients
        case .allergens: Self.allergens
        }
      return names.randomElement(using: &patient).map { .known(.text($0)) } ?? .unknown(.unsure)
    case .names: return .known(.choices(["soy"]))
    case .text: return .known(.text(["L1", "L2"].randomElement(using: &patient) ?? "L1"))
    case .number where field.id == "day":
      return .known(.number(Quantity([0, 2, 4, 7].randomElement(using: &patient) ?? 0)))
    case .single, .multiple, .number, .date: return patient.answer(to: field)
    }
  }
}

@Suite struct ListSoundnessTests {
  @Test(arguments: 0..<8)
  func `whatever list is still given, nothing gets worse than the report said it could`(
    batch: Int
  ) throws {
    let pack = try (batch == 0 ? BuiltIn.pack : BuiltIn.rulesAlone).get()
    let today = BuiltIn.interviewDate
    for seed in UInt64(batch * 100)..<UInt64(batch * 100 + (batch == 0 ? 10 : 25)) {
      var chooser = ListChooser(patient: RandomPatient(seed: seed, interviewDate: today))
      let share = Int.random(in: 0...100, using: &chooser.patient)
      let partly = chooser.answers(to: pack, percent: share)
      let fully = chooser.completing(partly, for: pack)
      let before = screen(partly, with: pack, on: today)
      let after = screen(fully, with: pack, on: today)
      #expect(before.outcome <= before.couldBecome, "seed \(seed)")
      #expect(after.outcome <= after.couldBecome, "seed \(seed)")
      #expect(after.outcome <= before.couldBecome, "seed \(seed)")
      #expect(after.couldBecome <= before.couldBecome, "seed \(seed)")
    }
  }
}
