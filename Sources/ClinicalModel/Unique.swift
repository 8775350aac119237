/// Each element once, in the order of its first place.
package func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}

/// Each element of some lists, in the order of its first place.
package func once<Element: Equatable>(_ lists: [[Element]]) -> [Element] {
  if lists.count == 1 { return lists[0] }
  var seen: [Element] = []
  for element in lists.joined() where !seen.contains(element) { seen.append(element) }
  return seen
}
