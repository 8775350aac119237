/// A page's strips with their places.
struct Page {
  private(set) var placed: [(strip: Strip, y: Double)] = []
  private(set) var used = 0.0

  var isEmpty: Bool { placed.isEmpty }

  mutating func add(_ strip: Strip) {
    let y = used + (isEmpty ? 0 : strip.spaceAbove)
    placed.append((strip, y))
    used = y + strip.height
  }

  func draw(on canvas: Canvas, x: Double, y: Double, pageNumber: Int) {
    for (strip, offset) in placed {
      strip.draw(on: canvas, x: x, y: y + offset, page: pageNumber)
    }
  }
}

/// Fills pages with strips, without cutting what belongs together.
struct Paginator {
  /// The room for strips on each page, in points.
  let height: Double

  func pages(of groups: [Group]) -> [Page] {
    var pages: [Page] = []
    var page = Page()
    var carried: [Strip] = []
    for group in groups {
      if group.startsPage, !page.isEmpty {
        pages.append(page)
        page = Page()
      }
      // A heading waits for what follows it.
      if group.strips.last?.keepsWithNext == true {
        carried += group.strips
        continue
      }
      let strips = carried + group.strips
      carried = []
      if group.staysWhole, !fits(strips[...], on: page), total(strips[...]) <= height {
        pages.append(page)
        page = Page()
      }
      var index = 0
      while index < strips.count {
        let unit = unit(strips, from: index)
        if !page.isEmpty, !fits(unit, on: page) {
          pages.append(page)
          page = Page()
          if index > 0 { group.repeated.forEach { page.add($0) } }
        }
        unit.forEach { page.add($0) }
        index = unit.endIndex
      }
    }
    carried.forEach { page.add($0) }
    return pages + [page]
  }

  /// A strip with those that must follow it on the same page.
  private func unit(_ strips: [Strip], from start: Int) -> ArraySlice<Strip> {
    var end = start
    while end < strips.count - 1, strips[end].keepsWithNext { end += 1 }
    let unit = strips[start...end]
    // Too much to keep together: then one strip at a time.
    return total(unit) <= height ? unit : strips[start...start]
  }

  private func fits(_ strips: ArraySlice<Strip>, on page: Page) -> Bool {
    let above = page.isEmpty ? strips.first?.spaceAbove ?? 0 : 0
    return page.used + total(strips) - above <= height + 0.01
  }

  private func total(_ strips: ArraySlice<Strip>) -> Double {
    strips.reduce(0) { $0 + $1.spaceAbove + $1.height }
  }
}
