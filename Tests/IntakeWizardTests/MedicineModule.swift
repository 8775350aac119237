import ClinicalModel
import ProtocolLibrary
import Screening

/// The shipped pack at its medicine list.
enum MedicineModule {
  static let pack = Result { CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:lists")) }

  /// A bench at the empty medicine list.
  static func bench() throws -> Bench {
    var bench = Bench(pack: try pack.get())
    bench.press("n<ctrl-f>any medicine<enter>y")
    return bench
  }
}
