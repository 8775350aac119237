import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@testable import mesoscreen

/// Explanations over a pack in which every kind of condition and every outcome
/// can be seen.
@Suite struct ExplanationTests {
  private static let questions: [Question] = [
    ProofPack.sex, ProofPack.pregnant, ProofPack.trying, ProofPack.device, ProofPack.filler,
    steroid, ProofPack.trip, ProofPack.product, ProofPack.weight, birth, ProofPack.planned,
  ]
  private static let steroid = Question(
    id: "steroid-end", ask: "Steroid?", label: "steroid",
    kind: .date(tense: .past, orNever: true, orCurrent: true))
  private static let birth = Question(
    id: .dateOfBirth, ask: "Born?", label: "born",
    kind: .date(tense: .past, orNever: false, orCurrent: false))

  private func rule(
    _ when: Condition, _ severity: Severity = .caution, until: Until = .notDeferred
  ) -> Rule {
    Rule(
      id: "small-rule", title: "A small rule", when: when, severity: severity, until: until,
      staff: "Staff.", patient: "Patient.", cite: [], strength: .label)
  }

  private func text(_ rule: Rule, _ answers: Answers) throws -> String {
    let pack = ProofPack.pack(Self.questions, [rule])
    let explanation = explain(rule, answers, with: pack, on: try date("2026-11-21"))
    return ExplanationText(explanation, of: pack).text
  }

  /// The part of the text below the condition's heading.
  private func tree(_ when: Condition, _ answers: Answers) throws -> String {
    let parts = try text(rule(when), answers).split(separator: "\n\n")
    let lines = try #require(parts.count == 3 ? parts[1] : nil).split(separator: "\n")
    return lines.dropFirst(2).joined(separator: "\n")
  }

