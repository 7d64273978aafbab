import path from 'node:path';
import Database from 'libsql';

/** The endpoint's own setting, so that both copy their write-ahead log equally often. */
const CHECKPOINT_PAGES = 4000;

/** A libsql database in the bench's own process, as durable as the endpoint's: every commit is an fsync. */
export function openBareDatabase(folder: string, schema: string): Database.Database {
  const database = new Database(path.join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  database.exec(schema);
  return database;
}
