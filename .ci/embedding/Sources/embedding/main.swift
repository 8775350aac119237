import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening

let pack = try readPack(.builtIn, digest: "")
guard let today = CalendarDate(iso: CommandLine.arguments[2]) else { exit(2) }
let file = Array(try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
let answers = try readAnswers(file, named: "answers", for: pack, today: today).answers
print(screen(answers, with: CompiledPack(pack), on: today).outcome.rawValue)
