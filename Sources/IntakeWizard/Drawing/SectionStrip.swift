import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

/// The row of sections: `1-3 ok|4 ?|[5 Allergy 2/7]|6-11|(12-14)`.
///
/// Each section has its number; the one in hand its name and how far it is.
/// What another part of the staff asks stands in brackets. When the row is too
/// long, neighbours in the same state share a place, and then what is farthest
/// from the section in hand gives way to `..`.
struct SectionStrip {
  private let places: [Place]
  private let current: Int

  /// One place of the row: a section, or neighbours in the same state.
  private struct Place: Equatable {
    var first: Int
    var last: Int
    let state: String
    let isOthers: Bool

    var words: String {
      let numbers = first == last ? "\(first)" : "\(first)-\(last)"
      return isOthers ? "(\(numbers)\(state))" : "\(numbers)\(state)"
    }
  }

  init(_ session: Session, current id: Section.ID, part: (Section) -> Bool) {
    var places: [Place] = []
    var current = 0
    for (index, section) in session.pack.sections.enumerated() {
      let items = session.counted(in: section.id)
      let done = items.count(where: { !$0.isOpen })
      var state: String
      if section.id == id {
        current = index
        state = " \(section.short) \(done)/\(items.count)"
      } else {
        let unknown = items.contains { $0.answer != .unknown(.notAsked) && $0.answer.isUnknown }
        state =
          !session.isComplete(section.id) ? (done > 0 ? " .." : "") : unknown ? " ?" : " ok"
      }
      places.append(
        Place(first: index + 1, last: index + 1, state: state, isOthers: !part(section)))
    }
    self.places = places
    self.current = current
  }

  /// The row in at most so many columns.
  func spans(width: Int) -> [Span] {
    let whole = row(places, at: current)
    if columns(whole) <= width { return whole }
    var joined: [Place] = []
    var at = 0
    for (index, place) in places.enumerated() {
      if index != current, index != current + 1, let before = joined.last,
        before.state == place.state, before.isOthers == place.isOthers
      {
        joined[joined.count - 1].last = place.last
      } else {
        joined.append(place)
      }
      if index == current { at = joined.count - 1 }
    }
    return nearest(joined, at: at, width: width)
  }

  private func nearest(_ places: [Place], at current: Int, width: Int) -> [Span] {
    var from = 0
    var to = places.count - 1
    while true {
      let shown = row(Array(places[from...to]), at: current - from)
      let spans =
        (from > 0 ? [Span(" ..")] : []) + shown + (to < places.count - 1 ? [Span("|..")] : [])
      if columns(spans) <= width || from == to { return spans }
      if current - from >= to - current { from += 1 } else { to -= 1 }
    }
  }

  private func row(_ places: [Place], at current: Int) -> [Span] {
    var spans = [Span(" ")]
    for (index, place) in places.enumerated() {
      if index > 0 { spans.append(Span("|")) }
      spans.append(
        index == current ? Span("[\(place.first)\(place.state)]", .strong) : Span(place.words))
    }
    return spans
  }

  private func columns(_ spans: [Span]) -> Int {
    spans.map { TextWidth.columns(of: $0.text) }.reduce(0, +)
  }
}

extension AnySurroundings {
  /// The sections, each with its state; the one in hand by name.
  func sectionStrip(_ session: Session, current: Section.ID, width: Int) -> [Span] {
    SectionStrip(session, current: current, part: part.holds).spans(width: width)
  }
}
