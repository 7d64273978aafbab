import { Refusal } from '../../../contract/errors';
import { type Account, type Kind, type Lot, NO_EXPIRY } from '../account';
import { isPool } from '../account-names';
import { exactSums } from '../checks';
import type { Posting, SerialRange } from '../entry';

/** Outside of users' accounts lots neither expire nor settle, so one of each kind and origin is enough. */
function addTo(lots: readonly Lot[], kind: Kind, origin: string, amount: number): Lot[] {
  const isLike = (lot: Lot): boolean => lot.kind === kind && lot.origin === origin;
  const known = lots.some(isLike) ? lots : [...lots, { kind, origin, expiresOn: NO_EXPIRY, amount: 0 }];
  return known
    .map(lot => (isLike(lot) ? { ...lot, amount: lot.amount + amount } : lot))
    .filter(lot => lot.amount !== 0);
}

interface Move {
  kind: Kind;
  origin: string;
  amount: number;
  direction: 'in' | 'out';
}

const movesOf = (id: string, postings: readonly Posting[]): Move[] =>
  postings.flatMap(({ source, destination, kind, lots }) => {
    const move = (direction: 'in' | 'out') =>
      lots.map(({ origin, amount }) => ({ kind, origin, amount, direction }));
    return [...(destination === id ? move('in') : []), ...(source === id ? move('out') : [])];
  });

/**
 * A guarded account that is no user's, after these postings: they say all there is to it. Error:
 * `INSUFFICIENT_CREDITS` when it would fall below zero.
 */
export function moveLots(account: Account, postings: readonly Posting[]): Account {
  let { lots } = account;
  for (const { kind, origin, amount, direction } of movesOf(account._id, postings)) {
    lots = addTo(lots, kind, origin, direction === 'in' ? amount : -amount);
  }
  if (lots.some(lot => lot.amount < 0)) throw new Refusal('INSUFFICIENT_CREDITS', { account: account._id });
  return exactSums({ ...account, lots });
}

/** The numbers of the grams that these postings move into a pool or out of it, and its counts afterwards. */
export function numberGrams(
  account: Account,
  postings: readonly Posting[],
): { account: Account; ranges: SerialRange[] } {
  if (!isPool(account._id)) return { account, ranges: [] };
  const counts = { issued: 0, left: 0, ...account.serials };
  const ranges = movesOf(account._id, postings).map(({ amount, direction }): SerialRange => {
    const count = direction === 'in' ? 'issued' : 'left';
    const from = counts[count] + 1;
    counts[count] += amount;
    return { pool: account._id, direction, from, to: counts[count] };
  });
  return { account: { ...account, serials: counts }, ranges };
}
