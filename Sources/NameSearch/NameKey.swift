import ClinicalModel

/// A name as it is compared: small letters and digits, without accents, split
/// into words.
struct NameKey: Hashable {
  /// The words, none of them empty.
  let words: [String]

  /// No name is longer; what is typed beyond is no name.
  static let scalarsMax = 160

  /// Takes a text apart. Signs, spaces and control characters part words; an
  /// apostrophe is left out.
  init(_ text: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars.prefix(Self.scalarsMax + 1) {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: word.append(scalar)
      case 0x41...0x5A: word.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      case 0x27, 0x2019, 0x300...0x36F: continue
      case 0..<0x80: end()
      default:
        let letters = Self.plain(scalar)
        if letters.isEmpty { end() } else { word.append(contentsOf: letters.unicodeScalars) }
      }
    }
    end()
    self.words = words
  }

  init(words: [String]) { self.words = words }

  /// The words in one: "Ecosprin-AV" and "EcosprinAV" are the same name.
  var joined: String { words.joined() }

  /// A letter without its accent, in small letters; empty for a sign.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: return "a"
    case 0xC6, 0xE6: return "ae"
    case 0xC7, 0xE7, 0x106...0x10D: return "c"
    case 0xD0, 0xF0, 0x10E...0x111: return "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: return "e"
    case 0x11C...0x123: return "g"
    case 0x124...0x127: return "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: return "i"
    case 0x134, 0x135: return "j"
    case 0x136...0x138: return "k"
    case 0x139...0x142: return "l"
    case 0xD1, 0xF1, 0x143...0x14B: return "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: return "o"
    case 0x152, 0x153: return "oe"
    case 0x154...0x159: return "r"
    case 0xDF: return "ss"
    case 0x15A...0x161: return "s"
    case 0x162...0x167: return "t"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: return "u"
    case 0x174, 0x175: return "w"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: return "y"
    case 0x179...0x17E: return "z"
    default: return scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping : ""
    }
  }
}

extension NameKey {
  /// The readings of a typed name, the closest first: as it stands; without
  /// forms and strengths with their units; without one bare number after the
  /// other, the last first; without every number and unit; without digits at
  /// the end of its words.
  ///
  /// So "vitamin K 10 mg" keeps its K and "omega 3 1000 mg" its 3. A name of the
  /// table always keeps its digits: "vitamin B15" is not vitamin B12, and
  /// "Unwanted 21" not "Unwanted 72".
  func readings(_ set: NameWords) -> [NameKey] {
    var readings = [self]
    func add(_ words: [String]) {
      let key = NameKey(words: words)
      if !words.isEmpty, !readings.contains(key) { readings.append(key) }
    }
    let named = words.filter { !Self.isSetAside($0, set) }
    var measured = withoutMeasures(named, set)
    add(measured)
    while let number = measured.lastIndex(where: { $0.allSatisfy(\.isWholeNumber) }) {
      measured.remove(at: number)
      add(measured)
    }
    let plain = named.filter { !Self.isStrength($0, set) }
    add(plain)
    add(
      plain.map { word in
        let letters = word.reversed().drop { $0.isWholeNumber }.reversed()
        return letters.isEmpty ? word : String(letters)
      }.filter { !Self.isSetAside($0, set) && !set.units.contains($0) })
    return readings
  }

  /// The words without strengths that say their unit: `75mg`, `75 mg`, `5 mg/ml`.
  private func withoutMeasures(_ words: [String], _ set: NameWords) -> [String] {
    var kept: [String] = []
    var isMeasure = false
    for word in words {
      let isNumber = word.allSatisfy(\.isWholeNumber)
      if !isNumber, Self.isStrength(word, set), word.first?.isWholeNumber == true {
        isMeasure = true
      } else if set.units.contains(word), let last = kept.last, last.allSatisfy(\.isWholeNumber) {
        kept.removeLast()
        isMeasure = true
      } else if !(isMeasure && set.units.contains(word)) {
        kept.append(word)
        isMeasure = false
      }
    }
    return kept
  }

  /// The name without forms, as a table's own name is also found.
  func withoutForms(_ set: NameWords) -> NameKey {
    let plain = words.filter { !set.forms.contains($0) }
    return plain.isEmpty ? self : NameKey(words: plain)
  }

  private static func isSetAside(_ word: String, _ set: NameWords) -> Bool {
    set.forms.contains(word) || set.releases.contains(word)
  }

  /// `75`, `75mg`, or a unit that stands by itself.
  private static func isStrength(_ word: String, _ set: NameWords) -> Bool {
    let unit = word.drop { $0.isWholeNumber }
    guard unit.count < word.count else { return set.units.contains(word) }
    return unit.isEmpty || set.units.contains(String(unit))
  }
}

extension String {
  /// The text as names are compared, in one word; `nil` if it has no letters.
  package var foldedName: String? {
    let name = NameKey(self).joined
    return name.isEmpty ? nil : name
  }
}
