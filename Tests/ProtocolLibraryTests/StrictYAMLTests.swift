import ClinicalModel
import ProtocolLibrary
import Testing

/// What is said about sources.yaml when it holds this text.
private func refusals(_ text: String) -> [String] { refusals(Array(text.utf8)) }

private func refusals(_ bytes: [UInt8]) -> [String] {
  let others = SmallPack().files.files.filter { $0.path != "sources.yaml" }
  let pack = PackFiles(others + [PackFile(path: "sources.yaml", bytes: bytes)])
  return lintPack(pack).map(\.description)
}

private func refusal(_ line: Int, _ column: Int, _ words: String) -> [String] {
  ["sources.yaml:\(line):\(column): error: \(words)"]
}

@Test func `anchors, aliases, tags and merge keys are refused where they stand`() {
  #expect(
    refusals("sources:\n- &a {id: S1, title: A}\n- *a\n")
      == refusal(2, 3, "there is an anchor; write the text itself; if it is text, put it in quotes")
  )
  #expect(
    refusals("sources: [{id: S1, title: *a}]\n")
      == refusal(
        1, 27, "there is an alias; write the text itself; if it is text, put it in quotes"))
  #expect(
    refusals("sources:\n- {id: !!str S1, title: A}\n")
      == refusal(2, 8, "there is a tag; remove it; if it is text, put the text in quotes"))
  #expect(
    refusals("sources:\n- <<: {id: S1}\n  title: A\n")
      == refusal(2, 3, "there is a merge key (<<); write the keys themselves"))
}

@Test func `an alias bomb in a key is refused before anything unfolds it`() {
  var text = "a0: &a0 [x, x]\n"
  for level in 1...40 {
    let item = "*a\(level - 1)"
    text += "? &a\(level) [\(item), \(item), \(item)]\n: x\n"
  }
  #expect(
    refusals(text)
      == refusal(1, 5, "there is an anchor; write the text itself; if it is text, put it in quotes")
  )
}

@Test func `an ampersand, a star or an exclamation mark within a text is a letter`() {
  let good = """
    sources:
    - id: S1
      title: "&a *b !c"
    - {id: general, title: 'it''s *so* & [so]'}
    - id: S3
      title: Johnson &Co *now* !important  # &not *a !tag
    - {"id":S4, title: a&b}

    """
  #expect(refusals(good) == [])
}

@Test func `a second document, a directive and an end mark are refused`() {
  let second = "there is a second document; keep one document in a file"
  #expect(refusals("---\nsources: []\n---\nsources: []\n") == refusal(3, 1, second))
  #expect(refusals("sources: []\n...\n") == refusal(2, 1, second))
  #expect(
    refusals("%YAML 1.1\n---\nsources: []\n")
      == refusal(1, 1, "there is a YAML directive; remove the line"))
}

@Test func `keys marked with a question mark and keys that are lists are refused`() {
  #expect(
    refusals("? sources\n: []\n")
      == refusal(1, 1, "there is a key marked with ?; write key: value"))
  #expect(refusals("[a]: b\n") == refusal(1, 1, "a key is not a text; write key: value"))
}

@Test func `a text that spreads over lines without quotes is refused`() {
  let spread = "a text without quotes goes on over the next line; put the text in quotes"
  #expect(refusals("sources:\n- id: S1\n  title: A\n    page\n") == refusal(3, 10, spread))
  #expect(refusals("sources: [a\n  b]\n") == refusal(1, 11, spread))
  #expect(
    refusals("sources:\n- id: S1\n  title: >-\n    A page\n")
      == refusal(
        3, 10,
        "there is a text block (>); "
          + "put the text in quotes; a quoted text may go on over the next line"))
}

@Test func `a quoted text may go on over the next line`() throws {
  let pack = SmallPack().with(
    "sources.yaml",
    "sources:\n- id: S1\n  title: \"A\n    page\"\n- {id: general, title: \"G\"}\n")
  #expect(try pack.pack().source("S1")?.title == "A page")
}

