import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension AnySurroundings {
  /// The number to dial, below an emergency screen's title, where the clinic has
  /// given one; else an empty line, and the steps say "the emergency number".
  func emergencyNumber(_ body: inout Canvas) {
    if emergencyCall.isEmpty { return body.gap() }
    body.wrap(emergencyCall, indent: 2, hanging: 2, style: .strong)
  }

  /// The number in words; empty where the clinic has given none.
  ///
  /// It is that of the clinic as it is today: an old record may come from
  /// before the number was filled in, or changed.
  var emergencyCall: String {
    var details = setting.pack.clinic
    if details == .notGiven, let session = openConsultation { details = session.pack.clinic }
    return switch details {
    case .notGiven: ""
    case .given(let clinic): "Emergency number: call \(clinic.emergencyNumber)"
    }
  }

  /// The screens of the pack in hand; before a consultation is open, those of
  /// the pack for new ones.
  var emergencies: [Emergency] { (openConsultation?.pack ?? setting.pack).emergencies }

  func drawEmergency(_ id: Emergency.ID, _ body: inout Canvas) {
    guard let emergency = emergencies.first(where: { $0.id == id }) else { return }
    body.add(Span(Canvas.fill("  EMERGENCY: \(emergency.title)", to: body.width), .exclude))
    emergencyNumber(&body)
    for step in emergency.steps { body.wrap(step, indent: 2, hanging: 2, style: .strong) }
    body.gap()
    let sources = emergency.cite.map(\.rawValue).joined(separator: ", ")
    if !sources.isEmpty { body.add(Span("  Source: \(sources)")) }
  }

  /// The list of emergency screens, however small the window is.
  func smallEmergencies(_ size: GridSize) -> Frame {
    var frame = Frame(body: Canvas(width: size.columns))
    for (index, emergency) in emergencies.prefix(9).enumerated() {
      frame.body.add(Span(" \(index + 1) \(emergency.title)"))
    }
    frame.foot = [[Span(" Ctrl-X Lock  Esc Close", .banner)]]
    return frame
  }

  func spokenEmergency(_ id: Emergency.ID) -> LinearPage {
    var spoken = LinearPage(place: "emergency:\(id)", prompt: "R returns to the record")
    guard let emergency = emergencies.first(where: { $0.id == id }) else { return spoken }
    spoken.lines = ["EMERGENCY: \(LinearWords.sentence(emergency.title))"]
    if !emergencyCall.isEmpty { spoken.lines.append(emergencyCall) }
    spoken.lines += emergency.steps
    let sources = emergency.cite.map(\.rawValue).joined(separator: ", ")
    if !sources.isEmpty { spoken.lines.append("Source: \(sources)") }
    spoken.lines.append("R Return to the record; nothing is lost")
    return spoken
  }
}
