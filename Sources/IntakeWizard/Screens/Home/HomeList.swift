import Consultation

/// The consultations of the home screen.
struct HomeList: Sendable {
  var rows: [HomeRow] = []
  var loading: Loading = .underWay

  /// Whether the list has been read.
  enum Loading: Hashable, Sendable {
    case underWay
    case done
    case failed(String)
  }
}
