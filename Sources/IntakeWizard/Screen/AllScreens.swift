/// Every kind of screen: from their keyboards the manual page's tables are made,
/// and the tests see that none is missing from what is on record.
enum AllScreens {
  static let kinds: [any Screen.Type] = [
    HomeScreen.self, ReturningScreen.self, WorklistScreen.self, QuestionScreen.self,
    GroupScreen.self, TableScreen.self, ReconfirmScreen.self, PartDoneScreen.self,
    ListScreen.self, ReviewScreen.self, ResultScreen.self, SkinTestScreen.self,
    ExportScreen.self,
    HelpDialog.self, FindingsDialog.self, FindDialog.self, NoteDialog.self, PasteDialog.self,
    ActionsDialog.self, PartsDialog.self, LeaveDialog.self, EmergenciesDialog.self,
    EmergencyDialog.self, AboutDialog.self, PassphraseDialog.self, PeopleDialog.self,
  ]

  /// What is told of the keys of every screen.
  static var keyTables: [KeyTable] {
    kinds.flatMap { $0.keyTables }
  }
}
