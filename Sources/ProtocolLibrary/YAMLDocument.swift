import Yams

/// Reads one strict YAML document, or records why not.
///
/// - Parameter discretion: whether messages may repeat keys of the file.
func yamlDocument(_ source: SourceText, _ discretion: Discretion, _ faults: inout Faults)
  -> DocumentNode?
{
  let scan = YAMLScan(source)
  guard scan.faults.isUsable else {
    faults.add(scan.faults)
    return nil
  }
  let start = Place(file: source.file, line: 1, column: 1)
  guard !scan.isEmpty else {
    faults.add(start, "the file is empty", "write its content or remove the file")
    return nil
  }
  do {
    let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else {
      faults.add(start, "the file is empty", "write its content or remove the file")
      return nil
    }
    // The parser owns the anchors that the nodes refer to.
    return withExtendedLifetime(parser) {
      var reading = NodeReading(source: source)
      let node = reading.node(root, at: start, depth: 0)
      faults.add(reading.faults)
      return reading.faults.isUsable ? node : nil
    }
  } catch let error as YamlError {
    add(error, of: source, scan, discretion, to: &faults)
  } catch {
    faults.add(start, "the YAML cannot be read", "check its indentation and quotes")
  }
  return nil
}

/// Whether messages may repeat what the file says.
enum Discretion {
  /// A pack: its words are the clinic's own.
  case open
  /// A patient's answers.
  case discreet
}

/// Turns the library's nodes into ours.
private struct NodeReading {
  let source: SourceText
  var faults = Faults()

  mutating func node(_ node: Node, at start: Place, depth: Int) -> DocumentNode {
    let place =
      node.mark.map { Place(file: source.file, line: $0.line, column: $0.column) } ?? start
    func empty() -> DocumentNode { DocumentNode(place: place, form: .list([])) }
    guard depth <= DocumentNode.depthMax else {
      faults.add(
        place, "the nesting is deeper than \(DocumentNode.depthMax)", "write it less deeply nested")
      return empty()
    }
    // The scan has refused anchors already; a node reached twice would make
    // the walk as long as the tree it unfolds to.
    guard node.anchor == nil else {
      faults.add(place, "there is an anchor", "write the text itself")
      return empty()
    }
    switch node {
    case .scalar(let scalar):
      return DocumentNode(place: place, form: .scalar(read(scalar, at: place)))
    case .sequence(let sequence):
      return DocumentNode(
        place: place, form: .list(sequence.map { self.node($0, at: place, depth: depth + 1) }))
    case .mapping(let mapping):
      return DocumentNode(place: place, form: .map(entries(mapping, at: place, depth: depth)))
    case .alias:
      faults.add(place, "there is an alias", "write the text itself")
      return empty()
    }
  }

  private func read(_ scalar: Node.Scalar, at place: Place) -> DocumentNode.Scalar {
    let isPlain = scalar.style == .plain
    let start = isPlain ? place : place.advanced(by: 1)
    return DocumentNode.Scalar(
      text: scalar.string, style: isPlain ? .plain : .quoted,
      spelling: source.stands(scalar.string, at: start) ? .verbatim(start) : .rewritten)
  }

  private mutating func entries(_ mapping: Node.Mapping, at place: Place, depth: Int)
    -> [DocumentNode.Entry]
  {
    var entries: [DocumentNode.Entry] = []
    for (key, value) in mapping {
      let keyNode = node(key, at: place, depth: depth + 1)
      guard let scalar = keyNode.scalar else {
        faults.add(keyNode.place, "a key is not a text", "write key: value")
        continue
      }
      if scalar.text == "<<", scalar.style == .plain {
        faults.add(keyNode.place, "there is a merge key (<<)", "write the keys themselves")
        continue
      }
      entries.append(
        DocumentNode.Entry(
          key: scalar.text, keyStyle: scalar.style, keyPlace: keyNode.place,
          value: node(value, at: keyNode.place, depth: depth + 1)))
    }
    return entries
  }
}

/// The library's messages repeat the text around the fault; only its own fixed
/// words and the place are taken over.
private func add(
  _ error: YamlError, of source: SourceText, _ scan: YAMLScan, _ discretion: Discretion,
  to faults: inout Faults
) {
  func place(_ mark: Mark) -> Place {
    Place(file: source.file, line: mark.line, column: mark.column)
  }
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    faults.add(
      place(mark), "the YAML cannot be read: \(unquoted(problem))",
      "check the indentation, brackets and quotes here and in the lines above")
  case .duplicatedKeysInMapping(let keys, let context):
    let first = place(context.mark)
    let second = scan.repetition(after: first, in: source)
    let name = discretion == .open ? keys.first.map { " " + shown($0) } ?? "" : ""
    faults.add(
      second ?? first, "the key\(name) is written twice", "keep one of the two",
      related: second == nil ? [] : [RelatedPlace(first, "the first of the two")])
  default:
    faults.add(
      Place(file: source.file, line: 1, column: 1), "the YAML cannot be read",
      "check its characters, indentation and quotes")
  }
}

/// A message of the library in one bounded line.
private func unquoted(_ problem: String) -> String {
  String(shown(problem).dropFirst().dropLast())
}

extension YAMLScan {
  /// Where the key at a place is written again in the same map; nothing when
  /// the second spelling differs.
  fileprivate func repetition(after first: Place, in source: SourceText) -> Place? {
    guard let start = keys.firstIndex(where: { $0.place == first }) else { return nil }
    let key = keys[start]
    for other in keys[(start + 1)...] {
      if key.flowDepth == 0, other.flowDepth == 0, other.place.column < first.column { return nil }
      if source.scalars[other.range] == source.scalars[key.range], other.flowDepth == key.flowDepth,
        key.flowDepth > 0 || other.place.column == first.column
      {
        return other.place
      }
    }
    return nil
  }
}
