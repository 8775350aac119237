import ClinicalModel
import Consultation
import Terminal

// The key line of a place, made from the key table, and the place itself.

extension KeyMap {
  /// How the key line names a command: in a text field by the key that works
  /// there.
  static func hint(_ command: Command, in place: Place) -> (shown: String, words: String)? {
    guard let binding = binding(command) else { return nil }
    guard place.isText else { return (binding.shown, binding.words) }
    return switch command {
    case .back: ("Shift-Tab", "Back")
    case .forward: ("Tab", "Next")
    case .help: ("^G", "Help")
    default: binding.shown.hasPrefix("^") ? (binding.shown, binding.words) : nil
    }
  }

  /// The commands with a plain key that the place does not use itself.
  static func commands(in place: Place) -> [Binding] {
    let own = Set(keys(in: place).flatMap(\.keys))
    return bindings.filter { binding in
      let works = place.isText ? binding.anywhere : binding.plain + binding.anywhere
      return works.isEmpty ? false : !own.isSuperset(of: works)
    }
  }
}

extension Wizard {
  /// The key line of a place.
  ///
  /// - Parameters:
  ///   - lead: Keys that the page in hand has, such as `Y N U D Answer`.
  ///   - without: What cannot be done now, by its key.
  ///   - words: Other words for some of the keys.
  func keyLine(
    _ place: Place, lead: String = "", without: Set<String> = [], words: [String: String] = [:]
  ) -> String {
    var hints = lead.isEmpty ? [] : [lead]
    for key in KeyMap.keys(in: place) where key.isHinted && !without.contains(key.shown) {
      hints.append("\(key.shown) \(words[key.shown] ?? key.words)")
    }
    for command in place.hinted where !without.contains(KeyMap.binding(command)?.shown ?? "") {
      if let hint = KeyMap.hint(command, in: place) { hints.append("\(hint.shown) \(hint.words)") }
    }
    if place.hintsActions { hints.append(KeyMap.line([.actions])) }
    return hints.compactMap(adapted).joined(separator: "  ")
  }

  /// A hint where letter keys are off: the digit in place of the letter, or
  /// nothing where there is none.
  private func adapted(_ hint: String) -> String? {
    guard display.letterKeys == .off else { return hint }
    var words = hint.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < words.count, words[index].count == 1 {
      if let letter = words[index].first, letter.isLetter {
        words[index] = shownKey(letter)
        if words[index] == " " {
          words.remove(at: index)
          continue
        }
      }
      index += 1
    }
    return index == 0 && hint.first?.isLetter == true && hint.prefix(2).last == " "
      ? nil : words.joined(separator: " ")
  }

  /// Where the next key is pressed.
  var place: Place {
    guard let overlay = overlays.last else { return pagePlace }
    return switch overlay {
    case .help: .help
    case .findings: .findings
    case .jump: .find
    case .note: .note
    case .actions: .actions
    case .parts: .parts
    case .leave: .leave
    case .emergencies: .emergencies
    case .emergency: .emergency
    case .about: .about
    case .paste: .paste
    case .passphrase: .passphrase
    case .people: .people
    }
  }

  /// The place that the page is, whatever lies over it.
  var pagePlace: Place {
    switch page {
    case .home: return .home
    case .returning: return .returning
    case .question(let page):
      return switch page.input {
      case .choice: .choice
      case .several: .marks
      case .field: .field
      }
    case .list(let page): return page.keyPlace
    case .group: return .group
    case .table(let page): if case .field = page.entry { return .tableField } else { return .table }
    case .reconfirm: return .reconfirm
    case .partDone: return .partDone
    case .review: return .review
    case .result(let page): return page.hasField ? .decision : .result
    case .skinTests(let page):
      guard case .form(let form) = page.step else { return .skinTests }
      return switch form.row.entry {
      case .asked, .options: .skinTestChoice
      case .typed: .skinTestField
      case .button: .skinTestButton
      }
    case .worklist: return .worklist
    case .export(let page): return page.isEditingFolder ? .folder : .export
    }
  }
}

extension ListPage {
  /// Where a key is pressed on the list's page.
  var keyPlace: Place {
    switch level.input {
    case .adding: .listTyping
    case .browsing: .list
    case .removing: .listRemoving
    case .rereading: .listRereading
    case .form(let form):
      switch form.input {
      case .choice: .entryChoice
      case .text: .entryText
      case .name, .names: .entryName
      case .list: .entryList
      }
    }
  }
}
