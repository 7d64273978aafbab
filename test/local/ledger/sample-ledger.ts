import {
  closeAccount,
  credit,
  type Entry,
  openAccount,
  postReversal,
} from '../../../cloudfunctions/domain/ledger';
import { accounts, entries } from '../../../cloudfunctions/domain/ledger/store';
import type { Platform } from '../../../cloudfunctions/platform';
import { accountsCollection, entriesCollection, tripsCollection } from '../../../local/ledger/ledger-line';
import { linkHash } from '../../../miniprogram/proof';
import { MemoryDatabase } from '../../cloudfunctions/domain/ledger/memory-database';

type Document = Record<string, unknown> & { _id: string };

const parameters = { version: 1, expiryMonths: 1, reversalWindowDays: 7, lotLimit: 128 };
const DAY_MS = 86_400_000;

/** Documents that a test may change before they become lines. */
export interface SampleLedger {
  accounts: Document[];
  entries: Document[];
  trips: Document[];
}

const factsOf = (key: string, nowMs: number) => ({
  key,
  requestHash: 'hash',
  reason: 'trip',
  reference: { type: 'trip' as const, id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs,
  answer: () => ({ done: true }),
});

/**
 * Three riders with five rides and two bonuses each, written by the product's own code; each has a ride reversed after
 * all of the first credits have expired, which is a debt, and a later ride that repays it.
 */
export async function sampleLedger(): Promise<SampleLedger> {
  const database = new MemoryDatabase();
  const platform = { database } as unknown as Platform;
  const startMs = Date.parse('2026-11-10T08:00:00+08:00');
  for (const rider of ['user:a', 'user:b', 'user:c']) {
    const post = (number: number, kind: 'carbon' | 'bonus', afterDays: number) => {
      const facts = factsOf(`trip:${rider}:${number}`, startMs + afterDays * DAY_MS);
      const origin = kind === 'carbon' ? `sz:2026-1${number % 2}` : '-';
      return credit(
        platform,
        rider,
        { kind, origin, amount: 10 + number, source: 'mint:trip' },
        facts,
        parameters,
      );
    };
    const first = await post(1, 'carbon', 0);
    for (const number of [2, 3, 4]) await post(number, number === 3 ? 'bonus' : 'carbon', number);
    await reverse(database, rider, first, startMs + 60 * DAY_MS);
    for (const number of [5, 6, 7]) await post(number, number === 6 ? 'bonus' : 'carbon', 60 + number);
  }
  const written = database.all(entries) as unknown as (Document & Entry)[];
  const reversed = new Set(written.map(entry => entry._id).filter(id => id.startsWith('reversal:')));
  const carbon = written.filter(
    ({ postings, _id }) => postings[0]!.kind === 'carbon' && !_id.startsWith('reversal:'),
  );
  const trips = carbon.map(({ _id, postings }) => ({
    _id,
    state: reversed.has(`reversal:${_id}`) ? 'reversed' : 'credited',
    creditedGrams: postings[0]!.lots[0]!.amount,
  }));
  return { accounts: database.all(accounts) as unknown as Document[], entries: written, trips };
}

const reverse = (database: MemoryDatabase, rider: string, original: Entry, nowMs: number): Promise<Entry> =>
  database.transact(async transaction => {
    const open = await openAccount(transaction, rider);
    const entry = await postReversal(transaction, open, original, factsOf('', nowMs));
    await closeAccount(transaction, open);
    return entry;
  });

/** By the id's order, as an export has them. */
export function linesOf(ledger: SampleLedger): string[] {
  const lines = (collection: string, documents: readonly Document[]) =>
    [...documents]
      .sort((left, right) => (left._id < right._id ? -1 : 1))
      .map(document => JSON.stringify({ collection, document }));
  return [
    ...lines(accountsCollection, ledger.accounts),
    ...lines(entriesCollection, ledger.entries),
    ...lines(tripsCollection, ledger.trips),
  ];
}

/** What a forger with the database's password would do after a change: all hashes and the head made anew. */
export function rechain(ledger: SampleLedger, account: string): void {
  let previousHash = '0'.repeat(64);
  const own = ledger.entries.filter(entry => entry.account === account);
  for (const [index, entry] of own.sort((a, b) => Number(a.seq) - Number(b.seq)).entries()) {
    const seq = index + 1;
    entry.seq = seq;
    const hash = linkHash({ account, seq, previousHash, entry });
    entry.chain = [{ account, seq, previousHash, hash }];
    previousHash = hash;
  }
  const document = ledger.accounts.find(({ _id }) => _id === account)!;
  Object.assign(document, { seq: own.length, head: previousHash });
}
