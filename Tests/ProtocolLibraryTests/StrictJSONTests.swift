import ProtocolLibrary
import Testing

@Test func `JSON that is not JSON is refused where it goes wrong`() throws {
  let pack = try SmallPack().pack()
  let cases: [(String, String)] = [
    ("{\"answers\": {},}", "1:16: error: there is a comma before }; remove the comma"),
    (
      "{\"answers\": {\"red-flags\": [\"rash\",]}}",
      "1:35: error: there is a comma before ]; remove the comma"
    ),
    (
      "{\"answers\": {} // done\n}",
      "1:16: error: there is neither a comma nor }; separate the parts with commas"
    ),
    ("{answers: {}}", "1:2: error: a key in quotes is missing; write \"key\": value"),
    ("{\"answers\" {}}", "1:12: error: there is no : after a key; write \"key\": value"),
    (
      "{\"answers\": {\"depth\": 01}}",
      "1:23: error: a number is not written as JSON has it; "
        + "write it like 18.5, without + or leading zeros"
    ),
    (
      "{\"answers\": {\"depth\": 1.}}",
      "1:23: error: a number is not written as JSON has it; "
        + "write it like 18.5, without + or leading zeros"
    ),
    (
      "{\"answers\": {\"depth\": NaN}}",
      "1:23: error: there is no JSON value here; put text in quotes; comments and NaN are not JSON"
    ),
    (
      "{\"answers\": {\"depth\": +1}}",
      "1:23: error: there is no JSON value here; put text in quotes; comments and NaN are not JSON"
    ),
    (
      "{\"answers\": {\"name\": \"a\nb\"}}",
      "1:24: error: a line break or tab stands within quotes; close the quotes on the same line"
    ),
    (
      "{\"answers\": {\"name\": \"\\x41\"}}",
      "1:23: error: there is no such escape; write \\\\ for a backslash"
    ),
    (
      "{\"answers\": {\"name\": \"\\u00g1\"}}",
      "1:23: error: an escape \\u has four hexadecimal digits; write it like \\u00e9"
    ),
    (
      "{\"answers\": {\"name\": \"a\\ud83c\"}}",
      "1:24: error: an escape is half of a surrogate pair; "
        + "write the letter itself or both halves"
    ),
    (
      "{\"answers\": {\"name\": \"\\udf3f\\ud83c\"}}",
      "1:23: error: an escape is half of a surrogate pair; "
        + "write the letter itself or both halves"
    ),
    (
      "{\"answers\": {\"name\": \"x\", \r\n \"name\": \"y\"}}",
      "2:2: error: the same key is written twice, first in line 1; keep one of the two"
    ),
    (
      "{\"answers\": {\"name\": \"x\", \"n\\u0061me\": \"y\"}}",
      "1:27: error: the same key is written twice, first in line 1; keep one of the two"
    ),
    (
      "{\"answers\": {}} {}",
      "1:17: error: there is something after the end; keep one { } in the file"
    ),
    (
      "{\"answers\": {\"name\": \"x\"",
      "1:25: error: the file ends too early; close what was opened with { or ["
    ),
    ("{\"answers\": {\"name\": \"x", "1:22: error: the quotes are not closed; close them"),
    (
      "{\"answers\": {\"name\": \"\u{7F}\"}}",
      "1:23: error: there is a control character (U+007F); remove it"
    ),
  ]
  for (text, expected) in cases {
    #expect(refusal(ofAnswers: text, in: pack) == ["answers:" + expected], "\(text)")
  }
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  #expect(
    refusal(ofAnswers: mark + Array("{\"answers\": {}}".utf8), in: pack) == [
      "answers:1:1: error: the file begins with a byte order mark; "
        + "save it as UTF-8 without byte order mark"
    ])
}

@Test func `deep JSON is refused before it is followed`() throws {
  let deep = "{\"answers\": " + String(repeating: "[", count: 200_000)
  #expect(
    refusal(ofAnswers: deep, in: try SmallPack().pack()) == [
      "answers:1:44: error: the nesting is deeper than 32; write it less deeply nested"
    ])
}

@Test func `tabs and line ends between the parts of JSON mean nothing`() throws {
  #expect(
    refusal(ofAnswers: "\r\n\t{\t\"answers\"\r\n:\t{}\r}\n", in: try SmallPack().pack()) == [])
}