@Test func `a key written twice is shown where it comes back`() {
  #expect(
    refusals("sources:\n- id: S1\n  title: A\n  id: S2\n")
      == refusal(
        4, 3, "the key \"id\" is written twice (sources.yaml:2:3); keep one of the two"))
  #expect(
    refusals("sources: []\nsources: []\n")
      == refusal(
        2, 1, "the key \"sources\" is written twice (sources.yaml:1:1); keep one of the two"))
  #expect(
    refusals("sources:\n- {id: S1, title: A, \"id\": S2}\n")
      == refusal(
        2, 22, "the key \"id\" is written twice (sources.yaml:2:4); keep one of the two"))
}

@Test func `bytes that are no clean text are refused`() {
  #expect(
    refusals([0xEF, 0xBB, 0xBF] + Array("sources: []".utf8))
      == refusal(
        1, 1,
        "the file begins with a byte order mark; save it as UTF-8 without byte order mark"))
  #expect(
    refusals(Array("sources:\n- ".utf8) + [0xC3, 0x28])
      == refusal(2, 3, "the text is not valid UTF-8; save the file as UTF-8"))
  #expect(
    refusals("sources: \u{0}[]\n")
      == refusal(1, 10, "there is a control character (U+0000); remove it"))
  #expect(
    refusals("sources: \u{1B}[31m\n")
      == refusal(1, 10, "there is a control character (U+001B); remove it"))
  #expect(
    refusals("sources: \u{2028}\n")
      == refusal(1, 10, "there is a control character (U+2028); remove it"))
  #expect(refusals("sources:\t[]\n") == refusal(1, 9, "there is a tab; use spaces"))
  #expect(refusals("") == refusal(1, 1, "the file is empty; write its content or remove the file"))
  #expect(
    refusals("# only this\n")
      == refusal(1, 1, "the file is empty; write its content or remove the file"))
  #expect(
    refusals([UInt8](repeating: 0x23, count: (2 << 20) + 1))
      == refusal(
        1, 1,
        "the file is larger than 2097152 bytes; split it or remove what is not needed"))
}

@Test func `a control character hidden in an escape is refused`() {
  #expect(
    refusals("sources:\n- {id: S1, title: \"A\\0B\"}\n- {id: general, title: \"\\e[31m\"}\n") == [
      "sources.yaml:2:19: error: title holds a line break or control character; "
        + "write it as one line of text",
      "sources.yaml:3:24: error: title holds a line break or control character; "
        + "write it as one line of text",
    ])
}

@Test func `deep nesting is refused before it is followed`() {
  let deep = String(repeating: "[", count: 100_000)
  #expect(
    refusals("sources: \(deep)")
      == refusal(1, 41, "the nesting is deeper than 32; write it less deeply nested"))
  let blocks = String(repeating: "- ", count: 100_000)
  #expect(
    refusals(blocks)
      == refusal(1, 65, "the nesting is deeper than 32; write it less deeply nested"))
}

@Test func `broken YAML is told with its place and without its text`() {
  #expect(
    refusals("sources: [secret\u{301}, \"\n")
      == refusal(
        2, 1,
        "the YAML cannot be read: found unexpected end of stream; "
          + "check the indentation, brackets and quotes here and in the lines above"))
  #expect(
    refusals("sources:\n- id: S1\n title: A\n")
      == refusal(
        3, 2,
        "the YAML cannot be read: did not find expected key; "
          + "check the indentation, brackets and quotes here and in the lines above"))
}

@Test func `Windows line ends are read like any other`() throws {
  let text = SmallPack().texts["sources.yaml", default: ""]
  var crlf = ""
  for character in text { crlf += character == "\n" ? "\r\n" : String(character) }
  #expect(refusals(crlf) == [])
  #expect(
    refusals("sources:\r\n- {id: S1, title: A, x: y}\r\n- {id: general, title: G}\r\n")
      == refusal(
        2, 22, "a source has no key \"x\"; use one of id, title, background"))
}
