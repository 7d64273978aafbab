import type { Account } from '../../../cloudfunctions/domain/ledger';
import { ejson } from '../http/admin-client';
import { openBareDatabase } from './bare-database';
import type { SamplePost } from './protocol-post';

/** Two tables of texts under the indexes that the ledger declares. */
const SCHEMA = `
CREATE TABLE accounts (id TEXT PRIMARY KEY, next_expiry TEXT, next_deadline INTEGER, document TEXT);
CREATE TABLE entries (id TEXT PRIMARY KEY, account TEXT, seq INTEGER, at_ms INTEGER, day TEXT, document TEXT);
CREATE UNIQUE INDEX account_seq ON entries (account, seq DESC);
CREATE INDEX account_at_ms_seq ON entries (account, at_ms DESC, seq DESC);
CREATE INDEX day_id ON entries (day, id);
CREATE INDEX next_expiry_id ON accounts (next_expiry, id);
CREATE INDEX next_deadline_id ON accounts (next_deadline, id);`;

/** A post with its documents as the texts that are stored. */
export interface PostTexts extends SamplePost {
  entryText: string;
  accountText: string;
}

export const textsOf = (post: SamplePost): PostTexts => ({
  ...post,
  entryText: ejson(post.entry),
  accountText: ejson(post.account),
});

export interface BareLedger {
  addAccounts(accounts: readonly Account[]): void;
  post(post: PostTexts): void;
  close(): void;
}

/** The same transaction as a post's five calls, for somebody who has the database in his own process. */
export function openBareLedger(folder: string): BareLedger {
  const database = openBareDatabase(folder, SCHEMA);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const read = database.prepare('SELECT document FROM accounts WHERE id = ?');
  const addAccount = database.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?)');
  const addEntry = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)');
  const update = database.prepare(
    'UPDATE accounts SET next_expiry = ?, next_deadline = ?, document = ? WHERE id = ?',
  );
  return {
    addAccounts(accounts) {
      begin.run();
      for (const account of accounts) {
        addAccount.run(account._id, account.nextExpiryOn, account.nextDeadlineMs, ejson(account));
      }
      commit.run();
    },
    post({ entry, account, entryText, accountText }) {
      begin.run();
      read.get(account._id);
      addEntry.run(entry._id, entry.account, entry.seq, entry.atMs, entry.day, entryText);
      update.run(account.nextExpiryOn, account.nextDeadlineMs, accountText, account._id);
      commit.run();
    },
    close: () => void database.close(),
  };
}
