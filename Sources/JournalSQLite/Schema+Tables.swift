// In clear are only the consultations' names (made at random), sequence
// numbers, times, sizes and hashes. What was said is in `payload`.
//
// The tables have no rowid: REPLACE by a row number would otherwise remove a
// row without any trigger seeing it.

extension Schema {
  static let tables = """
    CREATE TABLE packs (
      digest TEXT NOT NULL PRIMARY KEY
        CHECK (length(digest) = 71 AND substr(digest, 1, 7) = 'sha256:'
          AND substr(digest, 8) NOT GLOB '*[^0-9a-f]*'),
      archive BLOB NOT NULL CHECK (length(archive) BETWEEN 1 AND 16777216)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entries (
      consultation TEXT NOT NULL
        CHECK (length(consultation) BETWEEN 1 AND 64
          AND consultation NOT GLOB '*[^a-z0-9-]*'),
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      recorded_at INTEGER NOT NULL,
      previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
      payload BLOB NOT NULL CHECK (length(payload) BETWEEN 1 AND 262144),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (consultation, sequence)
    ) STRICT, WITHOUT ROWID;

    """

  static let entryGuards = """
    CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.sequence IS NOT
        (SELECT coalesce(max(sequence), -1) + 1 FROM entries
         WHERE consultation = NEW.consultation)
      OR (NEW.sequence > 0 AND NEW.previous_hash IS NOT
        (SELECT hash FROM entries
         WHERE consultation = NEW.consultation AND sequence = NEW.sequence - 1))
    BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;

    CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;

    CREATE TRIGGER entries_remain BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

    """

  static let packGuards = """
    CREATE TRIGGER packs_once BEFORE INSERT ON packs
    WHEN EXISTS (SELECT 1 FROM packs WHERE digest = NEW.digest)
    BEGIN SELECT RAISE(ABORT, 'a pack is kept once'); END;

    CREATE TRIGGER packs_stay BEFORE UPDATE ON packs
    BEGIN SELECT RAISE(ABORT, 'packs are never changed'); END;

    CREATE TRIGGER packs_remain BEFORE DELETE ON packs
    BEGIN SELECT RAISE(ABORT, 'packs are never removed'); END;

    """
}
