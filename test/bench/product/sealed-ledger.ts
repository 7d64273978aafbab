import { createHash } from 'node:crypto';
import type { Account, Entry } from '../../../cloudfunctions/domain/ledger';
import { canonicalJson, GENESIS_HASH, leafHash, linkHash, treeRoot } from '../../../miniprogram/proof';

/** How much of a ledger is made: each rider rides so often on each of so many days. */
export interface LedgerSize {
  riders: number;
  days: number;
  entriesADay: number;
}

export type LedgerDocument = { collection: string; document: { _id: string } };

const FIRST_DAY_MS = Date.parse('2026-09-21T00:00:00+08:00');
const DAY_MS = 86_400_000;
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const MORNING_MS = 8 * 3_600_000;
const GRAMS = 467;
const LEAVES_A_CHUNK = 256;

const sha256OfText = (text: string): string => createHash('sha256').update(text).digest('hex');
const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const dayOf = (atMs: number): string => new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
const digits = (number: number, length: number): string => String(number).padStart(length, '0');
const expiryOf = (month: string): string => `${Number(month.slice(0, 4)) + 2}${month.slice(4)}`;

const newRider = (number: number): Account => ({
  _id: `user:${digits(number, 26)}`,
  seq: 0,
  head: GENESIS_HASH,
  lots: [],
  holds: [],
  debts: [],
  carbonByVintage: {},
  firstCarbonKey: null,
  nextExpiryOn: null,
  nextDeadlineMs: null,
  updatedAtMs: 0,
});

/** Adds a ride to the account. @returns its entry, as the product writes one */
function ride(account: Account, key: string, atMs: number): Entry {
  const day = dayOf(atMs);
  const month = day.slice(0, 7);
  const [origin, expiresOn] = [`sz-2021:${month}`, expiryOf(month)];
  const lot = account.lots.find(each => each.origin === origin);
  if (lot) lot.amount += GRAMS;
  else account.lots.push({ kind: 'carbon', origin, expiresOn, amount: GRAMS });
  account.carbonByVintage[month] = (account.carbonByVintage[month] ?? 0) + GRAMS;
  account.firstCarbonKey ??= key;
  account.nextExpiryOn ??= expiresOn;
  account.updatedAtMs = atMs;
  const availableByExpiry = Object.fromEntries(account.lots.map(each => [each.expiresOn, each.amount]));
  const available = account.lots.reduce((sum, { amount }) => sum + amount, 0);
  const entry: Omit<Entry, 'chain'> = {
    _id: key,
    requestHash: sha256OfText(key),
    account: account._id,
    seq: account.seq + 1,
    reason: 'trip',
    reference: { type: 'trip', id: key },
    commitment: sha256OfText(`${key} commitment`),
    postings: [
      {
        source: 'mint:trip',
        destination: account._id,
        kind: 'carbon',
        lots: [{ origin, expiresOn, amount: GRAMS }],
      },
    ],
    balanceAfter: {
      carbon: { available, held: 0, debt: 0, availableByExpiry },
      bonus: { available: 0, held: 0, debt: 0, availableByExpiry: {} },
    },
    answer: { creditedGrams: GRAMS, availableCarbon: available },
    parametersVersion: 1,
    atMs,
    day,
  };
  const place = { account: account._id, seq: entry.seq, previousHash: account.head };
  const hash = linkHash({ ...place, entry }, sha256OfText);
  Object.assign(account, { seq: entry.seq, head: hash });
  return { ...entry, chain: [{ ...place, hash }] };
}

/** The chunks of a day's leaves and the seal over them. */
function* sealed(
  day: string,
  previousRoot: string | null,
  texts: string[],
  riders: number,
): Generator<LedgerDocument> {
  const roots: string[] = [];
  for (let from = 0; from < texts.length; from += LEAVES_A_CHUNK) {
    const leaves = texts.slice(from, from + LEAVES_A_CHUNK);
    const root = treeRoot(
      leaves.map(text => leafHash(text, sha256OfBytes)),
      sha256OfBytes,
    );
    const document = { _id: `ledger:${day}:${digits(roots.length, 6)}`, number: roots.length, leaves, root };
    roots.push(root);
    yield { collection: 'seal_leaves', document };
  }
  const entryCount = texts.length - 1 - riders;
  const minted = { account: 'mint:trip', kind: 'carbon', origin: `sz-2021:${day.slice(0, 7)}` };
  const seal = {
    _id: `ledger:${day}`,
    kind: 'ledger',
    day,
    root: treeRoot(roots, sha256OfBytes),
    previousRoot,
    leafCount: texts.length,
    entryCount,
    lateCount: 0,
    late: [],
    accounts: riders,
    sums: [{ ...minted, amount: -GRAMS * entryCount }],
    sealedAtMs: 0,
  };
  yield { collection: 'seals', document: seal };
}

/** A ledger of riders who ride, sealed to its last day, document by document: seals after their entries, accounts at the end. */
export function* sealedLedger({ riders, days, entriesADay }: LedgerSize): Generator<LedgerDocument> {
  const accounts = Array.from({ length: riders }, (_, number) => newRider(number));
  let previousRoot: string | null = null;
  let made = 0;
  for (let number = 0; number < days; number += 1) {
    const startMs = FIRST_DAY_MS + number * DAY_MS;
    const texts: string[] = [canonicalJson({ previousRoot })];
    for (let turn = 0; turn < entriesADay; turn += 1) {
      for (const account of accounts) {
        const entry = ride(account, `trip:bawei:${digits(made, 64)}`, startMs + MORNING_MS + turn);
        made += 1;
        texts.push(canonicalJson({ entry: entry._id, hash: entry.chain[0]!.hash }));
        yield { collection: 'ledger_entries', document: entry };
      }
    }
    for (const { _id: account, seq, head } of accounts) texts.push(canonicalJson({ account, seq, head }));
    for (const each of sealed(dayOf(startMs), previousRoot, texts, riders)) {
      if (each.collection === 'seals') previousRoot = (each.document as unknown as { root: string }).root;
      yield each;
    }
  }
  for (const account of accounts) yield { collection: 'ledger_accounts', document: account };
}
