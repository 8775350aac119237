import ClinicalModel

/// Reads the answer to one question.
///
/// Messages name the question and what it takes, never what was given.
struct AnswerReader {
  let pack: ProtocolPack
  /// The day that dates are judged by.
  let interviewDate: CalendarDate

  /// The longest text, in Unicode scalars.
  static let textMax = 2_000

  /// The answer; nothing when it is refused.
  func answer(_ node: DocumentNode, to question: Question, _ faults: inout Faults) -> Answer? {
    if let answer = reserved(node, question) { return answer }
    do {
      switch question.kind {
      case .single: return .known(.choice(try choice(node, question)))
      case .multiple: return .known(.choices(try choices(node, question)))
      case .text: return .known(.text(try text(node)))
      case .number(let unit, let range): return .known(.number(try number(node, unit, range)))
      case .date(let tense, let orNever, let orCurrent):
        return .known(try date(node, tense, orNever: orNever, orCurrent: orCurrent))
      case .list: return entries(node, of: question, &faults).map { .known(.entries($0)) }
      case .name: return .known(.text(try text(node)))
      case .names(let table): return .known(.choices(try names(node, in: table)))
      }
    } catch {
      faults.add(
        error.place ?? node.place, "the answer to \(shown(question.id.rawValue)) \(error.cause)",
        error.remedy)
      return nil
    }
  }

  struct Refusal: Error {
    let cause: String
    let remedy: String
    var place: Place?
  }

  /// One of the three ways of not knowing, alone or alone in a list; an option
  /// `unknown` of the question takes the place of `unsure`.
  private func reserved(_ node: DocumentNode, _ question: Question) -> Answer? {
    var scalar = node.scalar
    if question.kind == .multiple, let items = node.items, items.count == 1 {
      scalar = items[0].scalar
    }
    guard let scalar, scalar.isText, let reason = UnknownReason(rawValue: scalar.text) else {
      return nil
    }
    guard reason == .unsure, question.option("unknown") != nil else { return .unknown(reason) }
    return .known(question.kind == .single ? .choice("unknown") : .choices(["unknown"]))
  }

  private func choice(_ node: DocumentNode, _ question: Question) throws(Refusal) -> Option.ID {
    guard let scalar = node.scalar, scalar.isText else {
      throw Refusal(cause: "is not one option", remedy: use(question))
    }
    let id = Option.ID(rawValue: scalar.text)
    guard question.option(id) != nil else {
      throw Refusal(cause: "is not one of its options", remedy: use(question))
    }
    return id
  }

  /// Marked options, in the pack's order.
  private func choices(_ node: DocumentNode, _ question: Question) throws(Refusal) -> [Option.ID] {
    let items = node.items ?? [node]
    guard !items.isEmpty else {
      throw Refusal(
        cause: "marks no option",
        remedy: question.option(Option.none) != nil
          ? "write [\"none\"], or \"unsure\", \"declined\" or \"not-asked\""
          : "mark an option, or write \"unsure\", \"declined\" or \"not-asked\"")
    }
    var marked: Set<Option.ID> = []
    for item in items {
      guard let scalar = item.scalar, scalar.isText else {
        throw Refusal(cause: "is not a list of options", remedy: use(question), place: item.place)
      }
      guard UnknownReason(rawValue: scalar.text) == nil else {
        throw Refusal(
          cause: "marks options and says that it is not known",
          remedy: "keep one of the two", place: item.place)
      }
      let id = Option.ID(rawValue: scalar.text)
      guard question.option(id) != nil else {
        throw Refusal(
          cause: "marks what is not one of its options", remedy: use(question), place: item.place)
      }
      guard marked.insert(id).inserted else {
        throw Refusal(
          cause: "marks an option twice", remedy: "mark it once", place: item.place)
      }
    }
    guard marked.count == 1 || !marked.contains(Option.none) else {
      throw Refusal(
        cause: "marks \"none\" beside other options", remedy: "keep \"none\" or the others")
    }
    return question.options.map(\.id).filter(marked.contains)
  }

  private func text(_ node: DocumentNode) throws(Refusal) -> String {
    guard let scalar = node.scalar, scalar.isText else {
      throw Refusal(cause: "is not a text", remedy: "write a text in quotes")
    }
    let scalars = scalar.text.unicodeScalars
    guard !scalars.allSatisfy(\.properties.isWhitespace) else {
      throw Refusal(
        cause: "is empty",
        remedy: "write \"unsure\", \"declined\" or \"not-asked\", or leave it out")
    }
    guard scalars.count <= Self.textMax else {
      throw Refusal(
        cause: "is longer than \(Self.textMax) characters", remedy: "shorten it")
    }
    guard !scalars.contains(where: { isControl($0) || $0 == "\u{FEFF}" }) else {
      throw Refusal(
        cause: "holds a line break or control character", remedy: "write it as one line of text")
    }
    return scalar.text
  }

  private func number(
    _ node: DocumentNode, _ unit: String, _ range: ClosedRange<Quantity>
  ) throws(Refusal) -> Quantity {
    let within = "from \(range.lowerBound) to \(range.upperBound) \(unit)"
    guard let scalar = node.scalar, scalar.isText || scalar.style == .number else {
      throw Refusal(cause: "is not a number", remedy: "write a number \(within)")
    }
    guard let quantity = Quantity(scalar.text) else {
      throw Refusal(
        cause: "is not a number with at most three decimals", remedy: "write a number \(within)")
    }
    guard range.contains(quantity) else {
      throw Refusal(cause: "is out of range", remedy: "write a number \(within)")
    }
    return quantity
  }

  private func use(_ question: Question) -> String {
    let options = question.options.map(\.id.rawValue)
    let reserved = UnknownReason.allCases.map(\.rawValue)
    return "use \(listed(options)), or one of \(listed(reserved))"
  }
}

extension AnswerReader {
  private func date(
    _ node: DocumentNode, _ tense: DateTense, orNever: Bool, orCurrent: Bool
  ) throws(Refusal) -> AnswerValue {
    let forms = [
      "2026-11-21, 2026-11 or 2026", orNever ? "no when it never happened" : "",
      orCurrent ? "current while it goes on" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", or ")
    guard let scalar = node.scalar, scalar.isText else {
      throw Refusal(cause: "is not a date in quotes", remedy: "write \(forms)")
    }
    if orNever, scalar.text == "no" { return .never }
    if orCurrent, scalar.text == "current" { return .current }
    guard let date = PartialDate(iso: scalar.text) else {
      throw Refusal(cause: "is not a date of the calendar", remedy: "write \(forms)")
    }
    switch tense {
    case .past where date.earliest > interviewDate:
      throw Refusal(
        cause: "lies after the interview on \(interviewDate)",
        remedy: "give the day it happened, or correct the interview date")
    case .future where date.latest < interviewDate:
      throw Refusal(
        cause: "lies before the interview on \(interviewDate)",
        remedy: "give a coming day, or correct the interview date")
    case .past, .future, .either: return .date(date)
    }
  }
}

extension DocumentNode.Scalar {
  /// Whether it was written as text: in quotes, or anyhow in YAML.
  var isText: Bool { style == .quoted || style == .plain }
}
