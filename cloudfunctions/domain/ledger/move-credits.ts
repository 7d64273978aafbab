import type { Platform } from '../../platform';
import { type Kind, NO_EXPIRY } from './account';
import type { AccountBook } from './account-book';
import { guardedAccountOf, isUserAccount } from './account-names';
import { appendEntry, type EntryFacts } from './append-entry';
import { checkAmount, checkOrigin } from './checks';
import type { Entry, Posting } from './entry';
import { inOneEntry } from './in-one-entry';
import type { OpenAccount } from './open-account';
import { type PoolSerials, poolSerials } from './store';

/** Credits that move between accounts of which none is a user's. */
export interface Move {
  source: string;
  destination: string;
  kind: Kind;
  origin: string;
  amount: number;
}

function postingOf({ source, destination, kind, origin, amount }: Move): Posting {
  checkAmount(amount);
  checkOrigin(kind, origin);
  const isUsers = [source, destination].some(name => isUserAccount(guardedAccountOf(name) ?? ''));
  if (isUsers) throw new RangeError(`${source} to ${destination} is a user's affair`);
  if (kind === 'carbon' && source.startsWith('mint:')) throw new RangeError('a gram comes from a ride');
  return { source, destination, kind, lots: [{ origin, expiresOn: NO_EXPIRY, amount }] };
}

/** Digits enough for every gram that can be counted, so that ids sort by number. */
const DIGITS = 16;

/** Lists the numbers of the entry's grams by themselves, where they can be searched. */
async function addSerials({ transaction }: AccountBook, entry: Entry): Promise<void> {
  for (const { pool, direction, from, to } of entry.serials ?? []) {
    const origin = pool.slice('pool:'.length);
    const { source, destination } = entry.postings[0]!;
    const document: PoolSerials = {
      _id: `${origin}:${direction}:${String(from).padStart(DIGITS, '0')}`,
      origin,
      direction,
      from,
      to,
      counterpart: direction === 'in' ? source : destination,
      entryKey: entry._id,
      atMs: entry.atMs,
    };
    await transaction.add(poolSerials, document);
  }
}

/** `moveCredits`, several as one entry, in a transaction of somebody else's. Grams of a pool by themselves only. */
export async function moveCreditsWithin(
  book: AccountBook,
  moves: readonly Move[],
  facts: EntryFacts,
): Promise<Entry> {
  const postings = moves.map(postingOf);
  const names = new Set(postings.flatMap(({ source, destination }) => [source, destination]));
  const opens: OpenAccount[] = [];
  for (const name of names) if (guardedAccountOf(name) !== null) opens.push(await book.open(name));
  const entry = await appendEntry(book.transaction, opens, { postings }, facts);
  await addSerials(book, entry);
  return entry;
}

/**
 * Credits of merchants, enterprises and pools on their way: never a user's, and never a new gram. Exactly once by
 * `facts.key`; 5 database calls, 2 more for a second guarded account, 1 more for a pool. Errors:
 * `INSUFFICIENT_CREDITS`, `IDEMPOTENCY_CONFLICT`.
 */
export const moveCredits = (platform: Platform, move: Move, facts: EntryFacts): Promise<Entry> =>
  inOneEntry(platform, facts, book => moveCreditsWithin(book, [move], facts));
