// An event's bytes are JSON in one form only: UTF-8, keys sorted, no spaces,
// slashes not escaped.
//
//   {"question":"pregnancy-status","text":"…","type":"draft-kept","v":1}
//
// Event+Coding.swift in Consultation shows each type.

import Consultation
import Foundation

/// Events as bytes and back.
enum EventText {
  /// What reading gave.
  enum Reading: Equatable {
    case event(Event)
    case unreadable
  }

  /// The one form of an event.
  static func write(_ event: Event) throws(JournalError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(event)) } catch { throw .cannotBeStored }
  }

  /// Reads the one form; everything else is unreadable.
  ///
  /// The decoder alone would let doubled keys, trailing commas and rounded
  /// numbers pass. What it read is therefore written again and must give the
  /// same bytes.
  static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.count <= JournalEntry.payloadLimit,
      let event = try? JSONDecoder().decode(Event.self, from: Data(bytes)),
      let again = try? write(event), again == bytes
    else { return .unreadable }
    return .event(event)
  }
}
