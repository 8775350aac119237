import Terminal

// The keys of lists and of what is asked of an entry.

extension KeyMap {
  static func listKeys(_ place: Place) -> [PageKey] {
    let done = PageKey.key([.tab], "Tab", "Entry is done", "the rest of the entry is left as it is")
    let toList = PageKey.key(
      [.escape], "Esc", "List", "back to the list; the entry is kept as it stands")
    switch place {
    case .list:
      return [
        .letter("a", "Add", "a new entry; 0 does the same"),
        .key(Key.digits(9), "1-9", "Change", "change that entry"),
        .key([.character("-"), .delete], "-", "Remove", "remove the marked entry; asks first"),
        .key([.tab], "Tab", "List is complete", "go on; an empty list is no answer"),
        .quiet(Key.upDown + Key.paging, "Up/Down", "Mark", "mark an entry"),
        .quiet([.enter], "Enter", "Change", "change the marked entry"),
        .quiet(Key.letter("u"), "U", "Not sure", "of an empty list"),
        .quiet(Key.letter("d"), "D", "Declines", "of an empty list"),
      ]
    case .listTyping:
      return [
        .key([.tab], "Tab", "List is complete", "go on; an empty list is no answer"),
        .key(Key.upDown, "Down/Up", "Mark", "mark a line, or an entry while nothing is typed"),
        .key(
          [.enter], "Enter", "Take marked line", "take the marked line; with none it does nothing"),
        .clear,
      ]
    case .listRemoving:
      return [.letter("y", "Remove it", "any other key keeps the entry; 1 does the same")]
    case .listRereading:
      return [
        .letter("y", "Still right", "take the entry over; 1 does the same"),
        .letter("e", "Changed", "take it over and change it; 2 does the same"),
        .letter("n", "Not any more", "leave it out; 3 does the same"),
        .letter("s", "Ask anew", "ask for all of them anew; 4 does the same"),
      ]
    case .entryChoice:
      return [
        done, toList, .quiet(Key.digits(9), "1-9", "Answer", "choose a line by its place"),
        .quiet(Key.upDown, "Up/Down", "Mark", "mark a line"),
        .quiet([.enter], "Enter", "Answer", "choose the marked line, else go on"),
      ]
    case .entryText:
      return [
        .key([.enter], "Enter", "Go on", "what is left empty is not recorded"), done, .clear,
        toList,
      ]
    case .entryName:
      return [
        .key(Key.upDown, "Down/Up", "Mark", "mark a name"),
        .key([.enter], "Enter", "Take, go on", "take the marked name, or go on"), done, .clear,
        toList,
      ]
    case .entryList:
      return [
        .letter("a", "Add", "add or change; 0 does the same"),
        .key([.enter], "Enter", "Go on", "to the next field"), done,
        toList,
      ]
    default: return []
    }
  }
}
