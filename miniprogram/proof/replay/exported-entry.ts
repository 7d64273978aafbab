import type { ChainedEntry } from '../chain';

/** What was read from somewhere: nothing but the id is taken for granted. */
export type ExportedDocument = { _id: string; [field: string]: unknown };

/** The format of the ledger as its verifiers read it, independently of the code that writes it. */
export const kinds = ['carbon', 'bonus'] as const;
export type Kind = (typeof kinds)[number];

export interface ExportedLot {
  origin: string;
  expiresOn: string;
  amount: number;
}

export interface ExportedPosting {
  source: string;
  destination: string;
  kind: Kind;
  lots: ExportedLot[];
}

/** An entry whose fields have been looked at by `entryProblem`. */
export interface ExportedEntry extends ExportedDocument, ChainedEntry {
  account: string;
  seq: number;
  postings: ExportedPosting[];
  balanceAfter: unknown;
  atMs: number;
  day: string;
}

/** Every first part of an account's name: of those with a document, those within a user's, and those without. */
const guardedKinds = 'user campaign pool enterprise merchant'.split(' ');
const accountKinds = new Set([
  ...guardedKinds,
  ...'debt held'.split(' '),
  ...'mint sink pool-intake conversion'.split(' '),
]);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isAccount = (name: unknown): boolean => {
  if (!isText(name)) return false;
  const colon = name.indexOf(':');
  return colon > 0 && colon < name.length - 1 && accountKinds.has(name.slice(0, colon));
};

const DAY_MS = 86_400_000;
const knownDays = new Map<number, string>();

/** Beijing has kept UTC+8 since 1992. Days repeat a million times and making their names is slow. */
export function beijingDay(atMs: number): string {
  const number = Math.floor((atMs + 8 * 3_600_000) / DAY_MS);
  const day = knownDays.get(number) ?? new Date(number * DAY_MS).toISOString().slice(0, 10);
  knownDays.set(number, day);
  return day;
}

function lotProblem(lot: Partial<ExportedLot> | null): string | null {
  if (!isText(lot?.origin) || !isText(lot.expiresOn)) return 'a lot has no origin or no expiry';
  if (!Number.isSafeInteger(lot.amount) || lot.amount! <= 0)
    return `the amount ${lot.amount} is no positive integer`;
  return null;
}

/** What keeps a value from being a posting; null when it is one. */
export function postingProblem(posting: Partial<ExportedPosting> | null): string | null {
  const { source, destination, kind, lots } = posting ?? {};
  if (!isAccount(source) || !isAccount(destination) || source === destination)
    return `nothing can be posted from ${source} to ${destination}`;
  if (!kinds.includes(kind as Kind)) return `${kind} is no kind of credit`;
  if (!Array.isArray(lots) || lots.length === 0) return 'a posting has no lots';
  return firstProblem(lots, lotProblem);
}

export function firstProblem<T>(items: readonly T[], problemOf: (item: T) => string | null): string | null {
  for (const item of items) {
    const problem = problemOf(item);
    if (problem !== null) return problem;
  }
  return null;
}

/** The account in whose document the named one stands, null when there is no such document. */
export function guardedAccountOf(name: string): string | null {
  const first = name.slice(0, name.indexOf(':'));
  if (first === 'debt' || first === 'held') return name.replace(first, 'user');
  return guardedKinds.includes(first) ? name : null;
}

/** Every account that an entry says to be of, by its own field and by its chain, sound or not. */
export function accountsOf(document: ExportedDocument): string[] {
  const chain = Array.isArray(document.chain) ? (document.chain as ({ account?: unknown } | null)[]) : [];
  return [...new Set([document.account, ...chain.map(link => link?.account)].map(String))];
}

/** What keeps a document from being an entry; null when it is one. */
export function entryProblem(document: ExportedDocument): string | null {
  const { seq, atMs, day, postings } = document;
  if (!Number.isSafeInteger(seq)) return `its number is ${seq}`;
  if (!Number.isSafeInteger(atMs) || Math.abs(atMs as number) > 8e15) return `its time is ${atMs}`;
  if (day !== beijingDay(atMs as number))
    return `its day is ${day}, by its time it is ${beijingDay(atMs as number)}`;
  if (!Array.isArray(postings) || postings.length === 0) return 'it has no postings';
  return firstProblem(postings, postingProblem);
}
