import ClinicalModel
import ProtocolLibrary
import Testing

/// Pieces of which JSON, YAML and conditions are made, whole and broken.
private let pieces = [
  "{", "}", "[", "]", ",", ":", ": ", "- ", "? ", "\n", "\n  ", "\r\n", " ", "\"", "'", "#", " #",
  "&a", "*a", "& ", "!t", "|", ">", "|2", "%", "@", "`", "---", "...", "\\", "\\u", "\\ud800", "<<",
  "~", "null", "true", "0", "1e9", "-", "answers", "\"answers\": ", "red-flags", "\"name\": ",
  "interview-date", "none", "unsure", "2026-02-30", "id: ", "sources:", "é", "\u{1F33F}", "x",
  "key: value", "a b", "\u{FFFF}",
]

private func soup(_ generator: inout SplitMix) -> [UInt8] {
  let count = Int.random(in: 0...40, using: &generator)
  let words = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
  return Array(words.joined().utf8)
}

private func noise(_ generator: inout SplitMix) -> [UInt8] {
  let count = Int.random(in: 0...80, using: &generator)
  return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
}

@Test func `any bytes give answers or a diagnostic with a place, never a trap`() throws {
  let pack = try SmallPack().pack()
  var generator = SplitMix(seed: 1)
  for round in 0..<2_000 {
    let bytes = round % 4 == 0 ? noise(&generator) : soup(&generator)
    do {
      _ = try readAnswers(bytes, named: "answers", for: pack, today: .last)
    } catch {
      #expect(!error.diagnostics.isEmpty)
      #expect(error.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 })
      #expect(
        error.diagnostics.allSatisfy { line in
          !line.description.unicodeScalars.contains { $0.value < 0x20 }
        })
    }
  }
}

@Test func `any bytes in a file of a pack give a pack or diagnostics, never a trap`() {
  var generator = SplitMix(seed: 2)
  let good = SmallPack().files.files
  for round in 0..<300 {
    guard let victim = good.randomElement(using: &generator) else { return }
    var bytes = round % 4 == 0 ? noise(&generator) : soup(&generator)
    if round % 4 == 1 {
      let cut = Int.random(in: 0...victim.bytes.count, using: &generator)
      bytes = victim.bytes.prefix(cut) + bytes + victim.bytes.dropFirst(cut)
    }
    let files = good.filter { $0 != victim } + [PackFile(path: victim.path, bytes: bytes)]
    do {
      _ = try readPack(PackFiles(files), digest: "")
    } catch {
      #expect(error.diagnostics.contains { $0.severity == .error })
    }
  }
}

@Test func `no anchor reaches the YAML library, whatever quotes and brackets surround it`() throws {
  let pack = try SmallPack().pack()
  let pieces = [
    "a", "b: ", "c: ", "- ", "\n", "\n  ", "\n    ", " ", "&x ", "*x", "z &q", "'&q'", "\"*q\"",
    "\"",
    "'", "''", "{", "}", "[", "]", ", ", ": ", ":", "# ", " #", "-", "\\", "it's", "x: y\n",
    "- z\n",
    "\"k\": v", "\r\n", "\"p\\\n q\"", "'r\n\n s'", "{t: u}", "[w,v]",
  ]
  var generator = SplitMix(seed: 5)
  var caught = 0
  for _ in 0..<3_000 {
    let count = Int.random(in: 1...20, using: &generator)
    let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let lines = refusal(ofAnswers: " " + text, in: pack)
    if lines.contains(where: { $0.hasSuffix("if it is text, put it in quotes") }) { caught += 1 }
    // The words of the second guard, which looks at what the library made.
    #expect(
      !lines.contains { $0.hasSuffix("there is an anchor; write the text itself") }, "\(text)")
  }
  #expect(caught > 300)
}

@Test func `any bytes give an archive's files or an error, never a trap`() {
  var generator = SplitMix(seed: 3)
  let good = SmallPack().files.archive
  for round in 0..<1_000 {
    var bytes = round % 2 == 0 ? noise(&generator) : good
    if round % 2 == 1 {
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
    }
    if let files = try? PackFiles(archive: bytes) { #expect(files.archive == bytes) }
  }
}

@Test func `any text gives a condition or errors within it, never a trap`() throws {
  let vocabulary = QuestionVocabulary(try SmallPack().pack().questions)
  let words = [
    "pregnancy", "red-flags", "depth", "age", "days", "current", "(", ")", "[", "]", ",", "=", "!=",
    "<", ">=", "and", "or", "not", "in", "has", "has-any", "yes", "rash", "18", "1.5", "é", "!",
  ]
  var generator = SplitMix(seed: 4)
  for _ in 0..<3_000 {
    let count = Int.random(in: 0...12, using: &generator)
    let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
    do {
      _ = try parseCondition(text, naming: vocabulary)
    } catch {
      #expect(!error.errors.isEmpty)
      #expect(error.errors.allSatisfy { (0...text.unicodeScalars.count).contains($0.offset) })
    }
  }
}

@Test func `any bytes in a file of cases give cases or diagnostics, never a trap`() throws {
  var generator = SplitMix(seed: 3)
  let pack = try SmallPack().pack()
  let victim = try #require(
    SmallPack().files.files.first { $0.path == "rules/health.cases.yaml" })
  let others = SmallPack().files.files.filter { $0 != victim }
  for round in 0..<300 {
    var bytes = round % 4 == 0 ? noise(&generator) : soup(&generator)
    if round % 4 > 1 {
      let cut = Int.random(in: 0...victim.bytes.count, using: &generator)
      bytes = victim.bytes.prefix(cut) + bytes + victim.bytes.dropFirst(cut)
    }
    let files = PackFiles(others + [PackFile(path: victim.path, bytes: bytes)])
    do {
      _ = try readCases(files, for: pack)
    } catch {
      #expect(error.diagnostics.contains { $0.severity == .error })
      #expect(error.diagnostics.allSatisfy { $0.file == victim.path && $0.line >= 1 })
    }
  }
}
