import { linkHash } from '../../../miniprogram/proof';
import { ACCOUNTS, ENTRIES, type History, type StoredAccount, type StoredEntry } from './history';
import type { StoredDocument } from './operator-database';

/** What somebody with the database in his hands may try. */
export const ways = ['amount', 'removed', 'swapped', 'balance', 'rechained'] as const;
export type Way = (typeof ways)[number];

/** One document before and after; null where there is none. */
export interface Change {
  collection: string;
  id: string;
  before: StoredDocument | null;
  after: StoredDocument | null;
}

/** So many credits more than were ever earned. */
export const GAIN = 100;

const changeOf = (collection: string, before: StoredDocument, after: StoredDocument | null): Change => ({
  collection,
  id: before._id,
  before,
  after,
});

function withMore(entry: StoredEntry): StoredEntry {
  const copy = structuredClone(entry);
  copy.postings[0]!.lots[0]!.amount += GAIN;
  return copy;
}

/** As if by then there had been so much more of what `credited` brought. */
function withMoreAfter(entry: StoredEntry, credited: StoredEntry, gain: number): StoredEntry {
  const copy = structuredClone(entry);
  const { kind, lots } = credited.postings[0]!;
  const { expiresOn } = lots[0]!;
  const balance = copy.balanceAfter[kind];
  balance.available += gain;
  balance.availableByExpiry[expiresOn] = (balance.availableByExpiry[expiresOn] ?? 0) + gain;
  return copy;
}

function accountWithMore(account: StoredAccount, credited: StoredEntry, gain: number): StoredAccount {
  const copy = structuredClone(account);
  const { kind, lots } = credited.postings[0]!;
  const { origin, expiresOn } = lots[0]!;
  const isMeant = (lot: StoredAccount['lots'][number]): boolean =>
    lot.kind === kind && lot.origin === origin && lot.expiresOn === expiresOn;
  const lot = copy.lots.find(isMeant);
  if (lot !== undefined) lot.amount += gain;
  const month = origin.slice(origin.lastIndexOf(':') + 1);
  if (copy.carbonByVintage[month] !== undefined) copy.carbonByVintage[month] += gain;
  return copy;
}

/** Takes the other's number and link, and leaves everything else. */
const inPlaceOf = (entry: StoredEntry, other: StoredEntry): StoredEntry => ({
  ...structuredClone(entry),
  seq: other.seq,
  chain: structuredClone(other.chain),
});

/** Hangs entries on `head`, one after the other, with hashes that are right. @returns the last hash */
function rechain(accountId: string, entries: readonly StoredEntry[], head: string): string {
  let previousHash = head;
  for (const entry of entries) {
    const link = entry.chain.find(({ account }) => account === accountId);
    if (link === undefined) throw new Error(`${entry._id} has no link of ${accountId}`);
    link.previousHash = previousHash;
    link.hash = linkHash({ ...link, entry });
    previousHash = link.hash;
  }
  return previousHash;
}

/**
 * A forger who knows the product: the credit is larger, all later balances and the account agree, and every hash from
 * there on is made anew. By itself the account is without fault; only what was sealed says that it was another one.
 */
function rechained({ account, entries }: History, entry: StoredEntry): Change[] {
  const later = entries.slice(entries.indexOf(entry));
  const forged = later.map(one => withMoreAfter(one === entry ? withMore(one) : one, entry, GAIN));
  const after = accountWithMore(account, entry, GAIN);
  after.head = rechain(account._id, forged, entry.chain[0]!.previousHash);
  const changes = later.map((before, at) => changeOf(ENTRIES, before, forged[at]!));
  return [...changes, changeOf(ACCOUNTS, account, after)];
}

/**
 * Entries that came after the forger was done hang on what he made: how they, and the account, would have been without
 * him, as changes to be taken back with his.
 */
export function unforged(
  { account, entries }: History,
  { changes, key, lastSeq }: { changes: readonly Change[]; key: string; lastSeq: number },
): Change[] {
  const original = (id: string): StoredEntry | undefined =>
    changes.find(change => change.id === id)?.before as StoredEntry | undefined;
  const credited = original(key);
  const last = entries.find(({ seq }) => seq === lastSeq);
  const trueHead = last && original(last._id)?.chain[0]?.hash;
  if (credited === undefined || trueHead === undefined) throw new Error(`${key} is not among what was kept`);
  const since = entries.filter(({ seq }) => seq > lastSeq);
  const without = since.map(entry => withMoreAfter(entry, credited, -GAIN));
  const before = accountWithMore(account, credited, -GAIN);
  before.head = rechain(account._id, without, trueHead);
  return [
    ...changes.filter(({ collection }) => collection === ENTRIES),
    ...since.map((after, at) => changeOf(ENTRIES, without[at]!, after)),
    changeOf(ACCOUNTS, before, account),
  ];
}

function balanceOnly(entry: StoredEntry): StoredEntry {
  const copy = structuredClone(entry);
  copy.balanceAfter[copy.postings[0]!.kind].available += GAIN;
  return copy;
}

/** What has to be written to forge the account's history at `entry`, which is not its last. */
export function forge(way: Way, history: History, entry: StoredEntry): Change[] {
  const next = history.entries[history.entries.indexOf(entry) + 1]!;
  switch (way) {
    case 'amount':
      return [changeOf(ENTRIES, entry, withMore(entry))];
    case 'removed':
      return [changeOf(ENTRIES, entry, null)];
    case 'swapped':
      return [
        changeOf(ENTRIES, entry, inPlaceOf(entry, next)),
        changeOf(ENTRIES, next, inPlaceOf(next, entry)),
      ];
    case 'balance':
      return [changeOf(ENTRIES, entry, balanceOnly(entry))];
    case 'rechained':
      return rechained(history, entry);
  }
}
