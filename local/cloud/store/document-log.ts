import { join } from 'node:path';
import Database from 'libsql';
import type { IndexDeclaration } from './store';

/** SQLite's number for synchronous=FULL: every commit is an fsync. */
const SYNCHRONOUS_FULL = 2;

/** Pages of the write-ahead log before it is copied into the database; larger than usual for fewer fsyncs. */
const CHECKPOINT_PAGES = 4000;

export interface LogRow {
  row: number;
  collection: string;
  id: string;
  ejson: string;
}

/** A change of the log: a row to write, a row to delete, a new collection or a new index. */
export type LogChange =
  | ({ kind: 'put' } & LogRow)
  | { kind: 'delete'; row: number }
  | { kind: 'collection'; name: string }
  | { kind: 'index'; collection: string; declaration: IndexDeclaration };

const SCHEMA = `
CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS indexes (collection TEXT, name TEXT, declaration TEXT, PRIMARY KEY (collection, name));
CREATE TABLE IF NOT EXISTS documents (row INTEGER PRIMARY KEY, collection TEXT, id TEXT, ejson TEXT);`;

/**
 * The durable side of the store, a SQLite database: one row a document, overwritten in place. Uniqueness is the
 * store's own affair, so no index slows the log down.
 */
export class DocumentLog {
  private readonly database: Database.Database;
  private readonly begin: Database.Statement;
  private readonly commit: Database.Statement;
  private readonly put: Database.Statement;
  private readonly remove: Database.Statement;

  constructor(folder: string, synchronous: 'FULL' | 'OFF') {
    this.database = new Database(join(folder, 'documents.db'));
    this.database.pragma('journal_mode = WAL');
    this.database.pragma(`synchronous = ${synchronous}`);
    this.database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (synchronous === 'FULL') this.refuseUnlessDurable();
    this.database.exec(SCHEMA);
    this.begin = this.database.prepare('BEGIN');
    this.commit = this.database.prepare('COMMIT');
    this.put = this.database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)');
    this.remove = this.database.prepare('DELETE FROM documents WHERE row = ?');
  }

  /** What the connection itself says, because a setting that was not taken is silent. */
  private refuseUnlessDurable(): void {
    const mode = this.pragma('journal_mode');
    const level = this.synchronousLevel();
    if (mode !== 'wal' || level !== SYNCHRONOUS_FULL) {
      throw new Error(`数据库无法保证持久化:journal_mode=${String(mode)} synchronous=${String(level)}`);
    }
  }

  private pragma(name: string): unknown {
    const row = this.database.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined;
    return row?.[name];
  }

  synchronousLevel(): number {
    return Number(this.pragma('synchronous'));
  }

  collections(): string[] {
    const rows = this.database.prepare('SELECT name FROM collections ORDER BY rowid').all();
    return rows.map(row => (row as { name: string }).name);
  }

  indexes(): { collection: string; declaration: IndexDeclaration }[] {
    const rows = this.database.prepare('SELECT collection, declaration FROM indexes ORDER BY rowid').all();
    return rows.map(row => {
      const { collection, declaration } = row as { collection: string; declaration: string };
      return { collection, declaration: JSON.parse(declaration) as IndexDeclaration };
    });
  }

  documents(): IterableIterator<LogRow> {
    const statement = this.database.prepare('SELECT row, collection, id, ejson FROM documents ORDER BY row');
    return statement.iterate() as IterableIterator<LogRow>;
  }

  /** Writes all changes in one transaction, that is with one fsync, or none of them. */
  write(changes: Iterable<LogChange>, count: number): void {
    // A single statement is a transaction of its own and saves two calls into the database.
    if (count === 1) {
      for (const change of changes) this.apply(change);
      return;
    }
    this.begin.run();
    try {
      for (const change of changes) this.apply(change);
      this.commit.run();
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  private apply(change: LogChange): void {
    switch (change.kind) {
      case 'put':
        this.put.run(change.row, change.collection, change.id, change.ejson);
        return;
      case 'delete':
        this.remove.run(change.row);
        return;
      case 'collection':
        this.database.prepare('INSERT INTO collections VALUES (?)').run(change.name);
        return;
      case 'index':
        this.database
          .prepare('INSERT INTO indexes VALUES (?, ?, ?)')
          .run(change.collection, change.declaration.name, JSON.stringify(change.declaration));
        return;
    }
  }

  close(): void {
    this.database.close();
  }
}
