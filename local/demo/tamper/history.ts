import type { OperatorDatabase, StoredDocument } from './operator-database';

export const ACCOUNTS = 'ledger_accounts';
export const ENTRIES = 'ledger_entries';
const SEALS = 'seals';

/** More than a demo person comes to. */
const MOST_ENTRIES = 1000;

interface Lot {
  origin: string;
  expiresOn: string;
  amount: number;
}

export interface ChainLink {
  account: string;
  seq: number;
  previousHash: string;
  hash: string;
}

/** An entry as far as a forger has to know it. */
export interface StoredEntry extends StoredDocument {
  seq: number;
  day: string;
  reason: string;
  postings: { source: string; destination: string; kind: 'carbon' | 'bonus'; lots: Lot[] }[];
  chain: ChainLink[];
  balanceAfter: Record<'carbon' | 'bonus', { available: number; availableByExpiry: Record<string, number> }>;
}

export interface StoredAccount extends StoredDocument {
  seq: number;
  head: string;
  lots: (Lot & { kind: string })[];
  carbonByVintage: Record<string, number>;
}

/** Everything that lies in the database of one rider's account. */
export interface History {
  account: StoredAccount;
  /** From the first on. */
  entries: StoredEntry[];
  /** The last day that is sealed; null while none is. */
  sealedUpTo: string | null;
}

/** Null for an account that has no entry yet. */
export async function readHistory(database: OperatorDatabase, accountId: string): Promise<History | null> {
  const [account] = await database.find(ACCOUNTS, { _id: accountId }, '_id', 1);
  if (account === undefined) return null;
  const entries = await database.find(ENTRIES, { account: accountId }, 'seq', MOST_ENTRIES);
  const seals = await database.find(SEALS, { kind: 'ledger' }, '_id', MOST_ENTRIES);
  const last = seals.at(-1);
  return {
    account: account as StoredAccount,
    entries: entries as StoredEntry[],
    sealedUpTo: last === undefined ? null : String(last.day),
  };
}

/** The entry to tamper with: the latest sealed credit of a single lot that is not the account's last entry. */
export function chooseEntry({ entries, sealedUpTo }: History): StoredEntry | null {
  const before = entries.slice(0, -1);
  return before.findLast(entry => sealedUpTo !== null && entry.day <= sealedUpTo && isCredit(entry)) ?? null;
}

const isCredit = ({ postings, chain }: StoredEntry): boolean =>
  chain.length === 1 &&
  postings.length === 1 &&
  postings[0]!.lots.length === 1 &&
  postings[0]!.source.startsWith('mint:');
