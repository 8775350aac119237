import ClinicalModel
import Consultation

extension Session {
  /// Takes what a screen notes of the walk.
  mutating func take(_ mark: SessionMark) {
    switch mark {
    case .asksOneByOne(let group): opened.insert(group)
    case .asksAnew(let section):
      guard case .of(let visit, var asked) = earlier else { return }
      asked.insert(section)
      earlier = .of(visit, asked: asked)
    case .readOut(let list, let count): reread[list] = count
    case .reviewed: reviewed = .toItsEnd
    }
  }
}
