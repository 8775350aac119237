import ClinicalModel
import ProtocolLibrary

/// The pack carried inside, read once.
enum BuiltIn {
  static let pack = Result { try readPack(.builtIn, digest: "") }
}
