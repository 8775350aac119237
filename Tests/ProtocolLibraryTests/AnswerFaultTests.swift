import ClinicalModel
import ProtocolLibrary
import Testing

/// What is said about one answer, written as JSON on a line of its own.
private func fault(_ question: String, _ json: String) throws -> [String] {
  refusal(ofAnswers: "{\"answers\": {\n\"\(question)\": \(json)}}", in: try SmallPack().pack())
}

@Test func `an unknown question is refused with the nearest name and not repeated`() throws {
  #expect(
    try fault("filer-date", "\"no\"") == [
      "answers:2:1: error: the pack has no question of this name; did you mean \"filler-date\"?"
    ])
  #expect(
    try fault("TESTPATIENT Maria", "\"no\"") == [
      "answers:2:1: error: the pack has no question of this name; name a question of the pack"
    ])
}

@Test func `an answer that a single choice does not have is refused with those it has`() throws {
  let use = "use yes, no, unknown, or one of not-asked, unsure, declined"
  #expect(
    try fault("pregnancy", "\"secret\"") == [
      "answers:2:14: error: the answer to \"pregnancy\" is not one of its options; \(use)"
    ])
  for wrong in ["[\"no\"]", "true", "1", "null", "{}"] {
    #expect(
      try fault("pregnancy", wrong) == [
        "answers:2:14: error: the answer to \"pregnancy\" is not one option; \(use)"
      ])
  }
}

@Test func `none stands alone, no option twice, and an empty list is no answer`() throws {
  let use = "use none, breathing, rash, or one of not-asked, unsure, declined"
  #expect(
    try fault("red-flags", "[\"none\", \"rash\"]") == [
      "answers:2:14: error: the answer to \"red-flags\" marks \"none\" beside other options; "
        + "keep \"none\" or the others"
    ])
  #expect(
    try fault("red-flags", "[\"rash\", \"rash\"]") == [
      "answers:2:23: error: the answer to \"red-flags\" marks an option twice; mark it once"
    ])
  #expect(
    try fault("red-flags", "[]") == [
      "answers:2:14: error: the answer to \"red-flags\" marks no option; "
        + "write [\"none\"], or \"unsure\", \"declined\" or \"not-asked\""
    ])
  #expect(
    try fault("red-flags", "[\"rash\", \"secret\"]") == [
      "answers:2:23: error: the answer to \"red-flags\" marks what is not one of its options; \(use)"
    ])
  #expect(
    try fault("red-flags", "[\"rash\", \"unsure\"]") == [
      "answers:2:23: error: the answer to \"red-flags\" marks options and says that it is not "
        + "known; keep one of the two"
    ])
  #expect(
    try fault("red-flags", "[[\"rash\"]]") == [
      "answers:2:15: error: the answer to \"red-flags\" is not a list of options; \(use)"
    ])
}

@Test func `a day that does not exist or lies on the wrong side of the interview is refused`()
  throws
{
  let forms = "write 2026-11-21, 2026-11 or 2026"
  for wrong in ["2026-02-30", "2026-13", "26-11-21", "21.11.2026", "0000", "current", "spring"] {
    #expect(
      try fault("filler-date", "\"\(wrong)\"") == [
        "answers:2:16: error: the answer to \"filler-date\" is not a date of the calendar; "
          + "\(forms), or no when it never happened"
      ])
  }
  #expect(
    try fault("isotretinoin", "\"no\"") == [
      "answers:2:17: error: the answer to \"isotretinoin\" is not a date of the calendar; "
        + "\(forms), or current while it goes on"
    ])
  #expect(
    try fault("patient-date-of-birth", "2026") == [
      "answers:2:26: error: the answer to \"patient-date-of-birth\" is not a date in quotes; "
        + "\(forms)"
    ])
  #expect(
    try fault("filler-date", "\"2026-11-22\"") == [
      "answers:2:16: error: the answer to \"filler-date\" lies after the interview on 2026-11-21; "
        + "give the day it happened, or correct the interview date"
    ])
  #expect(
    try fault("trip", "\"2026-10\"") == [
      "answers:2:9: error: the answer to \"trip\" lies before the interview on 2026-11-21; "
        + "give a coming day, or correct the interview date"
    ])
}

@Test func `a number is within its range and exact to three decimals`() throws {
  let within = "write a number from 0 to 13 mm"
  for wrong in ["14", "-1", "\"13.001\""] {
    #expect(
      try fault("depth", wrong) == [
        "answers:2:10: error: the answer to \"depth\" is out of range; \(within)"
      ])
  }
  for wrong in ["1.99999999999999999999", "1e0", "\"0x1\"", "\"NaN\"", "\"1_0\"", "\"1:30\""] {
    #expect(
      try fault("depth", wrong) == [
        "answers:2:10: error: the answer to \"depth\" is not a number with at most three decimals; "
          + within
      ])
  }
  for wrong in ["true", "[1]"] {
    #expect(
      try fault("depth", wrong) == [
        "answers:2:10: error: the answer to \"depth\" is not a number; \(within)"
      ])
  }
}

@Test func `a free text is a line of at most two thousand characters`() throws {
  #expect(
    try fault("name", "\" \"") == [
      "answers:2:9: error: the answer to \"name\" is empty; "
        + "write \"unsure\", \"declined\" or \"not-asked\", or leave it out"
    ])
  #expect(try fault("name", "\"\(String(repeating: "x", count: 2000))\"") == [])
  #expect(
    try fault("name", "\"\(String(repeating: "x", count: 2001))\"") == [
      "answers:2:9: error: the answer to \"name\" is longer than 2000 characters; shorten it"
    ])
  for hidden in ["\\u001b[31m", "a\\nb", "a\\u2028", "\\ufeff"] {
    #expect(
      try fault("name", "\"\(hidden)\"").last
        == "answers:2:9: error: the answer to \"name\" holds a line break or control character; "
        + "write it as one line of text")
  }
  #expect(
    try fault("name", "5") == [
      "answers:2:9: error: the answer to \"name\" is not a text; write a text in quotes"
    ])
}

@Test func `no message repeats what a patient said`() throws {
  let pack = try SmallPack().pack()
  let secret = "zebra"
  let texts = [
    "{\"answers\": {\"pregnancy\": \"\(secret)\", \"depth\": \"\(secret)\", "
      + "\"red-flags\": [\"\(secret)\"], \"trip\": \"\(secret)\", \"\(secret)\": \"\(secret)\"}, "
      + "\"\(secret)\": 1, \"interview-date\": \"\(secret)\"}",
    "{\"answers\": {\"name\": \"\(secret)\" \"\(secret)\"}}",
    "{\"answers\": {\"name\": \(secret)}}",
    "{\"\(secret)\": 1, \"\(secret)\": 2}",
    "answers:\n  name: \(secret)\n  name: \(secret)\n",
    "answers:\n  \(secret): 1\n  \(secret): 1\n",
    "answers:\n  name: \"\(secret)\n",
    "answers:\n  name: *\(secret)\n",
    "answers:\n  name: \(secret)\n    \(secret)\n",
    "answers:\n  name: !\(secret) x\n",
    "\(secret)",
    "answers: [\(secret)",
    "answers:\n  name: @\(secret)\n",
  ]
  for text in texts {
    let lines = refusal(ofAnswers: text, in: pack)
    #expect(!lines.isEmpty, "\(text)")
    #expect(!lines.contains { $0.contains(secret) }, "\(lines)")
  }
}
