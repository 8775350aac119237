import ClinicalModel

extension MedicineFact {
  /// The medicines of this entry that a key matches.
  func matching(_ key: MedicineKey, _ tables: Tables) -> [Medicine] {
    medicines.filter { tables.matches($0.id, key) }
  }
}

// What counts as taken: everything that is not stopped, and what was stopped so
// lately that it still acts.

extension ListFacts {
  /// Whether an entry counts as taken for a key.
  func isTaken(_ fact: MedicineFact, for key: MedicineKey) -> Bool {
    guard fact.isStopped else { return true }
    guard let washOut = tables.washOut(of: key) else { return false }
    return wasTaken(fact, within: washOut)
  }

  /// Whether an entry was last taken less than so many days before treatment;
  /// a day that is not known counts as such.
  private func wasTaken(_ fact: MedicineFact, within days: Int) -> Bool {
    guard let last = fact.entry.day(countedFrom: .lastTaken) else { return true }
    return treatmentDate.days(after: last) < days
  }

  /// Every entry that counts as taken for a key, with what of it matches.
  func taken(_ key: MedicineKey) -> [(fact: MedicineFact, medicines: [Medicine])] {
    medicines.compactMap { fact in
      let matching = fact.matching(key, tables)
      return matching.isEmpty || !isTaken(fact, for: key) ? nil : (fact, matching)
    }
  }

  /// Whether anything that matches is taken.
  func isTaken(_ key: MedicineKey) -> Bool { !taken(key).isEmpty }

  /// How many different generics that match are taken.
  func takenCount(_ key: MedicineKey) -> Int {
    Set(taken(key).flatMap(\.medicines).map(\.id)).count
  }

  /// Whether something that matches is taken, all of it of the patient's own
  /// choice.
  func isSelfChosen(_ key: MedicineKey) -> Bool {
    let taken = taken(key)
    return !taken.isEmpty && taken.allSatisfy { $0.fact.entry.choice(.prescribed) == "no" }
  }

  /// Whether something of the group is taken and all of it matches the key.
  func isOnlyTaken(_ key: MedicineKey, of group: MedicineKey) -> Bool {
    let taken = taken(group).flatMap(\.medicines)
    return !taken.isEmpty && taken.allSatisfy { tables.matches($0.id, key) }
  }

  /// Whether something that matches may have been begun at most so many days
  /// before treatment, whatever its use; a start nobody knows does not count.
  func isStarted(within days: Int, _ keys: [MedicineKey]) -> Bool {
    medicines.contains { fact in
      guard keys.contains(where: { !fact.matching($0, tables).isEmpty }),
        let started = fact.entry.date(.started)
      else { return false }
      let latest = min(started.latest, max(fact.entry.interviewDate, started.earliest))
      return treatmentDate.days(after: latest) <= days
        && treatmentDate.days(after: started.earliest) >= 0
    }
  }

  /// Whether something that matches was stopped less than so many days before
  /// treatment, or nobody knows when.
  func isStopped(within days: Int, _ key: MedicineKey) -> Bool {
    medicines.contains { fact in
      fact.isStopped && !fact.matching(key, tables).isEmpty && wasTaken(fact, within: days)
    }
  }

  /// The last day on which something that matches was taken; nothing while one
  /// is still taken or undated.
  func lastTaken(_ key: MedicineKey) -> CalendarDate? {
    let matching = medicines.filter { !$0.matching(key, tables).isEmpty }
    let days = matching.map { $0.isStopped ? $0.entry.day(countedFrom: .lastTaken) : nil }
    let known = days.compactMap { $0 }
    return known.count == days.count ? known.max() : nil
  }
}
