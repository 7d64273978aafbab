import { join } from 'node:path';
import Database from 'libsql';
import type { IndexDeclaration } from './store';

/** SQLite's number for synchronous=FULL: every commit is an fsync. */
const SYNCHRONOUS_FULL = 2;

/** More rows a statement save nothing measurable. */
const ROWS_A_STATEMENT = 16;

/** Columns of a row of `documents`. */
const COLUMNS = 4;

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
  /** Statements that write 1, 2, … rows at once; made when first needed. */
  private readonly puts: Database.Statement[] = [];
  private readonly remove: Database.Statement;

  constructor(folder: string, synchronous: 'FULL' | 'OFF') {
    this.database = new Database(join(folder, 'documents.db'));
    this.database.pragma('journal_mode = WAL');
    this.database.pragma(`synchronous = ${synchronous}`);
    if (synchronous === 'FULL') this.refuseUnlessDurable();
    this.database.exec(SCHEMA);
    this.begin = this.database.prepare('BEGIN');
    this.commit = this.database.prepare('COMMIT');
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
  write(changes: Iterable<LogChange>): void {
    const steps = this.steps(changes);
    // A single statement is a transaction of its own and saves two calls into the database.
    if (steps.length === 1) {
      steps[0]!();
      return;
    }
    this.begin.run();
    try {
      for (const step of steps) step();
      this.commit.run();
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  /** One step a statement: rows are written many at a time, because a call costs as much as a row. */
  private steps(changes: Iterable<LogChange>): (() => void)[] {
    const steps: (() => void)[] = [];
    let rows: unknown[] = [];
    for (const change of changes) {
      if (change.kind !== 'put') {
        steps.push(() => this.apply(change));
        continue;
      }
      if (rows.length === ROWS_A_STATEMENT * COLUMNS) rows = [];
      if (rows.length === 0) {
        const batch = rows;
        steps.push(() => this.putRows(batch));
      }
      rows.push(change.row, change.collection, change.id, change.ejson);
    }
    return steps;
  }

  private putRows(values: unknown[]): void {
    const count = values.length / COLUMNS;
    this.puts[count] ??= this.database.prepare(
      `INSERT OR REPLACE INTO documents VALUES ${Array(count).fill('(?, ?, ?, ?)').join(', ')}`,
    );
    this.puts[count].run(values);
  }

  private apply(change: Exclude<LogChange, { kind: 'put' }>): void {
    switch (change.kind) {
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

  /** libsql leaves the write-ahead log behind when it closes; copied into the database it is a folder of one file. */
  close(): void {
    this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    this.database.close();
  }
}
