import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

// The aftercare of the pack carried inside, over every plan it can be asked
// for.

private struct Plans {
  let pack: ProtocolPack

  /// The pack with the questions of the plan only, which is quicker to weigh.
  init() throws {
    let whole = try BuiltIn.pack.get()
    pack = ProtocolPack(
      id: whole.id, version: whole.version, digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "", sections: whole.sections.filter { $0.id == "request" }, rules: [],
      guidance: whole.guidance)
  }

  func options(_ question: Question.ID) throws -> [Option.ID] {
    try #require(pack.question(question)).options.map(\.id).filter { $0 != Option.none }
  }

  func aftercare(
    _ modality: Option.ID, _ areas: [Option.ID], _ products: [Option.ID],
    sameDay: [Option.ID] = [Option.none]
  ) -> AftercarePlan {
    var answers = Answers()
    answers["modality"] = .known(.choice(modality))
    answers["area"] = .known(.choices(areas))
    answers["product-class"] = .known(.choices(products))
    answers["same-day-combination"] = .known(.choices(sameDay))
    return pack.guidance.aftercare(
      for: AnswerContext(
        pack: CompiledPack(pack), answers: answers,
        interviewDate: CalendarDate(year: 2026, month: 11, day: 21) ?? .last))
  }

  /// What the patient reads on a topic.
  func texts(_ topic: String, _ plan: AftercarePlan) -> [String] {
    guard case .lines(let lines, _) = plan else { return [] }
    return lines.map(\.advice).filter { $0.topic == topic }.map(\.text)
  }
}

@Test func `every method on every area with every product has settled aftercare`() throws {
  let plans = try Plans()
  var count = 0
  for modality in try plans.options("modality") {
    for area in try plans.options("area") {
      for product in try plans.options("product-class") {
        for sameDay in [[Option.none], ["microneedling"]] {
          guard
            case .lines(let lines, let settled) = plans.aftercare(
              modality, [area], [product], sameDay: sameDay)
          else {
            Issue.record("\(modality) on \(area) with \(product) has no sheet")
            continue
          }
          #expect(settled, "\(modality) on \(area) with \(product)")
          #expect(lines.contains { $0.advice.topic == "Treatments" })
          count += 1
        }
      }
    }
  }
  #expect(count == 7 * 16 * 11 * 2)
}

@Test func `of two sheets on the same skin the strictest line of each topic is given`() throws {
  let plans = try Plans()
  let fat = plans.aftercare("syringe-needle", ["submental"], ["lipolytic"])
  #expect(plans.texts("Treatments", fat).count == 1)
  #expect(plans.texts("Treatments", fat).first?.contains("30 days") == true)
  #expect(plans.texts("Creams", fat).first?.contains("7 days") == true)
  #expect(plans.texts("To expect", fat).count == 2)
  let scalp = plans.aftercare("dermaroller", ["scalp"], ["vitamins-minerals"])
  #expect(plans.texts("Exercise", scalp) == ["No exercise and no heavy sweating for 72 hours."])
  #expect(plans.texts("Hair", scalp) == ["Do not wash your hair for 72 hours."])
  #expect(plans.texts("Sun", scalp).count == 2)
  let device = plans.aftercare("electroporation", ["thighs"], ["lipolytic"])
  #expect(plans.texts("Washing", device) == ["Wash the treated skin gently from the next day."])
}

@Test func `no combination of plans loosens what one of them asks for`() throws {
  let plans = try Plans()
  for modality in try plans.options("modality") {
    for area in try plans.options("area") {
      for other in try plans.options("area") {
        let both = hours(plans.aftercare(modality, [area, other], ["lipolytic", "prp"]))
        for single in [
          plans.aftercare(modality, [area], ["prp"]), plans.aftercare(modality, [other], ["prp"]),
          plans.aftercare(modality, [area], ["lipolytic"]),
        ] {
          for (topic, least) in hours(single) {
            #expect(both[topic, default: -1] >= least, "\(modality) \(area) \(other): \(topic)")
          }
        }
      }
    }
  }
}

@Test func `each line says nothing twice and each topic stands together`() throws {
  let plans = try Plans()
  for modality in try plans.options("modality") {
    let plan = plans.aftercare(
      modality, try plans.options("area"), ["lipolytic"], sameDay: ["microneedling"])
    guard case .lines(let lines, _) = plan else { continue }
    #expect(Set(lines.map(\.advice.text)).count == lines.count)
    let topics = lines.map(\.advice.topic)
    let order = plans.pack.guidance.aftercareTopics.filter(topics.contains)
    #expect(topics.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == order)
  }
}

@Test func `a prescribed medicine is never told to be left off`() throws {
  let plans = try Plans()
  for sheet in plans.pack.guidance.aftercare {
    for advice in sheet.advice {
      let text = advice.text.lowercased()
      for word in ["stop ", "pause", "skip", "leave off", "discontinue"] {
        #expect(!text.contains(word), "\(advice.text)")
      }
      if text.contains("minoxidil") { #expect(text.contains("ask the doctor who prescribed it")) }
      if text.contains("retinol") { #expect(text.contains("bought yourself")) }
    }
  }
}

@Test func `advice on general knowledge says so`() throws {
  let guidance = try BuiltIn.pack.get().guidance
  let general = guidance.aftercare.flatMap(\.advice).filter { $0.cite == ["general"] }
  #expect(general.map(\.topic) == ["Minoxidil", "Hair style"])
}

@Test func `the evidence statement keeps its claims and does not print what misleads`() throws {
  let guidance = try BuiltIn.pack.get().guidance
  let text = guidance.evidence.map(\.text).joined(separator: " ")
  for claim in [
    "experts disagree", "no adequate, trustworthy studies", "showed no clear effect",
    "no approval of the US Food and Drug Administration", "no standard recipe", "2011", "2025",
    "no cosmetic product may be injected", "only for fat under the chin of adults",
    "4 to 6, or 6 to 10", "cannot replace lost volume", "stroke or blindness",
    "Rs 5,000-15,000 (70-200 USD)", "Rs 20,000-60,000 (280-800 USD)", "Insurance usually",
  ] { #expect(text.contains(claim), "\(claim)") }
  #expect(!text.contains("stringent"))
  #expect(guidance.redFlags.map(\.call) == [.emergencyNumber, .clinic, .clinic, .nobody])
}

/// The longest time of each topic.
private func hours(_ plan: AftercarePlan) -> [String: Int] {
  guard case .lines(let lines, _) = plan else { return [:] }
  return lines.reduce(into: [:]) { longest, line in
    if case .hours(let hours) = line.advice.term {
      longest[line.advice.topic] = max(longest[line.advice.topic] ?? 0, hours)
    }
  }
}
