/** The shape of the log file that this version writes and reads. */
export const schemaVersion = 2;

/** Positions are given by the writer inside its transaction: head + 1, without gaps, never used again. */
export const schema = `
CREATE TABLE IF NOT EXISTS log(schema INTEGER NOT NULL, identity TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS event_type(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS stream(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
  ended INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS event(
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  stream INTEGER NOT NULL REFERENCES stream(id),
  version INTEGER NOT NULL,
  type INTEGER NOT NULL REFERENCES event_type(id),
  data TEXT NOT NULL,
  at TEXT NOT NULL,
  metadata TEXT NOT NULL DEFAULT '{}',
  hash BLOB NOT NULL DEFAULT x'',
  UNIQUE(stream, version)) STRICT;
CREATE INDEX IF NOT EXISTS event_by_type ON event(type, position);
CREATE TRIGGER IF NOT EXISTS event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;
CREATE TRIGGER IF NOT EXISTS event_is_never_removed BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;
`;
