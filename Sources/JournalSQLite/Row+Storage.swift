import GRDB

extension Row {
  /// A column as it is stored, without any conversion between types.
  func storage(_ column: String) -> DatabaseValue.Storage {
    (self[column] as DatabaseValue).storage
  }
}