  @Test func `a wait that holds shows each part, the days counted and its end`() throws {
    let rule = rule(
      .and([
        .isAny("device", ["roller", "needle"]),
        .or([.current("steroid-end"), .compare(.days("filler-date"), .less, Quantity(28))]),
      ]), .defer, until: .date("filler-date", days: 28))
    let answers: Answers = [
      "device": .known(.choice("roller")), "steroid-end": try dated("2026-01-05"),
      "filler-date": try dated("2026-11-01"),
    ]
    #expect(
      try text(rule, answers) == """
        A small rule
        ------------
        Rule small-rule of protocol proofs 1
        For treatment on 21 Nov 2026.

        Condition
        ---------
        true     all of
        true       device in [roller, needle]
                     device: roller; applies
        true       any of
        false        current(steroid-end)
                       steroid: 5 Jan 2026; applies
        true         days(filler-date) < 28
                       filler: 1 Nov 2026 (20 days before treatment); applies

        Finding: established
        --------------------
        The answers meet the condition.
        Severity: /// DEFER
        Until: 29 Nov 2026

        """)
  }

  @Test func `a missing answer leaves the finding possible and is named`() throws {
    let rule = rule(
      .and([.isAny("device", ["roller"]), .hasAny("product", ["filler", "vitamins"])]),
      .doNotTreat)
    let answers: Answers = ["device": .known(.choice("roller")), "product": .unknown(.unsure)]
    #expect(
      try text(rule, answers) == """
        A small rule
        ------------
        Rule small-rule of protocol proofs 1
        For treatment on 21 Nov 2026.

        Condition
        ---------
        unknown  all of
        true       device = roller
                     device: roller; applies
        unknown    product has-any [filler, vitamins]
                     product: NOT SURE; applies

        Finding: possible
        -----------------
        It holds or not, depending on answers that are missing.
        Severity: XXX DO NOT TREAT
        Missing: product (product)

        """)
  }

  @Test func `a question that does not apply names each gate up to the answer`() throws {
    let answers: Answers = ["sex": .known(.choice("male")), "trying": .known(.choice("yes"))]
    #expect(
      try text(rule(.isAny("trying", ["yes"])), answers) == """
        A small rule
        ------------
        Rule small-rule of protocol proofs 1
        For treatment on 21 Nov 2026.

        Condition
        ---------
        false    trying = yes
                   trying: does not apply, asked when pregnant = no
                     pregnant: does not apply, asked when sex != male
                       sex: male; applies

        Finding: nothing
        ----------------
        The answers do not meet the condition.
        Severity if they did: !!! CAUTION

        """)
  }

  @Test func `a question behind an open gate is offered, answered or not`() throws {
    #expect(
      try tree(.isAny("pregnant", ["yes"]), [:]) == """
        unknown  pregnant = yes
                   pregnant: not answered; offered, not known whether sex != male
                     sex: not answered; applies
        """)
    #expect(
      try tree(.isAny("pregnant", ["yes"]), ["pregnant": .known(.choice("yes"))]) == """
        true     pregnant = yes
                   pregnant: yes; offered, not known whether sex != male
                     sex: not answered; applies
        """)
  }

  @Test func `under a not, parts add up to the whole while a gate is open`() throws {
    #expect(
      try tree(.not(.isAny("pregnant", ["yes"])), ["pregnant": .known(.choice("yes"))]) == """
        unknown  not
        unknown    pregnant = yes
                     pregnant: yes; offered, not known whether sex != male
                       sex: not answered; applies
        """)
  }

  @Test func `a birth year is read for the rule, under a not as well`() throws {
    let under = Condition.compare(.age, .less, Quantity(18))
    let born: Answers = [.dateOfBirth: try dated("2008")]
    #expect(
      try tree(under, born) == """
        true     age < 18
                   born: 2008 (known in part, read on the careful side); applies
        """)
    #expect(
      try tree(.not(under), born) == """
        true     not
        false      age < 18
                     born: 2008 (known in part, read on the careful side); applies
        """)
  }

  @Test func `a month known in part shows the day it was read as`() throws {
    #expect(
      try tree(
        .compare(.days("filler-date"), .less, Quantity(28)), ["filler-date": dated("2026-10")])
          == """
          true     days(filler-date) < 28
                     filler: Oct 2026 (read as 31 Oct 2026, 21 days before treatment);
                     applies
          """)
  }

  @Test func `years, coming days, numbers and choices are shown as they were read`() throws {
    let when = Condition.or([
      .always, .compare(.age, .less, Quantity(18)),
      .compare(.daysUntil("trip-end"), .atMost, Quantity(1)),
      .compare(.number("weight"), .greater, Quantity(90)), .isNot("device", "needle"),
    ])
    let answers: Answers = [
      .dateOfBirth: try dated("1990-05-14"), "trip-end": try dated("2026-11-22"),
      "weight": .known(.number(Quantity(70))), "device": .unknown(.declined),
    ]
    #expect(
      try tree(when, answers) == """
        true     any of
        true       always
        false      age < 18
                     born: 14 May 1990 (36 years old); applies
        true       days-until(trip-end) <= 1
                     trip: 22 Nov 2026 (1 day after treatment); applies
        false      weight > 90
                     weight: 70 kg; applies
        unknown    device != needle
                     device: DECLINED; applies
        """)
  }

  @Test func `a question that the pack does not ask is said to be foreign`() throws {
    #expect(
      try tree(.isAny("foreign", ["yes"]), [:]) == """
        unknown  foreign = yes
                   foreign: the pack does not ask it
        """)
  }

  @Test func `gates in a circle end the explanation, not the program`() throws {
    let first = Question(
      id: "first", ask: "", label: "first", kind: .single, options: ProofPack.options(["yes"]),
      when: .isAny("second", ["yes"]))
    let second = Question(
      id: "second", ask: "", label: "second", kind: .single, options: ProofPack.options(["yes"]),
      when: .isAny("first", ["yes"]))
    let rule = rule(.isAny("first", ["yes"]))
    let pack = ProofPack.pack([first, second], [rule])
    let explanation = explain(rule, [:], with: pack, on: ProofPack.interviewDate)
    #expect(explanation.condition.outcome == .unknown)
  }

  // MARK: The rule's name

  @Test func `a misspelt rule is answered with the nearest name, without what was typed`() throws {
    let pack = ProofPack.pack(Self.questions, [rule(.always)])
    let failure = #expect(throws: Failure.self) {
      try ProtocolExplain.rule("smal-rule", of: pack)
    }
    #expect(failure?.kind == .badInput)
    #expect(
      failure?.lines == [
        "mesoscreen: the pack has no rule of this name; nothing was screened; "
          + "did you mean small-rule?"
      ])
    let foreign = #expect(throws: Failure.self) {
      try ProtocolExplain.rule("TESTPATIENT, Maria", of: pack)
    }
    #expect(foreign?.lines.contains { $0.contains("Maria") } == false)
  }

  @Test func `a rule that does not exist, and a line without answers, end with 2`() {
    #expect(
      Mesoscreen.status(of: ["protocol", "explain", "no-such-rule", "--answers", "/absent"]) == 2)
    #expect(Mesoscreen.status(of: ["protocol", "explain", "pregnant"]) == 2)
    #expect(Mesoscreen.status(of: ["protocol", "graph", "--format", "svg"]) == 2)
  }

  @Test func `a finding for an answer that is not known has no condition to explain`() throws {
    let pack = ProofPack.pack(Self.questions, [rule(.always)])
    let failure = #expect(throws: Failure.self) {
      try ProtocolExplain.rule("unknown-pregnant", of: pack)
    }
    #expect(failure?.lines.first?.hasSuffix("find out the answer to pregnant") == true)
  }
}
