/// Random numbers that follow from a seed (SplitMix64; Steele, Lea and Flood
/// 2014), so that whatever was found can be found again.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed.
  package init(seed: UInt64) { state = seed }

  /// The numbers of one of many patients under one seed; they do not depend on
  /// which other patients are drawn.
  init(seed: UInt64, patient: Int) {
    var numbers = SplitMix64(seed: seed ^ (UInt64(patient) &* 0xD129_0B26_88CC_CD65))
    state = numbers.next()
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
