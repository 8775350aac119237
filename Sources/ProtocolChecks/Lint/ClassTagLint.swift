import ClinicalModel
import Screening

/// Looks for medicines without a tag that their class implies, in a pack that
/// says what its classes imply.
func classTagFindings(of pack: CompiledPack) -> [LintFinding] {
  let tables = pack.tables
  guard !tables.classTags.isEmpty else { return [] }
  let missing = tables.medicines.flatMap { medicine -> [LintFinding] in
    let classes = tables.classTags.filter { $0.classKey == medicine.classKey }
    let spot = PackSpot(.row(table: "medicines", [medicine.id.rawValue]), "tags")
    guard !classes.isEmpty || medicine.tags.isEmpty else {
      return [
        LintFinding(
          .classTag, at: spot, "nobody says what the class \(quoted(medicine.classKey)) implies",
          "add a row for it to tables/class-tags.csv")
      ]
    }
    return classes.filter { !$0.exceptions.contains(medicine.id) }.flatMap { declared in
      declared.tags.filter { !medicine.tags.contains($0) }.map { tag in
        LintFinding(
          .classTag, at: spot,
          "\(quoted(medicine.id)) is of the class \(quoted(declared.classKey)), yet not tagged "
            + quoted(tag),
          "add the tag, or make it an exception with its reason in tables/class-tags.csv")
      }
    }
  }
  let needless = tables.classTags.flatMap { declared in
    declared.exceptions.filter { id in
      tables.medicine(id).map { medicine in declared.tags.allSatisfy(medicine.tags.contains) }
        ?? false
    }.map { id in
      LintFinding(
        .classTag, at: PackSpot(.row(table: "class-tags", [declared.classKey.rawValue]), "except"),
        "\(quoted(id)) has every tag of its class", "it needs no exception: remove it")
    }
  }
  return missing + needless
}
